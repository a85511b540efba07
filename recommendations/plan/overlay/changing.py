"""One change of the advice by somebody at the desk: the door, the change, and where it leads."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext

from assessment.accounts.rights import Right
from assessment.responses.access import casework_for
from recommendations.plan.overlay.actions import NotApplicable, OverlayConflict, change_advice
from recommendations.plan.overlay.conflict import conflict_page
from recommendations.plan.overlay.desk import Desk, desk_of
from recommendations.plan.overlay.folding import Change
from recommendations.plan.overlay.forms import ReasonForm

MOVED = "moved"


def desk_for(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, right: Right = Right.WORK
) -> Desk:
    """This function will return the desk for somebody with the right; without advice it does not exist (404)."""
    desk = desk_of(casework_for(request.user, workspace_slug, client_id, public_id, right))
    if desk is None:
        raise Http404
    return desk


def desk_address(desk: Desk, moved: str = "", anchor: str = "") -> str:
    """This function will return the address of the desk, of the row `moved`, to which the focus goes."""
    casework = desk.casework
    arguments = [casework.seat.workspace.slug, casework.file.client.public_id, casework.assessment.public_id]
    query = f"?{MOVED}={moved}" if moved else ""
    return reverse("plan:advice-desk", args=arguments) + query + (f"#{anchor}" if anchor else "")


def changed(request: HttpRequest, desk: Desk, form: ReasonForm, change: Change, address: str) -> HttpResponse:
    """This function will make a change and lead to `address`; where the list is another one, it says so.

    `form` is valid; it holds the number on top of which the change was meant.
    """
    try:
        change_advice(run=desk.run, seat=desk.seat, base=form.cleaned_data["base"], change=change)
    except OverlayConflict as conflict:
        return conflict_page(request, desk, conflict.made, form, change)
    except NotApplicable:
        messages.warning(request, gettext("That was not possible: the list is not as you saw it. Look again."))
        return HttpResponseRedirect(desk_address(desk))
    return HttpResponseRedirect(address)
