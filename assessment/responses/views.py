"""The pages of answering: where it goes on, sections, check. The autosave stands in `api`."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.accounts.access import person_of
from assessment.bank.releases import scorer_of
from assessment.responses.access import Need, assessment_for, head_for
from assessment.responses.actions import AssessmentOpen, revise_assessment, widen_assessment
from assessment.responses.asking_page import waiting_count
from assessment.responses.check_page import check_page, check_rail
from assessment.responses.entering import enter
from assessment.responses.models import Assessment
from assessment.responses.progress import sections_in
from assessment.responses.queries import newer_release, own_answers, page_answers
from assessment.responses.section_page import section_page
from assessment.responses.section_save import save_form
from assessment.responses.since import since_round_before
from assessment.scoring.scorecard import Scope


@require_safe
@never_cache
def assessment_open(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will lead to the first section with an open question, or to the result of a submitted one.

    What comes from the round before is open until it is confirmed.
    """
    assessment = assessment_for(request, public_id, Need.READ)
    if assessment.is_submitted:
        return redirect("report:result-show", public_id)
    scorer, scope, answers = scorer_of(assessment.release_id), Scope(assessment.scope), own_answers(assessment)
    settled = answers.keys() - page_answers(assessment.pk).carried if assessment.follows_id else answers.keys()
    visible = scorer.visible(answers, scope)
    for each in sections_in(scorer.document, scope):
        if any(question.key in visible and question.key not in settled for question in each.questions):
            return redirect("responses:section", public_id, each.key)
    return redirect("responses:check", public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, public_id: UUID, section_key: str) -> HttpResponse:
    """This function will show one section; POST saves it as a plain form, for browsers without JavaScript."""
    head = head_for(request, public_id)
    scorer = scorer_of(head.release_id)
    if section_key not in {each.key for each in sections_in(scorer.document, head.scope)}:
        raise Http404
    if request.method == "POST":
        return save_form(request, assessment_for(request, public_id, Need.ANSWER), scorer, section_key)
    return section_page(request, head, scorer, section_key, page_answers(head.pk))


@require_safe
@never_cache
def check(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show what is open, unknown or contradictory, and the way to the result."""
    assessment = assessment_for(request, public_id, Need.READ)
    scorer, scope = scorer_of(assessment.release_id), Scope(assessment.scope)
    page = check_page(scorer, own_answers(assessment), scope, public_id, get_language(), since_round_before(assessment))
    context = {
        "assessment": assessment,
        "page": page,
        "rail": check_rail(scorer.document, scope, page.progress, public_id),
        "may_widen": scope is Scope.QUICK and page.more_in_full > 0,
        "asked_back": waiting_count(assessment),
        "has_newer": not assessment.is_submitted and newer_release(assessment.release) is not None,
    }
    return render(request, "responses/check.html", context)


@require_POST
def assessment_widen(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will go on from the quick scan to the full diagnosis with all answers kept."""
    assessment: Assessment = assessment_for(request, public_id, Need.ANSWER)
    opened = widen_assessment(assessment=assessment, actor=person_of(request))
    return enter(opened) if opened else redirect("responses:assessment-open", public_id)


@require_POST
def assessment_revise(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will open a copy of a submitted assessment at its first section, to change answers there."""
    assessment = assessment_for(request, public_id, Need.ANSWER)
    try:
        opened = revise_assessment(assessment=assessment, actor=person_of(request))
    except AssessmentOpen:
        return redirect("responses:assessment-open", public_id)
    copy = opened.assessment
    first = sections_in(scorer_of(copy.release_id).document, Scope(copy.scope))[0]
    return enter(opened, reverse("responses:section", args=[copy.public_id, first.key]))
