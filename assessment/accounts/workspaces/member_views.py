"""The members of a workspace: everybody in it sees them, owners change who they are."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.accounts.access import Seat, seat_for
from assessment.accounts.rights import Right
from assessment.accounts.workspaces.forms import HandOverForm, RoleForm
from assessment.accounts.workspaces.members import (
    LastOwner,
    NoLongerOwner,
    NotAMember,
    hand_over,
    leave_workspace,
    remove_member,
    set_role,
)
from assessment.accounts.workspaces.members_page import other_members, render_members


@require_safe
@never_cache
def members(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will show who belongs to a workspace and, to its owners, who is invited."""
    return render_members(request, seat_for(request.user, workspace_slug, Right.SEE))


@require_POST
def member_role(request: HttpRequest, workspace_slug: str, member_id: int) -> HttpResponse:
    """This function will give a member another role."""
    seat = seat_for(request.user, workspace_slug, Right.MANAGE)
    form = RoleForm(request.POST)
    if not form.is_valid():
        messages.error(request, gettext("Choose one of the roles."))
    elif _done(request, set_role, workspace=seat.workspace, person_id=member_id, role=form.chosen(), by=seat.person):
        messages.success(request, gettext("The role is saved."))
    return _back(seat)


@require_POST
def member_remove(request: HttpRequest, workspace_slug: str, member_id: int) -> HttpResponse:
    """This function will take a member out of the workspace."""
    seat = seat_for(request.user, workspace_slug, Right.MANAGE)
    if _done(request, remove_member, workspace=seat.workspace, person_id=member_id, by=seat.person):
        messages.success(request, gettext("Removed: this person does not see the workspace any more."))
    return redirect("accounts:workspace-list") if member_id == seat.person.pk else _back(seat)


@require_POST
def leave(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will take whoever asks out of the workspace."""
    seat = seat_for(request.user, workspace_slug, Right.SEE)
    if not _done(request, leave_workspace, workspace=seat.workspace, person=seat.person):
        return _back(seat)
    messages.success(request, gettext("You have left the workspace."))
    return redirect("accounts:workspace-list")


@require_POST
def hand_workspace_over(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will make another member owner in place of the one who asks."""
    seat = seat_for(request.user, workspace_slug, Right.MANAGE)
    form = HandOverForm(request.POST, others=other_members(seat))
    if not form.is_valid():
        return render_members(request, seat, handing_over=form)
    own_role = form.chosen_role()
    given = {"to_id": form.cleaned_data["to"], "own_role": own_role}
    if not _done(request, hand_over, workspace=seat.workspace, by=seat.person, **given):
        return _back(seat)
    messages.success(request, gettext("The workspace is handed over."))
    return redirect("accounts:workspace-list") if own_role is None else _back(seat)


def _done(request: HttpRequest, action: Any, **given: Any) -> bool:
    """Runs one action on members; where it is refused, the reader is told why."""
    try:
        action(**given)
    except LastOwner:
        messages.error(
            request,
            gettext("A workspace has at least one owner, and there is no other. Make somebody else owner first."),
        )
    except NotAMember as gone:
        raise Http404 from gone
    except NoLongerOwner:
        messages.error(request, gettext("You are no owner of this workspace any more; nothing was changed."))
    else:
        return True
    return False


def _back(seat: Seat) -> HttpResponse:
    return redirect("accounts:members", seat.workspace.slug)
