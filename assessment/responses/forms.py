"""The ordinary forms. Section pages are not among them: their fields come from a bank, see `entries`."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from assessment.responses.models import ScopeChoice
from assessment.responses.tokens import CODE_LENGTH
from assessment.scoring.scorecard import Scope
from assessment.scoring.texts import reject_unstorable

NAME_LENGTH = 200
SLUG_LENGTH = 60


def validate_storable(text: str) -> None:
    """This function will raise ValidationError for what no database can hold: Django's own check knows NUL only."""
    try:
        reject_unstorable(text)
    except ValueError as error:
        raise ValidationError(_("This contains a character that cannot be stored.")) from error


class BankForm(forms.Form):
    """Which bank to answer; where none is named, the one in use."""

    bank = forms.SlugField(required=False, max_length=SLUG_LENGTH, widget=forms.HiddenInput)


class StartForm(BankForm):
    """Where a bank offers one scope only, nobody is asked for it."""

    enterprise_name = forms.CharField(
        label=_("Name of the enterprise"),
        max_length=NAME_LENGTH,
        validators=[validate_storable],
        help_text=_("It appears on your result and report. Any name that you will recognise will do."),
        error_messages={"required": _("Enter a name for the enterprise; a made-up one will do.")},
        widget=forms.TextInput(attrs={"autocomplete": "organization", "dir": "auto"}),
    )
    scope = forms.ChoiceField(
        label=_("How much do you want to answer?"),
        choices=ScopeChoice.choices,
        initial=ScopeChoice.QUICK,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the quick scan or the full diagnosis.")},
    )

    def __init__(self, *args: Any, scopes: Sequence[ScopeChoice] = tuple(ScopeChoice), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()
        if len(scopes) == 1:
            del self.fields["scope"]

    def chosen_scope(self) -> Scope:
        """This function will return the scope that a valid form asks for."""
        return Scope(self.cleaned_data.get("scope", ScopeChoice.FULL))


class NextRoundForm(forms.Form):
    """How much the next round asks; where nothing is said, as much as the one before."""

    scope = forms.ChoiceField(choices=ScopeChoice.choices, required=False)

    def scope_or(self, before: Scope) -> Scope:
        """This function will return what was chosen, or the scope of the round `before`."""
        return Scope(self.cleaned_data["scope"]) if self.is_valid() and self.cleaned_data["scope"] else before


class MoveForm(forms.Form):
    """Names the release that the person saw, so that nobody is moved to another one."""

    release = forms.UUIDField(widget=forms.HiddenInput)


class SubmitForm(forms.Form):
    """Whether the answers of the round before that nobody confirmed are as they were."""

    others_stand = forms.BooleanField(required=False)


class ResumeForm(forms.Form):
    code = forms.CharField(
        label=_("Resume code"),
        max_length=4 * CODE_LENGTH,
        help_text=_("16 letters and digits. Capitals, spaces and hyphens do not matter."),
        error_messages={"required": _("Enter the resume code.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()


def bare_helper() -> FormHelper:
    """This function will return a helper that prints fields only: form tag, buttons and errors stand in our templates."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.form_show_errors = True
    helper.include_media = False
    return helper
