"""What the record keeps about accounts."""

from enum import StrEnum


class Event(StrEnum):
    SECOND_FACTOR_ADDED = "person.second_factor_added"
    SECOND_FACTOR_REMOVED = "person.second_factor_removed"
    RECOVERY_CODES_MADE = "person.recovery_codes_made"
    PASSWORD_CHANGED = "person.password_changed"
    EMAIL_CHANGED = "person.email_changed"
    IDENTITY_LINKED = "person.identity_linked"
    IDENTITY_UNLINKED = "person.identity_unlinked"
    UNPROVEN_DISCARDED = "person.unproven_discarded"
    ACCOUNT_DELETED = "person.account_deleted"


# By the prefix of the letter with which allauth tells the person.
EVENTS_BY_LETTER: dict[str, tuple[Event, dict[str, str]]] = {
    "mfa/email/totp_activated": (Event.SECOND_FACTOR_ADDED, {"kind": "app"}),
    "mfa/email/totp_deactivated": (Event.SECOND_FACTOR_REMOVED, {"kind": "app"}),
    "mfa/email/webauthn_added": (Event.SECOND_FACTOR_ADDED, {"kind": "passkey"}),
    "mfa/email/webauthn_removed": (Event.SECOND_FACTOR_REMOVED, {"kind": "passkey"}),
    "mfa/email/recovery_codes_generated": (Event.RECOVERY_CODES_MADE, {}),
    "account/email/password_changed": (Event.PASSWORD_CHANGED, {}),
    "account/email/password_reset": (Event.PASSWORD_CHANGED, {"by": "code"}),
    "account/email/password_set": (Event.PASSWORD_CHANGED, {"by": "first"}),
    "account/email/email_changed": (Event.EMAIL_CHANGED, {}),
    "socialaccount/email/account_connected": (Event.IDENTITY_LINKED, {}),
    "socialaccount/email/account_disconnected": (Event.IDENTITY_UNLINKED, {}),
}
