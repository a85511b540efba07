"""The page of the members, shown as it is or again with a form that was refused."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from assessment.accounts.access import Seat
from assessment.accounts.models import Membership, WorkspaceRole
from assessment.accounts.rights import Right
from assessment.accounts.workspaces.forms import HandOverForm, InviteForm, RoleForm
from assessment.accounts.workspaces.queries import invitation_rows, members_of


def render_members(
    request: HttpRequest, seat: Seat, *, inviting: InviteForm | None = None, handing_over: HandOverForm | None = None
) -> HttpResponse:
    """This function will show the members; 422 where a form came back with errors."""
    members = members_of(seat.workspace)
    others = [each for each in members if each.person_id != seat.person.pk]
    refused = next((form for form in (inviting, handing_over) if form is not None), None)
    page = {
        "seat": seat,
        "tab": "members",
        "rows": [
            (each, _role(each), RoleForm(initial={"role": each.role}, auto_id=f"id_%s_{each.person_id}"))
            for each in members
        ],
        "is_owner": seat.may(Right.MANAGE),
        "is_last_owner": _is_last_owner(seat, members),
        "invitations": invitation_rows(seat.workspace) if seat.may(Right.MANAGE) else [],
        "inviting": inviting or InviteForm(),
        "handing_over": handing_over or (HandOverForm(others=others) if others else None),
        "form": refused,
    }
    return render(request, "accounts/members.html", page, status=422 if refused is not None else 200)


def other_members(seat: Seat) -> list[Membership]:
    """This function will return the members of the person's workspace besides the person."""
    return [each for each in members_of(seat.workspace) if each.person_id != seat.person.pk]


def _role(membership: Membership) -> str:
    return str(WorkspaceRole(membership.role).label)


def _is_last_owner(seat: Seat, members: list[Membership]) -> bool:
    owners = [each.person_id for each in members if each.role == WorkspaceRole.OWNER]
    return owners == [seat.person.pk]
