"""Pages of what was changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from recommendations.studio.access import READ, workshop_for


def differences(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, READ)
    return render(request, "studio/history/differences.html", {"workshop": workshop, "tab": "changes"})


def history(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, READ)
    return render(request, "studio/history/history.html", {"workshop": workshop, "tab": "changes"})
