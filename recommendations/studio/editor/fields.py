"""Numbers as a bank writes them: exact, as plain text."""

from decimal import Decimal
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _

from assessment.bank.exactness import is_storable
from assessment.scoring.answers import plain


class RedrawnForm(forms.Form):
    """With `redrawn` it is shown as it was typed, and checks nothing."""

    redrawn = False

    def full_clean(self) -> None:
        if self.redrawn:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()


class NumberField(forms.DecimalField):
    """Cleaned to plain text such as "0.5", None where nothing stands."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        widget = forms.TextInput(
            attrs={"class": "form-control ed-number", "inputmode": "decimal", "autocomplete": "off"}
        )
        super().__init__(widget=widget, **options)

    def clean(self, value: Any) -> str | None:
        number: Decimal | None = super().clean(value)
        if number is None:
            return None
        if not is_storable(number):
            raise forms.ValidationError(_("Write this number with fewer digits."))
        return plain(number)


class KeyField(forms.RegexField):
    """A key: letters, digits, hyphens and underscores, a letter first."""

    def __init__(self, **options: Any) -> None:
        message = _("A key begins with a letter and has only letters a–z, digits, - and _, 60 at most.")
        widget = forms.TextInput(attrs={"class": "form-control ed-key", "autocomplete": "off", "spellcheck": "false"})
        super().__init__(
            r"\A[A-Za-z][A-Za-z0-9_-]{0,59}\Z",
            widget=widget,
            error_messages={"invalid": message, "required": message},
            **options,
        )
