"""The one way to add to the record."""

from enum import StrEnum
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser

from assessment.audit.models import AuditEvent


def record_event(
    *,
    event: StrEnum,
    object_type: str,
    object_id: object,
    actor: AbstractBaseUser | None = None,
    details: dict[str, Any] | None = None,
    enterprise_id: int | None = None,
) -> AuditEvent:
    """This function will add one event to the record, in the caller's transaction.

    `event` is a member of the calling room's own enum, `object_type` its word for the object ("bank.release"),
    `object_id` a public id. `actor` stays None for the system and for people without an account.
    `enterprise_id` is the primary key of the enterprise whose data it is about: its owner reads the event.
    """
    return AuditEvent.objects.create(
        event=event.value,
        object_type=object_type,
        object_id=str(object_id),
        actor_id=actor.pk if actor else None,
        details=details or {},
        enterprise_id=enterprise_id,
    )
