"""A file on trial: what it would change, and taking what was picked of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessment.bank.editing.actions import Overtaken
from assessment.bank.faults import DocumentError
from recommendations.studio.access import EDIT, Workshop, workshop_for
from recommendations.studio.files.actions import NothingPicked, Taken, take_picks
from recommendations.studio.files.categories import may_keep_categories
from recommendations.studio.files.forms import PicksForm
from recommendations.studio.files.kept import file_for
from recommendations.studio.files.listing import grain_for, whole_ticks
from recommendations.studio.files.picking import PicksDoNotFit
from recommendations.studio.files.trial import Trial, trial_of
from recommendations.studio.files.trial_page import misfits_in_words, trial_page
from recommendations.studio.models import FileOnTrial


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def file_show(request: HttpRequest, bank_slug: str, file_id: UUID) -> HttpResponse:
    """This function will show what a file would change; a POST changes ticks only."""
    workshop, file = workshop_for(request.user, bank_slug, EDIT), file_for(request.user, file_id)
    form = PicksForm(request.POST) if request.method == "POST" else None
    picks = form.sent if form is not None else None
    try:
        trial = trial_of(workshop, bytes(file.content), file.name, form.bases if form is not None else None)
    except DocumentError as error:
        return _refused(request, workshop, file, error)
    return _page(request, workshop, file, trial, picks, do=form.asked if form is not None else "")


@require_POST
def file_take(request: HttpRequest, bank_slug: str, file_id: UUID) -> HttpResponse:
    """This function will put what is ticked into the working copies, all of it or nothing."""
    workshop, file = workshop_for(request.user, bank_slug, EDIT), file_for(request.user, file_id)
    form = PicksForm(request.POST)
    try:
        trial = trial_of(workshop, bytes(file.content), file.name, form.bases)
        taken = _take(workshop, trial, form.sent)
    except DocumentError as error:
        return _refused(request, workshop, file, error)
    except NothingPicked:
        return _page(request, workshop, file, trial, form.sent, 422, nothing_picked=True)
    except PicksDoNotFit as error:
        misfits = misfits_in_words(trial, error, get_language() or "")
        return _page(request, workshop, file, trial, form.sent, 422, refused=misfits)
    except Overtaken as error:
        trial = trial_of(workshop_for(request.user, bank_slug, EDIT), bytes(file.content), file.name)
        return _page(request, workshop, file, trial, form.sent, 409, overlaps=error.overlaps)
    return _done(request, bank_slug, file, taken)


def _take(workshop: Workshop, trial: Trial, sent: set[str]) -> Taken:
    return take_picks(
        trial=trial,
        bank_slug=workshop.bank.slug,
        ticks=whole_ticks(trial.sides, grain_for(trial.sides), sent),
        with_categories=may_keep_categories(workshop.person),
        by=workshop.person,
    )


def _done(request: HttpRequest, bank_slug: str, file: FileOnTrial, taken: Taken) -> HttpResponse:
    said = ngettext(
        "%(count)d change was taken into the working copy.",
        "%(count)d changes were taken into the working copy.",
        taken.count,
    )
    messages.success(request, said % {"count": taken.count})
    if taken.left:
        return redirect("studio:file-show", bank_slug, file.public_id)
    file.delete()
    return redirect("studio:files", bank_slug)


def _page(
    request: HttpRequest,
    workshop: Workshop,
    file: FileOnTrial,
    trial: Trial,
    picks: set[str] | None,
    status: int = 200,
    *,
    do: str = "",
    **more: Any,
) -> HttpResponse:
    page = trial_page(workshop, trial, get_language() or "", picks, do)
    context = {"workshop": workshop, "tab": "files", "file": file, "page": page, **more}
    return render(request, "studio/files/trial.html", context, status=status)


def _refused(request: HttpRequest, workshop: Workshop, file: FileOnTrial, error: DocumentError) -> HttpResponse:
    context = {"workshop": workshop, "tab": "files", "file": file, "faults": error.faults}
    return render(request, "studio/files/refused.html", context, status=422)
