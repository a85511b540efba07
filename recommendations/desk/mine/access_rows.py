"""Who has access to an enterprise, and who is invited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models.functions import Now

from assessment.accounts.models import Enterprise, Grant, HandOver, Invitation, Membership, User


@dataclass(frozen=True, slots=True)
class GrantRow:
    """`is_over`: the time that was given has run out. `members` of a workspace see it through it."""

    public_id: UUID
    name: str
    is_workspace: bool
    members: int
    kind: str
    level: str
    given_at: datetime
    given_by: str
    expires_at: datetime | None
    is_over: bool


@dataclass(frozen=True, slots=True)
class AccessRows:
    grants: Sequence[GrantRow]
    invitations: Sequence[Invitation]
    offer: HandOver | None


def access_rows(enterprise: Enterprise) -> AccessRows:
    """This function will return who is let in, workspaces first, and who is invited. Five queries."""
    standing = Grant.objects.filter(enterprise=enterprise, withdrawn_at__isnull=True)
    over = set(standing.filter(expires_at__lte=Now()).values_list("pk", flat=True))
    grants = list(standing.select_related("workspace", "person", "given_by").order_by("-workspace", "given_at", "pk"))
    members: dict[int, int] = {}
    places = Membership.objects.filter(workspace__in=[grant.workspace_id for grant in grants if grant.workspace_id])
    for workspace_id in places.order_by("pk").values_list("workspace", flat=True):
        members[workspace_id] = members.get(workspace_id, 0) + 1
    invitations = Invitation.objects.waiting().filter(enterprise=enterprise).select_related("invited_by")
    rows = [_row(grant, grant.pk in over, members.get(grant.workspace_id or 0, 0)) for grant in grants]
    return AccessRows(
        sorted(rows, key=lambda row: not row.is_workspace),
        list(invitations.order_by("-invited_at", "-pk")),
        HandOver.objects.waiting().filter(enterprise=enterprise).first(),
    )


def _row(grant: Grant, is_over: bool, members: int) -> GrantRow:
    return GrantRow(
        public_id=grant.public_id,
        name=str(grant.workspace) if grant.workspace else _named(grant.person),
        is_workspace=grant.workspace is not None,
        members=members,
        kind=grant.workspace.get_kind_display() if grant.workspace else "",
        level=grant.get_level_display(),
        given_at=grant.given_at,
        given_by=_named(grant.given_by),
        expires_at=grant.expires_at,
        is_over=is_over,
    )


def _named(person: User | None) -> str:
    return person.get_full_name() if person else ""
