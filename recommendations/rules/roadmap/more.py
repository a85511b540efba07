"""What more money would change."""

from collections.abc import Iterable
from fractions import Fraction

from recommendations.rules.roadmap.plan import Planner
from recommendations.rules.roadmap.result import More, Roadmap

EXTRA = Fraction(10_000)
LADDER = tuple(Fraction(1_000 * step) for step in (5, 10, 20, 30, 50, 80, 100, 150, 200, 300, 500, 800, 1_000, 2_000))


def with_more(planner: Planner, roadmap: Roadmap, extra: Fraction = EXTRA, ladder: Iterable[Fraction] = LADDER) -> More:
    """This function will return what `extra` yuan would change on `roadmap`, which `planner` made.

    Where they gain no point, the rungs of `ladder` above `extra` are tried for the smallest that does.
    """
    chosen = roadmap.actions
    richer = planner.choose(roadmap.budget + extra, roadmap.days_per_quarter, [chosen])
    points = richer.points - roadmap.points
    if points > 0:
        order = [option.key for option in planner.task.options]
        added = tuple(key for key in order if key in richer.keys - chosen)
        dropped = tuple(key for key in order if key in chosen - richer.keys)
        return More(extra, points, added, dropped, extra, richer.is_proven)
    higher = sorted(rung for rung in ladder if rung > extra)
    return More(extra, Fraction(0), (), (), _smallest(planner, roadmap, higher), richer.is_proven)


def _smallest(planner: Planner, roadmap: Roadmap, rungs: list[Fraction]) -> Fraction | None:
    """Halving: what some amount gains, a larger one gains too."""
    if not rungs or not _gains(planner, roadmap, rungs[-1]):
        return None
    low, high = 0, len(rungs) - 1
    while low < high:
        middle = (low + high) // 2
        if _gains(planner, roadmap, rungs[middle]):
            high = middle
        else:
            low = middle + 1
    return rungs[high]


def _gains(planner: Planner, roadmap: Roadmap, extra: Fraction) -> bool:
    choice = planner.choose(roadmap.budget + extra, roadmap.days_per_quarter, [roadmap.actions])
    return choice.points > roadmap.points
