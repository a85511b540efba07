"""Where a level begins and ends, in words and as places on a chart."""

from collections.abc import Sequence
from fractions import Fraction

from django.utils.translation import gettext

from assessment.scoring.document import Level
from assessment.scoring.figures import shown_scale
from assessment.scoring.scorecard import HUNDRED


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
    """This function will return the bounds of a level in words: "4 to below 7", "more than 15, up to 50", "" without any.

    No number seems to be in two levels: what belongs to the next one is said to be outside.
    """
    level, following = levels[index], _next_bounded(levels, index)
    if bound_of(level) is None and (index or following is None):
        return ""
    if level.upto is not None:
        return _to(level, Fraction(level.upto))
    if following is None:
        return _to(level, scale)
    if following.above is None:
        return _to_below(level, Fraction(following.lower or 0))
    return _to(level, Fraction(following.above)) if bound_of(level) else _up_to(Fraction(following.above))


def _next_bounded(levels: Sequence[Level], index: int) -> Level | None:
    return next((level for level in levels[index + 1 :] if bound_of(level) is not None), None)


def _start(level: Level) -> str:
    return shown_scale(bound_of(level) or Fraction(0))


def _to(level: Level, end: Fraction) -> str:
    values = {"start": _start(level), "end": shown_scale(end)}
    if level.above is not None:
        return gettext("more than %(start)s, up to %(end)s") % values
    return values["start"] if values["start"] == values["end"] else gettext("%(start)s to %(end)s") % values


def _to_below(level: Level, end: Fraction) -> str:
    values = {"start": _start(level), "end": shown_scale(end)}
    if level.above is not None:
        return gettext("more than %(start)s, below %(end)s") % values
    return gettext("%(start)s to below %(end)s") % values


def _up_to(end: Fraction) -> str:
    return gettext("up to %(end)s") % {"end": shown_scale(end)}
