"""Numbers, amounts and percentages of the content as cells. What is not one of them stays the text that it is."""

import re
from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import get_language, gettext, pgettext

from assessment.accounts.sheets import Cell, Number, Share
from recommendations.plan.amounts import read_whole
from recommendations.report.content.exact_schema import Amount, Amounts

WRITTEN = re.compile(r"(?P<sign>[+−]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<rest>\d+))?", re.ASCII)
PERCENT = re.compile(r"(\d+)( ?)%", re.ASCII)
NONE = ("", "–")
LONGEST_UNIT = 40  # characters; a longer one is a sentence
CURRENCIES = {"zh-hans": "¥-804"}
CURRENCY = "CNY "


def number(text: str | None) -> Cell:
    """This function will return a number as the report writes it, such as 46.3, +4.2 or 1,250, with its digits."""
    if text is None or text in NONE:
        return None
    found = WRITTEN.fullmatch(text)
    if found is None:
        return text
    return Number(_value(found), len(found["rest"] or ""), bool(found["sign"]))


def _value(found: re.Match[str]) -> Decimal:
    return Decimal(found[0].replace(",", "").replace("−", "-"))


def measured(text: str, bare: str | None) -> Cell:
    """This function will return a number with its unit, such as 86 people, or as a share of one where that is %.

    `bare` is the number alone. Without it, or where `text` says anything else first, the text stays.
    """
    found, known = WRITTEN.match(text), number(bare)
    if found is None or not isinstance(known, Number) or _value(found) != known.value:
        return text
    unit = text[found.end() :]
    if len(unit) > LONGEST_UNIT or not unit.isprintable():
        return text
    digits = len(found["rest"] or "")
    if unit.strip() == "%":
        return Share(known.value / 100, "0" + ("." + "0" * digits if digits else "") + unit)
    return Number(known.value, digits, unit=unit)


def share(text: str | None) -> Cell:
    """This function will return a percentage such as 81 %, in Chinese 81%, as a share of one."""
    if text is None or text in NONE:
        return None
    found = PERCENT.fullmatch(text)
    return text if found is None else Share(Decimal(found[1]) / 100, f"0{found[2]}%")


def yuan(text: str) -> Number | None:
    """This function will return an amount in yuan of the content's plain values, None for ''."""
    if not text:
        return None
    digits = text.partition(".")[2]
    return Number(Decimal(text), len(digits), currency=CURRENCIES.get(get_language() or "", CURRENCY))


def amount(words: str) -> Cell:
    """This function will return an amount in yuan from its words, such as CNY 26,000 or 2.6万元; a range stays words."""
    whole = read_whole(words)
    return words or None if whole is None else yuan(str(whole))


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
