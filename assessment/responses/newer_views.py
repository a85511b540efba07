"""Moving an open assessment to the questions of a later major version."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.responses.access import Need, assessment_for
from assessment.responses.answering import AssessmentSubmitted
from assessment.responses.forms import MoveForm
from assessment.responses.models import Assessment
from assessment.responses.moving import Move, NotOffered, move_assessment, move_of
from assessment.responses.newer_page import newer_page


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def newer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show what newer questions would change; POST goes on with them."""
    if request.method == "POST":
        return _move(request, assessment_for(request, public_id, Need.ANSWER))
    assessment = assessment_for(request, public_id, Need.READ)
    move = move_of(assessment)
    return redirect("responses:assessment-open", public_id) if move is None else _page(request, assessment, move)


def _move(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    form = MoveForm(request.POST)
    try:
        if not form.is_valid():
            raise NotOffered
        move_assessment(assessment=assessment, release_id=form.cleaned_data["release"])
    except AssessmentSubmitted:
        return redirect("responses:assessment-open", assessment.public_id)
    except NotOffered:
        move = move_of(assessment)
        if move is not None:
            return _page(request, assessment, move, HTTPStatus.CONFLICT)
    return redirect("responses:assessment-open", assessment.public_id)


def _page(request: HttpRequest, assessment: Assessment, move: Move, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {
        "assessment": assessment,
        "page": newer_page(move, get_language() or ""),
        "form": MoveForm(initial={"release": move.release.pk}),
        "is_other": status == HTTPStatus.CONFLICT,
    }
    return render(request, "responses/newer.html", context, status=status)
