"""What there is to pay for: an action's cost band, a chosen offering, or an amount that somebody entered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.texts import localise
from recommendations.catalogue.models import Offering
from recommendations.catalogue.wording import YUAN
from recommendations.rules.money import Basis, CostItem


@dataclass(frozen=True, slots=True)
class CostLine:
    """A thing to pay for, as readers call it; `unit` says what a published price is for, where that is not the whole.

    `left_out` is the published price of a chosen service that is not counted, because it is none of the whole.
    """

    item: CostItem
    title: str
    unit: str = ""
    left_out: str = ""


def line_of_action(
    *, key: str, title: str, low: Decimal | int, high: Decimal | int | None, categories: Iterable[str]
) -> CostLine:
    """This function will return an action with its cost band in yuan, an estimate; `high` None = open upwards."""
    upper = None if high is None else Fraction(high)
    return CostLine(CostItem(key, Fraction(low), upper, frozenset(categories)), title)


def line_of_offering(*, key: str, title: str, offering: Offering, categories: Iterable[str], locale: str) -> CostLine:
    """This function will return a chosen offering with its published price and discount.

    `categories` are those of the action it is for. A price in another currency counts as not known.
    """
    in_yuan = offering.currency == YUAN and offering.price_minimum is not None
    item = CostItem(
        key,
        Fraction(offering.price_minimum or 0) if in_yuan else None,
        None if offering.price_maximum is None or not in_yuan else Fraction(offering.price_maximum),
        frozenset(categories) | {offering.category.key},
        Fraction(offering.discount_percent or 0) / 100,
        basis=Basis.PUBLISHED,
    )
    return CostLine(item, title, localise(offering.price_unit, locale))


def line_of_price(
    *, key: str, title: str, price: Decimal | int | None, categories: Iterable[str] = (), is_quoted: bool = False
) -> CostLine:
    """This function will return an item with its own budget in yuan; `is_quoted` where a provider named the price."""
    amount = None if price is None else Fraction(price)
    basis = Basis.PUBLISHED if is_quoted else Basis.OWN
    return CostLine(CostItem(key, amount, amount, frozenset(categories), basis=basis), title)


def begun_on(line: CostLine, day: date | None) -> CostLine:
    """This function will return a line that begins on a day; None = when is open, or it is under way."""
    return replace(line, item=replace(line.item, begins=day))
