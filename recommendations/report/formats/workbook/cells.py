"""Numbers and days of the content as cells. What is not one of them stays the text that it is."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext, pgettext

from assessment.accounts.sheets import Cell, Number, Share
from recommendations.report.content.exact_schema import Amount, Amounts

WRITTEN = re.compile(r"(?P<sign>[+−]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<rest>\d+))?", re.ASCII)
PERCENT = re.compile(r"(\d+) %", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
NONE = ("", "–")


def number(text: str | None) -> Cell:
    """This function will return a number as the report writes it, such as 46.3, +4.2 or 1,250, with its digits."""
    if text is None or text in NONE:
        return None
    found = WRITTEN.fullmatch(text)
    if found is None:
        return text
    plain = text.replace(",", "").replace("−", "-")
    return Number(Decimal(plain), len(found["rest"] or ""), bool(found["sign"]))


def share(text: str | None) -> Cell:
    """This function will return a percentage such as 81 % as a share of one."""
    if text is None or text in NONE:
        return None
    found = PERCENT.fullmatch(text)
    return text if found is None else Share(Decimal(found[1]) / 100)


def day(iso: str) -> date | None:
    """This function will return a day of the content's plain values, None for ''."""
    return date.fromisoformat(iso) if iso else None


def period(text: str) -> Cell:
    """This function will return a day where the text is one; years and quarters stay words."""
    return date.fromisoformat(text) if DAY.fullmatch(text) else text


def yuan(text: str) -> Number | None:
    """This function will return an amount of the content's plain values, None for ''."""
    if not text:
        return None
    digits = text.partition(".")[2]
    return Number(Decimal(text), len(digits))


def yuan_range(amount: Amount | None) -> tuple[Cell, Cell]:
    """This function will return the two ends of an amount; one that is open upwards says so."""
    if amount is None:
        return None, None
    return yuan(amount.low), yuan(amount.high) or pgettext("workbook", "open")


def four_ranges(amounts: Amounts | None) -> tuple[Cell, ...]:
    """This function will return who pays what: price, enterprise, provider and support, two cells each."""
    if amounts is None:
        return (None,) * 8
    sides = (amounts.price, amounts.enterprise, amounts.provider, amounts.support)
    return tuple(cell for side in sides for cell in yuan_range(side))


def lines(parts: Iterable[str]) -> str:
    """This function will return texts below each other in one cell."""
    return "\n".join(part for part in parts if part)


def listed(parts: Iterable[str]) -> str:
    return gettext("; ").join(part for part in parts if part)


def yes(is_so: bool) -> str:
    return pgettext("workbook", "yes") if is_so else ""
