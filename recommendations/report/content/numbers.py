"""How numbers, dates and terms are written in a report. Nothing else in this room formats a number."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from assessment.scoring.figures import shown_number, shown_points
from recommendations.rules.document import Weeks

DAY_FORMATS = {"en": "j F Y", "zh-hans": "Y年n月j日"}


def points(value: Fraction) -> str:
    return shown_points(value)


def points_or_none(value: Fraction | None) -> str | None:
    return None if value is None else shown_points(value)


def plain(value: Decimal | Fraction) -> str:
    """This function will return a number as it was published: 68, not 68.0."""
    return shown_number(value, 2)


def measured(value: Fraction) -> str:
    """This function will return an enterprise's own rate to one decimal, as its answer is worded elsewhere."""
    return shown_number(value, 1)


def with_unit(number: str, unit: str) -> str:
    return f"{number} {unit}" if unit else number


def weeks(span: Weeks) -> str:
    if span.minimum == span.maximum:
        return ngettext("%(count)d week", "%(count)d weeks", span.maximum) % {"count": span.maximum}
    return gettext("%(low)d–%(high)d weeks") % {"low": span.minimum, "high": span.maximum}


def day(value: date) -> str:
    return date_format(value, DAY_FORMATS.get(get_language() or "en", DAY_FORMATS["en"]))
