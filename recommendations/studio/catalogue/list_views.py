"""The lists of the catalogue."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.scoring.texts import FALLBACK_LOCALE, localise
from recommendations.catalogue.models import Term, Vocabulary
from recommendations.studio.catalogue.access import keeper
from recommendations.studio.catalogue.choices import bank_choices
from recommendations.studio.catalogue.links import action_counts
from recommendations.studio.catalogue.list_forms import (
    ListForm,
    offering_list_form,
    provider_list_form,
    scheme_list_form,
)
from recommendations.studio.catalogue.listing import (
    category_rows,
    offering_rows,
    provider_rows,
    scheme_rows,
    term_rows,
)
from recommendations.studio.catalogue.states import states_of

ON_A_PAGE = 50


@require_safe
@never_cache
def offerings(request: HttpRequest) -> HttpResponse:
    """This function will list the offerings that are asked for."""
    keeper(request.user)
    form, today = offering_list_form(request.GET), timezone.localdate()
    listed = _page(request, offering_rows(form.wanted(), today))
    rows = [{"row": row, "states": states_of(row, today)} for row in listed]
    return _show(request, "offerings", form=form, listed=listed, rows=rows)


@require_safe
@never_cache
def schemes(request: HttpRequest) -> HttpResponse:
    """This function will list the funding schemes that are asked for."""
    keeper(request.user)
    form, today = scheme_list_form(request.GET), timezone.localdate()
    listed = _page(request, scheme_rows(form.wanted(), today))
    locale = get_language() or FALLBACK_LOCALE
    rows = [
        {"row": row, "states": states_of(row, today), "granted_by": localise(row.granted_by, locale)} for row in listed
    ]
    return _show(request, "schemes", form=form, listed=listed, rows=rows)


@require_safe
@never_cache
def providers(request: HttpRequest) -> HttpResponse:
    """This function will list the providers that are asked for."""
    keeper(request.user)
    form: ListForm = provider_list_form(request.GET)
    return _show(request, "providers", form=form, listed=_page(request, provider_rows(form.wanted())))


@require_safe
@never_cache
def categories(request: HttpRequest) -> HttpResponse:
    """This function will list the categories with how many offerings and actions name them."""
    keeper(request.user)
    counts = action_counts()
    rows = [{"row": row, "action_count": counts.get(row.key, 0)} for row in category_rows()]
    return _show(request, "categories", rows=rows, banks=bank_choices())


@require_safe
@never_cache
def words(request: HttpRequest) -> HttpResponse:
    """This function will list the words of the catalogue by vocabulary."""
    keeper(request.user)
    return _show(request, "words", vocabularies=list(_by_vocabulary(term_rows())))


def _by_vocabulary(terms: Iterable[Term]) -> Iterable[tuple[Vocabulary, list[Term]]]:
    found = list(terms)
    for vocabulary in Vocabulary:
        yield vocabulary, [term for term in found if term.vocabulary == vocabulary]


def _page(request: HttpRequest, rows: "QuerySet[Any]") -> "Page[Any]":
    return Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))


def _show(request: HttpRequest, name: str, **context: Any) -> HttpResponse:
    query = request.GET.copy()
    query.pop("page", None)
    return render(request, f"studio/catalogue/{name}.html", {"part": name, "query": query.urlencode(), **context})
