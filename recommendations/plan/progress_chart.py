"""The course of one score over the rounds, as coordinates of a small drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessment.scoring.figures import rounded
from assessment.scoring.scorecard import NodeScore

WIDTH, TOP, HEIGHT, EDGE = 120, 4, 40, 8


@dataclass(frozen=True, slots=True)
class Dot:
    """A score at (x, y) with its interval from `low` up to `high`; `y` is '' while the score is withheld."""

    x: str
    y: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Course:
    """`lines` are the points of polylines: one for each run of rounds whose score is known."""

    dots: tuple[Dot, ...]
    lines: tuple[str, ...]


def course_of(scores: Sequence[NodeScore]) -> Course:
    """This function will return the drawing of one node's scores, oldest first; its scale is always 0 to 100 percent."""
    dots = [
        Dot(_x(place, len(scores)), _y(node.shown), _y(node.low), _y(node.high)) for place, node in enumerate(scores)
    ]
    return Course(tuple(dot for dot in dots if dot.low), tuple(_lines(dots)))


def _x(place: int, count: int) -> str:
    step = Fraction(WIDTH - 2 * EDGE, max(count - 1, 1))
    return str(rounded(EDGE + place * step, 1))


def _y(score: Fraction | None) -> str:
    return "" if score is None else str(rounded(TOP + (100 - score) * HEIGHT / 100, 1))


def _lines(dots: Sequence[Dot]) -> list[str]:
    runs: list[list[str]] = [[]]
    for dot in dots:
        if dot.y:
            runs[-1].append(f"{dot.x},{dot.y}")
        else:
            runs.append([])
    return [" ".join(run) for run in runs if len(run) > 1]
