"""Horizontal bars that stretch with their column: lengths are percentages, so nothing is scaled out of shape."""

from collections.abc import Sequence
from dataclasses import dataclass

from recommendations.charts.svg import HUES, INK, PAPER, TRACK, element, percent, picture


@dataclass(frozen=True, slots=True)
class Measures:
    """Pixels: of the whole chart, and of the bar in it."""

    height: int
    top: int
    bar: int

    @property
    def bottom(self) -> int:
        return self.top + self.bar


PLAIN, SLIM = Measures(22, 4, 14), Measures(12, 2, 8)


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference line on a bar."""

    at: float
    is_target: bool = False


def score_bar(
    title: str,
    *,
    score: float | None,
    low: float | None = None,
    high: float | None = None,
    hue: int = 0,
    bounds: Sequence[float] = (),
    marks: Sequence[Mark] = (),
    size: Measures = PLAIN,
) -> str:
    """This function will draw a score on 0–100: solid to the score, lighter to `high`, notches at the level bounds.

    While the score is withheld, what it lies between is drawn alone, from `low` to `high`.
    """
    parts = [element("rect", x=0, y=size.top, width="100%", height=size.bar, rx=3, fill=TRACK)]
    known = score if score is not None else low
    if known is not None and high is not None and high > known:
        parts += _interval(known - 0.5 if score else known, high, hue, size)
    if score is not None and score > 0:
        parts.append(element("rect", x=0, y=size.top, width=percent(score), height=size.bar, rx=3, fill=HUES[hue]))
    parts += [_notch(bound, size) for bound in bounds if 0 < bound < 100]
    parts += [_mark(mark, size) for mark in marks]
    return picture(title, parts, width="100%", height=size.height, class_="chart chart-bar")


def _interval(start: float, high: float, hue: int, size: Measures) -> list[str]:
    """Lighter, and closed by an edge, so that it reads without colour; it begins below the end of a solid bar."""
    start = max(0.0, start)
    area = element(
        "rect",
        x=percent(start),
        y=size.top + 2,
        width=percent(high - start),
        height=size.bar - 4,
        fill=HUES[hue],
        fill_opacity="0.28",
    )
    edge = element(
        "line",
        x1=percent(high),
        x2=percent(high),
        y1=size.top + 1,
        y2=size.bottom - 1,
        stroke=HUES[hue],
        stroke_width=1.5,
    )
    return [area, edge]


def _notch(at: float, size: Measures) -> str:
    return element("line", x1=percent(at), x2=percent(at), y1=size.top, y2=size.bottom, stroke=PAPER, stroke_width=1.5)


def _mark(mark: Mark, size: Measures) -> str:
    dashes = {"stroke_dasharray": "3 2"} if mark.is_target else {}
    at = percent(mark.at)
    return element("line", x1=at, x2=at, y1=0, y2=size.height, stroke=INK, stroke_width=2, **dashes)


def contribution_bar(title: str, *, gained: float, open_: float, scale: float, hue: int = 0) -> str:
    """This function will draw points gained (solid) and points still open (outlined); `scale` is the longest bar's sum."""
    full = scale if scale > 0 else 1.0
    reached, whole = gained / full * 100, (gained + open_) / full * 100
    parts = [
        element(
            "rect",
            x=0,
            y=4,
            width=percent(whole),
            height=8,
            fill=HUES[hue],
            fill_opacity="0.2",
        )
    ]
    if reached > 0:
        parts.append(element("rect", x=0, y=3, width=percent(reached), height=10, fill=HUES[hue]))
    return picture(title, parts, width="100%", height=16, class_="chart chart-contribution")
