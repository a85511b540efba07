"""From the content of a report to its charts. Places and numbers are frozen with the content, so both always agree."""

from recommendations.report.drawings.ahead import draw_money_split, draw_split, draw_timeline
from recommendations.report.drawings.rounds import draw_course, draw_trend
from recommendations.report.drawings.scores import (
    draw_contribution,
    draw_figure,
    draw_matrix,
    draw_quarters,
    draw_radar,
    draw_reference,
    draw_scale,
    figure_words,
    has_bars,
    place,
)

__all__ = [
    "draw_contribution",
    "draw_course",
    "draw_figure",
    "draw_matrix",
    "draw_money_split",
    "draw_quarters",
    "draw_radar",
    "draw_reference",
    "draw_scale",
    "draw_split",
    "draw_timeline",
    "draw_trend",
    "figure_words",
    "has_bars",
    "place",
]
