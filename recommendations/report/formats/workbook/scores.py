"""Sheets of scores: every part, what each question contributes, other readings, both views, round by round."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext, pgettext

from assessment.accounts.sheets import Column, Sheet
from recommendations.report.content.gap_schema import GapView
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Barrier, ContributionRow, Figure, ReadingTable
from recommendations.report.content.trend_schema import Trend
from recommendations.report.formats.workbook.cells import number, share
from recommendations.report.formats.workbook.tables import Row, table


def score_sheets(content: ReportContent) -> Iterator[Sheet]:
    """This function will yield what the report shows of its scores."""
    yield from table(pgettext("workbook", "Scores"), _score_columns(), _scores(content))
    yield from table(pgettext("workbook", "Contributions"), _contribution_columns(), _contributions(content))
    if content.readings is not None:
        yield from _reading_sheet(content.readings)
    if content.gap is not None:
        yield from _gap_sheets(content.gap)
    if content.trend is not None:
        yield from _trend_sheet(content.trend)


def _score_columns() -> list[Column]:
    return [
        Column(pgettext("workbook", "Part"), 44),
        Column(pgettext("workbook", "Belongs to"), 30),
        Column(gettext("Key"), 16),
        Column(pgettext("workbook", "Score"), 9),
        Column(pgettext("workbook", "Of"), 8),
        Column(pgettext("workbook", "Lowest possible"), 10),
        Column(pgettext("workbook", "Highest possible"), 10),
        Column(gettext("Coverage"), 11),
        Column(gettext("Level"), 26),
        Column(pgettext("workbook", "Target"), 9),
        Column(pgettext("workbook", "To target"), 9),
        Column(pgettext("workbook", "Of target"), 9),
        Column(pgettext("workbook", "Remark"), 60),
    ]


def _scores(content: ReportContent) -> Iterator[Row]:
    yield _score(content.overall, "")
    seen = {content.overall.key}
    for part in content.barriers:
        yield _score(part.figure, "")
        seen.add(part.figure.key)
        for figure in part.indicators if content.shows["barriers"] else ():
            yield _score(figure, part.figure.title)
            seen.add(figure.key)
    yield from (_score(figure, "") for figure in content.figures if figure.key not in seen)


def _score(figure: Figure, above: str) -> Row:
    target = figure.target
    return (
        figure.title,
        above,
        figure.key,
        number(figure.score),
        None if figure.status == "unscored" else number(figure.scale),
        number(figure.low),
        number(figure.high),
        share(figure.coverage),
        figure.level or "",
        None if target is None else number(target.points),
        None if target is None else number(target.gap),
        None if target is None else share(target.percent),
        figure.sentence,
    )


def _contribution_columns() -> list[Column]:
    return [
        Column(gettext("Question"), 50),
        Column(pgettext("workbook", "Part"), 30),
        Column(gettext("Key"), 12),
        Column(pgettext("workbook", "Answer"), 50),
        Column(pgettext("workbook", "Points gained"), 10),
        Column(pgettext("workbook", "Points open"), 10),
        Column(pgettext("workbook", "Points at stake"), 10),
    ]


def _contributions(content: ReportContent) -> Iterator[Row]:
    for part in _parts(content):
        yield from (_contribution(part.figure.title, row) for row in part.contributions)


def _parts(content: ReportContent) -> Iterable[Barrier]:
    return content.barriers if content.whole is None else (*content.barriers, content.whole)


def _contribution(part: str, row: ContributionRow) -> Row:
    return row.short, part, row.key, row.answer, number(row.gained), number(row.open), number(row.worth)


def _reading_sheet(readings: ReadingTable) -> Iterator[Sheet]:
    points = (Column(title, 18) for title in (pgettext("workbook", "Score"), *readings.columns))
    columns = [Column(pgettext("workbook", "Part"), 40), Column(pgettext("workbook", "Of"), 8), *points]
    rows = (
        (row.title, number(row.scale), number(row.score), *(number(cell) for _title, cell in row.cells))
        for row in readings.rows
    )
    yield from table(pgettext("workbook", "Readings"), columns, rows)


def _trend_sheet(trend: Trend) -> Iterator[Sheet]:
    rounds = (Column(each.on, 18) for each in trend.rounds)
    columns = [Column(pgettext("workbook", "Part"), 40), *rounds, Column(pgettext("workbook", "Change"), 12)]
    rows = ((line.title, *(number(point.score) for point in line.points), number(line.change)) for line in trend.lines)
    yield from table(pgettext("workbook", "Trend"), columns, rows)


def _gap_sheets(gap: GapView) -> Iterator[Sheet]:
    parts = (
        (part.verified.title, number(part.own.score), number(part.verified.score), number(part.difference), part.line)
        for part in (gap.whole, *gap.parts)
    )
    yield from table(pgettext("workbook", "Two views"), _view_columns(), parts)
    rows = (
        (row.short, row.key, row.own, row.verified, number(row.effect), row.effect_of, row.reason) for row in gap.rows
    )
    yield from table(pgettext("workbook", "Answered differently"), _difference_columns(), rows)


def _view_columns() -> list[Column]:
    return [
        Column(pgettext("workbook", "Part"), 44),
        Column(pgettext("workbook", "Own score"), 12),
        Column(pgettext("workbook", "Verified score"), 12),
        Column(pgettext("workbook", "Difference"), 12),
        Column(pgettext("workbook", "Remark"), 70),
    ]


def _difference_columns() -> list[Column]:
    return [
        Column(gettext("Question"), 44),
        Column(gettext("Key"), 12),
        Column(gettext("Own answer"), 40),
        Column(gettext("Verified answer"), 40),
        Column(pgettext("workbook", "Effect, points"), 10),
        Column(pgettext("workbook", "Effect on"), 30),
        Column(pgettext("workbook", "Reason"), 50),
    ]
