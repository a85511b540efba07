"""Who belongs to a workspace: roles changed, members removed, leaving, handing over. It is never without an owner."""

from django.db import transaction
from django.db.models.functions import Now

from assessment.accounts.models import Client, Invitation, Membership, User, Workspace, WorkspaceRole
from assessment.accounts.workspaces.events import Event, record_on_workspace


class LastOwner(Exception):
    """The workspace would be left without an owner."""


class NotAMember(Exception):
    """This person does not belong to the workspace, or no longer."""


class NoLongerOwner(Exception):
    """Whoever acts was an owner when the page was opened, and is none now."""


class SamePerson(Exception):
    """One hands over to somebody else."""


@transaction.atomic
def set_role(*, workspace: Workspace, person_id: int, role: WorkspaceRole, by: User) -> bool:
    """This function will give a member another role, and say whether it is another.

    Invitations that they sent as an owner end when they are none any more.
    Raises NoLongerOwner, NotAMember or LastOwner.
    """
    members = _locked_members(workspace)
    _require_owner(members, by)
    member = _member(members, person_id)
    before = member.role
    if before == role:
        return False
    if before == WorkspaceRole.OWNER:
        _refuse_without_owner(members, person_id)
    Membership.objects.filter(pk=member.pk).update(role=role)
    if before == WorkspaceRole.OWNER:
        _revoke_invitations(workspace, person_id)
    details = {"person": person_id, "before": before, "after": role.value}
    record_on_workspace(Event.MEMBER_ROLE_SET, workspace, by, **details)
    return True


@transaction.atomic
def remove_member(*, workspace: Workspace, person_id: int, by: User) -> None:
    """This function will take somebody out of the workspace. What they did stays; clients lose their consultant only.

    Raises NoLongerOwner, NotAMember or LastOwner.
    """
    members = _locked_members(workspace)
    _require_owner(members, by)
    _take_out(workspace, members, person_id)
    record_on_workspace(Event.MEMBER_REMOVED, workspace, by, person=person_id)


@transaction.atomic
def leave_workspace(*, workspace: Workspace, person: User) -> None:
    """This function will take a person out of a workspace, as they wish. Raises NotAMember or LastOwner."""
    _take_out(workspace, _locked_members(workspace), person.pk)
    record_on_workspace(Event.MEMBER_LEFT, workspace, person)


@transaction.atomic
def hand_over(*, workspace: Workspace, to_id: int, own_role: WorkspaceRole | None, by: User) -> None:
    """This function will make another member owner and give the old owner `own_role`; None: they leave.

    Raises NoLongerOwner, SamePerson or NotAMember.
    """
    members = _locked_members(workspace)
    _require_owner(members, by)
    if to_id == by.pk:
        raise SamePerson
    heir = _member(members, to_id)
    Membership.objects.filter(pk=heir.pk).update(role=WorkspaceRole.OWNER)
    if own_role is None:
        _forget(workspace, members[by.pk])
    else:
        Membership.objects.filter(pk=members[by.pk].pk).update(role=own_role)
        if own_role != WorkspaceRole.OWNER:
            _revoke_invitations(workspace, by.pk)
    record_on_workspace(Event.HANDED_OVER, workspace, by, person=to_id, own_role=own_role.value if own_role else "")


def _locked_members(workspace: Workspace) -> dict[int, Membership]:
    """The memberships by person. The workspace's row is locked first: whoever comes second sees what the first did."""
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    return {each.person_id: each for each in Membership.objects.filter(workspace=workspace).order_by("pk")}


def _require_owner(members: dict[int, Membership], by: User) -> None:
    mine = members.get(by.pk)
    if mine is None or mine.role != WorkspaceRole.OWNER:
        raise NoLongerOwner


def _member(members: dict[int, Membership], person_id: int) -> Membership:
    if person_id not in members:
        raise NotAMember
    return members[person_id]


def _refuse_without_owner(members: dict[int, Membership], without: int) -> None:
    if not any(each.role == WorkspaceRole.OWNER for key, each in members.items() if key != without):
        raise LastOwner


def _take_out(workspace: Workspace, members: dict[int, Membership], person_id: int) -> None:
    member = _member(members, person_id)
    _refuse_without_owner(members, person_id)
    _forget(workspace, member)


def _forget(workspace: Workspace, member: Membership) -> None:
    Client.objects.filter(workspace=workspace, consultant=member.person_id).update(consultant=None)
    Membership.objects.filter(pk=member.pk).delete()
    _revoke_invitations(workspace, member.person_id)


def _revoke_invitations(workspace: Workspace, person_id: int) -> None:
    """Else somebody who goes could come back by an invitation of their own."""
    theirs = Invitation.objects.filter(workspace=workspace, invited_by=person_id, accepted_at__isnull=True)
    theirs.filter(revoked_at__isnull=True).update(revoked_at=Now())
