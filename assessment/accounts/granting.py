"""What owners do with their enterprise: name it, and let workspaces and persons in or out again."""

from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from assessment.accounts.access_letters import post_access_given
from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, User, Workspace
from assessment.audit.actions import record_event


class Event(StrEnum):
    EDITED = "enterprise.edited"
    GIVEN = "grant.given"
    CHANGED = "grant.changed"
    WITHDRAWN = "grant.withdrawn"


class GrantEnded(Exception):
    """It was withdrawn in the meantime."""


@transaction.atomic
def edit_enterprise(*, enterprise: Enterprise, name: str, credit_code: str, by: User) -> bool:
    """This function will set name and credit code, and return whether anything changed. What is frozen keeps its name."""
    locked = Enterprise.objects.select_for_update().get(pk=enterprise.pk)
    parts = [part for part, value in (("name", name), ("credit_code", credit_code)) if getattr(locked, part) != value]
    if not parts:
        return False
    if "name" in parts:
        keep_known_names(locked)
    locked.name, locked.credit_code = name, credit_code
    locked.save(update_fields=["name", "credit_code"])
    record_event(
        event=Event.EDITED,
        object_type="enterprise",
        object_id=locked.public_id,
        actor=by,
        details={"parts": parts},
        enterprise_id=locked.pk,
    )
    return True


def keep_known_names(enterprise: Enterprise) -> None:
    """This function will let workspaces without access go on with the name that they know, before it gets another.

    The caller has locked the enterprise.
    """
    standing = Grant.objects.in_force().filter(enterprise=enterprise, workspace=OuterRef("workspace"))
    shut_out = Client.objects.filter(~Exists(standing), enterprise=enterprise, known_name="")
    shut_out.update(known_name=enterprise.name)


def _tell_name(grant: Grant) -> None:
    """Who is let in again reads the name that it has now."""
    Client.objects.filter(enterprise=grant.enterprise_id, workspace=grant.workspace_id).update(known_name="")


@transaction.atomic
def give_access(
    *, enterprise: Enterprise, workspace: Workspace, level: GrantLevel, expires_at: datetime | None, by: User
) -> Grant:
    """This function will let a workspace in; what it had before, in force or run out, is replaced by this."""
    locked = Enterprise.objects.select_for_update().get(pk=enterprise.pk)
    grant, is_new = Grant.objects.update_or_create(
        enterprise=locked,
        workspace=workspace,
        withdrawn_at=None,
        defaults={"level": level, "expires_at": expires_at, "given_by": by},
    )
    _tell_name(grant)
    _record(Event.GIVEN if is_new else Event.CHANGED, grant, by, level=level.value)
    if is_new:
        post_access_given(grant, _client_of(grant))
    return grant


def _client_of(grant: Grant) -> Client:
    """Whoever is let in finds the enterprise among its clients, also one that it had put away."""
    assert grant.workspace is not None
    defaults = {"language": grant.workspace.language}
    client, _is_new = Client.objects.get_or_create(
        workspace=grant.workspace, enterprise=grant.enterprise, defaults=defaults
    )
    if client.archived_at is not None:
        client.archived_at = None
        client.save(update_fields=["archived_at"])
    return client


@transaction.atomic
def change_access(*, grant: Grant, level: GrantLevel, expires_at: datetime | None, by: User) -> None:
    """This function will set level and end of an access. Raises GrantEnded."""
    locked = _standing(grant)
    locked.level, locked.expires_at = level, expires_at
    locked.save(update_fields=["level", "expires_at"])
    _tell_name(locked)
    _record(Event.CHANGED, locked, by, level=level.value)


@transaction.atomic
def withdraw_access(*, grant: Grant, by: User) -> None:
    """This function will end an access with the next request. Raises GrantEnded."""
    locked = _standing(grant)
    locked.withdrawn_at, locked.withdrawn_by = timezone.now(), by
    locked.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _record(Event.WITHDRAWN, locked, by)


def _standing(grant: Grant) -> Grant:
    locked = Grant.objects.select_for_update().filter(pk=grant.pk, withdrawn_at__isnull=True).first()
    if locked is None:
        raise GrantEnded
    return locked


def _record(event: Event, grant: Grant, by: User, **details: object) -> None:
    to = {"workspace": grant.workspace.slug} if grant.workspace else {"person": grant.person_id}
    record_event(
        event=event,
        object_type="grant",
        object_id=grant.public_id,
        actor=by,
        details=to | details,
        enterprise_id=grant.enterprise_id,
    )
