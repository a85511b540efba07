"""Ending keys that open assessments without an account."""

from enum import StrEnum

from django.db import transaction
from django.db.models.functions import Now

from assessment.accounts.models import Enterprise, User
from assessment.audit.actions import record_event
from assessment.responses.models import RespondentToken, RespondentTokenQuerySet


class Event(StrEnum):
    KEYS_REVOKED = "enterprise.keys_revoked"


@transaction.atomic
def revoke_key(*, key: RespondentToken, by: User) -> int:
    """This function will end one key and return how many that were: none where it had ended already."""
    return revoke_keys(RespondentToken.objects.filter(pk=key.pk), key.assessment.enterprise, by)


@transaction.atomic
def revoke_other_keys(*, enterprise: Enterprise, own_hash: str, by: User) -> int:
    """This function will end all keys to an enterprise's assessments but the one with this hash, and count them."""
    keys = RespondentToken.objects.filter(assessment__enterprise=enterprise).exclude(hash=own_hash)
    return revoke_keys(keys, enterprise, by)


def revoke_keys(keys: RespondentTokenQuerySet, enterprise: Enterprise, by: User) -> int:
    """This function will end those of `keys` that open something, and return how many; in the caller's transaction."""
    count = keys.usable().update(revoked_at=Now())
    if count:
        record_event(
            event=Event.KEYS_REVOKED,
            object_type="enterprise",
            object_id=enterprise.public_id,
            actor=by,
            details={"count": count},
            enterprise_id=enterprise.pk,
        )
    return count
