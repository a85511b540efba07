"""What is paid and by whom, as values: lines with a price, schemes that carry a part, and the parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from recommendations.rules.money_flow import NOTHING

ALL = Fraction(1)


class Basis(StrEnum):
    """Where a price comes from: the editors' cost band, the enterprise's own budget, or what a provider publishes."""

    ESTIMATE = "estimate"
    OWN = "own"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class CostItem:
    """A price in yuan from `low` to `high`, None = open upwards; `discount` is a share of it that the provider waives.

    `categories` say which schemes may carry it. Without `low` nothing is known, and the item is not counted. `begins` is
    the day on which it will begin, None where that is open or it is under way.
    """

    key: str
    low: Fraction | None
    high: Fraction | None
    categories: frozenset[str] = frozenset()
    discount: Fraction = NOTHING
    eligible: bool = True
    basis: Basis = Basis.ESTIMATE
    begins: date | None = None

    @property
    def is_free(self) -> bool:
        return self.low == 0 and self.high == 0


@dataclass(frozen=True, slots=True)
class Scheme:
    """Carries `rate` of the `eligible` share of what is left after discounts, at most `cap` yuan for everything.

    Not `certain`: the office may say no. `stacked` is the share that all schemes together may carry where this one is
    among them. No `categories` means all. After its last day, `until`, nothing can be begun with it; None = no end is
    known. Of three kinds only the existence is told, and nothing is counted: an empty
    `rate`, which nobody published; `is_local`, open in one place only, where nobody asked whether the enterprise is;
    and schemes that do not carry a price (`carries` is False).
    """

    key: str
    rate: Fraction | None
    cap: Fraction | None
    eligible: Fraction = ALL
    categories: frozenset[str] = frozenset()
    stacks: bool = False
    stacked: Fraction | None = None
    certain: bool = False
    carries: bool = True
    is_local: bool = False
    until: date | None = None

    @property
    def is_counted(self) -> bool:
        return self.carries and self.rate is not None and not self.is_local


@dataclass(frozen=True, slots=True)
class Span:
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Corner:
    """One possible outcome: enterprise + provider + support = price, exactly."""

    price: Fraction
    provider: Fraction
    support: Fraction

    @property
    def enterprise(self) -> Fraction:
        return self.price - self.provider - self.support


@dataclass(frozen=True)
class Parts:
    """The outcomes at the lower and the upper price: with all possible support, and with what is certain only."""

    low_all: Corner
    low_sure: Corner
    high_all: Corner
    high_sure: Corner
    open_upwards: bool = False

    @property
    def corners(self) -> tuple[Corner, Corner, Corner, Corner]:
        return self.low_all, self.low_sure, self.high_all, self.high_sure

    @cached_property
    def price(self) -> Span:
        return span_of(corner.price for corner in self.corners)

    @cached_property
    def enterprise(self) -> Span:
        return span_of(corner.enterprise for corner in self.corners)

    @cached_property
    def provider(self) -> Span:
        return span_of(corner.provider for corner in self.corners)

    @cached_property
    def support(self) -> Span:
        return span_of(corner.support for corner in self.corners)


@dataclass(frozen=True, slots=True)
class MoneySplit:
    """`items` in the order they came, without those of unknown price; `carried` is what each counted scheme may carry.

    `together` is the share that all may carry together, None = all of it, as the schemes in `limited_by` say.
    """

    total: Parts
    items: Mapping[str, Parts]
    unpriced: tuple[str, ...]
    carried: Mapping[str, Span]
    together: Fraction | None
    limited_by: tuple[str, ...]


def span_of(amounts: Iterable[Fraction]) -> Span:
    """This function will return the least and the greatest of amounts, of which there is one at least."""
    found = tuple(amounts)
    return Span(min(found), max(found))
