"""What people may do for the whole platform, apart from what is their own."""

from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.db.models import prefetch_related_objects
from django.http import Http404

from assessment.accounts.models import PlatformRole, User

EVERYTHING = frozenset(PlatformRole)


def roles_of(user: User | AnonymousUser) -> frozenset[PlatformRole]:
    """This function will return the roles of a person: all of them for administrators, none for anybody unknown.

    One query the first time; a request holds one `user`, which remembers them.
    """
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    if user.is_superuser:
        return EVERYTHING
    prefetch_related_objects([user], "appointments")
    given = {PlatformRole(appointment.role) for appointment in user.appointments.all()}
    return EVERYTHING if PlatformRole.ADMINISTRATOR in given else frozenset(given)


def require_role(user: User | AnonymousUser, wanted: Collection[PlatformRole]) -> User:
    """This function will return the person if they have one of the roles; to anybody else there is no such page (404)."""
    if not isinstance(user, User) or roles_of(user).isdisjoint(wanted):
        raise Http404
    return user
