"""What an offering costs, how long it takes and how long it holds, in words, for page and report alike."""

from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from assessment.scoring.figures import shown_number
from assessment.scoring.texts import localise
from recommendations.catalogue.models import Offering

CENTS = 2
YUAN, CHINESE = "CNY", "zh"
TEN_THOUSAND = 10_000


def price_text(offering: Offering, locale: str) -> str:
    """This function will return the price in the active language: "CNY 18,000–38,000 per kit", "1.8—3.8万元 每套".

    Without an amount the unit says how the price comes about ("agreed with the bank"), if anything does.
    """
    amount, unit = _amount(offering, locale), localise(offering.price_unit, locale)
    if amount and unit:
        return gettext("%(amount)s %(unit)s") % {"amount": amount, "unit": unit}
    return amount or unit or gettext("Price on request")


def _amount(offering: Offering, locale: str) -> str:
    low, high = offering.price_minimum, offering.price_maximum
    if low is None:
        return ""
    if high is not None and high == 0:
        return gettext("Free")
    return amount_text(low, high, locale, offering.currency)


def amount_text(low: Decimal, high: Decimal | None, locale: str, currency: str = YUAN) -> str:
    """This function will return an amount in the active language: "CNY 18,000–38,000", "1.8万—3.8万元".

    `high` is None for one that is open upwards, and `low` again for one that is known.
    """
    if currency == YUAN and locale.startswith(CHINESE):
        return _yuan(low, high)
    written = {"currency": currency, "low": shown_number(low, CENTS)}
    if high is None:
        return gettext("from %(currency)s %(low)s") % written
    if high == low:
        return gettext("%(currency)s %(low)s") % written
    return gettext("%(currency)s %(low)s–%(high)s") % (written | {"high": shown_number(high, CENTS)})


def _yuan(low: Decimal, high: Decimal | None) -> str:
    """As people in China write it: 900元, 1.8万—3.8万元, 5,000元—2万元."""
    number, unit = _in_yuan(low)
    if high is None:
        return f"{number}{unit}起"
    to_number, to_unit = _in_yuan(high)
    if (number, unit) == (to_number, to_unit):
        return f"{number}{unit}"
    start = f"{number}{unit}" if low else number
    if unit == to_unit:
        start = start.removesuffix("元")
    return f"{start}—{to_number}{to_unit}"


def _in_yuan(amount: Decimal) -> tuple[str, str]:
    """From 10,000 yuan on in 万元, if two decimals of it say the amount to the yuan."""
    if amount >= TEN_THOUSAND and amount % (TEN_THOUSAND // 100) == 0:
        return shown_number(amount / TEN_THOUSAND, CENTS), "万元"
    return shown_number(amount, CENTS), "元"


def go_live_text(offering: Offering) -> str:
    """This function will return how long it takes to go live, "" if that is not known, in the active language."""
    low, high = offering.go_live_weeks_from, offering.go_live_weeks_to
    if low is None or high is None:
        return ""
    if low == high:
        return ngettext("%(weeks)d week", "%(weeks)d weeks", low) % {"weeks": low}
    return gettext("%(low)d–%(high)d weeks") % {"low": low, "high": high}


def terms_text(offering: Offering, locale: str) -> str:
    """This function will return price, price model, delivery and time in one line, in the active language."""
    parts = [price_text(offering, locale), localise(offering.price_model.title, locale)]
    if offering.deployment is not None:
        parts.append(localise(offering.deployment.title, locale))
    return " · ".join(part for part in (*parts, go_live_text(offering)) if part)


def valid_until_text(offering: Offering) -> str:
    """This function will return the last day of validity, "" if it is open-ended, in the active language."""
    return date_format(offering.valid_until) if offering.valid_until else ""
