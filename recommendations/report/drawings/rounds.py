"""The rounds: how the whole moved, and small, how each part did."""

from django.utils.translation import gettext

from recommendations.charts.trend import Course, Place, spark, trend
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.trend_schema import Trend, TrendLine, TrendPoint
from recommendations.report.drawings.scores import place


def draw_trend(content: ReportContent) -> str:
    """This function will draw the whole over the rounds, or its parts where the whole has no number; "" for one round."""
    course = content.trend
    if course is None:
        return ""
    lines = course.lines if content.is_profile else course.lines[:1]
    return trend(
        "; ".join(line_words(course, line) for line in lines),
        [each.on for each in course.rounds],
        [_course(line) for line in lines],
        bounds=[] if content.is_profile else [float(bound) for bound in content.overall.bounds],
        full=content.overall.scale,
    )


def draw_course(course: Trend, line: TrendLine) -> str:
    """This function will draw one line small, to stand beside its numbers."""
    return spark(line_words(course, line), _course(line))


def line_words(course: Trend, line: TrendLine) -> str:
    """This function will return the scores of one line with their rounds, for titles of charts."""
    numbers = [f"{each.on} {point.score}" for each, point in zip(course.rounds, line.points, strict=True)]
    return gettext("%(title)s: %(numbers)s") % {"title": line.title, "numbers": " → ".join(numbers)}


def _course(line: TrendLine) -> Course:
    return Course(line.title, [_place(point) for point in line.points], line.hue)


def _place(point: TrendPoint) -> Place:
    return Place(place(point.at), place(point.at_low), place(point.at_high), point.score)
