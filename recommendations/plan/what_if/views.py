"""Trying other answers: nothing here is kept, neither by looking nor by sending."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.responses.access import Need, assessment_for
from recommendations.plan.rounds import round_of
from recommendations.plan.what_if.page import WhatIfPage

JSON = "application/json"
LONGEST_ADDRESS = 3500  # with the rest of its line below the 4094 characters that servers read of it


@require_safe
@never_cache
def what_if(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show what the supposition in the address would make of the submitted result."""
    assessment = assessment_for(request, public_id, Need.READ)
    current = round_of(assessment)
    if current is None:
        return redirect("responses:check", public_id)
    page = WhatIfPage(assessment, current, request.GET, get_language() or "en")
    return render(request, "plan/what_if.html", page.context())


@require_POST
@never_cache
def what_if_change(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will read a form and lead to the address that says the same; a script gets what changes on the page."""
    assessment = assessment_for(request, public_id, Need.READ)
    current = round_of(assessment)
    if current is None:
        return redirect("responses:check", public_id)
    page = WhatIfPage(assessment, current, request.GET, get_language() or "en")
    before = page.supposed
    page.suppose(request.POST)
    if request.headers.get("Accept") == JSON:
        return JsonResponse(page.differences(before, request.POST))
    if len(page.address) > LONGEST_ADDRESS:
        page = WhatIfPage(assessment, current, request.GET, get_language() or "en")
        context = page.context() | {"is_too_long": True}
        return render(request, "plan/what_if.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(page.address)
