"""Progress from round to round."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.responses.access import Need, assessment_for
from assessment.responses.round_queries import open_next_round
from recommendations.plan.progress_page import progress_page
from recommendations.plan.progress_rounds import taken_rounds


@require_safe
@never_cache
def progress(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show all submitted rounds of the enterprise, compared; before submission leads to the check page."""
    assessment = assessment_for(request, public_id, Need.READ)
    if not assessment.is_submitted:
        return redirect("responses:check", public_id)
    context = {
        "assessment": assessment,
        "page": progress_page(taken_rounds(assessment), get_language() or "en"),
        "begun": open_next_round(assessment.enterprise_id, assessment.release.bank_id),
    }
    return render(request, "plan/progress.html", context)
