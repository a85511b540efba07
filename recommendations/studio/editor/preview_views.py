"""Pages of the question editor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from recommendations.studio.access import READ, workshop_for


def preview(request: HttpRequest, bank_slug: str, **keys: str) -> HttpResponse:
    """This function will show the page."""
    workshop = workshop_for(request.user, bank_slug, READ)
    return render(request, "studio/base.html", {"workshop": workshop, "tab": "questions"})
