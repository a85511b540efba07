"""The advice page, and what is done to actions and rules right there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from recommendations.studio.access import EDIT, READ, workshop_for


@require_safe
def advice(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, READ)
    return render(request, "studio/advice/advice.html", {"workshop": workshop, "tab": "advice"})


@require_POST
def item_move(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop_for(request.user, bank_slug, EDIT)
    return HttpResponse(status=501)


@require_POST
def action_duplicate(request: HttpRequest, bank_slug: str, action_key: str) -> HttpResponse:
    workshop_for(request.user, bank_slug, EDIT)
    return HttpResponse(status=501)


@require_POST
def rule_duplicate(request: HttpRequest, bank_slug: str, rule_key: str) -> HttpResponse:
    workshop_for(request.user, bank_slug, EDIT)
    return HttpResponse(status=501)
