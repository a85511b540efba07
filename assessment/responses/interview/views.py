"""The page of an interview: every question of the assessment, answered by a consultant in the client's presence."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessment.accounts.rights import Right
from assessment.bank.releases import scorer_of
from assessment.responses.access import casework_for
from assessment.responses.interview.closing import closing_of
from assessment.responses.interview.page import interview_context
from assessment.responses.interview.section_save import save_interview
from assessment.responses.interview.sides import sides_of
from assessment.scoring.scorecard import Scope


@require_http_methods(["GET", "HEAD", "POST"])
def interview(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will show all questions; POST saves one section as a plain form."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.WORK)
    if request.method == "POST":
        return save_interview(request, work)
    response = render(request, "responses/interview/page.html", interview_context(work))
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
@never_cache
def interview_closing(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will return what is left to do, for the foot of the page."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.WORK)
    scorer, scope = scorer_of(work.assessment.release_id), Scope(work.assessment.scope)
    sides = sides_of(work.assessment.pk)
    closing = closing_of(scorer, scope, sides, scorer.visible(sides.standing, scope))
    context = {"closing": closing, "seat": work.seat, "file": work.file, "assessment": work.assessment}
    return render(request, "responses/interview/closing.html", context)
