"""What more money would change on a roadmap, and what stands in the way where it would change nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from django.utils.translation import gettext

from recommendations.plan.roadmap.solving import Solver
from recommendations.plan.roadmap.telling import Telling
from recommendations.plan.roadmap.wanted import Solved, Wanted

MORE_DAYS = 10


@dataclass(frozen=True, slots=True)
class MoreShown:
    """`address` shows the roadmap that the line is about, "" where the line says it all."""

    line: str
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    address: str = ""


def more_shown(solved: Solved, solver: Solver, tell: Telling, address: Callable[[Wanted], str]) -> MoreShown:
    """This function will return what more money would change, in the active language."""
    more, wanted = solver.more(solved), solved.wanted
    extra = {"extra": tell.money(more.extra)}
    if more.added:
        line = gettext("With %(extra)s more you could also do this (%(gain)s points):")
        added, dropped = (tuple(tell.title(key) for key in keys) for keys in (more.added, more.dropped))
        gain = tell.rise(solved.roadmap.points, solved.roadmap.points + more.points)
        return MoreShown(line % (extra | {"gain": gain}), added, dropped)
    if more.enough is None:
        return _without_money(solved, solver, tell, address)
    line = gettext("%(extra)s more would gain nothing. With %(enough)s more you could gain points:")
    richer = replace(wanted, budget=wanted.budget + int(more.enough))
    return MoreShown(line % (extra | {"enough": tell.money(more.enough)}), address=address(richer))


def _without_money(solved: Solved, solver: Solver, tell: Telling, address: Callable[[Wanted], str]) -> MoreShown:
    """Money is not what is short: are the days, or is everything in?"""
    wanted, now = solved.wanted, solved.roadmap.points
    longer = replace(wanted, days=wanted.days + MORE_DAYS)
    then = solver.points(wanted, Fraction(wanted.budget), longer.days)
    days = {"days": MORE_DAYS}
    if then > now:
        line = gettext(
            "More money alone gains nothing: the days are the limit. With %(days)d more days per quarter and the same"
            " budget you could gain %(gain)s points."
        )
        return MoreShown(line % (days | {"gain": tell.rise(now, then)}), address=address(longer))
    if solver.points(wanted, solver.everything, longer.days) > now:
        line = gettext(
            "More money alone gains nothing, and neither do %(days)d more days per quarter: only both together do."
        )
        return MoreShown(line % days, address=address(replace(longer, budget=int(solver.everything))))
    if solver.points(wanted, solver.everything, None) > now:
        line = gettext(
            "More money alone gains nothing: the days are the limit, and %(days)d more per quarter are not enough."
        )
        return MoreShown(line % days)
    return MoreShown(gettext("More money gains nothing: all that gains points within a year is in already."))
