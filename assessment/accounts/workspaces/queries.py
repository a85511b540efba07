"""What the pages of workspaces show."""

from dataclasses import dataclass

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from assessment.accounts.models import Client, Invitation, Membership, User, Workspace, WorkspaceKind, WorkspaceRole
from assessment.accounts.workspaces.invitations import unanswered


@dataclass(frozen=True, slots=True)
class WorkspaceRow:
    """One of the person's workspaces, with their role in it."""

    workspace: Workspace
    kind: str
    role: str
    member_count: int
    client_count: int


@dataclass(frozen=True, slots=True)
class InvitationRow:
    invitation: Invitation
    role: str
    is_expired: bool


def workspace_rows(person: User) -> list[WorkspaceRow]:
    """This function will return the workspaces of a person by name. One query."""
    mine = Membership.objects.filter(person=person).select_related("workspace").order_by("workspace__name", "pk")
    members = Membership.objects.filter(workspace=OuterRef("workspace"))
    clients = Client.objects.kept().filter(workspace=OuterRef("workspace"))
    rows = mine.annotate(member_count=_counted(members), client_count=_counted(clients))
    return [
        WorkspaceRow(
            workspace=row.workspace,
            kind=str(WorkspaceKind(row.workspace.kind).label),
            role=str(WorkspaceRole(row.role).label),
            member_count=row.member_count,
            client_count=row.client_count,
        )
        for row in rows
    ]


def _counted(rows: "QuerySet[Membership] | QuerySet[Client]") -> Coalesce:
    counted = rows.order_by().values("workspace").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def members_of(workspace: Workspace) -> list[Membership]:
    """This function will return the members of a workspace, owners first, then by address. One query."""
    found = list(workspace.memberships.select_related("person").order_by("person__email", "pk"))
    return sorted(found, key=lambda each: list(WorkspaceRole).index(WorkspaceRole(each.role)))


def invitation_rows(workspace: Workspace) -> list[InvitationRow]:
    """This function will return the unanswered invitations of a workspace, newest first. One query."""
    now = timezone.now()
    return [
        InvitationRow(each, str(WorkspaceRole(each.role).label), each.expires_at <= now)
        for each in unanswered(workspace)
    ]
