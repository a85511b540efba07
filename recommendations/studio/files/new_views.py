"""New banks: from a file, from nothing, or from a bank that there is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.accounts.roles import require_role
from recommendations.studio.access import EDIT


@require_safe
@never_cache
def bank_import(request: HttpRequest) -> HttpResponse:
    require_role(request.user, EDIT)
    return render(request, "studio/files/import.html", {"workshop": None})
