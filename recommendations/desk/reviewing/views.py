"""The review: the enterprise's own answers against the verified ones, and what a consultant does about each."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.accounts.rights import Right
from assessment.responses.accepting import accept_answers
from assessment.responses.access import Casework, casework_for
from assessment.responses.answering import AnswerConflict, AssessmentSubmitted, Change, save_section
from assessment.responses.casework_pages import Step, frame_of
from assessment.responses.models import Perspective
from assessment.responses.trail import trail_of
from assessment.responses.trail_asks import asked_back
from assessment.responses.trail_page import trail_sections
from assessment.responses.trail_page_steps import step_lines
from assessment.scoring.document import Question
from recommendations.desk.reviewing.changing import Editing, conflicting, read_change
from recommendations.desk.reviewing.page import NOTHING_SENT, Sent, review_context
from recommendations.desk.reviewing.seen import seen_versions
from recommendations.desk.reviewing.standing import Standing, standing_of


@require_safe
@never_cache
def review(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will show own and verified answers side by side, gaps first."""
    return review_page(request, casework_for(request.user, workspace_slug, client_id, public_id, Right.SEE))


def review_page(request: HttpRequest, work: Casework, sent: Sent = NOTHING_SENT) -> HttpResponse:
    """This function will return the page; 422 with what was typed and what is wrong about it where something is."""
    context = review_context(request, work, sent)
    return render(request, "desk/review.html", context, status=422 if sent.is_refused else 200)


def review_address(work: Casework, key: str = "") -> str:
    """This function will return the address of the page, or of one question on it."""
    place = reverse(
        "desk:review", args=[work.seat.workspace.slug, work.file.client.public_id, work.assessment.public_id]
    )
    return f"{place}#row-{key}" if key else place


def is_finished_message(request: HttpRequest, work: Casework) -> HttpResponse:
    """This function will lead back to a review that somebody has finished meanwhile."""
    messages.info(request, _("This review is finished: its answers can no longer be changed."))
    return redirect(review_address(work))


@require_POST
def review_save(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will keep one verified answer with its reason."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.REVIEW)
    standing = standing_of(work.assessment)
    question = _question(standing, request.POST.get("key", ""))
    found = read_change(standing, question, request.POST, get_language() or "en")
    if isinstance(found, Editing):
        return review_page(request, work, Sent(editing=found))
    try:
        _save(work, found)
    except AssessmentSubmitted:
        return is_finished_message(request, work)
    except AnswerConflict:
        now = standing_of(work.assessment)
        return review_page(request, work, Sent(editing=conflicting(now, question, request.POST)))
    return redirect(review_address(work, question.key))


def _question(standing: Standing, key: str) -> Question:
    if key not in standing.asked:
        raise Http404
    return standing.scorer.index.questions[key]


def _save(work: Casework, change: Change) -> None:
    save_section(
        assessment=work.assessment, changes=[change], author=work.seat.person, perspective=Perspective.VERIFIED
    )


@require_POST
def review_take_back(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will take one verified answer back: the enterprise's own counts again."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.REVIEW)
    standing = standing_of(work.assessment)
    key = _question(standing, request.POST.get("key", "")).key
    if standing.verified_answer(key) is None:
        return redirect(review_address(work, key))
    try:
        _save(work, Change(key, None, standing.version(key, Perspective.VERIFIED)))
    except AssessmentSubmitted:
        return is_finished_message(request, work)
    except AnswerConflict:
        messages.error(request, _("Somebody else verified this answer just now. Look at it again."))
    return redirect(review_address(work, key))


@require_POST
def review_accept(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will verify the own answers that were ticked, or all that were shown, as they are."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.REVIEW)
    seen = seen_versions(request.POST.getlist("shown" if "all" in request.POST else "ticked"))
    try:
        accepted = accept_answers(assessment=work.assessment, seat=work.seat, seen=seen)
    except AssessmentSubmitted:
        return is_finished_message(request, work)
    said = ngettext("%(count)d answer was accepted.", "%(count)d answers were accepted.", accepted.count)
    messages.success(request, said % {"count": accepted.count})
    if accepted.left:
        left = ngettext(
            "%(count)d answer was changed by the enterprise meanwhile. Look at it again.",
            "%(count)d answers were changed by the enterprise meanwhile. Look at them again.",
            accepted.left,
        )
        messages.warning(request, left % {"count": accepted.left})
    return redirect(review_address(work))


@require_safe
@never_cache
def trail(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will show who answered, changed and overrode what, when and why."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.SEE)
    found, locale = trail_of(work.assessment), get_language() or "en"
    asks = asked_back(work.assessment, work.seat.workspace.pk)
    context = frame_of(work, Step.REVIEW) | {
        "steps": step_lines(work.assessment, found, asks, locale),
        "sections": trail_sections(work.assessment, found, locale),
    }
    return render(request, "desk/review_trail.html", context)
