"""How the scores moved from round to round."""

from django.utils.translation import gettext

from recommendations.report import drawings
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.blocks import Block, Column, Paragraph, Style, Table
from recommendations.report.formats.word.chapters.pictures import chart_blocks
from recommendations.report.formats.word.chapters.words import chapter


def trend(content: ReportContent) -> list[Block]:
    course = content.trend
    if course is None:
        return []
    title = gettext("Round by round")
    rounds = [Column(f"{each.title}, {each.on}" if each.title else each.on, 24, True) for each in course.rounds]
    columns = (Column(gettext("Part"), 56), *rounds, Column(gettext("Last step"), 20, is_number=True))
    rows = [(line.title, *(point.score for point in line.points), line.change) for line in course.lines]
    levels = [each.level for each in course.rounds]
    if any(levels):
        rows.append((gettext("Level"), *levels, ""))
    return [
        *chapter(gettext("Since last time"), title, "trend"),
        *([Paragraph(course.note, Style.LEAD)] if course.note else []),
        *chart_blocks(drawings.draw_trend(content)),
        Table(title, columns, tuple(rows)),
    ]
