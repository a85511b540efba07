"""The page of everything that is scored."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from recommendations.studio.access import READ, workshop_for


@require_safe
def scoring(request: HttpRequest, bank_slug: str, **_part: str) -> HttpResponse:
    """This view will show the tree with what each part weighs, and everything else that makes the score."""
    workshop = workshop_for(request.user, bank_slug, READ)
    return render(request, "studio/measure/scoring.html", {"workshop": workshop, "tab": "scoring"})
