"""Taking the last change back, and doing it again."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from assessment.bank.editing.actions import NothingToUndo, redo_change, undo_change
from assessment.bank.faults import DocumentError
from assessment.bank.models import Change
from recommendations.studio.access import EDIT, workshop_for
from recommendations.studio.history.access import copy_named
from recommendations.studio.history.forms import ChangeForm
from recommendations.studio.history.ways_back import way_back


@require_POST
def undo(request: HttpRequest, bank_slug: str) -> HttpResponse:
    return _replay(request, bank_slug, undo_change, _("Undone."))


@require_POST
def redo(request: HttpRequest, bank_slug: str) -> HttpResponse:
    return _replay(request, bank_slug, redo_change, _("Done again."))


def _replay(request: HttpRequest, bank_slug: str, action: Callable[..., Change], done: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, EDIT)
    form = ChangeForm(request.POST)
    if not form.is_valid():
        raise Http404
    craft, copy = copy_named(workshop, form.cleaned_data["copy"])
    try:
        action(craft=craft, copy=copy, change_id=form.cleaned_data["change"], by=workshop.person)
    except NothingToUndo:
        messages.warning(request, _("Something else was changed meanwhile. Look at what would be undone now."))
    except DocumentError:
        messages.error(request, _("This cannot be taken back: what was changed since would not fit any more."))
    else:
        messages.success(request, done)
    return redirect(way_back(request, reverse("studio:differences", kwargs={"bank_slug": bank_slug})))
