"""Means and medians on 0 to 100, one column for each stretch of time, told apart by line and mark."""

from collections.abc import Sequence

from recommendations.charts.svg import HUES, INK, INK_SOFT, LINE, PAPER, element, label, picture

WIDTH, TALL, LEFT, RIGHT, TOP, BOTTOM = 720, 260, 40, 16, 16, 40


def means_and_medians(
    title: str, names: Sequence[str], means: Sequence[float], medians: Sequence[float], full: str
) -> str:
    """This function will draw means (solid, round) and medians (dashed, square) on 0–100, one column for each quarter."""
    xs = [_x(index, len(names)) for index in range(len(names))]
    parts = _grid(full)
    parts += _line(xs, medians, INK, dashes="5 4") + _line(xs, means, HUES[0])
    for x, value in zip(xs, medians, strict=True):
        parts.append(
            element("rect", x=x - 4, y=_y(value) - 4, width=8, height=8, fill=PAPER, stroke=INK, stroke_width=2)
        )
    for x, value in zip(xs, means, strict=True):
        parts.append(element("circle", cx=x, cy=_y(value), r=5, fill=HUES[0], stroke=PAPER, stroke_width=1.5))
    step = -(-len(names) // 10)
    for index, name in enumerate(names):
        if index % step == 0:
            parts.append(label(xs[index], TALL - 16, name, 11, text_anchor="middle", fill=INK_SOFT))
    return picture(title, parts, viewBox=f"0 0 {WIDTH} {TALL}", class_="chart chart-trend")


def _x(index: int, count: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (index + 0.5) / count


def _y(value: float) -> float:
    return TALL - BOTTOM - value / 100 * (TALL - TOP - BOTTOM)


def _line(xs: Sequence[float], values: Sequence[float], hue: str, dashes: str = "") -> list[str]:
    points = " ".join(f"{x:.1f},{_y(value):.1f}" for x, value in zip(xs, values, strict=True))
    more = {"stroke_dasharray": dashes} if dashes else {}
    return [element("polyline", points=points, fill="none", stroke=hue, stroke_width=2, **more)]


def _grid(full: str) -> list[str]:
    parts = []
    for quarter in range(5):
        y = _y(quarter * 25)
        parts.append(element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, stroke=LINE, stroke_width=1))
    parts.append(label(LEFT - 8, _y(0) + 4, "0", 11, text_anchor="end", fill=INK_SOFT))
    return [*parts, label(LEFT - 8, _y(100) + 4, full, 11, text_anchor="end", fill=INK_SOFT)]
