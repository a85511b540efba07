"""Who pays what: one bar in parts that are told apart by their fill and named below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from recommendations.charts.svg import HUES, INK, INK_SOFT, PAPER, Attribute, element, label, percent, picture

BAR, ROW, APART = 24, 20, 10
STRIPE = 1.2
SAMPLE = 5.0


class Fill(StrEnum):
    """Solid, striped, or an open frame: three that stay apart in grey."""

    SOLID = "solid"
    STRIPED = "striped"
    OPEN = "open"


# Who pays: the same fill on every page.
FILLS = {"enterprise": Fill.SOLID, "provider": Fill.STRIPED, "support": Fill.OPEN}


@dataclass(frozen=True, slots=True)
class Part:
    """`length` is a share of the whole, 0 to 100."""

    title: str
    amount: str
    length: float
    fill: Fill


def split_bar(title: str, parts: Sequence[Part], *, with_names: bool = True) -> str:
    """This function will draw the parts side by side in one bar, and name each with its amount in a row below."""
    drawn: list[str] = []
    start = 0.0
    for part in parts:
        drawn += _filled(part.fill, start, part.length, 1, BAR - 2)
        start += part.length
    height = BAR
    if with_names:
        drawn += [each for row, part in enumerate(parts) for each in _named(part, BAR + APART + row * ROW)]
        height += APART + len(parts) * ROW
    return picture(title, drawn, width="100%", height=height, class_="chart chart-split")


def _named(part: Part, top: float) -> list[str]:
    return [
        *_filled(part.fill, 0, SAMPLE, top, 12),
        label(percent(SAMPLE + 1.5), top + 10, part.title, 11),
        label("100%", top + 10, part.amount, 11, text_anchor="end", font_weight="bold"),
    ]


def _filled(fill: Fill, start: float, length: float, top: float, height: float) -> list[str]:
    box: dict[str, Attribute] = {"x": percent(start), "width": percent(length), "y": top, "height": height}
    if fill is Fill.SOLID:
        return [element("rect", fill=HUES[0], **box)]
    frame = element("rect", fill=PAPER, stroke=INK_SOFT if fill is Fill.OPEN else HUES[0], stroke_width=1.5, **box)
    if fill is Fill.OPEN:
        return [frame]
    places = [start + STRIPE * (step + 0.5) for step in range(int(length / STRIPE))]
    look: dict[str, Attribute] = {"y1": top, "y2": top + height, "stroke": INK, "stroke_width": 2}
    return [frame, *(element("line", x1=percent(place), x2=percent(place), **look) for place in places)]
