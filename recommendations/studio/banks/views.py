"""The list of banks, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.accounts.roles import require_role
from assessment.bank.queries import bank_rows
from recommendations.studio.access import READ, workshop_for


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """This function will list the banks with what there is to know before working on one."""
    require_role(request.user, READ)
    return render(request, "studio/banks/home.html", {"banks": bank_rows()})


@require_safe
@never_cache
def bank_show(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show one bank: its state, what comes next, its releases and its settings."""
    workshop = workshop_for(request.user, bank_slug, READ)
    return render(request, "studio/banks/show.html", {"workshop": workshop, "tab": ""})
