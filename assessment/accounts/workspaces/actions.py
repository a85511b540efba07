"""Invitations: sent, sent again, revoked and accepted. They are bound to an address, expire, and are used once."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from assessment.accounts.models import (
    Enterprise,
    Grant,
    GrantLevel,
    Invitation,
    Membership,
    User,
    Workspace,
    WorkspaceRole,
)
from assessment.accounts.tokens import hash_token, make_token
from assessment.accounts.workspaces.addresses import has_proven
from assessment.accounts.workspaces.events import Event, record_on_workspace
from assessment.accounts.workspaces.invitations import opening
from assessment.accounts.workspaces.letters import post_invitation
from assessment.audit.actions import record_event

LIFETIME = timedelta(days=14)
DAY = timedelta(days=1)
MOST_A_DAY = 50  # by one person: letters go to strangers' addresses


class AlreadyInvited(Exception):
    """An invitation to this address is waiting."""


class AlreadyIn(Exception):
    """Whoever signs in with this address has it already: a member, the owner, or somebody with access in force."""


class TooManyInvitations(Exception):
    """One person sent as many letters today as they may."""


class NotWaiting(Exception):
    """There is no such invitation, or it is used, revoked or past its time."""


class OtherAddress(Exception):
    """The invitation is for an address that this person has not proven to be theirs."""


@transaction.atomic
def invite_to_workspace(*, workspace: Workspace, email: str, role: WorkspaceRole, by: User) -> Invitation:
    """This function will invite an address into a workspace, by a letter with a link that is kept as a hash only.

    Raises AlreadyIn, AlreadyInvited or TooManyInvitations.
    """
    locked = Workspace.objects.select_for_update().get(pk=workspace.pk)
    if locked.memberships.filter(person__email__iexact=email).exists():
        raise AlreadyIn
    _refuse_repeats(Q(workspace=locked), email, by)
    return _invite(Invitation(workspace=locked, role=role, email=email, invited_by=by))


@transaction.atomic
def invite_to_enterprise(
    *, enterprise: Enterprise, email: str, level: GrantLevel, grant_expires_at: datetime | None, by: User
) -> Invitation:
    """This function will invite an address to an enterprise; accepted, it gives access at `level` until a time.

    Raises AlreadyIn, AlreadyInvited or TooManyInvitations.
    """
    locked = Enterprise.objects.select_for_update().get(pk=enterprise.pk)
    theirs = locked.grants.in_force().filter(person__email__iexact=email)
    if by.email.casefold() == email.casefold() or theirs.exists():
        raise AlreadyIn
    _refuse_repeats(Q(enterprise=locked), email, by)
    return _invite(
        Invitation(enterprise=locked, level=level, grant_expires_at=grant_expires_at, email=email, invited_by=by)
    )


def _refuse_repeats(place: Q, email: str, by: User) -> None:
    if Invitation.objects.waiting().filter(place, email__iexact=email).exists():
        raise AlreadyInvited
    if Invitation.objects.filter(invited_by=by, invited_at__gt=timezone.now() - DAY).count() >= MOST_A_DAY:
        raise TooManyInvitations


def _invite(invitation: Invitation) -> Invitation:
    token = make_token()
    invitation.token_hash, invitation.expires_at = hash_token(token), timezone.now() + LIFETIME
    invitation.save()
    post_invitation(invitation, token, LIFETIME.days)
    _record(Event.INVITED, invitation, invitation.invited_by)
    return invitation


@transaction.atomic
def send_invitation_again(*, invitation: Invitation, by: User) -> None:
    """This function will post a new link with a new time; the old link opens nothing any more.

    One that has expired begins to wait again. Raises NotWaiting for one that is used or revoked, or TooManyInvitations.
    """
    locked = (
        Invitation.objects.select_for_update(of=("self",))
        .filter(pk=invitation.pk)
        .select_related("workspace", "enterprise", "invited_by")
        .first()
    )
    if locked is None or locked.accepted_at is not None or locked.revoked_at is not None:
        raise NotWaiting
    if Invitation.objects.filter(invited_by=by, invited_at__gt=timezone.now() - DAY).count() >= MOST_A_DAY:
        raise TooManyInvitations
    token = make_token()
    locked.token_hash, locked.invited_by = hash_token(token), by
    locked.invited_at, locked.expires_at = timezone.now(), timezone.now() + LIFETIME
    locked.save()
    post_invitation(locked, token, LIFETIME.days)
    _record(Event.INVITED_AGAIN, locked, by)


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: User) -> None:
    """This function will make the link of an invitation open nothing any more. Raises NotWaiting where it is used."""
    locked = Invitation.objects.select_for_update().filter(pk=invitation.pk).first()
    if locked is None or locked.accepted_at is not None or locked.revoked_at is not None:
        raise NotWaiting
    Invitation.objects.filter(pk=locked.pk).update(revoked_at=Now())
    _record(Event.INVITATION_REVOKED, locked, by)


@transaction.atomic
def accept_invitation(*, token: str, person: User) -> Invitation:
    """This function will let a person in where an invitation invites them to: as a member, or by a grant.

    Raises NotWaiting, or OtherAddress where the person has not proven the address that it is for.
    """
    invitation = Invitation.objects.select_for_update().filter(token_hash=hash_token(token)).first()
    if invitation is None or not opening().filter(pk=invitation.pk).exists():
        raise NotWaiting
    if not has_proven(person, invitation.email):
        raise OtherAddress
    if invitation.workspace is not None:
        _join(invitation.workspace, invitation.role, person)
    if invitation.enterprise is not None:
        _give_access(invitation, invitation.enterprise, person)
    Invitation.objects.filter(pk=invitation.pk).update(accepted_at=Now(), accepted_by=person)
    _record(Event.INVITATION_ACCEPTED, invitation, person)
    return invitation


def _join(workspace: Workspace, role: str, person: User) -> None:
    """Somebody who became a member meanwhile keeps their role."""
    locked = Workspace.objects.select_for_update().get(pk=workspace.pk)
    _membership, is_new = Membership.objects.get_or_create(workspace=locked, person=person, defaults={"role": role})
    if is_new:
        record_on_workspace(Event.MEMBER_JOINED, locked, person, role=role)


def _give_access(invitation: Invitation, enterprise: Enterprise, person: User) -> None:
    """A grant that stands already, or has run out, takes what the owner said last."""
    if enterprise.owner_id == person.pk:
        return
    Grant.objects.update_or_create(
        enterprise=enterprise,
        person=person,
        withdrawn_at=None,
        defaults={
            "level": invitation.level,
            "given_by": invitation.invited_by,
            "expires_at": invitation.grant_expires_at,
        },
    )


def _record(event: Event, invitation: Invitation, by: User) -> None:
    """Addresses stay out of the record: the invitation holds its own."""
    record_event(
        event=event,
        object_type="invitation",
        object_id=invitation.public_id,
        actor=by,
        details={"workspace": invitation.workspace.slug, "role": invitation.role}
        if invitation.workspace
        else {"level": invitation.level},
        enterprise_id=invitation.enterprise_id,
    )
