"""The search page: what was found, the ways to narrow it, and the pages of the list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil

from django.http import QueryDict
from django.utils.translation import gettext

from recommendations.catalogue.forms import SearchForm
from recommendations.catalogue.models import OfferingKind
from recommendations.catalogue.pages_offering import OfferingCard, cards
from recommendations.catalogue.queries import kind_counts
from recommendations.catalogue.reader import Reader
from recommendations.catalogue.search import PAGE_SIZE, Found, Wanted, cards_of, find


@dataclass(frozen=True, slots=True)
class Chip:
    """One kind of offering as a link; `count` is what following it would show."""

    title: str
    count: int
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Pages:
    """Where in the list this page stands; addresses are "" where there is no such page."""

    number: int
    count: int
    first: int
    last: int
    total: int
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`near` is what was typed where nothing holds it and something comes near, else ""."""

    cards: tuple[OfferingCard, ...]
    chips: tuple[Chip, ...]
    every_kind: Chip
    pages: Pages
    has_samples: bool
    near: str


def search_page(form: SearchForm, query: QueryDict, reader: Reader, on: date) -> SearchPage:
    """This function will return a page of what the form asks for. Two queries, however much is found; three for what comes near."""
    wanted = form.wanted()
    found = find(wanted, on=on, locale=reader.locale)
    form.count("category", found.by_category)
    pages = pages_of(len(found.pks), query)
    shown = cards(cards_of(found.page(pages.number)), reader, on)
    return SearchPage(
        cards=shown,
        chips=chips_of(found, wanted, query),
        every_kind=Chip(gettext("all kinds"), found.by_kind.total(), address_with(query, kind=""), not wanted.kind),
        pages=pages,
        has_samples=any(card.is_sample for card in shown),
        near=wanted.text if found.is_near else "",
    )


def chips_of(found: Found, wanted: Wanted, query: QueryDict) -> tuple[Chip, ...]:
    """This function will return a link for each kind, with what it would show."""
    counts: Mapping[str, int] = found.by_kind
    return tuple(
        Chip(str(kind.label), counts.get(kind, 0), address_with(query, kind=kind), wanted.kind == kind)
        for kind in OfferingKind
    )


def kinds_on_offer(on: date) -> tuple[Chip, ...]:
    """This function will return a link to each kind of offering, with how many are on offer. One query."""
    counts = kind_counts(on)
    return tuple(Chip(str(kind.label), counts.get(kind, 0), f"?kind={kind.value}", False) for kind in OfferingKind)


def pages_of(total: int, query: QueryDict, size: int = PAGE_SIZE) -> Pages:
    """This function will return where the page stands that `query` asks for: the nearest one that exists."""
    count = max(1, ceil(total / size))
    number = min(max(1, _number(query.get("page", ""))), count)
    return Pages(
        number=number,
        count=count,
        first=(number - 1) * size + 1 if total else 0,
        last=min(number * size, total),
        total=total,
        previous=address_with(query, page=str(number - 1)) if number > 1 else "",
        next=address_with(query, page=str(number + 1)) if number < count else "",
    )


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 1


def address_with(query: QueryDict, **changes: str) -> str:
    """This function will return the query of an address with these parts changed; "" takes a part out.

    Another choice begins on the first page again.
    """
    kept = query.copy()
    kept.pop("page", None)
    for name, value in changes.items():
        kept.pop(name, None)
        if value:
            kept[name] = value
    return "?" + kept.urlencode()
