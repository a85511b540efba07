"""Who pays: a price split exactly into the enterprise's part, the provider's discount and the support of schemes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from recommendations.rules.money_flow import NOTHING, Edge, most_carried

ALL = Fraction(1)


class Basis(StrEnum):
    """Where a price comes from: the editors' cost band, or what a provider publishes."""

    ESTIMATE = "estimate"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class CostItem:
    """A price in yuan from `low` to `high`, None = open upwards; `discount` is a share of it that the provider waives.

    `categories` say which schemes may carry it. Without `low` nothing is known, and the item is not counted.
    """

    key: str
    low: Fraction | None
    high: Fraction | None
    categories: frozenset[str] = frozenset()
    discount: Fraction = NOTHING
    eligible: bool = True
    basis: Basis = Basis.ESTIMATE


@dataclass(frozen=True, slots=True)
class Scheme:
    """Carries `rate` of the `eligible` share of what is left after discounts, at most `cap` yuan for everything.

    Not `certain`: the office may say no. `stacked` is the share that all schemes together may carry where this one is
    among them. No `categories` means all. Of three kinds only the existence is told, and nothing is counted: an empty
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
        return _span(corner.price for corner in self.corners)

    @cached_property
    def enterprise(self) -> Span:
        return _span(corner.enterprise for corner in self.corners)

    @cached_property
    def provider(self) -> Span:
        return _span(corner.provider for corner in self.corners)

    @cached_property
    def support(self) -> Span:
        return _span(corner.support for corner in self.corners)


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


@dataclass(frozen=True, slots=True)
class _Choice:
    """Schemes that may be used together, the share they may carry together, and what they carry."""

    limit: Fraction
    carried: Mapping[Edge, Fraction]

    @property
    def total(self) -> Fraction:
        return sum(self.carried.values(), NOTHING)

    def of_item(self, item: str) -> Fraction:
        return sum((amount for (_scheme, of), amount in self.carried.items() if of == item), NOTHING)

    def of_scheme(self, scheme: str) -> Fraction:
        return sum((amount for (by, _item), amount in self.carried.items() if by == scheme), NOTHING)


NO_SUPPORT = _Choice(ALL, {})


def split_money(items: Sequence[CostItem], schemes: Iterable[Scheme]) -> MoneySplit:
    """This function will return who pays which part of each item and of all together, in yuan.

    Of the combinations of `schemes` that are allowed, the one with the most support is taken: one scheme that does
    not stack, or any that do; ties go by key. A cap counts once for all items. Raises ValueError for a key twice.
    """
    able = sorted((scheme for scheme in schemes if scheme.is_counted), key=lambda scheme: scheme.key)
    for keys in ([item.key for item in items], [scheme.key for scheme in able]):
        if len(set(keys)) != len(keys):
            raise ValueError("a key stands twice")
    priced = [item for item in items if item.low is not None]
    sure = [scheme for scheme in able if scheme.certain]
    low, high = {item.key: _low(item) for item in priced}, {item.key: _high(item) for item in priced}
    choices = [_best(priced, prices, using) for prices in (low, high) for using in (able, sure)]
    parts = {item.key: _parts(item, low[item.key], high[item.key], choices) for item in priced}
    used = {scheme for choice in choices for (scheme, _item), amount in choice.carried.items() if amount}
    limit = min(choice.limit for choice in choices)
    return MoneySplit(
        total=_total(parts.values()),
        items=parts,
        unpriced=tuple(item.key for item in items if item.low is None),
        carried={key: _span(choice.of_scheme(key) for choice in choices) for key in sorted(used)},
        together=None if limit == ALL else limit,
        limited_by=tuple(one.key for one in able if one.key in used and limit != ALL and one.stacked == limit),
    )


def _low(item: CostItem) -> Fraction:
    return item.low or NOTHING


def _high(item: CostItem) -> Fraction:
    return _low(item) if item.high is None else item.high


def _best(items: Sequence[CostItem], prices: Mapping[str, Fraction], schemes: Sequence[Scheme]) -> _Choice:
    """Every allowed set of stacking schemes is part of one of these groups with the same limit, which carries more."""
    limits = sorted({_limit(scheme) for scheme in schemes if scheme.stacks}, reverse=True)
    groups = [([one for one in schemes if one.stacks and _limit(one) >= limit], limit) for limit in limits]
    groups += [([scheme], _limit(scheme)) for scheme in schemes if not scheme.stacks]
    choices = [NO_SUPPORT, *(_carried(items, prices, group, limit) for group, limit in groups)]
    return max(choices, key=lambda choice: choice.total)


def _limit(scheme: Scheme) -> Fraction:
    return ALL if scheme.stacked is None else scheme.stacked


def _carried(
    items: Sequence[CostItem], prices: Mapping[str, Fraction], schemes: Sequence[Scheme], limit: Fraction
) -> _Choice:
    left = {item.key: prices[item.key] * (1 - item.discount) for item in items}
    wanted = {
        (scheme.key, item.key): (scheme.rate or NOTHING) * scheme.eligible * left[item.key]
        for scheme in schemes
        for item in items
        if is_carried(item, scheme)
    }
    everything = sum(left.values(), NOTHING)
    caps = {scheme.key: everything if scheme.cap is None else scheme.cap for scheme in schemes}
    return _Choice(limit, most_carried(wanted, caps, {key: amount * limit for key, amount in left.items()}))


def is_carried(item: CostItem, scheme: Scheme) -> bool:
    """This function will return whether `scheme` may carry part of `item`, by its categories."""
    return item.eligible and (not scheme.categories or not scheme.categories.isdisjoint(item.categories))


def _parts(item: CostItem, low: Fraction, high: Fraction, choices: Sequence[_Choice]) -> Parts:
    corners = [
        Corner(price, price * item.discount, choice.of_item(item.key))
        for price, choice in zip((low, low, high, high), choices, strict=True)
    ]
    low_all, low_sure, high_all, high_sure = corners
    return Parts(low_all, low_sure, high_all, high_sure, item.high is None)


def _total(parts: Iterable[Parts]) -> Parts:
    rows = list(parts)
    corners = [
        Corner(
            sum((corner.price for corner in column), NOTHING),
            sum((corner.provider for corner in column), NOTHING),
            sum((corner.support for corner in column), NOTHING),
        )
        for column in (tuple(row.corners[place] for row in rows) for place in range(4))
    ]
    low_all, low_sure, high_all, high_sure = corners
    return Parts(low_all, low_sure, high_all, high_sure, any(row.open_upwards for row in rows))


def _span(amounts: Iterable[Fraction]) -> Span:
    found = tuple(amounts)
    return Span(min(found), max(found))
