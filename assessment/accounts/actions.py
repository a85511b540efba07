"""Giving and taking roles on the platform."""

from collections.abc import Collection
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext as _

from assessment.accounts.models import Appointment, PlatformRole, User
from assessment.audit.actions import record_event


class Event(StrEnum):
    ROLES_SET = "person.roles_set"


class LastAdministrator(Exception):
    """Nobody would be left who could give roles."""


@transaction.atomic
def set_roles(*, person: User, roles: Collection[PlatformRole], by: User) -> bool:
    """This function will give a person exactly these roles and return whether anything changed.

    Raises LastAdministrator where nobody would be left who may give roles.
    """
    everybody = list(Appointment.objects.select_for_update().filter(user=person).order_by("pk"))
    before, after = {PlatformRole(each.role) for each in everybody}, set(roles)
    if before == after:
        return False
    gone = [each.pk for each in everybody if each.role not in after]
    Appointment.objects.filter(pk__in=gone).delete()
    Appointment.objects.bulk_create(Appointment(user=person, role=role) for role in sorted(after - before))
    if PlatformRole.ADMINISTRATOR in before - after and not _has_administrator():
        raise LastAdministrator(_("Nobody would be left who may give roles. Make somebody else administrator first."))
    details = {"before": sorted(before), "after": sorted(after)}
    record_event(event=Event.ROLES_SET, object_type="person", object_id=person.pk, actor=by, details=details)
    return True


def _has_administrator() -> bool:
    appointed = Appointment.objects.filter(role=PlatformRole.ADMINISTRATOR, user__is_active=True)
    return appointed.exists() or User.objects.filter(is_superuser=True, is_active=True).exists()
