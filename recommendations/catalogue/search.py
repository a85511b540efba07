"""Finding offerings: terms and filters as one query that answers alike on every database; counts come from its rows."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import add
from typing import Any, NamedTuple

from django.db.models import Case, F, Q, TextField, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, StrIndex
from django.db.models.lookups import GreaterThan, IsNull
from django.utils.translation import gettext

from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.catalogue.freshness import verified_since
from recommendations.catalogue.models import Offering
from recommendations.catalogue.models.offerings import OfferingQuerySet
from recommendations.catalogue.search_text import terms_in, words_near

PAGE_SIZE = 20
WORD_BEGINS = re.compile(r"[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; "" and False ask for nothing. Keys are those of kinds, categories, options and terms."""

    text: str = ""
    kind: str = ""
    category: str = ""
    sector: str = ""
    size: str = ""
    region: str = ""
    deployment: str = ""
    price_model: str = ""
    provider: str = ""
    is_priced: bool = False
    is_free: bool = False
    is_verified: bool = False


class Hit(NamedTuple):
    pk: int
    kind: str
    category: str


@dataclass(frozen=True, slots=True)
class Found:
    """`pks` in order; the counts leave their own filter out, so that they say what another choice would give.

    `is_near`: nothing holds the words as they were typed, but these hold some of them.
    """

    pks: tuple[int, ...]
    by_kind: Counter[str]
    by_category: Counter[str]
    is_near: bool = False

    def page(self, number: int) -> tuple[int, ...]:
        return self.pks[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]


def order_explained() -> str:
    """This function will return, in the active language, how offerings are ordered for a reader who is nobody yet."""
    return gettext(
        "Those verified most recently come first, then those that name a price, then by name; those that nobody has "
        "verified come last. Nobody can buy a place in this order."
    )


def find(wanted: Wanted, *, on: date, locale: str) -> Found:
    """This function will return what is on offer on a day and is wanted, in the order of `order_explained`. One query.

    Where nothing holds all terms, what comes near: what holds most of their words first. One query more.
    """
    terms = terms_in(wanted.text)
    rows = in_order(matching(wanted, on), locale).values_list("pk", "kind", "category__key")
    found = counted(wanted, [Hit(*row) for row in rows])
    if terms and not found.by_kind and not found.by_category:
        near = counted(wanted, _near(wanted, words_near(terms), on, locale))
        return replace(near, is_near=bool(near.pks))
    return found


def _near(wanted: Wanted, words: Sequence[str], on: date, locale: str) -> list[Hit]:
    """What holds all words, else what holds any of them, the most first."""
    one, none = Value(1), Value(0)
    held = reduce(add, (Case(When(_holds(word), then=one), default=none) for word in words))
    rows = filtered(wanted, on).annotate(held=held).filter(held__gt=0).order_by("-held", *_order(locale))
    ranked = list(rows.values_list("held", "pk", "kind", "category__key"))
    whole = [row for row in ranked if row[0] == len(words)]
    return [Hit(*row[1:]) for row in whole or ranked]


def counted(wanted: Wanted, hits: Iterable[Hit]) -> Found:
    """This function will return the hits of the wanted kind and category, with the counts for choosing others."""
    pks: list[int] = []
    by_kind: Counter[str] = Counter()
    by_category: Counter[str] = Counter()
    for pk, kind, category in hits:
        is_kind, is_category = wanted.kind in ("", kind), wanted.category in ("", category)
        by_kind[kind] += is_category
        by_category[category] += is_kind
        if is_kind and is_category:
            pks.append(pk)
    return Found(tuple(pks), by_kind, by_category)


def matching(wanted: Wanted, on: date) -> OfferingQuerySet:
    """This function will return what is on offer and wanted, whatever its kind and category."""
    return filtered(wanted, on).filter(*(_holds(term) for term in terms_in(wanted.text)))


def filtered(wanted: Wanted, on: date) -> OfferingQuerySet:
    """This function will return what is on offer and passes the filters, whatever its words, kind and category."""
    rows = Offering.objects.on_offer(on)
    for column, key in (("sectors", wanted.sector), ("sizes", wanted.size), ("regions", wanted.region)):
        rows = _open_to(rows, column, key) if key else rows
    if wanted.deployment:
        rows = rows.filter(deployment__key=wanted.deployment)
    if wanted.price_model:
        rows = rows.filter(price_model__key=wanted.price_model)
    if wanted.provider:
        rows = rows.filter(provider__key=wanted.provider)
    if wanted.is_priced:
        rows = rows.filter(price_minimum__isnull=False)
    if wanted.is_free:
        rows = rows.filter(price_minimum=0, price_maximum=0)
    return rows.filter(verified_on__gte=verified_since(on)) if wanted.is_verified else rows


def _holds(term: str) -> Q:
    """Both sides are folded. Latin letters and digits stand at the beginning of a word, all else anywhere.

    What `re.escape` escapes means itself in both databases: a backslash before what is no letter and no digit.
    """
    if WORD_BEGINS.match(term):
        return Q(search_text__regex=f"(^|[^a-z0-9]){re.escape(term)}")
    return Q(GreaterThan(StrIndex("search_text", Value(term)), 0))


def _open_to(rows: OfferingQuerySet, column: str, key: str) -> OfferingQuerySet:
    """An empty list means all. Keys are plain words, so the list can be asked as text, which every database can."""
    rows = rows.alias(**{f"{column}_text": Cast(column, TextField())})
    return rows.filter(Q(**{column: []}) | Q(**{f"{column}_text__contains": f'"{key}"'}))


def in_order(rows: OfferingQuerySet, locale: str) -> OfferingQuerySet:
    """This function will return `rows` in the order of `order_explained`; names as they are read in `locale`."""
    return rows.order_by(*_order(locale))


def _order(locale: str) -> tuple[Any, ...]:
    name = Coalesce(
        KeyTextTransform(locale, "title"),
        KeyTextTransform(FALLBACK_LOCALE, "title"),
        Value(""),
        output_field=TextField(),
    )
    return F("verified_on").desc(nulls_last=True), IsNull(F("price_minimum"), True), name, "pk"


def cards_of(pks: Iterable[int]) -> list[Offering]:
    """This function will return these offerings with everything that a card says, in the order given. One query."""
    order = {pk: place for place, pk in enumerate(pks)}
    rows = Offering.objects.filter(pk__in=order).with_words().select_related("category").order_by("pk")
    return sorted(rows.defer("search_text"), key=lambda offering: order[offering.pk])
