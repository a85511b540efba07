"""To come."""

from django.http import HttpRequest, HttpResponse

from recommendations.studio.access import EDIT, workshop_for


def action_remove(request: HttpRequest, bank_slug: str, **names: str) -> HttpResponse:
    workshop_for(request.user, bank_slug, EDIT)
    return HttpResponse(status=501)


def rule_remove(request: HttpRequest, bank_slug: str, **names: str) -> HttpResponse:
    workshop_for(request.user, bank_slug, EDIT)
    return HttpResponse(status=501)
