"""Who pays: a price split exactly into the enterprise’s part, the provider’s discount and the support of schemes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from recommendations.rules.money import ALL, Corner, CostItem, MoneySplit, Parts, Scheme, span_of
from recommendations.rules.money_flow import NOTHING, Edge, most_carried


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
        carried={key: span_of(choice.of_scheme(key) for choice in choices) for key in sorted(used)},
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
    """This function will return whether `scheme` may carry part of `item`: it is meant for it, and still runs then."""
    return is_meant(item, scheme) and not is_late(item, scheme)


def is_meant(item: CostItem, scheme: Scheme) -> bool:
    """This function will return whether `scheme` is there for what `item` is, by its categories, whenever it begins."""
    return item.eligible and (not scheme.categories or not scheme.categories.isdisjoint(item.categories))


def is_late(item: CostItem, scheme: Scheme) -> bool:
    """This function will return whether `item` begins only after the last day of `scheme`."""
    return scheme.until is not None and item.begins is not None and item.begins > scheme.until


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
