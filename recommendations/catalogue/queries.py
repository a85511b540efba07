"""Reads for pages and reports. Nobody can buy a place in an order: see `order_explained`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext

from assessment.scoring.document import BankDocument
from assessment.scoring.facts import Lookup
from assessment.scoring.texts import localise
from recommendations.catalogue.eligibility import Eligibility, Judge, Judgement
from recommendations.catalogue.models import Category, Offering, Provider, PublicMeasure

BEST_FIRST = (Eligibility.YES, Eligibility.MAYBE, Eligibility.NO)
Place = tuple[int, int, bool, str, str, int]


@dataclass(frozen=True, slots=True)
class Match:
    offering: Offering
    eligibility: Eligibility
    reason: str


@dataclass(frozen=True, slots=True)
class CategoryMatches:
    """`matches` fit or may fit, in order; offerings that do not fit are left out and counted, `unfit` says why."""

    category: Category
    matches: tuple[Match, ...]
    left_out_count: int
    unfit: tuple[Match, ...] = ()


def order_explained() -> str:
    """This function will return, in the active language, how matching services are ordered."""
    return gettext(
        "Services that fit come first, then those verified most recently, then those that name a price, then by name. "
        "Nobody can buy a place in this order."
    )


def offerings_by_category(
    categories: Iterable[str], lookup: Lookup, *, on: date, bank: BankDocument, locale: str
) -> dict[str, CategoryMatches]:
    """This function will return what is on offer on a day, by category key, judged for one enterprise. Two queries.

    `lookup` is `Facts.get` of the enterprise's answers to `bank`. Expired, suspended and not yet valid offerings never
    appear. Pass the categories of all recommendations at once.
    """
    keys = set(categories)
    found = {category.key: category for category in Category.objects.filter(key__in=keys).order_by("position", "key")}
    judge = Judge(bank, lookup, locale)
    judged: dict[str, list[tuple[Offering, Judgement]]] = {key: [] for key in found}
    for offering in _on_offer(on).filter(category__key__in=keys).select_related("category"):
        judged[offering.category.key].append((offering, judge.judge(offering)))
    return {key: _matches(category, judged[key], locale) for key, category in found.items()}


def _on_offer(on: date) -> QuerySet[Offering]:
    return Offering.objects.on_offer(on).with_words().order_by("pk")


def _matches(category: Category, judged: Sequence[tuple[Offering, Judgement]], locale: str) -> CategoryMatches:
    found = [Match(offering, judgement.eligibility, judgement.reason) for offering, judgement in judged]
    ordered = sorted(found, key=lambda match: _place(match.offering, match.eligibility, locale))
    fitting = tuple(match for match in ordered if match.eligibility is not Eligibility.NO)
    unfit = tuple(match for match in ordered if match.eligibility is Eligibility.NO)
    return CategoryMatches(category, fitting, len(unfit), unfit)


def _place(offering: Offering, eligibility: Eligibility, locale: str) -> Place:
    verified = offering.verified_on.toordinal() if offering.verified_on else 0
    unpriced = offering.price_minimum is None
    names = localise(offering.title, locale), localise(offering.provider.name, locale)
    return BEST_FIRST.index(eligibility), -verified, unpriced, *names, offering.pk


def measures_by_key(keys: Iterable[str]) -> dict[str, PublicMeasure]:
    """This function will return the public measures with these keys, in their own order. One query."""
    measures = PublicMeasure.objects.filter(key__in=set(keys)).order_by("position", "key")
    return {measure.key: measure for measure in measures}


def category_rows(on: date) -> list[Category]:
    """This function will return every category with its measures, and on that day `offering_count` and `sample_count`.

    Two queries.
    """
    running = Q(offerings__valid_until__isnull=True) | Q(offerings__valid_until__gte=on)
    on_offer = running & Q(offerings__suspended=False, offerings__valid_from__lte=on)
    rows = Category.objects.annotate(
        offering_count=Count("offerings", filter=on_offer),
        sample_count=Count("offerings", filter=on_offer & Q(offerings__provider__is_sample=True)),
    )
    return list(rows.order_by("position", "key").prefetch_related(_measures()))


def category_of(key: str) -> Category | None:
    """This function will return a category with measures and usual terms, or None. Three queries."""
    return Category.objects.filter(key=key).prefetch_related(_measures(), "usual").first()


def category_titles(bank_slug: str, locale: str) -> list[tuple[str, str]]:
    """This function will return the categories of a bank as (key, title), in their order. One query."""
    rows = Category.objects.filter(bank_slug=bank_slug).order_by("position", "key")
    return [(key, localise(title, locale)) for key, title in rows.values_list("key", "title")]


def _measures() -> "Prefetch[str]":
    return Prefetch("measures", PublicMeasure.objects.order_by("position", "key"))


def offering_named(provider_key: str, key: str) -> Offering | None:
    """This function will return an offering with its words, whether on offer or not, or None. One query."""
    rows = Offering.objects.filter(provider__key=provider_key, key=key).with_words().select_related("category")
    return rows.defer("search_text").order_by("pk").first()


def offerings_named(names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Offering]:
    """This function will return offerings with their words by (provider key, key); unknown ones are missing. One query."""
    wanted = Q(pk__in=())
    for provider_key, key in names:
        wanted |= Q(provider__key=provider_key, key=key)
    rows = Offering.objects.filter(wanted).with_words().select_related("category").order_by("pk")
    return {(row.provider.key, row.key): row for row in rows.defer("search_text")}


def provider_with_kind(key: str) -> Provider | None:
    return Provider.objects.filter(key=key).select_related("kind").order_by("pk").first()


def kind_counts(on: date) -> dict[str, int]:
    """This function will return how many offerings of each kind are on offer on a day. One query."""
    rows = Offering.objects.on_offer(on).order_by("kind").values("kind").annotate(count=Count("pk"))
    return dict(rows.values_list("kind", "count"))
