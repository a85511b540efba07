"""What is done when: one row for each action, its title above its bar. Places are percentages, so texts keep their size."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from recommendations.charts.svg import (
    HUES,
    INK,
    INK_SOFT,
    LINE,
    PAPER,
    TRACK,
    Attribute,
    element,
    label,
    percent,
    picture,
)
from recommendations.charts.words import cut, width_of

MOST_ROWS = 25
HEAD, HEAD_PLAIN, ROW, BAR, FOOT = 38, 24, 34, 14, 22
ROOM_NUMBER, ROOM_RIGHT = 5.0, 68.0
STRIPE, CLEAR = 0.9, 4.0
# How wide a title may be, in sizes of its font: on a phone, and on a page.
NARROW, BROAD, SPAN_WIDTH = 34.0, 58.0, 8.0


class Look(StrEnum):
    """How a bar is drawn, so that it is told apart without colour: filled, striped, or hollow."""

    AHEAD = "ahead"
    UNDER_WAY = "under_way"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Span:
    """One column of equal width; `below` stands under its title."""

    title: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """`start` and `length` are places from 0 to 100; without a length it is a day. `beside` stands next to the bar."""

    number: str
    title: str
    start: float
    length: float
    hue: int
    look: Look = Look.AHEAD
    beside: str = ""


def timeline(
    title: str,
    spans: Sequence[Span],
    bars: Sequence[Bar],
    *,
    legend: Sequence[tuple[Look, str]] = (),
    more: str = "",
    title_width: float = NARROW,
) -> str:
    """This function will draw the bars under the columns of time, at most 25; `more` says what of it is left out.

    `legend` names the looks that stand in it.
    """
    shown = bars[:MOST_ROWS]
    head = HEAD if any(span.below for span in spans) else HEAD_PLAIN
    bottom = head + len(shown) * ROW
    parts = [part for index, span in enumerate(spans) for part in _span(span, index, len(spans), bottom)]
    for row, bar in enumerate(shown):
        parts += _bar(bar, head + row * ROW, title_width)
    height = bottom + 4
    if legend:
        parts += _legend(legend, height)
        height += FOOT
    if more and len(bars) > MOST_ROWS:
        parts.append(label(0, height + 13, more, 11, fill=INK_SOFT))
        height += FOOT
    return picture(title, parts, width="100%", height=height, class_="chart chart-timeline")


def _span(span: Span, index: int, count: int, bottom: float) -> list[str]:
    width = 100 / count
    parts = []
    if index % 2:
        parts.append(element("rect", x=percent(index * width), y=0, width=percent(width), height=bottom, fill=TRACK))
    middle = percent((index + 0.5) * width)
    room = SPAN_WIDTH * max(4 / count, 0.6)
    parts.append(label(middle, 13, cut(span.title, room), 11, text_anchor="middle", font_weight="bold"))
    if span.below:
        parts.append(label(middle, 27, cut(span.below, room * 1.1), 10, text_anchor="middle", fill=INK_SOFT))
    line = element("line", x1=percent(index * width), x2=percent(index * width), y1=0, y2=bottom, stroke=LINE)
    return [*parts, line] if index else parts


def _bar(bar: Bar, top: float, title_width: float) -> list[str]:
    y = top + 15
    end = bar.start + bar.length
    words = label(4, top + 11, _title(bar, title_width), 11)
    if bar.length <= 0:
        return [words, _day(bar, y), *_outside(bar, end, y, with_number=True)]
    has_room = bar.length >= ROOM_NUMBER
    parts = [words, *_filled(bar, y)]
    if has_room:
        parts += _number(bar, y)
    return [*parts, *_outside(bar, end, y, with_number=not has_room)]


def _has_side(bar: Bar) -> bool:
    """Whether words have room after the bar, or before it."""
    return bar.start + bar.length <= ROOM_RIGHT or bar.start >= 100 - ROOM_RIGHT


def _title(bar: Bar, width: float) -> str:
    """What has no room at either side of a bar stands after its title."""
    beside = f" · {bar.beside}" if bar.beside and not _has_side(bar) else ""
    return cut(f"{bar.number}  {bar.title}", width - width_of(beside)) + beside


def _filled(bar: Bar, y: float) -> list[str]:
    hue = HUES[bar.hue]
    box: dict[str, Attribute] = {"x": percent(bar.start), "width": percent(bar.length), "y": y, "height": BAR, "rx": 2}
    if bar.look is Look.AHEAD:
        return [element("rect", fill=hue, **box)]
    parts = [element("rect", fill=PAPER, stroke=hue, stroke_width=1.5, **box)]
    return parts + (_stripes(bar.start, bar.length, y, hue) if bar.look is Look.UNDER_WAY else [])


def _stripes(start: float, length: float, y: float, hue: str) -> list[str]:
    places = [start + STRIPE * (step + 0.5) for step in range(int(length / STRIPE))]
    look: dict[str, Attribute] = {"y1": y, "y2": y + BAR, "stroke": hue, "stroke_width": 1.5}
    return [element("line", x1=percent(place), x2=percent(place), **look) for place in places]


def _number(bar: Bar, y: float) -> list[str]:
    """In the middle of its bar, on a clear ground where that is striped."""
    middle = bar.start + bar.length / 2
    fill = PAPER if bar.look is Look.AHEAD else INK
    words = label(percent(middle), y + 11, bar.number, 10, text_anchor="middle", font_weight="bold", fill=fill)
    if bar.look is not Look.UNDER_WAY:
        return [words]
    ground: dict[str, Attribute] = {
        "x": percent(middle - CLEAR / 2),
        "width": percent(CLEAR),
        "y": y + 1,
        "height": BAR - 2,
    }
    return [element("rect", fill=PAPER, **ground), words]


def _day(bar: Bar, y: float) -> str:
    """A single day is a dot: filled while it is ahead, hollow once it is done."""
    fill = PAPER if bar.look is Look.DONE else HUES[bar.hue]
    at = percent(bar.start)
    return element("circle", cx=at, cy=y + BAR / 2, r=BAR / 2 - 1, fill=fill, stroke=HUES[bar.hue], stroke_width=1.5)


def _outside(bar: Bar, end: float, y: float, *, with_number: bool) -> list[str]:
    """After the bar, or before it where the line ends: what found no room in it, and what stands beside it."""
    words = " · ".join(part for part in (bar.number if with_number else "", bar.beside) if part)
    if not words or not _has_side(bar):
        return []
    if end <= ROOM_RIGHT:
        return [label(percent(min(end + 1.5, 99)), y + 11, words, 10, fill=INK_SOFT)]
    return [label(percent(bar.start - 1.5), y + 11, words, 10, text_anchor="end", fill=INK_SOFT)]


def _legend(legend: Sequence[tuple[Look, str]], top: float) -> list[str]:
    parts = []
    for index, (look, words) in enumerate(legend):
        start = 100 / len(legend) * index
        sample = Bar("", "", start, 5.0, 0, look)
        parts += _filled(sample, top)
        parts.append(label(percent(start + 6.5), top + 11, words, 10, fill=INK_SOFT))
    return parts
