"""Short messages on a page after something was done, by the templates that allauth would take them from."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MESSAGES: dict[str, str | Promise] = {
    "account/messages/cannot_delete_primary_email.txt": _("This address is needed for signing in."),
    "account/messages/email_confirmation_failed.txt": _("This address cannot be used. Choose another one."),
    "account/messages/email_confirmed.txt": _("Your e-mail address is confirmed."),
    "account/messages/password_changed.txt": _("Your password was changed."),
    "account/messages/password_set.txt": _("Your password is set."),
    "account/messages/primary_email_set.txt": _("Your e-mail address was changed."),
    "account/messages/unverified_primary_email.txt": _("Confirm this address first."),
    "mfa/messages/totp_activated.txt": _("Your app is set up."),
    "mfa/messages/totp_deactivated.txt": _("The app is removed."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "socialaccount/messages/account_connected.txt": _("The two accounts are linked."),
    "socialaccount/messages/account_connected_other.txt": _("That account is linked to somebody else’s here."),
    "socialaccount/messages/account_connected_updated.txt": _("The two accounts are linked."),
    "socialaccount/messages/account_disconnected.txt": _("The link is removed."),
    "usersessions/messages/sessions_logged_out.txt": _("You are signed out everywhere else."),
}
