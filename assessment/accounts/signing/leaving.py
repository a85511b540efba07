"""Deleting an account. The row stays, nameless: answers and the record point at it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import Q

from assessment.accounts.models import (
    Appointment,
    Client,
    Enterprise,
    Grant,
    Membership,
    PlatformRole,
    User,
    Workspace,
    WorkspaceRole,
)
from assessment.accounts.signing.events import Event
from assessment.audit.actions import record_event


class StillNeeded(Exception):
    """The person owns an enterprise, is the last owner of a workspace, or the last administrator."""


def owned_enterprises(person: User) -> list[Enterprise]:
    return list(Enterprise.objects.owned_by(person).filter(merged_into__isnull=True).order_by("name", "pk"))


def workspaces_without_other_owner(person: User) -> list[Workspace]:
    """This function will return the workspaces that nobody else could manage."""
    mine = Membership.objects.filter(person=person, role=WorkspaceRole.OWNER)
    others = Membership.objects.filter(role=WorkspaceRole.OWNER, person__is_active=True).exclude(person=person)
    kept = others.values("workspace")
    return list(Workspace.objects.filter(pk__in=mine.values("workspace")).exclude(pk__in=kept).order_by("name", "pk"))


def is_last_administrator(person: User) -> bool:
    """This function will say whether nobody would be left who may give roles."""
    may_give = Q(is_superuser=True) | Q(appointments__role=PlatformRole.ADMINISTRATOR)
    administrators = User.objects.filter(may_give, is_active=True)
    return administrators.filter(pk=person.pk).exists() and not administrators.exclude(pk=person.pk).exists()


@transaction.atomic
def delete_account(*, person: User) -> None:
    """This function will make a person's row nameless and take away all that opens something. Raises StillNeeded."""
    locked = User.objects.select_for_update().get(pk=person.pk)
    list(Workspace.objects.select_for_update().of(locked).order_by("pk"))
    if owned_enterprises(locked) or workspaces_without_other_owner(locked) or is_last_administrator(locked):
        raise StillNeeded
    for session in UserSession.objects.filter(user=locked).order_by("pk"):
        session.end()
    for model in (Authenticator, EmailAddress, SocialAccount):
        model.objects.filter(user=locked).delete()
    Membership.objects.filter(person=locked).delete()
    Grant.objects.filter(person=locked).delete()
    Appointment.objects.filter(user=locked).delete()
    Client.objects.filter(consultant=locked).update(consultant=None)
    _make_nameless(locked)
    record_event(event=Event.ACCOUNT_DELETED, object_type="person", object_id=locked.pk, actor=locked)


def _make_nameless(person: User) -> None:
    person.groups.clear()
    person.user_permissions.clear()
    person.email, person.name = f"deleted-{person.pk}@deleted.invalid", ""
    person.is_active = person.is_staff = person.is_superuser = False
    person.last_login = None
    person.set_unusable_password()
    person.save()
