"""The check page: everything that speaks against releasing the working copies as they stand."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from recommendations.studio.access import READ, workshop_for
from recommendations.studio.trial.check_page import check_page
from recommendations.studio.trial.copies import Unreadable, copies_of
from recommendations.studio.trial.unreadable import unreadable_page


@require_safe
@never_cache
def check(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show what the checkers find, with `?deep=1` after trying generated answers as well."""
    workshop = workshop_for(request.user, bank_slug, READ)
    try:
        copies = copies_of(workshop)
    except Unreadable as fault:
        return unreadable_page(request, workshop, "check", fault)
    page = check_page(copies, request.GET, get_language() or "en")
    return render(request, "studio/trial/check.html", {"workshop": workshop, "tab": "check", "page": page})
