"""What more money would change."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from recommendations.rules.roadmap.plan import Planner
from recommendations.rules.roadmap.result import More, Roadmap

EXTRA = Fraction(10_000)
ZERO = Fraction(0)
LADDER = tuple(Fraction(1_000 * step) for step in (5, 10, 20, 30, 50, 80, 100, 150, 200, 300, 500, 800, 1_000, 2_000))


def with_more(
    planner: Planner,
    roadmap: Roadmap,
    extra: Fraction = EXTRA,
    ladder: Iterable[Fraction] = LADDER,
    most: Callable[[], Fraction] | None = None,
) -> More:
    """This function will return what `extra` yuan would change on `roadmap`, which `planner` made.

    Where they gain no point, the rungs of `ladder` above `extra` are tried for the smallest that does. `most` gives the
    points that all the money there is gains within the same days: it saves the looking where that is no more.
    """
    chosen = roadmap.actions
    if roadmap.budget >= _everything(planner):
        return More(extra, ZERO, (), (), None, roadmap.is_proven)
    richer = planner.choose(roadmap.budget + extra, roadmap.days_per_quarter, [chosen])
    points = richer.points - roadmap.points
    if points > 0:
        order = [option.key for option in planner.task.options]
        added = tuple(key for key in order if key in richer.keys - chosen)
        dropped = tuple(key for key in order if key in chosen - richer.keys)
        return More(extra, points, added, dropped, extra, richer.is_proven)
    if most is not None and roadmap.points >= most():
        return More(extra, ZERO, (), (), None, richer.is_proven)
    higher = sorted(rung for rung in ladder if rung > extra)
    return More(extra, ZERO, (), (), _smallest(planner, roadmap, higher), richer.is_proven)


def _smallest(planner: Planner, roadmap: Roadmap, rungs: list[Fraction]) -> Fraction | None:
    """The lowest rung that gains something; the lower ones are the quicker to try."""
    for rung in rungs:
        if planner.finds(lambda points: points > roadmap.points, roadmap.budget + rung, roadmap.days_per_quarter):
            return rung
        if roadmap.budget + rung >= _everything(planner):
            return None
    return None


def _everything(planner: Planner) -> Fraction:
    return sum((option.cost for option in planner.task.options), ZERO)
