"""Finding offerings: terms and filters as one query that answers alike on every database; counts come from its rows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import F, Q, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, StrIndex
from django.db.models.lookups import IsNull
from django.utils.translation import gettext

from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.catalogue.freshness import verified_since
from recommendations.catalogue.models import Offering
from recommendations.catalogue.models.offerings import OfferingQuerySet
from recommendations.catalogue.search_text import terms_in

PAGE_SIZE = 20


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
    """`pks` in order; the counts leave their own filter out, so that they say what another choice would give."""

    pks: tuple[int, ...]
    by_kind: Counter[str]
    by_category: Counter[str]

    def page(self, number: int) -> tuple[int, ...]:
        return self.pks[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]


def order_explained() -> str:
    """This function will return, in the active language, how offerings are ordered for a reader who is nobody yet."""
    return gettext(
        "Those verified most recently come first, then those that name a price, then by name; those that nobody has "
        "verified come last. Nobody can buy a place in this order."
    )


def find(wanted: Wanted, *, on: date, locale: str) -> Found:
    """This function will return what is on offer on a day and is wanted, in the order of `order_explained`. One query."""
    rows = in_order(matching(wanted, on), locale).values_list("pk", "kind", "category__key")
    return counted(wanted, [Hit(*row) for row in rows])


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
    rows = _holding(Offering.objects.on_offer(on), terms_in(wanted.text))
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


def _holding(rows: OfferingQuerySet, terms: Iterable[str]) -> OfferingQuerySet:
    """Both sides are folded, so a plain look for the place of one text in another does; nothing has to be escaped."""
    for number, term in enumerate(terms):
        rows = rows.alias(**{f"place_{number}": StrIndex("search_text", Value(term))})
        rows = rows.filter(**{f"place_{number}__gt": 0})
    return rows


def _open_to(rows: OfferingQuerySet, column: str, key: str) -> OfferingQuerySet:
    """An empty list means all. Keys are plain words, so the list can be asked as text, which every database can."""
    rows = rows.alias(**{f"{column}_text": Cast(column, TextField())})
    return rows.filter(Q(**{column: []}) | Q(**{f"{column}_text__contains": f'"{key}"'}))


def in_order(rows: OfferingQuerySet, locale: str) -> OfferingQuerySet:
    """This function will return `rows` in the order of `order_explained`; names as they are read in `locale`."""
    name = Coalesce(
        KeyTextTransform(locale, "title"),
        KeyTextTransform(FALLBACK_LOCALE, "title"),
        Value(""),
        output_field=TextField(),
    )
    return rows.order_by(F("verified_on").desc(nulls_last=True), IsNull(F("price_minimum"), True), name, "pk")


def cards_of(pks: Iterable[int]) -> list[Offering]:
    """This function will return these offerings with everything that a card says, in the order given. One query."""
    order = {pk: place for place, pk in enumerate(pks)}
    rows = Offering.objects.filter(pk__in=order).with_words().select_related("category").order_by("pk")
    return sorted(rows.defer("search_text"), key=lambda offering: order[offering.pk])
