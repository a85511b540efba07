"""Cases of enterprises that are like one: the same sector, size or region, or about the barrier it meets first."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import Fact, facts_of
from assessment.scoring.facts import Lookup, UnknownFact
from assessment.scoring.texts import localise
from recommendations.catalogue.eligibility import REGION, SECTOR, SIZE, Eligibility
from recommendations.catalogue.fit import Verdicts
from recommendations.catalogue.models import Offering, OfferingKind
from recommendations.catalogue.search import Wanted, cards_of, in_order, matching

MOST = 6
COLUMNS = (("sectors", SECTOR), ("sizes", SIZE), ("regions", REGION))
WEAKEST = 1  # the rank of a part that no other stays below


@dataclass(frozen=True, slots=True)
class LikeCase:
    """`alike` says in words what the case has in common with the enterprise; never empty."""

    offering: Offering
    alike: tuple[str, ...]


def cases_like(lookup: Lookup, *, bank: BankDocument, on: date, locale: str, most: int = MOST) -> tuple[LikeCase, ...]:
    """This function will return the cases on offer that are most like an enterprise, in the active language.

    Alike are sector, size class and region, and a category that helps with its weakest barrier; the more of them, the
    earlier; of as many, sector counts before size, size before region. A case with nothing in common, or that the
    enterprise may not see, is left out. `lookup` gives the facts of its scored answers to `bank`. Two queries.
    """
    enterprise = _Enterprise(lookup, bank, locale)
    rows = matching(Wanted(), on).filter(kind=OfferingKind.CASE, category__bank_slug=bank.slug)
    columns = ["pk", "eligible_if", "category__barriers", *(name for name, _fact in COLUMNS)]
    alike: dict[int, tuple[bool, ...]] = {}
    for pk, eligible_if, barriers, *lists in in_order(rows, locale).values_list(*columns):
        shared = enterprise.shares(lists, barriers)
        if any(shared) and enterprise.may_see(eligible_if):
            alike[pk] = shared
    nearest = sorted(alike, key=lambda pk: (-sum(alike[pk]), [not same for same in alike[pk]]))[:most]
    return tuple(LikeCase(offering, enterprise.words(alike[offering.pk])) for offering in cards_of(nearest))


class _Enterprise:
    def __init__(self, lookup: Lookup, bank: BankDocument, locale: str) -> None:
        self._locale = locale
        self._verdicts = Verdicts(lookup)
        names = {fact for _column, fact in COLUMNS}
        self._facts: Mapping[str, Fact] = facts_of(bank, names)
        self._own = {fact: lookup(fact) if fact in self._facts else None for fact in names}
        self._weakest = {node.key: node.title for node in bank.tree.children if _rank(lookup, node.key) == WEAKEST}

    def may_see(self, eligible_if: dict[str, object] | None) -> bool:
        asked = [None, None, None, None if eligible_if is None else json.dumps(eligible_if)]
        return self._verdicts.of(OfferingKind.CASE, asked) is not Eligibility.NO

    def shares(self, lists: list[list[str]], barriers: list[str]) -> tuple[bool, ...]:
        """Of sector, size, region and weakest barrier, which are the same; a case that does not say is not alike."""
        own = [self._own[fact] for _column, fact in COLUMNS]
        same = [value is not None and value in keys for value, keys in zip(own, lists, strict=True)]
        return (*same, not self._weakest.keys().isdisjoint(barriers))

    def words(self, shared: tuple[bool, ...]) -> tuple[str, ...]:
        return tuple(word for same, word in zip(shared, self._all_words(), strict=True) if same)

    def _all_words(self) -> Iterator[str]:
        yield gettext("same sector: %(name)s") % {"name": self._name(SECTOR)}
        yield gettext("same size class: %(name)s") % {"name": self._name(SIZE)}
        yield gettext("same region: %(name)s") % {"name": self._name(REGION)}
        titles = gettext("; ").join(localise(title, self._locale) for title in self._weakest.values())
        yield gettext("about what holds you back most: %(name)s") % {"name": titles}

    def _name(self, fact: str) -> str:
        own = self._own[fact]
        return localise(self._facts[fact].options.get(str(own), {}), self._locale) if fact in self._facts else ""


def _rank(lookup: Lookup, node: str) -> object:
    try:
        return lookup(f"rank.{node}")
    except UnknownFact:
        return None
