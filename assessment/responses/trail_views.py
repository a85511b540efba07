"""Who answered, changed and verified: the enterprise's own page of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.responses.access import Need, assessment_for
from assessment.responses.trail import trail_of
from assessment.responses.trail_asks import asked_back
from assessment.responses.trail_page import trail_sections
from assessment.responses.trail_page_steps import step_lines


@require_safe
@never_cache
def trail(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show who answered, changed and overrode what, when and why."""
    assessment = assessment_for(request, public_id, Need.READ)
    found = trail_of(assessment)
    steps = step_lines(assessment, found, asked_back(assessment), get_language())
    sections = trail_sections(assessment, found, get_language())
    return render(request, "responses/trail.html", {"assessment": assessment, "steps": steps, "sections": sections})
