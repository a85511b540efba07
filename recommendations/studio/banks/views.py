"""The list of banks, the page of one, and what is settled there."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.accounts.models import PlatformRole
from assessment.accounts.roles import require_role, roles_of
from recommendations.studio.access import ADMINISTER, ANY, READ, RELEASE, workshop_for
from recommendations.studio.banks.actions import bring_bank_back, retire_bank, settle_second_person
from recommendations.studio.banks.forms import SecondPersonForm
from recommendations.studio.banks.next_steps import next_steps
from recommendations.studio.banks.overview import overviews


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """This function will list the banks, or lead those who keep something else only to that."""
    roles = roles_of(require_role(request.user, ANY))
    if roles.isdisjoint(READ):
        return redirect("studio:catalogue-home" if PlatformRole.CATALOGUE in roles else "studio:record")
    return render(request, "studio/banks/home.html", {"banks": overviews(), "may_edit": PlatformRole.EDITOR in roles})


@require_safe
@never_cache
def bank_show(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show one bank: its state, what comes next, its releases and its settings."""
    workshop = workshop_for(request.user, bank_slug, READ)
    (overview,) = overviews(bank_slug)
    context = {"workshop": workshop, "tab": "", "each": overview, "steps": next_steps(workshop, overview)}
    return render(request, "studio/banks/show.html", context)


@require_POST
def second_person(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will settle whether a second person must release the bank: not for publishers to decide themselves."""
    workshop = workshop_for(request.user, bank_slug, ADMINISTER)
    form = SecondPersonForm(request.POST)
    is_needed = form.is_valid() and form.cleaned_data["is_needed"]
    settle_second_person(bank=workshop.bank, is_needed=is_needed, by=workshop.person)
    said = _("A second person releases this bank.") if is_needed else _("Any publisher may release this bank alone.")
    messages.success(request, said)
    return redirect("studio:bank-show", bank_slug)


@require_POST
def retire(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will offer the bank to nobody new."""
    workshop = workshop_for(request.user, bank_slug, RELEASE)
    retire_bank(bank=workshop.bank, by=workshop.person)
    messages.success(request, _("The bank is retired. What was begun with it goes on."))
    return redirect("studio:bank-show", bank_slug)


@require_POST
def bring_back(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will offer a retired bank again."""
    workshop = workshop_for(request.user, bank_slug, RELEASE)
    bring_bank_back(bank=workshop.bank, by=workshop.person)
    messages.success(request, _("The bank is offered again."))
    return redirect("studio:bank-show", bank_slug)
