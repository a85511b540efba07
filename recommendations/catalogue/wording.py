"""What an offering costs, how long it takes and how long it holds, in words, for page and report alike."""

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from assessment.scoring.figures import shown_number
from assessment.scoring.texts import localise
from recommendations.catalogue.models import Offering

CENTS = 2


def price_text(offering: Offering, locale: str) -> str:
    """This function will return the price, such as "CNY 18,000–38,000 per kit", in the active language.

    Without an amount the unit says how the price comes about ("agreed with the bank"), if anything does.
    """
    amount, unit = _amount(offering), localise(offering.price_unit, locale)
    if amount and unit:
        return gettext("%(amount)s %(unit)s") % {"amount": amount, "unit": unit}
    return amount or unit or gettext("Price on request")


def _amount(offering: Offering) -> str:
    low, high = offering.price_minimum, offering.price_maximum
    if low is None:
        return ""
    if high is not None and high == 0:
        return gettext("Free")
    written = {"currency": offering.currency, "low": shown_number(low, CENTS)}
    if high is None:
        return gettext("from %(currency)s %(low)s") % written
    if high == low:
        return gettext("%(currency)s %(low)s") % written
    return gettext("%(currency)s %(low)s–%(high)s") % (written | {"high": shown_number(high, CENTS)})


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
