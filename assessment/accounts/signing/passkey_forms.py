"""The forms of passkeys: what a device says comes as JSON, and may be anything."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from allauth.mfa.webauthn import forms as passkeys
from cryptography.exceptions import InvalidSignature
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.accounts.signing.forms import Texts, Worded

NONSENSE = (TypeError, ValueError, LookupError, AttributeError, RecursionError, struct.error, InvalidSignature)


class CredentialField(forms.JSONField):
    """JSON may nest too deeply and have numbers that are too long, which the field itself does not expect."""

    def to_python(self, value: Any) -> Any:
        with refusing_nonsense():
            return super().to_python(value)


class Passkey(Worded):
    """What a device says is parsed by others, who raise all kinds of errors over what was made up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"] = CredentialField(widget=forms.HiddenInput)

    def clean_credential(self) -> Any:
        parent = super()
        if not hasattr(parent, "clean_credential"):
            return self.cleaned_data["credential"]
        with refusing_nonsense():
            return parent.clean_credential()

    def clean(self) -> dict[str, Any]:
        with refusing_nonsense():
            return super().clean() or {}


@contextmanager
def refusing_nonsense() -> Iterator[None]:
    """This function will turn the errors of parsers into one message; what is valid passes."""
    try:
        yield
    except NONSENSE as error:
        raise ValidationError(gettext("The passkey was not accepted."), code="invalid") from error


class UsePasskeyForm(Passkey, passkeys.AuthenticateWebAuthnForm):
    pass


class PasskeySignInForm(Passkey, passkeys.LoginWebAuthnForm):
    pass


class PasskeyAgainForm(Passkey, passkeys.ReauthenticateWebAuthnForm):
    pass


class AddPasskeyForm(Passkey, passkeys.AddWebAuthnForm):
    """Always one that opens the account by itself: what it asks of the device is all that people have to know."""

    labels: ClassVar[Texts] = {"name": _("Name of the passkey")}
    helps: ClassVar[Texts] = {"name": _("So that you know it again, such as the device it is on.")}
    passwordless = None


class RenamePasskeyForm(Worded, passkeys.EditWebAuthnForm):
    labels: ClassVar[Texts] = {"name": _("Name of the passkey")}
