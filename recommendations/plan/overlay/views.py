"""The advice desk: the engine's list untouched beside what the workspace shows."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.accounts.rights import Right
from assessment.responses.access import Casework, casework_for
from assessment.responses.casework_pages import Step, frame_of
from recommendations.plan.overlay.actions import NothingToUndo, OverlayConflict, undo_last
from recommendations.plan.overlay.changing import MOVED, changed, desk_address, desk_for
from recommendations.plan.overlay.conflict import conflict_page
from recommendations.plan.overlay.desk import desk_of
from recommendations.plan.overlay.forms import MoveForm, PressForm, ReasonForm
from recommendations.plan.overlay.page import desk_context


@require_safe
@never_cache
def advice_desk(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will show the engine's list and the workspace's; before there is advice it says so."""
    casework = casework_for(request.user, workspace_slug, client_id, public_id, Right.SEE)
    return show_desk(request, casework)


def show_desk(request: HttpRequest, casework: Casework, **refused: Any) -> HttpResponse:
    """This function will return the page; `refused` is a form that was not valid (422)."""
    desk = desk_of(casework)
    context = frame_of(casework, Step.ADVICE)
    if desk is not None:
        moved = request.GET.get(MOVED, "")
        context |= desk_context(desk, timezone.localdate(), get_language() or "en", moved, **refused)
    template = "plan/overlay.html" if desk is not None else "plan/overlay_none.html"
    return render(request, template, context, status=422 if refused else 200)


@require_POST
def advice_change(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will leave out, show again or take out one recommendation, and lead back to it."""
    desk = desk_for(request, workspace_slug, client_id, public_id)
    form = PressForm(request.POST)
    if not form.is_valid():
        return show_desk(request, desk.casework, press=form)
    return changed(request, desk, form, form.change(), desk_address(desk, anchor=f"shown-{form.cleaned_data['key']}"))


@require_POST
def advice_move(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will put one recommendation before another, and lead back to the button that was pressed."""
    desk = desk_for(request, workspace_slug, client_id, public_id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return show_desk(request, desk.casework, move=form)
    return changed(request, desk, form, form.change(), desk_address(desk, form.moved()))


@require_POST
def advice_undo(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will take back the last change that stands, by changing it back."""
    desk = desk_for(request, workspace_slug, client_id, public_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return show_desk(request, desk.casework, undo=form)
    try:
        undo_last(run=desk.run, seat=desk.seat, **form.cleaned_data)
    except OverlayConflict as conflict:
        return conflict_page(request, desk, conflict.made, form, None)
    except NothingToUndo:
        messages.warning(request, gettext("There is nothing to take back."))
    return HttpResponseRedirect(desk_address(desk, anchor="history"))
