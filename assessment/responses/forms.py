"""The ordinary forms. Section pages are not among them: their fields come from a bank, see `entries`."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.accounts.names import validate_visible
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
    """Where a bank offers one scope only, nobody is asked for it. People who own enterprises may begin for one of them.

    `owned` are public id and name of these.
    """

    enterprise = forms.ChoiceField(
        label=_("For which enterprise?"),
        required=False,
        error_messages={"invalid_choice": _("Choose one of your enterprises, or another one.")},
    )

    enterprise_name = forms.CharField(
        label=_("Name of the enterprise"),
        max_length=NAME_LENGTH,
        validators=[validate_storable, validate_visible],
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

    def __init__(
        self,
        *args: Any,
        scopes: Sequence[ScopeChoice] = tuple(ScopeChoice),
        owned: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()
        if owned:
            yours = [(public_id, gettext("%(enterprise)s (yours)") % {"enterprise": name}) for public_id, name in owned]
            self.fields["enterprise"].choices = [*yours, ("", gettext("Another one, named below"))]  # type: ignore[attr-defined]
            self.fields["enterprise_name"].required = False
            self.fields["enterprise_name"].label = _("Name, if it is another one")
            self.fields["enterprise_name"].help_text = ""
        else:
            del self.fields["enterprise"]
        if len(scopes) == 1:
            del self.fields["scope"]

    def clean(self) -> dict[str, Any]:
        """Whoever begins for an enterprise of theirs needs no name."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        is_named = cleaned.get("enterprise") or cleaned.get("enterprise_name")
        if not is_named and not {"enterprise", "enterprise_name"} & self.errors.keys():
            self.add_error("enterprise_name", _("Enter a name for the enterprise; a made-up one will do."))
        return cleaned

    def chosen_enterprise(self) -> UUID | None:
        """This function will return the public id of the enterprise of theirs that was chosen, None for another one."""
        chosen = self.cleaned_data.get("enterprise")
        return UUID(chosen) if chosen else None

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
