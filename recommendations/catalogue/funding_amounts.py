"""The amounts that the words about money are made of: whole yuan, rounded once."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assessment.scoring.figures import rounded
from recommendations.rules.money import Parts, Span


@dataclass(frozen=True, slots=True)
class YuanRange:
    """Whole yuan; `high` is None for an amount that is open upwards."""

    low: Decimal
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class MoneyAmounts:
    """Who pays what of a price, each from–to."""

    price: YuanRange
    enterprise: YuanRange
    provider: YuanRange
    support: YuanRange


def yuan_range(span: Span, open_upwards: bool = False) -> YuanRange:
    """This function will return an amount rounded to the yuan, here and nowhere before; nothing is never open."""
    low, high = rounded(span.low, 0), rounded(span.high, 0)
    return YuanRange(low, None if open_upwards and high else high)


def amounts_of(parts: Parts, discounted: Iterable[Parts]) -> MoneyAmounts:
    """This function will return who pays what of a price; its discount is open upwards if one in `discounted` is."""
    has_open_discount = any(each.open_upwards and each.provider.high > 0 for each in discounted)
    return MoneyAmounts(
        price=yuan_range(parts.price, parts.open_upwards),
        enterprise=yuan_range(parts.enterprise, parts.open_upwards),
        provider=yuan_range(parts.provider, has_open_discount),
        support=yuan_range(parts.support),
    )
