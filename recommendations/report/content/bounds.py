"""Where a level begins and ends, in words and as places on a chart."""

from collections.abc import Sequence
from fractions import Fraction

from django.utils.translation import gettext

from assessment.scoring.document import Level
from assessment.scoring.figures import shown_scale
from recommendations.report.content.numbers import plain

HUNDRED = Fraction(100)


def bound_of(level: Level) -> Fraction | None:
    """This function will return the score at which a level begins, included or not; None if only its gate decides."""
    bound = level.lower if level.lower is not None else level.above
    return None if bound is None else Fraction(bound)


def is_bounded(levels: Sequence[Level]) -> bool:
    """This function will return whether all levels can stand on one scale; the lowest begins at 0 without a bound."""
    return all(bound_of(level) is not None for level in levels[1:]) and bool(levels)


def places(levels: Sequence[Level], scale: Fraction) -> list[Fraction]:
    """This function will return where the levels that have a bound begin, 0 to 100."""
    return [bound * HUNDRED / scale for level in levels if (bound := bound_of(level)) is not None]


def span(levels: Sequence[Level], index: int, scale: Fraction) -> str:
    """This function will return the bounds of a level in words: "40–60", "more than 15, up to 50", "" without any.

    Where the document does not write how far a level goes, neighbours share a bound: 60 in "40–60" belongs to the next.
    """
    level, following = levels[index], _next_bounded(levels, index)
    if bound_of(level) is None and (index or following is None):
        return ""
    start = _start(level)
    if level.upto is not None:
        return _joined(start, plain(level.upto), is_open=level.above is not None)
    if following is None:
        return _joined(start, shown_scale(scale), is_open=level.above is not None)
    if following.lower is None:
        return _up_to(level, start, plain(Fraction(following.above or 0)))
    return _joined(start, plain(following.lower), is_open=level.above is not None, is_below=True)


def _next_bounded(levels: Sequence[Level], index: int) -> Level | None:
    return next((level for level in levels[index + 1 :] if bound_of(level) is not None), None)


def _start(level: Level) -> str:
    bound = bound_of(level)
    return plain(bound) if bound is not None else "0"


def _joined(start: str, end: str, *, is_open: bool, is_below: bool = False) -> str:
    if not is_open:
        return start if start == end else f"{start}–{end}"
    words = gettext("more than %(start)s, below %(end)s") if is_below else gettext("more than %(start)s, up to %(end)s")
    return words % {"start": start, "end": end}


def _up_to(level: Level, start: str, end: str) -> str:
    if level.above is not None:
        return gettext("more than %(start)s, up to %(end)s") % {"start": start, "end": end}
    if start == "0":
        return gettext("up to %(end)s") % {"end": end}
    return gettext("%(start)s, up to %(end)s") % {"start": start, "end": end}
