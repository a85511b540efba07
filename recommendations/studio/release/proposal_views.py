"""Asking a second person to release."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from recommendations.studio.access import READ, RELEASE, workshop_for
from recommendations.studio.release.forms import ReleaseForm, SendBackForm
from recommendations.studio.release.hashes import ChangedMeanwhile
from recommendations.studio.release.in_use import NothingToRelease
from recommendations.studio.release.proposals import (
    NoProposal,
    ProposalWaits,
    propose_release,
    send_proposal_back,
    withdraw_proposal,
)
from recommendations.studio.release.views import seen_in, show_changed, show_nothing, show_page, show_refusal


@require_POST
def propose(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will ask a second person to release what was seen."""
    workshop = workshop_for(request.user, bank_slug, READ)
    form = ReleaseForm(request.POST)
    if not form.is_valid():
        return show_page(request, workshop, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    note, seen = form.cleaned_data["note"], seen_in(form)
    try:
        propose_release(bank=workshop.bank, playbook=workshop.playbook, seen=seen, note=note, by=workshop.person)
    except NothingToRelease as nothing:
        return show_nothing(request, workshop, nothing)
    except ChangedMeanwhile:
        return show_changed(request, workshop, form)
    except ProposalWaits:
        return show_refusal(request, workshop, form, _("There is a proposal already. It must be decided on first."))
    messages.success(request, _("Proposed. Somebody else with the role of publisher can release it now."))
    return redirect("studio:release", bank_slug)


@require_POST
def withdraw(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will take back what one proposed oneself."""
    workshop = workshop_for(request.user, bank_slug, READ)
    try:
        withdraw_proposal(bank=workshop.bank, by=workshop.person)
    except NoProposal:
        messages.error(request, _("There is no proposal of yours to take back."))
    else:
        messages.success(request, _("The proposal is taken back."))
    return redirect("studio:release", bank_slug)


@require_POST
def send_back(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will send somebody else's proposal back with a word about what is missing."""
    workshop = workshop_for(request.user, bank_slug, RELEASE)
    form = SendBackForm(request.POST)
    if not form.is_valid():
        return show_page(request, workshop, answer=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        send_proposal_back(bank=workshop.bank, answer=form.cleaned_data["answer"], by=workshop.person)
    except NoProposal:
        messages.error(request, _("There is no proposal of somebody else to send back."))
    else:
        messages.success(request, _("The proposal is sent back."))
    return redirect("studio:release", bank_slug)
