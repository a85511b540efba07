"""The sign of the product as a chart: one sector for each barrier, its radius the score, lighter what is not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from recommendations.charts.svg import HUES, INK, INK_SOFT, LINE, PAPER, Attribute, element, label, picture

SIZE, CENTRE, RADIUS = 300, 150, 140
GAP = 0.018


@dataclass(frozen=True, slots=True)
class Sector:
    """`shown` is the number as it is printed; None leaves the sector empty."""

    shown: str | None
    score: float | None
    high: float | None
    hue: int


def quarters(title: str, sectors: Sequence[Sector], *, bounds: Sequence[float] = ()) -> str:
    """This function will draw the sectors clockwise from the upper left, with rings at the level bounds."""
    count = max(len(sectors), 1)
    turn = 2 * pi / count
    parts = [element("circle", cx=CENTRE, cy=CENTRE, r=RADIUS, fill="#f5f7fa", stroke=LINE, stroke_width=1)]
    for index, sector in enumerate(sectors):
        start = -pi + index * turn + (0 if count > 1 else GAP)
        parts += _sector(sector, start + GAP, start + turn - GAP)
    parts += [_ring(bound) for bound in bounds if 0 < bound < 100]
    for index, sector in enumerate(sectors):
        parts.append(_number(sector, -pi + (index + 0.5) * turn))
    return picture(title, parts, viewBox=f"0 0 {SIZE} {SIZE}", class_="chart chart-quarters")


def _sector(sector: Sector, start: float, end: float) -> list[str]:
    parts: list[str] = []
    if sector.score is None:
        return parts
    if sector.high is not None and sector.high > sector.score:
        lighter: dict[str, Attribute] = {
            "fill_opacity": "0.25",
            "stroke": HUES[sector.hue],
            "stroke_dasharray": "3 3",
            "stroke_width": 1,
        }
        parts.append(element("path", d=_slice(sector.high, start, end), fill=HUES[sector.hue], **lighter))
    if sector.score > 0:
        parts.append(element("path", d=_slice(sector.score, start, end), fill=HUES[sector.hue]))
    return parts


def _slice(score: float, start: float, end: float) -> str:
    radius = RADIUS * score / 100
    x1, y1 = CENTRE + radius * cos(start), CENTRE + radius * sin(start)
    x2, y2 = CENTRE + radius * cos(end), CENTRE + radius * sin(end)
    large = 1 if end - start > pi else 0
    return f"M{CENTRE} {CENTRE}L{x1:.2f} {y1:.2f}A{radius:.2f} {radius:.2f} 0 {large} 1 {x2:.2f} {y2:.2f}Z"


def _ring(bound: float) -> str:
    radius = RADIUS * bound / 100
    return element("circle", cx=CENTRE, cy=CENTRE, r=radius, fill="none", stroke=PAPER, stroke_width=1.2)


def _number(sector: Sector, angle: float) -> str:
    """Inside a sector that has room for it, else in the free part of the circle."""
    roomy = sector.score is not None and sector.score >= 55
    radius = RADIUS * (sector.score / 100 * 0.64 if roomy and sector.score is not None else 0.74)
    fill = PAPER if roomy else INK if sector.score is not None else INK_SOFT
    x, y = CENTRE + radius * cos(angle), CENTRE + radius * sin(angle) + 6
    return label(x, y, sector.shown or "–", 18, text_anchor="middle", font_weight="bold", fill=fill)
