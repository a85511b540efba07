"""The advice page, and what is done to actions and rules right there."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from recommendations.studio.access import EDIT, READ, Workshop, workshop_for
from recommendations.studio.advice.arranging import copy_action, copy_rule
from recommendations.studio.advice.filter_form import FilterForm
from recommendations.studio.advice.moving import MoveForm, carry_out, changed
from recommendations.studio.advice.overview import action_groups
from recommendations.studio.advice.papers import papers_of
from recommendations.studio.bases import base_of
from recommendations.studio.drafts import Draft, playbook_draft


@never_cache
@require_safe
def advice(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show the actions with their rules, narrowed to what is asked for."""
    workshop = workshop_for(request.user, bank_slug, READ)
    papers = papers_of(workshop)
    form = FilterForm(papers, request.GET)
    wanted = form.wanted
    groups = action_groups(papers, wanted)
    context = {
        "workshop": workshop,
        "tab": "advice",
        "papers": papers,
        "form": form,
        "wanted": wanted,
        "groups": groups,
        "count": sum(len(group.actions) for group in groups),
        "total": len(papers.items("actions")),
        "rule_count": len(papers.items("rules")),
    }
    return render(request, "studio/advice/advice.html", context)


@require_POST
def item_move(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will move an action or a rule by one place in its group."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return _back(request, workshop, _("Nothing was moved. Please try again."))
    refused = carry_out(workshop, form.cleaned_data)
    anchor = f"{form.cleaned_data['part'].removesuffix('s')}-{form.cleaned_data['key']}"
    return _back(request, workshop, refused, anchor)


@require_POST
def action_duplicate(request: HttpRequest, bank_slug: str, action_key: str) -> HttpResponse:
    """This function will make a copy of an action and show it."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    return _duplicated(request, workshop, "studio:action-edit", lambda draft: copy_action(draft.data, action_key))


@require_POST
def rule_duplicate(request: HttpRequest, bank_slug: str, rule_key: str) -> HttpResponse:
    """This function will make a copy of a rule and show it."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    return _duplicated(request, workshop, "studio:rule-edit", lambda draft: copy_rule(draft.data, rule_key))


def _duplicated(request: HttpRequest, workshop: Workshop, page: str, copy: Callable[[Draft], str]) -> HttpResponse:
    draft = playbook_draft(workshop, base_of(request))
    key = copy(draft)
    refused = changed(draft, workshop.person)
    if refused:
        return _back(request, workshop, refused)
    messages.success(request, _("This is the copy. Change what is to be different."))
    return redirect(page, workshop.bank.slug, key)


def _back(request: HttpRequest, workshop: Workshop, refused: str, anchor: str = "") -> HttpResponse:
    if refused:
        messages.error(request, refused)
    address = reverse("studio:advice", args=[workshop.bank.slug])
    return redirect(f"{address}#{anchor}" if anchor else address)
