"""Texts of a bank and its playbook, side by side in two languages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from recommendations.studio.access import READ, workshop_for


def languages(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, READ)
    return render(request, "studio/languages/texts.html", {"workshop": workshop, "tab": "languages"})
