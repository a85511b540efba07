"""The levels as one scale from 0 to 100, with the score and its interval on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from recommendations.charts.svg import HUES, INK, INK_SOFT, PAPER, element, label, percent, picture

FILLS = ("#e8edf3", "#d9e2ec", "#c8d5e2", "#b5c6d7", "#a1b6cb")
TOP, HEIGHT, TOTAL = 18, 26, 62


@dataclass(frozen=True, slots=True)
class Step:
    """`lower` and `upper` are places from 0 to 100, `start` is what is written where the level begins."""

    number: str
    lower: float
    upper: float
    is_current: bool = False
    start: str = ""


def level_scale(
    title: str,
    steps: Sequence[Step],
    *,
    score: float | None,
    low: float | None,
    high: float | None,
) -> str:
    """This function will draw the levels side by side, the reached one marked, the score as a pointer above them."""
    parts = [part for index, step in enumerate(steps) for part in _step(index, step)]
    if score is not None:
        parts += _pointer(score, low if low is not None else score, high if high is not None else score)
    elif low is not None and high is not None:
        parts.append(_interval(low, high))
    return picture(title, parts, width="100%", height=TOTAL, class_="chart chart-scale")


def _step(index: int, step: Step) -> list[str]:
    width = step.upper - step.lower
    middle = percent((step.lower + step.upper) / 2)
    fill = HUES[0] if step.is_current else FILLS[min(index, len(FILLS) - 1)]
    return [
        element("rect", x=percent(step.lower), y=TOP, width=percent(max(width - 0.4, 0)), height=HEIGHT, fill=fill),
        label(
            middle,
            TOP + 18,
            step.number,
            13,
            text_anchor="middle",
            font_weight="bold",
            fill=PAPER if step.is_current else INK_SOFT,
        ),
        label(
            percent(step.lower),
            TOTAL - 4,
            step.start or format(step.lower, "g"),
            10,
            fill=INK_SOFT,
            text_anchor=_anchor(step.lower),
        ),
    ]


def _anchor(at: float) -> str:
    return "start" if at <= 0 else "middle"


def _pointer(score: float, low: float, high: float) -> list[str]:
    at = percent(score)
    return [
        _interval(low, high),
        element("line", x1=at, x2=at, y1=TOP - 10, y2=TOP + HEIGHT, stroke=INK, stroke_width=2),
        element("circle", cx=at, cy=TOP - 11, r=5, fill=INK),
    ]


def _interval(low: float, high: float) -> str:
    return element(
        "rect", x=percent(low), y=TOP - 6, width=percent(max(high - low, 0)), height=4, fill=INK, fill_opacity="0.35"
    )
