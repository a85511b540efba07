"""Releasing what was worked on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from recommendations.studio.access import READ, workshop_for


@require_safe
@never_cache
def release(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show what would be released, and what speaks against it."""
    workshop = workshop_for(request.user, bank_slug, READ)
    return render(request, "studio/release/show.html", {"workshop": workshop, "tab": "release"})
