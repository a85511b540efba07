"""Who looks at an assessment that is not their own, and what pages may offer them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, Membership, User, WorkspaceRole
from assessment.accounts.rights import NEEDED_LEVELS, RIGHTS, Right


@dataclass(frozen=True, slots=True)
class Visit:
    """Nobody's visit has no `name`: the enterprise itself is at its own pages, and may do everything there.

    `workspace_slug` and `client_id` lead back to the client's page of the workspace through which somebody came.
    """

    name: str = ""
    may_answer: bool = True
    may_plan: bool = True
    workspace: str = ""
    workspace_slug: str = ""
    client_id: UUID | None = None


AT_HOME = Visit()


def visit_of(enterprise: Enterprise, person: User) -> Visit:
    """This function will return what somebody may do whom the door let in. Three queries; none for the owner.

    Who may come in several ways comes in the way that lets them do most.
    """
    if enterprise.owner_id == person.pk:
        return AT_HOME
    grants = Grant.objects.in_force().filter(enterprise=enterprise)
    found = grants.filter(Q(person=person) | Q(workspace__memberships__person=person)).order_by("pk")
    given = [(space, GrantLevel(level)) for space, level in found.values_list("workspace", "level")]
    may = (None, GrantLevel.EDIT) in given
    levels = {space: level for space, level in given if space is not None}
    if may or not levels:
        return Visit(person.get_full_name(), may_answer=may, may_plan=may)
    return _best(_through(enterprise, person, levels))


def _through(enterprise: Enterprise, person: User, levels: dict[int, GrantLevel]) -> Iterable[Visit]:
    clients = dict(
        Client.objects.filter(enterprise=enterprise, workspace__in=levels).values_list("workspace", "public_id")
    )
    seats = Membership.objects.filter(person=person, workspace__in=levels).select_related("workspace").order_by("pk")
    for seat in seats:
        works = Right.WORK in RIGHTS[WorkspaceRole(seat.role)]
        yield Visit(
            person.get_full_name(),
            may_answer=False,
            may_plan=works and levels[seat.workspace_id] in NEEDED_LEVELS[Right.WORK],
            workspace=seat.workspace.name,
            workspace_slug=seat.workspace.slug,
            client_id=clients.get(seat.workspace_id),
        )


def _best(visits: Iterable[Visit]) -> Visit:
    found = list(visits)
    return next((visit for visit in found if visit.may_plan), found[0])
