"""The forms of allauth with our labels, and with limits that tell a known device from a stranger."""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base import forms as second
from allauth.mfa.totp import forms as app
from allauth.socialaccount import forms as social
from django import forms
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import User
from assessment.accounts.names import validate_visible
from assessment.accounts.signing.throttling import LETTERS, count_attempt
from assessment.scoring.texts import reject_unstorable

LONGEST_NAME = 150
PASSWORD_RULE = _("At least 12 characters. A few words in a row are easy to remember and hard to guess.")
Texts = dict[str, str | Promise]


def clean_name(name: str) -> str:
    """This function will return a person's name on one line, or raise ValidationError for what cannot be stored or seen."""
    try:
        line = " ".join(reject_unstorable(name).split())
    except ValueError as error:
        raise ValidationError(gettext("The name holds a character that cannot be stored.")) from error
    validate_visible(line)
    return line


class Worded(forms.Form):
    """Labels and helps of our own; no example text in place of a label."""

    labels: ClassVar[Texts] = {}
    helps: ClassVar[Texts] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = str(self.labels.get(name, field.label or ""))
            field.help_text = str(self.helps.get(name, ""))
            field.widget.attrs.pop("placeholder", None)
            if name == "code":
                field.widget.attrs |= {"autocomplete": "one-time-code", "autocapitalize": "off", "spellcheck": "false"}


class Letters(Worded):
    """A form that sends a letter to the address it is given, whether there is an account or not."""

    def clean_email(self) -> str:
        adapter = get_adapter()
        if count_attempt(context.request, self.cleaned_data["email"], LETTERS) is None:
            raise adapter.validation_error("rate_limited")
        email: str = super().clean_email()  # type: ignore[misc]
        return email


class SignInForm(Worded, account.LoginForm):
    labels: ClassVar[Texts] = {"login": _("E-mail address"), "password": _("Password")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "inputmode": "email"}


class Named(forms.Form):
    """A form that asks for the person's name."""

    name = forms.CharField(
        max_length=LONGEST_NAME, required=False, widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"})
    )

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])


class LetterCode(Worded):
    """A form that asks for the code of a letter of ours."""

    labels: ClassVar[Texts] = {"code": _("Code from the letter")}


class AppCode(Worded):
    """A form that asks for the second step."""

    labels: ClassVar[Texts] = {"code": _("Code of your app, or an emergency code")}


class OtherPassword(Worded):
    """A form that asks twice for a password in place of an earlier one."""

    labels: ClassVar[Texts] = {"password1": _("New password"), "password2": _("New password again")}
    helps: ClassVar[Texts] = {"password1": PASSWORD_RULE}


class SignUpForm(Named, Letters, account.SignupForm):
    labels: ClassVar[Texts] = {
        "name": _("Your name"),
        "email": _("E-mail address"),
        "password1": _("Password, if you want one"),
    }
    helps: ClassVar[Texts] = {"password1": _("Without a password you sign in with a code that we send you. %(rule)s")}
    field_order = ["name", "email", "password1"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = str(self.helps["password1"]) % {"rule": PASSWORD_RULE}

    def try_save(self, request: Any) -> Any:
        """A known address is answered as late as a new one, whose password takes its time to be hashed."""
        if self.account_already_exists:
            make_password(self.cleaned_data.get("password1") or None)
        return super().try_save(request)

    def signup(self, request: Any, user: User) -> None:
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])


class OidcSignUpForm(Letters, social.SignupForm):
    labels: ClassVar[Texts] = {"email": _("E-mail address")}


class AskCodeForm(Letters, account.RequestLoginCodeForm):
    labels: ClassVar[Texts] = {"email": _("E-mail address")}


class ForgottenForm(Letters, account.ResetPasswordForm):
    labels: ClassVar[Texts] = {"email": _("E-mail address")}


class ChangeAddressForm(Letters, account.AddEmailForm):
    labels: ClassVar[Texts] = {"email": _("New e-mail address")}


class SignInCodeForm(LetterCode, account.ConfirmLoginCodeForm):
    pass


class AddressCodeForm(LetterCode, account.ConfirmEmailVerificationCodeForm):
    pass


class ForgottenCodeForm(LetterCode, account.ConfirmPasswordResetCodeForm):
    pass


class NewPasswordForm(OtherPassword, account.ResetPasswordKeyForm):
    pass


class ChangePasswordForm(OtherPassword, account.ChangePasswordForm):
    labels: ClassVar[Texts] = OtherPassword.labels | {"oldpassword": _("Present password")}


class SetPasswordForm(Worded, account.SetPasswordForm):
    labels: ClassVar[Texts] = {"password1": _("Password"), "password2": _("Password again")}
    helps: ClassVar[Texts] = {"password1": PASSWORD_RULE}


class PasswordAgainForm(Worded, account.ReauthenticateForm):
    labels: ClassVar[Texts] = {"password": _("Password")}


class SecondStepForm(AppCode, second.AuthenticateForm):
    pass


class SecondStepAgainForm(AppCode, second.ReauthenticateForm):
    pass


class AddAppForm(Worded, app.ActivateTOTPForm):
    labels: ClassVar[Texts] = {"code": _("Code that the app shows")}


class NameForm(Named, Worded):
    labels: ClassVar[Texts] = {"name": _("Your name")}
    helps: ClassVar[Texts] = {"name": _("As others see it who work with you.")}


class DeleteForm(Worded):
    labels: ClassVar[Texts] = {"sure": _("Yes, delete my account for good")}
    sure = forms.BooleanField(error_messages={"required": _("Tick this first.")})
