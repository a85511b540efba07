"""What a split takes for granted, each as a name with its figures, so that a page can say all of it in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from recommendations.rules.money import Basis, CostItem, MoneySplit, Scheme
from recommendations.rules.money_split import is_carried, is_late, is_meant


class Assumed(StrEnum):
    PRICE_ESTIMATED = "price_estimated"
    PRICE_OWN = "price_own"
    PRICE_PUBLISHED = "price_published"
    PRICE_OPEN_UPWARDS = "price_open_upwards"
    PRICE_UNKNOWN = "price_unknown"
    OWN_TIME_ONLY = "own_time_only"
    DISCOUNT_PUBLISHED = "discount_published"
    AFTER_DISCOUNT = "after_discount"
    SCHEME_PUBLISHED = "scheme_published"
    RATE_UNKNOWN = "rate_unknown"
    PLACE_UNKNOWN = "place_unknown"
    NOT_CONFIRMED = "not_confirmed"
    COUNTED_UNTIL = "counted_until"
    ENDS_BEFORE = "ends_before"
    CAP_SHARED = "cap_shared"
    STANDS_ALONE = "stands_alone"
    TOGETHER_AT_MOST = "together_at_most"
    NOT_COUNTED = "not_counted"
    AMOUNT_UNKNOWN = "amount_unknown"
    BESIDE_THE_PRICE = "beside_the_price"
    TAX_LEFT_OUT = "tax_left_out"


PRICES = {
    Basis.ESTIMATE: Assumed.PRICE_ESTIMATED,
    Basis.OWN: Assumed.PRICE_OWN,
    Basis.PUBLISHED: Assumed.PRICE_PUBLISHED,
}


@dataclass(frozen=True, slots=True)
class Assumption:
    """`about` is the key of an item or a scheme, "" = the whole; figures that do not belong to the kind are None."""

    kind: Assumed
    about: str = ""
    share: Fraction | None = None
    cap: Fraction | None = None
    eligible: Fraction | None = None
    count: int | None = None


def assumptions_of(items: Sequence[CostItem], schemes: Iterable[Scheme], split: MoneySplit) -> tuple[Assumption, ...]:
    """This function will return everything that `split` of `items` and `schemes` takes for granted, in reading order."""
    ordered = sorted(schemes, key=lambda scheme: scheme.key)
    concerned = [scheme for scheme in ordered if any(is_meant(item, scheme) for item in items)]
    return (
        *_prices(items),
        *(assumption for scheme in concerned for assumption in _scheme(scheme, items, split)),
        *(Assumption(Assumed.TOGETHER_AT_MOST, key, share=split.together) for key in split.limited_by),
        Assumption(Assumed.TAX_LEFT_OUT),
    )


def _prices(items: Sequence[CostItem]) -> Iterator[Assumption]:
    known = [item for item in items if item.low is not None]
    for basis, kind in PRICES.items():
        count = sum(item.basis is basis and not item.is_free for item in known)
        if count:
            yield Assumption(kind, count=count)
    for item in items:
        if item.low is None:
            yield Assumption(Assumed.PRICE_UNKNOWN, item.key)
        elif item.high is None:
            yield Assumption(Assumed.PRICE_OPEN_UPWARDS, item.key)
    free = sum(item.is_free for item in items)
    if 0 < free < len(items):
        yield Assumption(Assumed.OWN_TIME_ONLY, count=free)
    discounted = [item for item in known if item.discount]
    for item in discounted:
        yield Assumption(Assumed.DISCOUNT_PUBLISHED, item.key, share=item.discount)
    if discounted:
        yield Assumption(Assumed.AFTER_DISCOUNT)


def _scheme(scheme: Scheme, items: Sequence[CostItem], split: MoneySplit) -> Iterator[Assumption]:
    meant = [item for item in items if is_meant(item, scheme) and not item.is_free]
    late = sum(is_late(item, scheme) for item in meant)
    if late and late == len(meant):
        yield Assumption(Assumed.ENDS_BEFORE, scheme.key, count=late)
    elif not scheme.carries:
        yield Assumption(Assumed.BESIDE_THE_PRICE, scheme.key)
    elif scheme.is_local:
        yield Assumption(Assumed.PLACE_UNKNOWN, scheme.key)
    elif scheme.rate is None:
        kind = Assumed.AMOUNT_UNKNOWN if scheme.cap is None else Assumed.RATE_UNKNOWN
        yield Assumption(kind, scheme.key, cap=scheme.cap)
    elif scheme.key not in split.carried:
        if split.total.price.high:
            yield Assumption(Assumed.NOT_COUNTED, scheme.key)
    else:
        yield from _counted(scheme, items)
        if scheme.until is not None:
            kind = Assumed.ENDS_BEFORE if late else Assumed.COUNTED_UNTIL
            yield Assumption(kind, scheme.key, count=late or None)


def _counted(scheme: Scheme, items: Sequence[CostItem]) -> Iterator[Assumption]:
    yield Assumption(Assumed.SCHEME_PUBLISHED, scheme.key, share=scheme.rate, cap=scheme.cap, eligible=scheme.eligible)
    if not scheme.certain:
        yield Assumption(Assumed.NOT_CONFIRMED, scheme.key)
    sharing = sum(bool(item.low or item.high) and is_carried(item, scheme) for item in items)
    if scheme.cap is not None and sharing > 1:
        yield Assumption(Assumed.CAP_SHARED, scheme.key, cap=scheme.cap, count=sharing)
    if not scheme.stacks:
        yield Assumption(Assumed.STANDS_ALONE, scheme.key)
