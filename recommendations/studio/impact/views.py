"""What a release would change: begin a replay, go on with it, read what it found."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.responses.submitted import latest_of_bank
from assessment.scoring.samples import SETS
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.studio.access import READ, workshop_for
from recommendations.studio.impact.actions import BATCHES_AT_ONCE, ReplayRefused, comparison_of, go_on, start_replay
from recommendations.studio.impact.forms import StartForm, StepForm
from recommendations.studio.impact.page import impact_page
from recommendations.studio.impact.queries import replay_for, replays_of
from recommendations.studio.impact.tally import Tally
from recommendations.studio.models import Basis


@require_safe
@never_cache
def impact(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, READ)
    stored = latest_of_bank(bank_slug).count()
    form = StartForm(initial={"basis": Basis.STORED if stored else Basis.GENERATED})
    page = {"workshop": workshop, "tab": "impact", "form": form, "stored": stored, "generated": SETS}
    return render(request, "studio/impact/impact.html", page | {"replays": replays_of(workshop)})


@require_POST
def impact_start(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will begin a replay of the working copies and lead to it; with errors in them it says so instead."""
    workshop, form = workshop_for(request.user, bank_slug, READ), StartForm(request.POST)
    if not form.is_valid():
        return redirect("studio:impact", bank_slug)
    try:
        replay = start_replay(workshop=workshop, basis=Basis(form.cleaned_data["basis"]))
    except ReplayRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("studio:impact", bank_slug)
    return redirect("studio:impact-show", bank_slug, replay.public_id)


@require_safe
@never_cache
def impact_show(request: HttpRequest, bank_slug: str, replay_id: UUID) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, READ)
    replay = replay_for(workshop, replay_id)
    locale = get_language() or FALLBACK_LOCALE
    page = impact_page(Tally.from_json(replay.tally), comparison_of(replay), bank_slug, locale)
    shown = {"workshop": workshop, "tab": "impact", "replay": replay, "page": page}
    return render(request, "studio/impact/show.html", shown)


@require_POST
@never_cache
def impact_step(request: HttpRequest, bank_slug: str, replay_id: UUID) -> HttpResponse:
    """This function will go on with a replay: one batch for a script, which is told how far it is, else many."""
    workshop, form = workshop_for(request.user, bank_slug, READ), StepForm(request.POST)
    is_long = form.is_valid() and form.cleaned_data["long"]
    replay = go_on(replay=replay_for(workshop, replay_id), batches=BATCHES_AT_ONCE if is_long else 1)
    if is_long:
        return redirect("studio:impact-show", bank_slug, replay_id)
    return JsonResponse({"done": replay.done, "total": replay.total, "finished": replay.finished_at is not None})
