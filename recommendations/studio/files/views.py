"""The page of files of one bank."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from recommendations.studio.access import READ, workshop_for


@require_safe
@never_cache
def files(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, READ)
    return render(request, "studio/files/files.html", {"workshop": workshop, "tab": "files"})
