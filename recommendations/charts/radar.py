"""The parts of a whole as spokes of one figure: its shape shows at a glance where an enterprise is strong."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from recommendations.charts.svg import HUES, INK, INK_SOFT, LINE, PAPER, Attribute, element, label, number, picture
from recommendations.charts.words import wrapped

WIDTH, HEIGHT, RADIUS = 440, 330, 112
CENTRE_X, CENTRE_Y = WIDTH / 2, 163.0
SPOKES = range(3, 11)
SIZE, LEADING, APART = 11, 13, 14
LINES = 3


@dataclass(frozen=True, slots=True)
class Spoke:
    """One part, its scores as places from 0 to 100. `shown` is its number as printed; None while it is withheld."""

    title: str
    shown: str | None
    score: float | None
    low: float | None
    high: float | None
    hue: int


def radar(title: str, spokes: Sequence[Spoke], *, bounds: Sequence[float] = ()) -> str | None:
    """This function will draw three to ten parts clockwise from the top, with rings at the level bounds.

    Lighter: what the scores lie between. A withheld score interrupts the outline. None for fewer or more parts, which
    no shape shows.
    """
    if len(spokes) not in SPOKES:
        return None
    turns = [2 * pi * index / len(spokes) - pi / 2 for index in range(len(spokes))]
    parts = [_ring(100, turns, INK_SOFT)]
    parts += [_ring(bound, turns, LINE) for bound in sorted(bounds) if 0 < bound < 100]
    parts += [_axis(turn) for turn in turns]
    parts += _band(spokes, turns) + _outline(spokes, turns)
    parts += [_bound(bound) for bound in sorted(bounds) if 0 < bound < 100]
    for spoke, turn in zip(spokes, turns, strict=True):
        parts += _dot(spoke, turn) + _words(spoke, turn, len(spokes))
    return picture(title, parts, viewBox=f"0 0 {WIDTH} {HEIGHT}", class_="chart chart-radar")


def _at(score: float, turn: float) -> tuple[float, float]:
    radius = RADIUS * score / 100
    return CENTRE_X + radius * cos(turn), CENTRE_Y + radius * sin(turn)


def _closed(places: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in places) + "Z"


def _ring(score: float, turns: Sequence[float], stroke: str) -> str:
    path = _closed([_at(score, turn) for turn in turns])
    return element("path", d=path, fill="none", stroke=stroke, stroke_width=1)


def _axis(turn: float) -> str:
    x, y = _at(100, turn)
    return element("line", x1=CENTRE_X, y1=CENTRE_Y, x2=x, y2=y, stroke=LINE, stroke_width=1)


def _bound(bound: float) -> str:
    x, y = _at(bound, -pi / 2)
    return label(x - 8, y + 3, format(bound, "g"), 8, text_anchor="end", fill=INK_SOFT)


def _band(spokes: Sequence[Spoke], turns: Sequence[float]) -> list[str]:
    """A ring between all lower and all upper ends; where an end is missing, only the spokes that have both."""
    ends = [(spoke.low, spoke.high) for spoke in spokes]
    known = [(low, high) for low, high in ends if low is not None and high is not None]
    if all(low == high for low, high in known):
        return []
    if len(known) == len(ends):
        outer = _closed([_at(high, turn) for (_, high), turn in zip(known, turns, strict=True)])
        inner = _closed([_at(low, turn) for (low, _), turn in reversed(list(zip(known, turns, strict=True)))])
        look = {"fill_opacity": "0.2", "stroke": HUES[0], "stroke_dasharray": "3 3"}
        return [element("path", d=outer + inner, fill=HUES[0], fill_rule="evenodd", stroke_width=1, **look)]
    return [_span(*pair, turn) for pair, turn in zip(ends, turns, strict=True) if None not in pair]


def _span(low: float | None, high: float | None, turn: float) -> str:
    (x1, y1), (x2, y2) = _at(low or 0.0, turn), _at(high or 0.0, turn)
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=HUES[0], stroke_width=6, stroke_opacity="0.3")


def _outline(spokes: Sequence[Spoke], turns: Sequence[float]) -> list[str]:
    places = [
        None if spoke.score is None else _at(spoke.score, turn) for spoke, turn in zip(spokes, turns, strict=True)
    ]
    known = [place for place in places if place is not None]
    look: dict[str, Attribute] = {"stroke": HUES[0], "stroke_width": 2, "stroke_linejoin": "round"}
    if len(known) == len(places):
        return [element("path", d=_closed(known), fill=HUES[0], fill_opacity="0.16", **look)]
    pairs = zip(places, [*places[1:], places[0]], strict=True)
    return [
        element("line", x1=one[0], y1=one[1], x2=other[0], y2=other[1], **look)
        for one, other in pairs
        if one is not None and other is not None
    ]


def _dot(spoke: Spoke, turn: float) -> list[str]:
    if spoke.score is None:
        return []
    x, y = _at(spoke.score, turn)
    return [element("circle", cx=x, cy=y, r=4.5, fill=HUES[spoke.hue], stroke=PAPER, stroke_width=1.5)]


def _words(spoke: Spoke, turn: float, count: int) -> list[str]:
    """The title beside the end of its spoke, as broad as the room there, and under it the number."""
    x, y = CENTRE_X + (RADIUS + APART) * cos(turn), CENTRE_Y + (RADIUS + APART) * sin(turn)
    is_middle = abs(cos(turn)) < 0.1
    room = WIDTH * 0.8 if is_middle else (WIDTH - x if cos(turn) > 0 else x) - 2
    lines = wrapped(spoke.title, room / SIZE, 1 if is_middle else 2 if count > 8 else LINES)
    anchor = "middle" if is_middle else "start" if cos(turn) > 0 else "end"
    top = y - len(lines) * LEADING + 2 if is_middle and sin(turn) < 0 else y - (len(lines) - 1) / 2 * LEADING
    top = y + 4 if is_middle and sin(turn) > 0 else top
    shown = [label(x, top + row * LEADING, line, SIZE, text_anchor=anchor) for row, line in enumerate(lines)]
    score = spoke.shown or "–"
    below = label(x, top + len(lines) * LEADING, score, SIZE, text_anchor=anchor, font_weight="bold", fill=INK)
    return [*shown, below]
