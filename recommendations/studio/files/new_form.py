"""How a bank that is begun without a file is called, and what it begins with."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from recommendations.studio.files.starts import banks_to_copy
from recommendations.studio.forms import TextsField

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class NewBankForm(forms.Form):
    slug = forms.RegexField(
        SLUG,
        max_length=60,
        label=_("Short name"),
        help_text=_("Small letters, digits and hyphens. It stands in addresses and never changes."),
        error_messages={"invalid": _("Only small letters, digits and single hyphens, such as my-bank.")},
        widget=forms.TextInput(attrs={"class": "form-control", "autocapitalize": "none", "spellcheck": "false"}),
    )
    title = TextsField(
        locales=[code for code, _name in settings.LANGUAGES],
        required=True,
        label=_("Title"),
        error_messages={"required": _("Write this in one language at least.")},
    )
    source = forms.ChoiceField(
        required=False, label=_("Begin with"), widget=forms.Select(attrs={"class": "form-select"})
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        nothing = [("", _("one section with one question"))]
        self.fields["source"].choices = [*nothing, *banks_to_copy()]  # type: ignore[attr-defined]
