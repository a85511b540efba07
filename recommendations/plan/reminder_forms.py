"""Asking for reminders."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from assessment.responses.forms import bare_helper, validate_storable


class ReminderForm(forms.Form):
    """An address is used only with consent, and only once its owner has confirmed it."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        validators=[validate_storable],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Enter an e-mail address."),
            "invalid": _("Enter an address such as name@example.com."),
        },
    )
    consent = forms.BooleanField(
        label=_("Use this address for reminders about this plan, until I stop them."),
        error_messages={"required": _("Without your consent nothing is sent. Tick the box if you agree.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        if any(ord(character) > 127 for character in email):
            raise ValidationError(_("Enter an address such as name@example.com."))
        return email
