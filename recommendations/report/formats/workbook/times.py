"""Days and moments of the content as cells. What is not one of them stays the text that it is."""

from datetime import date, datetime

from django.utils.timezone import make_aware
from django.utils.translation import gettext

from assessment.accounts.sheets import Cell

DAYS = ("%d %B %Y", "%Y年%m月%d日")  # as content/numbers.py writes them, in each language
MOMENTS = ("%d %B %Y, %H:%M", "%Y年%m月%d日 %H:%M")
ISO = ("%Y-%m-%d",)


def day(iso: str) -> date | None:
    """This function will return a day of the content's plain values, None for ''."""
    return date.fromisoformat(iso) if iso else None


def period(text: str) -> Cell:
    """This function will return a day where the text is one in ISO form; years and quarters stay words."""
    return _day(text, ISO) or text


def worded_day(words: str) -> Cell:
    """This function will return a day from its words, such as 31 December 2027 or 2027年12月31日."""
    return _day(words, DAYS) or words


def worded_days(words: str) -> tuple[date | None, date | None]:
    """This function will return the first and the last of the days that words name; None twice where they name none."""
    between = gettext("%(first)s – %(last)s") % {"first": "", "last": ""}
    first, _between, last = words.partition(between)
    return _day(first, DAYS), _day(last or first, DAYS)


def worded_moment(words: str) -> Cell:
    """This function will return a moment of the installation from its words, or the day that they name."""
    found = _read(words, MOMENTS)
    return worded_day(words) if found is None else make_aware(found)


def _day(text: str, forms: tuple[str, ...]) -> date | None:
    found = _read(text, forms)
    return None if found is None else found.date()


def _read(text: str, forms: tuple[str, ...]) -> datetime | None:
    for form in forms:
        try:
            return datetime.strptime(text, form)
        except ValueError:
            continue
    return None
