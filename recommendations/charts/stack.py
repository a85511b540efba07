"""Counts side by side in one bar, from light to dark: how many stand on each level."""

from collections.abc import Sequence

from recommendations.charts.scale import FILLS
from recommendations.charts.svg import INK_SOFT, PAPER, Attribute, element, label, percent, picture

HEIGHT = 26
ROOM = 6.0  # percent of the width that a number needs


def stacked_bar(title: str, shares: Sequence[float], counts: Sequence[int]) -> str:
    """This function will draw counts side by side, from light to dark; who has no level comes last, as an open frame."""
    parts, start = [], 0.0
    for index, (share, count) in enumerate(zip(shares, counts, strict=True)):
        is_none = index == len(shares) - 1
        if count:
            parts += _segment(start, share, count, PAPER if is_none else _fill(index))
        start += share
    return picture(title, parts, width="100%", height=HEIGHT, class_="chart chart-stack")


def _fill(index: int) -> str:
    return (*FILLS, "#8fa8c0")[min(index, len(FILLS))]


def _segment(start: float, share: float, count: int, fill: str) -> list[str]:
    width = max(share - 0.3, 0.2)
    box: dict[str, Attribute] = {"y": 1, "height": HEIGHT - 2, "stroke": INK_SOFT, "stroke_width": 1, "fill": fill}
    parts = [element("rect", x=percent(start), width=percent(width), **box)]
    if share >= ROOM:
        parts.append(label(percent(start + share / 2), 18, str(count), 12, text_anchor="middle", font_weight="bold"))
    return parts
