"""Actions by what they cost and what they bring: upper left is where to start."""

from collections.abc import Sequence
from dataclasses import dataclass

from recommendations.charts.svg import HUES, INK_SOFT, LINE, PAPER, element, label, picture

WIDTH, HEIGHT = 640, 320
LEFT, RIGHT, TOP, BOTTOM = 46, 12, 14, 44
DOT = 8


@dataclass(frozen=True, slots=True)
class Point:
    """`column` is the index of the cost band, `effect` the points gained, `number` what is written in the dot."""

    number: str
    column: int
    effect: float
    hue: int


def effect_matrix(
    title: str,
    points: Sequence[Point],
    columns: Sequence[str],
    *,
    axis: str,
    scale: float = 100.0,
) -> str:
    """This function will draw numbered dots over cost bands; dots that would cover each other stand side by side.

    Effects are given on 0–100; the axis counts them in points of `scale`.
    """
    top = _ceiling(max((point.effect for point in points), default=1.0))
    parts = [*_grid(top, axis, scale), *_columns(columns)]
    for column in range(len(columns)):
        parts += _dots([point for point in points if point.column == column], column, len(columns), top)
    return picture(title, parts, viewBox=f"0 0 {WIDTH} {HEIGHT}", class_="chart chart-matrix")


def _ceiling(effect: float) -> float:
    """The next round number above the highest effect that four grid lines share evenly."""
    return next(
        (step for step in (1.0, 1.2, 1.6, 2.0, 2.4, 3.2, 4.0, 6.0, 8.0, 12.0, 20.0, 40.0) if step >= effect), 100.0
    )


def _height(effect: float, top: float) -> float:
    return HEIGHT - BOTTOM - effect / top * (HEIGHT - TOP - BOTTOM)


def _grid(top: float, axis: str, scale: float) -> list[str]:
    parts = []
    for quarter in range(5):
        value = top * quarter / 4
        y = _height(value, top)
        parts.append(element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, stroke=LINE, stroke_width=1))
        parts.append(label(LEFT - 8, y + 4, format(value * scale / 100, "g"), 11, text_anchor="end", fill=INK_SOFT))
    parts.append(label(LEFT + 4, TOP - 2, axis, 11, fill=INK_SOFT))
    return parts


def _columns(columns: Sequence[str]) -> list[str]:
    width = (WIDTH - LEFT - RIGHT) / max(len(columns), 1)
    parts = []
    for index, words in enumerate(columns):
        middle = LEFT + width * (index + 0.5)
        for row, line in enumerate(_two_lines(words)):
            parts.append(label(middle, HEIGHT - 26 + row * 14, line, 10.5, text_anchor="middle", fill=INK_SOFT))
        if index:
            x = LEFT + width * index
            parts.append(
                element(
                    "line", x1=x, x2=x, y1=TOP, y2=HEIGHT - BOTTOM, stroke=LINE, stroke_width=1, stroke_dasharray="2 3"
                )
            )
    return parts


def _two_lines(words: str) -> list[str]:
    """A band's name breaks once, at the space nearest to its middle."""
    spaces = [index for index, character in enumerate(words) if character == " "]
    if len(words) <= 15 or not spaces:
        return [words]
    middle = min(spaces, key=lambda index: abs(index - len(words) / 2))
    return [words[:middle], words[middle + 1 :]]


def _dots(points: Sequence[Point], column: int, columns: int, top: float) -> list[str]:
    width = (WIDTH - LEFT - RIGHT) / max(columns, 1)
    parts: list[str] = []
    placed: list[tuple[float, float]] = []
    for point in sorted(points, key=lambda point: -point.effect):
        y = min(_height(point.effect, top), HEIGHT - BOTTOM - DOT - 1)
        x = _free_place(placed, y, LEFT + width * column, width)
        placed.append((x, y))
        parts.append(element("circle", cx=x, cy=y, r=DOT, fill=HUES[point.hue], stroke=PAPER, stroke_width=1.5))
        parts.append(label(x, y + 3.5, point.number, 9, text_anchor="middle", font_weight="bold", fill=PAPER))
    return parts


def _free_place(placed: Sequence[tuple[float, float]], y: float, left: float, width: float) -> float:
    """The place nearest to the column's middle where no dot stands yet."""
    step = DOT * 2 + 1
    reach = max(int((width / 2 - DOT) // step), 0)
    offsets = sorted(range(-reach, reach + 1), key=lambda offset: (abs(offset), offset))
    for offset in offsets:
        x = left + width / 2 + offset * step
        if all(abs(x - other) >= step or abs(y - height) >= step for other, height in placed):
            return x
    return left + width / 2
