"""Beginning the next round."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from assessment.accounts.access import person_of
from assessment.responses.access import Need, assessment_for, set_cookie
from assessment.responses.actions import AssessmentOpen
from assessment.responses.forms import NextRoundForm
from assessment.responses.next_round import start_next_round
from assessment.scoring.scorecard import Scope


@require_POST
def round_start(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will open the next round of a submitted assessment, or go on with the one that is open."""
    assessment = assessment_for(request, public_id, Need.ANSWER)
    scope = NextRoundForm(request.POST).scope_or(Scope(assessment.scope))
    try:
        opened = start_next_round(assessment=assessment, scope=scope, language=get_language(), actor=person_of(request))
    except AssessmentOpen:
        return redirect("responses:assessment-open", public_id)
    response = HttpResponseRedirect(reverse("responses:assessment-open", args=[opened.assessment.public_id]))
    set_cookie(response, opened.assessment, opened.token)
    return response
