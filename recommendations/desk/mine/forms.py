"""What owners type: names, levels and days, addresses."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessment.accounts.credit_code import read_credit_code
from assessment.accounts.days import end_of, last_day_until
from assessment.accounts.models import Enterprise, Grant, GrantLevel, Workspace
from assessment.accounts.names import validate_visible
from assessment.responses.forms import NAME_LENGTH, bare_helper, validate_storable

YEAR = timedelta(days=365)
LONGEST = 5 * YEAR
TYPED_CODE_LENGTH = 60
SLUG_LENGTH = 60


class EnterpriseForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the enterprise"),
        max_length=NAME_LENGTH,
        validators=[validate_storable, validate_visible],
        error_messages={"required": _("Enter a name for the enterprise; a made-up one will do.")},
        widget=forms.TextInput(attrs={"autocomplete": "organization", "dir": "auto"}),
    )
    credit_code = forms.CharField(
        label=_("Unified social credit code"),
        required=False,
        max_length=TYPED_CODE_LENGTH,
        help_text=_("18 characters, as on the business licence. It may stay empty."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()

    def clean_credit_code(self) -> str:
        return read_credit_code(self.cleaned_data["credit_code"])


class AccessForm(forms.Form):
    """At which level somebody is let in, and until which day; the day itself is included."""

    level = forms.ChoiceField(
        label=pgettext_lazy("access", "What they may do"),
        choices=GrantLevel.choices,
        initial=GrantLevel.VIEW,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they may do.")},
    )
    until = forms.DateField(
        label=_("Until"),
        help_text=_("Access ends by itself at the end of this day. You can end it earlier at any time."),
        error_messages={"required": _("Enter the day on which access ends.")},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"until": timezone.localdate() + YEAR} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()

    def clean_until(self) -> date:
        day: date = self.cleaned_data["until"]
        today = timezone.localdate()
        if day < today:
            raise ValidationError(_("This day is past. To end the access now, withdraw it."))
        if day > today + LONGEST:
            raise ValidationError(_("Access is given for five years at most; it can be given again."))
        return day

    def chosen_level(self) -> GrantLevel:
        return GrantLevel(self.cleaned_data["level"])

    def expires_at(self) -> datetime:
        """This function will return when the access ends: with the chosen day, in the time zone of the site."""
        return end_of(self.cleaned_data["until"])


class WorkspaceAccessForm(AccessForm):
    """`confirmed` comes from the second step only, in which the workspace's full name was read."""

    workspace = forms.CharField(
        label=_("Short name of the workspace"),
        max_length=SLUG_LENGTH,
        help_text=_("The workspace tells you its short name; it stands in the addresses of its pages, after /w/."),
        error_messages={"required": _("Enter the short name of the workspace.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)
    field_order = ["workspace", "level", "until"]

    def clean_workspace(self) -> Workspace:
        slug = self.cleaned_data["workspace"].strip().strip("/").rpartition("/")[2].lower()
        workspace = Workspace.objects.filter(slug=slug).first()
        if workspace is None:
            raise ValidationError(_("There is no workspace with this short name. Check the spelling."))
        return workspace


class ColleagueForm(AccessForm):
    email = forms.EmailField(
        label=_("E-mail address"),
        error_messages={"required": _("Enter an e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    field_order = ["email", "level", "until"]


class HandOverForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address of the next owner"),
        error_messages={"required": _("Enter an e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()


class DeletionForm(forms.Form):
    """The name of the enterprise has to be typed, so that nobody deletes by a slip."""

    name = forms.CharField(
        label=_("Name of the enterprise"),
        required=False,
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )

    def __init__(self, *args: Any, enterprise: Enterprise, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.enterprise, self.helper = enterprise, bare_helper()

    def clean_name(self) -> str:
        typed: str = self.cleaned_data["name"]
        if " ".join(typed.split()) != " ".join(self.enterprise.name.split()):
            raise ValidationError(_("This is not the name of the enterprise. Type it exactly as it is written above."))
        return typed


def initial_of(grant: Grant) -> dict[str, Any]:
    """This function will return what the form about an access begins with; one without an end gets a year."""
    if grant.expires_at is None:
        return {"level": grant.level}
    return {"level": grant.level, "until": max(last_day_until(grant.expires_at), timezone.localdate())}
