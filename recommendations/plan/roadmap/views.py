"""The roadmap: what to do this year with the money and the days there are, and taking it into the plan."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.accounts.access import person_of
from assessment.responses.access import Need, assessment_for
from recommendations.plan.plan_notices import Said, notice_address
from recommendations.plan.plan_queries import plan_of
from recommendations.plan.planning import take_up_roadmap
from recommendations.plan.roadmap.forms import TakeUpForm
from recommendations.plan.roadmap.page import RoadmapPage
from recommendations.plan.roadmap.solving import CannotStand
from recommendations.plan.rounds import round_of


@require_safe
@never_cache
def roadmap(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show the roadmap for the budget and the days in the address."""
    page = _page(request, public_id, Need.READ)
    if page is None:
        return redirect("responses:check", public_id)
    return render(request, "plan/roadmap.html", page.whole())


@require_safe
@never_cache
def roadmap_part(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show what follows the slider, without the page around it, or what it cannot read (422)."""
    page = _page(request, public_id, Need.READ)
    if page is None or not page.solver.can_solve:
        return redirect("plan:roadmap", public_id)
    if page.form.errors:
        return render(request, "plan/roadmap_faults.html", page.faults(), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return render(request, "plan/roadmap_part.html", page.part())


@require_safe
@never_cache
def roadmap_more(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show what more money would change; it takes longer than the roadmap itself."""
    page = _page(request, public_id, Need.READ)
    if page is None or not page.solver.can_solve or page.form.errors:
        return redirect("plan:roadmap", public_id)
    return render(request, "plan/roadmap_more.html", page.more())


@require_POST
def roadmap_take_up(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will put the roadmap that was shown into the plan, and lead there."""
    page, form = _page(request, public_id, Need.PLAN), TakeUpForm(request.POST)
    if page is None or not page.solver.can_solve or page.form.errors:
        return redirect("plan:roadmap", public_id)
    if not form.is_valid():
        return render(request, "plan/roadmap.html", page.whole(form), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        solved = page.solved()
    except CannotStand:
        return redirect("plan:roadmap", public_id)
    taken = take_up_roadmap(
        assessment=page.assessment,
        placements=solved.placements,
        budget=solved.wanted.budget,
        days_per_quarter=solved.wanted.days,
        begins_on=form.cleaned_data["begins_on"],
        language=get_language() or "",
        actor=person_of(request),
    )
    counts = {"added": len(taken.added), "kept": len(taken.kept)}
    return HttpResponseRedirect(notice_address(public_id, Said.TAKEN_UP, **counts))


def _page(request: HttpRequest, public_id: UUID, need: Need) -> RoadmapPage | None:
    """None before submission."""
    assessment = assessment_for(request, public_id, need)
    current = round_of(assessment)
    if current is None:
        return None
    data = request.POST if request.method == "POST" else request.GET
    return RoadmapPage(assessment, current, plan_of(assessment), data, get_language() or "en")
