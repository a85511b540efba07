"""The test bench: answers chosen or given by hand, and what the working copies make of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from recommendations.studio.access import READ, workshop_for


@require_safe
@never_cache
def bench(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show the bench."""
    workshop = workshop_for(request.user, bank_slug, READ)
    return render(request, "studio/trial/bench.html", {"workshop": workshop, "tab": "bench"})
