"""The search, judged for one enterprise: what fits, what may fit, and what does not, in an order that is explained."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext

from assessment.scoring.evaluate import ConditionError, Verdict, evaluate
from assessment.scoring.facts import Lookup, UnknownFact
from recommendations.catalogue.eligibility import Eligibility, requirement
from recommendations.catalogue.models import OfferingKind
from recommendations.catalogue.queries import BEST_FIRST
from recommendations.catalogue.search import Found, Hit, Wanted, counted, in_order, matching

ASKED = ("sizes", "sectors", "regions", "eligible_if")
CONDITION_PLACE = ASKED.index("eligible_if")
ANYTHING = (None, "[]", "null")


class Broken(Enum):
    """A condition that the bank cannot answer: whatever else is asked, the provider has to be asked."""

    BROKEN = "broken"


BROKEN = Broken.BROKEN


class Judged(NamedTuple):
    hit: Hit
    eligibility: Eligibility


@dataclass(frozen=True, slots=True)
class Fitting:
    """`found` in order; `by_fit` counts every answer among what the other filters leave."""

    found: Found
    by_fit: Counter[Eligibility]


def order_explained() -> str:
    """This function will return, in the active language, how offerings are ordered for an enterprise."""
    return gettext(
        "Help for your recommended actions comes first. Within it, what fits comes before what may fit, then what was "
        "verified most recently, then what names a price, then by name. Nobody can buy a place in this order."
    )


def find_fitting(
    wanted: Wanted,
    shown: Collection[Eligibility],
    lookup: Lookup,
    *,
    first: Collection[str],
    bank: str,
    on: date,
    locale: str,
) -> Fitting:
    """This function will return what is wanted and judged as one of `shown`, categories in `first` first. One query.

    Only offerings that ask about `bank` are judged. Cases are counted, but come only if they are wanted: see
    `cases_like`.
    """
    judged = list(_judged(wanted, lookup, bank, on, locale))
    by_fit = Counter(each.eligibility for each in judged if _is_wanted(each.hit, wanted))
    kept = [each for each in judged if each.eligibility in shown]
    kept.sort(key=lambda each: (each.hit.category not in first, BEST_FIRST.index(each.eligibility)))
    found = counted(wanted, [each.hit for each in kept])
    if wanted.kind:
        return Fitting(found, by_fit)
    help_only = counted(wanted, [each.hit for each in kept if each.hit.kind != OfferingKind.CASE])
    return Fitting(replace(help_only, by_kind=found.by_kind), by_fit)


def _is_wanted(hit: Hit, wanted: Wanted) -> bool:
    is_kind = wanted.kind == hit.kind if wanted.kind else hit.kind != OfferingKind.CASE
    return is_kind and wanted.category in ("", hit.category)


def _judged(wanted: Wanted, lookup: Lookup, bank: str, on: date, locale: str) -> Iterable[Judged]:
    rows = matching(wanted, on).filter(category__bank_slug=bank)
    asked = {f"{name}_asked": Cast(name, TextField()) for name in ASKED}
    verdicts = Verdicts(lookup)
    ordered = in_order(rows, locale).annotate(**asked)
    for pk, kind, category, *texts in ordered.values_list("pk", "kind", "category__key", *asked):
        yield Judged(Hit(pk, kind, category), verdicts.of(kind, texts))


class Verdicts:
    """Answers for one enterprise what `Judge` says in words. Many offerings ask the same: each part is asked once."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._known: dict[tuple[int, str], Verdict | Broken] = {}

    def of(self, kind: str, asked: Sequence[str | None]) -> Eligibility:
        """This function will return whether an offering is open that asks, as JSON, for what `ASKED` names in order."""
        places = [CONDITION_PLACE] if kind == OfferingKind.CASE else range(len(ASKED))
        verdicts = [self._part(place, text) for place in places if (text := asked[place]) not in ANYTHING]
        if any(verdict is False for verdict in verdicts) and BROKEN not in verdicts:
            return Eligibility.NO
        return Eligibility.YES if all(verdict is True for verdict in verdicts) else Eligibility.MAYBE

    def _part(self, place: int, text: str) -> Verdict | Broken:
        if (place, text) not in self._known:
            self._known[place, text] = self._evaluated(place, json.loads(text))
        return self._known[place, text]

    def _evaluated(self, place: int, asked: Any) -> Verdict | Broken:
        parts: list[Any] = [[], [], [], None]
        parts[place] = asked
        condition = requirement(*parts)
        try:
            return True if condition is None else evaluate(condition, self._lookup)
        except (ConditionError, UnknownFact):
            return BROKEN
