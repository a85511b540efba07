"""Charts in templates: the only markup that is marked safe, because this room wrote every character of it."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString, mark_safe

from recommendations.charts.bars import SLIM
from recommendations.report import drawings
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import ContributionRow, Figure, ReferenceGroup
from recommendations.report.content.trend_schema import Trend, TrendLine

register = template.Library()


@register.simple_tag
def figure_bar(figure: Figure, hue: int) -> SafeString:
    return mark_safe(drawings.draw_figure(figure, hue))


@register.simple_tag
def slim_bar(figure: Figure, hue: int) -> SafeString:
    return mark_safe(drawings.draw_figure(figure, hue, SLIM))


@register.simple_tag
def reference_bar(group: ReferenceGroup, hue: int) -> SafeString:
    return mark_safe(drawings.draw_reference(group, hue))


@register.simple_tag
def level_scale(content: ReportContent) -> SafeString:
    return mark_safe(drawings.draw_scale(content))


@register.simple_tag
def quarters(content: ReportContent) -> SafeString:
    return mark_safe(drawings.draw_quarters(content))


@register.simple_tag
def contribution_bar(row: ContributionRow, rows: Sequence[ContributionRow], hue: int) -> SafeString:
    return mark_safe(drawings.draw_contribution(row, rows, hue))


@register.simple_tag
def action_matrix(content: ReportContent) -> SafeString:
    return mark_safe(drawings.draw_matrix(content))


@register.simple_tag
def radar(content: ReportContent) -> SafeString:
    """This function will return the shape of the parts; "" where no shape shows them."""
    return mark_safe(drawings.draw_radar(content))


@register.simple_tag
def timeline_chart(content: ReportContent) -> SafeString:
    """This function will return the line of time; "" where there is none."""
    return mark_safe(drawings.draw_timeline(content.timeline) if content.timeline else "")


@register.simple_tag
def money_split(content: ReportContent) -> SafeString:
    """This function will return who pays for what is open; "" where no price is known."""
    return mark_safe(drawings.draw_money_split(content))


@register.simple_tag
def trend_chart(content: ReportContent) -> SafeString:
    """This function will return the score over the rounds; "" for one round."""
    return mark_safe(drawings.draw_trend(content))


@register.simple_tag
def trend_course(course: Trend, line: TrendLine) -> SafeString:
    """This function will return one line of the trend, small enough for a row of a table."""
    return mark_safe(drawings.draw_course(course, line))
