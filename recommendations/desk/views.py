"""The overview for the people who run an installation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.desk.access import require_staff
from recommendations.desk.queries import FEWEST_SHOWN, assessment_counts, distribution, recent_submissions


@require_safe
@never_cache
def overview(request: HttpRequest) -> HttpResponse:
    """This function will show counts, levels and the latest submissions to staff, without any enterprise's name."""
    require_staff(request.user)
    locale = get_language() or FALLBACK_LOCALE
    page = {
        "counts": assessment_counts(),
        "distribution": distribution(locale),
        "submissions": recent_submissions(locale),
        "fewest_shown": FEWEST_SHOWN,
    }
    return render(request, "desk/overview.html", page)
