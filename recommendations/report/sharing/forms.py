"""Sharing a report, and opening a shared one."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessment.accounts.days import end_of
from assessment.responses.forms import validate_storable
from recommendations.report.formats.offered import Format
from recommendations.report.sharing.actions import Terms

USUAL_DAYS, MOST_DAYS = 30, 366
SHORTEST_PASSWORD = 8


class ShareForm(forms.Form):
    """For whom, until when, behind which password."""

    label = forms.CharField(
        label=_("For whom"),
        max_length=150,
        required=False,
        validators=[validate_storable],
        help_text=_("A word to remember the link by, such as the bank’s name. Whoever opens it does not see it."),
    )
    until = forms.DateField(
        label=_("Works until the end of"),
        input_formats=["%Y-%m-%d", "%Y/%m/%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("Enter the day as year, month and day, such as 2027-03-31."),
        },
    )
    password = forms.CharField(
        label=_("Password (if you want one)"),
        max_length=100,
        required=False,
        strip=False,
        validators=[validate_storable],
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("At least 8 characters. Tell it on another way than the link; it cannot be shown again."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["until"].initial = today + timedelta(days=USUAL_DAYS)
        last = today + timedelta(days=MOST_DAYS)
        self.fields["until"].widget.attrs |= {"min": today.isoformat(), "max": last.isoformat()}

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        today = timezone.localdate()
        if until < today:
            raise ValidationError(_("This day is over. Choose today or a later one."))
        if until > today + timedelta(days=MOST_DAYS):
            raise ValidationError(_("A link works for a year at most."))
        return until

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if password and len(password) < SHORTEST_PASSWORD:
            raise ValidationError(_("A password needs at least 8 characters. Leave it empty for none."))
        return password

    def terms(self) -> Terms:
        """This function will return what the link is to promise; it works to the end of the day, in the site's time zone."""
        data = self.cleaned_data
        return Terms(data["label"], end_of(data["until"]), data["password"])


class FileForm(forms.Form):
    """In which form a shared report is opened."""

    format = forms.TypedChoiceField(
        choices=[(each.value, each.value) for each in Format], coerce=Format, required=False, empty_value=Format.PDF
    )

    def chosen(self) -> Format:
        """This function will return the form that was chosen, the PDF for none and for what there is not."""
        return Format(self.cleaned_data["format"]) if self.is_valid() else Format.PDF


class OpenForm(forms.Form):
    """The password of a link, where it has one."""

    password = forms.CharField(
        label=_("Password"),
        max_length=100,
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
