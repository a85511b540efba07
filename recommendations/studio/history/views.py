"""Pages of what was changed: against a release, and over time."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from recommendations.studio.access import READ, Workshop, workshop_for
from recommendations.studio.history.change_list import change_page
from recommendations.studio.history.comparing import Compared, Pair, compare, pair_of
from recommendations.studio.history.forms import CompareForm
from recommendations.studio.history.summing_up import grouped, with_effect
from recommendations.studio.history.versions import Versions, versions_of

LINES_ON_A_PAGE = 100


@require_safe
def differences(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, READ)
    versions = versions_of(workshop)
    form = CompareForm(versions, request.GET)
    form.is_valid()
    pairs = _pairs(versions, form.cleaned_data)
    compared = compare(pairs, get_language() or "")
    context = _context(workshop, compared, form.cleaned_data.get("effect", ""), request.GET.get("page", ""))
    context["form"] = _shown_form(versions, pairs, form.cleaned_data.get("effect", ""))
    return render(request, "studio/history/differences.html", context)


def _pairs(versions: dict[str, Versions], asked: dict[str, str]) -> dict[str, Pair]:
    return {
        word: pair_of(listed, asked.get(f"{word}_from", ""), asked.get(f"{word}_to", ""))
        for word, listed in versions.items()
    }


def _shown_form(versions: dict[str, Versions], pairs: dict[str, Pair], effect: str) -> CompareForm:
    initial = {"effect": effect}
    for word, pair in pairs.items():
        initial |= {f"{word}_from": pair.old.number if pair.old else "", f"{word}_to": pair.new.number}
    return CompareForm(versions, initial=initial)


def _context(workshop: Workshop, compared: list[Compared], effect: str, number: str) -> dict[str, Any]:
    lines = [line for each in compared for line in each.lines]
    page = Paginator(with_effect(lines, effect), LINES_ON_A_PAGE).get_page(number)
    unpublished = [each.word for each in compared if each.can_be_taken_back]
    return {
        "workshop": workshop,
        "tab": "changes",
        "compared": compared,
        "summary": grouped(lines),
        "groups": grouped(page),
        "page": page,
        "effect": effect,
        "unpublished": unpublished,
        "bases": {each.word: each.new.row.revision for each in compared if each.new.is_working},
    }


@require_safe
def history(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, READ)
    page, entries = change_page(workshop, request.GET.get("page", ""), get_language() or "", request.GET.get("at", ""))
    context = {"workshop": workshop, "tab": "changes", "page": page, "entries": entries}
    return render(request, "studio/history/history.html", context)
