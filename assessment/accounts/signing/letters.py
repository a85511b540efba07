"""Letters about accounts, in our own words and in the language of the page from which they were asked for."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.mail.addresses import public_address

Words = tuple[str | Promise, str | Promise]

CODES: dict[str, Words] = {
    "account/email/login_code": (
        _("Your code for signing in"),
        _("Enter this code on the page where you asked for it:"),
    ),
    "account/email/code_to_go_on": (
        _("Your code to go on"),
        _("Somebody wants to change your account. If that is you, enter this code on the page where you asked for it:"),
    ),
    "account/email/email_confirmation": (
        _("Your code to confirm this address"),
        _("Enter this code on the page where you gave this address:"),
    ),
    "account/email/email_confirmation_signup": (
        _("Your code to confirm this address"),
        _("Welcome to Fourfold. Enter this code on the page where you signed up:"),
    ),
    "account/email/password_reset_code": (
        _("Your code for a new password"),
        _("Enter this code on the page where you asked for it:"),
    ),
}

HINTS: dict[str, Words] = {
    "account/email/account_already_exists": (
        _("You have an account at Fourfold already"),
        _("Somebody wanted to sign up with this address. It has an account already: sign in, with a code if you like."),
    ),
    "account/email/unknown_account": (
        _("No account with this address at Fourfold"),
        _("Somebody wanted to sign in with this address. There is no account with it. You can sign up."),
    ),
}

CHANGES: dict[str, Words] = {
    "account/email/password_changed": (_("Your password was changed"), _("The password of your account was changed.")),
    "account/email/password_reset": (_("Your password was changed"), _("Your account got a new password by a code.")),
    "account/email/password_set": (_("Your password is set"), _("Your account has a password now.")),
    "account/email/email_changed": (
        _("Your e-mail address was changed"),
        _("Your account has another e-mail address now: %(to_email)s. This one does not open it any more."),
    ),
    "account/email/email_confirm": (_("Your address is confirmed"), _("The address of your account is confirmed.")),
    "account/email/email_deleted": (
        _("An address was removed"),
        _("The address %(deleted_email)s was removed from your account."),
    ),
    "mfa/email/totp_activated": (
        _("An app was added to your account"),
        _("From now on your account asks for a code of your app."),
    ),
    "mfa/email/totp_deactivated": (
        _("The app was removed from your account"),
        _("Your account does not ask for codes of the app any more."),
    ),
    "mfa/email/webauthn_added": (
        _("A passkey was added to your account"),
        _("You can sign in with the new passkey from now on."),
    ),
    "mfa/email/webauthn_removed": (
        _("A passkey was removed from your account"),
        _("The passkey does not open your account any more."),
    ),
    "mfa/email/recovery_codes_generated": (
        _("New emergency codes for your account"),
        _("Your account has new emergency codes. The old ones are void."),
    ),
    "socialaccount/email/account_connected": (
        _("Your account was linked"),
        _("Your account can be opened by signing in at %(provider)s from now on."),
    ),
    "socialaccount/email/account_disconnected": (
        _("A link of your account was removed"),
        _("Signing in at %(provider)s does not open your account any more."),
    ),
}


def write_letter(prefix: str, context: dict[str, Any]) -> tuple[str, str]:
    """This function will return subject and body of the letter that allauth calls `prefix`, in the active language."""
    if prefix in CODES:
        return _code_letter(CODES[prefix], str(context["code"]))
    if prefix in HINTS:
        return _hint(prefix)
    subject, words = CHANGES[prefix]
    said = str(words) % {key: context.get(key, "") for key in ("to_email", "deleted_email", "provider")}
    if prefix == "account/email/email_changed":
        return _letter(str(subject), said, _whom_to_ask())
    warning = gettext("If that was not you, set a new password at once and end the other sessions:")
    return _letter(str(subject), said, f"{warning}\n{public_address(reverse('accounts:account'))}")


def _whom_to_ask() -> str:
    """This address opens nothing any more: only those who run the place can still help."""
    if not settings.CONTACT:
        return gettext("If that was not you, tell the people who run this service at once.")
    return gettext("If that was not you, tell the people who run this service at once: %(contact)s") % {
        "contact": settings.CONTACT
    }


def _code_letter(words: Words, code: str) -> tuple[str, str]:
    subject, said = words
    after = gettext(
        "It is good for ten minutes. If you did not ask for it, do nothing: without the code nothing happens."
    )
    return _letter(str(subject), str(said), code, after)


def _hint(prefix: str) -> tuple[str, str]:
    subject, said = HINTS[prefix]
    page = "account_signup" if prefix == "account/email/unknown_account" else "accounts:sign-in"
    ignore = gettext("If it was not you, do nothing.")
    return _letter(str(subject), str(said), public_address(reverse(page)), ignore)


def _letter(subject: str, *paragraphs: str) -> tuple[str, str]:
    return subject, "\n\n".join([*paragraphs, "Fourfold"]) + "\n"
