"""The frame of a line of time: its first day, its columns, and where on it a day stands. Days in, exact shares out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from recommendations.plan.planning import QUARTER, quarter_end

MONTH_FORMATS = {"en": "M Y", "zh-hans": "Y年n月"}
DAY = timedelta(days=1)
MOST_COLUMNS = 4
# A line holds two years: what lies further away would press all that is near together.
MOST_QUARTERS, MOST_MONTHS = 8, 24
LAST_YEAR = date.max.year - 3
MONTH_STEPS = (1, 3, 6)


@dataclass(frozen=True, slots=True)
class Stay:
    """From when to when an item lasts, both days included; `is_day`: only one day is known of it."""

    first: date
    last: date
    is_day: bool

    @property
    def after(self) -> date:
        return self.last + DAY


@dataclass(frozen=True, slots=True)
class Frame:
    """`edges` are the first days of all columns and, last, the day after the line."""

    edges: tuple[date, ...]
    has_quarters: bool

    @property
    def columns(self) -> int:
        return len(self.edges) - 1

    def holds(self, stay: Stay) -> bool:
        """This function will return whether an item stands on the line from its first day to its last."""
        return self.edges[0] <= stay.first and stay.last < self.edges[-1]

    def share(self, day: date) -> Fraction:
        """This function will return where a day begins on the line, 0 to 100."""
        return Fraction((day - self.edges[0]).days * 100, (self.edges[-1] - self.edges[0]).days)

    def column_of(self, day: date) -> int:
        """This function will return the column in which a day of the line lies, counted from 0."""
        return sum(1 for edge in self.edges[1:-1] if edge <= day)

    def title(self, column: int) -> str:
        """This function will return the quarters of a column, or the month with which it begins."""
        if not self.has_quarters:
            return _month(self.edges[column])
        first, last = ((edge - self.edges[0]) // QUARTER for edge in self.edges[column : column + 2])
        return quarter_title(first + 1, last)


def stay_of(quarter: int | None, due_on: date | None, done_on: date | None, begins_on: date | None) -> Stay | None:
    """This function will return when an item is done: its quarter up to its due day, else one day; None without any.

    `begins_on` is the first day of the first quarter.
    """
    if quarter and begins_on is not None and begins_on.year <= LAST_YEAR and quarter <= MOST_QUARTERS:
        first = begins_on + (quarter - 1) * QUARTER
        due = None if due_on is None else min(due_on, date(LAST_YEAR, 12, 31))
        last = due if due is not None and due >= first else quarter_end(begins_on, quarter)
        return Stay(first, last, is_day=False)
    day = done_on or due_on
    return None if day is None or day.year > LAST_YEAR else Stay(day, day, is_day=True)


def frame_of(stays: Sequence[Stay], begins_on: date | None) -> Frame | None:
    """This function will return the line on which most can stand; None where nothing has a day."""
    if not stays:
        return None
    if begins_on is not None and any(not stay.is_day for stay in stays):
        return _quarters(stays, begins_on)
    return _months(stays)


def _quarters(stays: Sequence[Stay], begins_on: date) -> Frame:
    """As many quarters as the plan reaches into, none further than the line holds."""
    inside = [-(-(stay.after - begins_on) // QUARTER) for stay in stays]
    count = max((quarter for quarter in inside if quarter <= MOST_QUARTERS), default=1)
    step = 1 if count <= MOST_COLUMNS else 2
    columns = max(-(-count // step), 1)
    return Frame(tuple(begins_on + column * step * QUARTER for column in range(columns + 1)), has_quarters=True)


def _months(stays: Sequence[Stay]) -> Frame:
    start = min(stay.first for stay in stays).replace(day=1)
    inside = [months for stay in stays if (months := _months_between(start, stay.last)) < MOST_MONTHS]
    step = next(step for step in MONTH_STEPS if step * MOST_COLUMNS > max(inside))
    columns = max(inside) // step + 1
    return Frame(tuple(_months_later(start, column * step) for column in range(columns + 1)), has_quarters=False)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _months_later(first: date, months: int) -> date:
    years, month_before = divmod(first.month - 1 + months, 12)
    return first.replace(year=first.year + years, month=month_before + 1)


def _month(day: date) -> str:
    return date_format(day, MONTH_FORMATS.get(get_language() or "en", MONTH_FORMATS["en"]))


def quarter_title(first: int, last: int) -> str:
    """This function will return which quarters of a plan are meant, counted from 1."""
    if first >= last:
        return gettext("Quarter %(number)d") % {"number": first}
    return gettext("Quarters %(first)d–%(last)d") % {"first": first, "last": last}
