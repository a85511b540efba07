"""Scores over rounds: a line with the interval around it and the levels behind it; small, the course of one part."""

from collections.abc import Sequence
from dataclasses import dataclass

from recommendations.charts.svg import HUES, INK, INK_SOFT, LINE, PAPER, Attribute, element, label, number, picture
from recommendations.charts.words import wrapped

CLOSE = 2.0
DASHES = ("", "6 3", "2 3", "8 3 2 3", "1 2", "10 4")


@dataclass(frozen=True, slots=True)
class Place:
    """A score and its interval, 0 to 100; `score` is None while it is withheld, `low` while nothing is known."""

    score: float | None
    low: float | None = None
    high: float | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """One score in all rounds, oldest first."""

    title: str
    places: Sequence[Place]
    hue: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """The room of a drawing, in pixels, and within it that of the scores from 0 to 100."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    def x(self, index: int, count: int) -> float:
        inner = self.width - self.left - self.right
        return self.left + inner * (index + 0.5) / count if count > 1 else self.left + inner / 2

    def y(self, score: float) -> float:
        return self.height - self.bottom - score / 100 * (self.height - self.top - self.bottom)


LARGE = Box(440, 240, 34, 16, 18, 36)
SMALL = Box(120, 48, 0, 0, 4, 4)
Spot = tuple[float, float]


def trend(
    title: str,
    rounds: Sequence[str],
    courses: Sequence[Course],
    *,
    bounds: Sequence[float] = (),
    full: str = "100",
) -> str:
    """This function will draw the courses over the rounds, oldest first. `full` is how the end of the scale is written.

    The first course has the interval around it and its numbers beside it; every further one its own kind of line, and
    its name at its end. A withheld score leaves a gap in its line.
    """
    parts = _levels(bounds, full)
    for index, course in enumerate(courses):
        parts += (_band(course, LARGE) if index == 0 else []) + _line(course, LARGE, DASHES[index % len(DASHES)])
    for index, course in enumerate(courses):
        parts += _dots(course, LARGE, 4.0) + (_numbers(course) if len(courses) == 1 else _name(course, index))
    room = (LARGE.width - LARGE.left - LARGE.right) / max(len(rounds), 1) / 10
    for index, words in enumerate(rounds):
        x = LARGE.x(index, len(rounds))
        for row, line in enumerate(wrapped(words, room, 2)):
            parts.append(label(x, LARGE.height - 20 + row * 12, line, 10, text_anchor="middle", fill=INK_SOFT))
    box = f"0 0 {number(LARGE.width)} {number(LARGE.height)}"
    return picture(title, parts, viewBox=box, class_="chart chart-trend")


def spark(title: str, course: Course) -> str:
    """This function will draw one course small, to stand in a row of a table, with its interval in every round."""
    edges = [_level(score, SMALL, "") for score in (0.0, 100.0)]
    parts = [*edges, *_ranges(course, SMALL), *_line(course, SMALL, ""), *_dots(course, SMALL, 3.5)]
    box = f"0 0 {number(SMALL.width)} {number(SMALL.height)}"
    size: dict[str, Attribute] = {"width": SMALL.width, "height": SMALL.height}
    return picture(title, parts, viewBox=box, class_="chart chart-spark", **size)


def _levels(bounds: Sequence[float], full: str) -> list[str]:
    parts = [_level(score, LARGE, "") for score in (0.0, 100.0)]
    parts += [_level(bound, LARGE, "2 3") for bound in bounds if 0 < bound < 100]
    share = float(full.replace(",", "")) / 100
    named = [(0.0, "0"), *((bound, format(bound * share, "g")) for bound in bounds if 0 < bound < 100), (100.0, full)]
    return parts + [
        label(LARGE.left - 6, LARGE.y(score) + 3.5, words, 9.5, text_anchor="end", fill=INK_SOFT)
        for score, words in named
    ]


def _level(score: float, box: Box, dashes: str) -> str:
    y = box.y(score)
    more = {"stroke_dasharray": dashes} if dashes else {}
    return element("line", x1=box.left, x2=box.width - box.right, y1=y, y2=y, stroke=LINE, stroke_width=1, **more)


def _spots(course: Course, box: Box) -> list[Spot | None]:
    count = len(course.places)
    return [
        None if place.score is None else (box.x(index, count), box.y(place.score))
        for index, place in enumerate(course.places)
    ]


def _line(course: Course, box: Box, dashes: str) -> list[str]:
    look: dict[str, Attribute] = {"stroke": HUES[course.hue], "stroke_width": 2, "fill": "none"}
    if dashes:
        look["stroke_dasharray"] = dashes
    runs: list[list[Spot]] = [[]]
    for spot in _spots(course, box):
        if spot is None:
            runs.append([])
        else:
            runs[-1].append(spot)
    return [element("polyline", points=_points(run), **look) for run in runs if len(run) > 1]


def _points(spots: Sequence[Spot]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in spots)


def _band(course: Course, box: Box) -> list[str]:
    """Between the lower and the upper ends of neighbouring rounds; the ranges themselves as strokes upon it."""
    count, parts = len(course.places), []
    for index, (one, other) in enumerate(zip(course.places, course.places[1:], strict=False)):
        ends = (one.low, one.high, other.high, other.low)
        if None in ends or (one.low == one.high and other.low == other.high):
            continue
        xs = (index, index, index + 1, index + 1)
        spots = [(box.x(x, count), box.y(end or 0.0)) for x, end in zip(xs, ends, strict=True)]
        parts.append(element("polygon", points=_points(spots), fill=HUES[course.hue], fill_opacity="0.16"))
    return parts + _ranges(course, box)


def _ranges(course: Course, box: Box) -> list[str]:
    count = len(course.places)
    look: dict[str, Attribute] = {"stroke": HUES[course.hue], "stroke_width": 5, "stroke_opacity": "0.35"}
    return [
        element("line", x1=box.x(index, count), x2=box.x(index, count), y1=box.y(low), y2=box.y(high), **look)
        for index, place in enumerate(course.places)
        if (low := place.low) is not None and (high := place.high) is not None and low != high
    ]


def _dots(course: Course, box: Box, radius: float) -> list[str]:
    return [
        element("circle", cx=spot[0], cy=spot[1], r=radius, fill=HUES[course.hue], stroke=PAPER, stroke_width=1.5)
        for spot in _spots(course, box)
        if spot is not None
    ]


def _numbers(course: Course) -> list[str]:
    """Above its dot; below it where a range lies above, as far as the scale has room."""
    parts = []
    for place, spot in zip(course.places, _spots(course, LARGE), strict=True):
        if spot is not None and place.shown:
            is_open = place.high is not None and place.high - (place.score or 0.0) >= CLOSE
            y = spot[1] + 18 if is_open and spot[1] + 20 < LARGE.y(0) else spot[1] - 9
            parts.append(label(spot[0], y, place.shown, 11, text_anchor="middle", font_weight="bold", fill=INK))
    return parts


def _name(course: Course, index: int) -> list[str]:
    last = next((spot for spot in reversed(_spots(course, LARGE)) if spot is not None), None)
    if last is None:
        return []
    return [label(last[0] + 7, last[1] + 3.5, str(index + 1), 10, font_weight="bold", fill=HUES[course.hue])]
