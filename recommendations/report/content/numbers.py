"""How numbers, dates and terms are written in a report. Nothing else in this room formats a number."""

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext, ngettext, pgettext

from assessment.scoring.document import Display
from assessment.scoring.figures import shown_number, shown_points
from recommendations.rules.document import Weeks

CENTS = 2
ISO_LENGTH = 10
PERCENT = "%"
DAY_FORMATS = {"en": "j F Y", "zh-hans": "Y年n月j日"}
MONTH_FORMATS = {"en": "F Y", "zh-hans": "Y年n月"}
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
BARE_PERCENT = re.compile(r"(\d)%", re.ASCII)


def points(value: Fraction, display: Display) -> str:
    """This function will return points on the scale of their node, with the digits that the bank shows."""
    return shown_points(value, display)


def gain(value: Fraction, display: Display) -> str:
    """This function will return a difference in points with its sign; a loss that rounds to nothing is none."""
    written = shown_points(abs(value), display)
    return f"−{written}" if value < 0 and Fraction(written) else f"+{written}"


def place(share: Fraction) -> str:
    """This function will return a place or length on a chart, 0 to 100, as text that is frozen with the content."""
    return shown_points(share)


def place_or_none(share: Fraction | None) -> str | None:
    return None if share is None else place(share)


def percentage(value: Fraction) -> str:
    """This function will return a number from 0 to 100 as a percentage, such as "81 %"; "100 %" for nothing less."""
    return with_unit("99" if 99 < value < 100 else shown_number(value, 0), PERCENT)


def share_percentage(value: Fraction) -> str:
    """This function will return a share of one as a whole percentage."""
    return with_unit(shown_number(value * 100, 0), PERCENT)


def plain(value: Decimal | Fraction) -> str:
    """This function will return a number as it was published: 68, not 68.0."""
    return shown_number(value, 4)


def bare(value: Decimal | Fraction | int) -> str:
    """This function will return an amount as programs read it, to the cent at most: 18000, 12500.5."""
    return shown_number(Fraction(value), CENTS).replace(",", "")


def measured(value: Fraction) -> str:
    """This function will return an enterprise's own rate to one decimal, as its answer is worded elsewhere."""
    return shown_number(value, 1)


def with_unit(number: str, unit: str) -> str:
    """This function will return a number with its unit as the active language writes both: "57.7 %", in Chinese "57.7%"."""
    if unit == PERCENT:
        return pgettext("percentage", "%(number)s %%") % {"number": number}
    return f"{number} {unit}" if unit else number


def with_percent_signs(text: str) -> str:
    """This function will return a text of the bank with percentages written as everywhere else: "up to 20 %"."""
    return BARE_PERCENT.sub(lambda found: with_unit(found[1], PERCENT), text)


def weeks(span: Weeks) -> str:
    if span.minimum == span.maximum:
        return ngettext("%(count)d week", "%(count)d weeks", span.maximum) % {"count": span.maximum}
    return gettext("%(low)d–%(high)d weeks") % {"low": span.minimum, "high": span.maximum}


def day(value: date) -> str:
    return date_format(value, DAY_FORMATS.get(get_language() or "en", DAY_FORMATS["en"]))


def period(text: str) -> str:
    """This function will return when a published figure was true: 2025-12-31 as a day, 2022-06 as a month, else as it is."""
    month = MONTH.fullmatch(text)
    if month is not None:
        first = date(int(month[1]), int(month[2]), 1)
        return date_format(first, MONTH_FORMATS.get(get_language() or "en", MONTH_FORMATS["en"]))
    try:
        return day(date.fromisoformat(text)) if len(text) == ISO_LENGTH else text
    except ValueError:
        return text


def days_from(first: date, last: date) -> str:
    return gettext("%(first)s – %(last)s") % {"first": day(first), "last": day(last)}


def week_numbers(first: int, last: int) -> str:
    """This function will return which weeks are meant, counted from 1."""
    if first >= last:
        return gettext("Week %(number)d") % {"number": first}
    return gettext("Weeks %(first)d–%(last)d") % {"first": first, "last": last}


def sentences(*said: str) -> str:
    """This function will return sentences as one text, with what stands between sentences in the active language."""
    together = ""
    for sentence in filter(None, said):
        both = {"first": together, "second": sentence}
        together = pgettext("sentences", "%(first)s %(second)s") % both if together else sentence
    return together


def lead_in(label: str) -> str:
    """This function will return a label with the colon that stands between it and what it says: "Because: "."""
    return pgettext("before what it says", "%(label)s: ") % {"label": label}


def full_stop(said: str) -> str:
    """This function will return words as a sentence with its full stop."""
    return pgettext("sentence", "%(said)s.") % {"said": said}


def moment(value: datetime) -> str:
    """This function will return a day with its time, as the clocks of the site show it."""
    local = localtime(value)
    return pgettext("moment", "%(day)s, %(time)s") % {"day": day(local.date()), "time": f"{local:%H:%M}"}
