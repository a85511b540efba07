"""Sheets of scores: every part, what each question contributes, other readings, both views, round by round."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext, pgettext

from assessment.accounts.sheets import Cell, Column, Sheet
from recommendations.report.content.gap_schema import GapView
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Barrier, ContributionRow, Figure
from recommendations.report.formats.workbook.cells import number, share

Row = tuple[Cell, ...]


def score_sheets(content: ReportContent) -> Iterator[Sheet]:
    """This function will yield what the report shows of its scores."""
    yield Sheet(pgettext("workbook", "Scores"), _score_columns(), list(_scores(content)))
    given = list(_contributions(content))
    if given:
        yield Sheet(pgettext("workbook", "Contributions"), _contribution_columns(), given)
    if content.readings is not None:
        names = [Column(pgettext("workbook", "Part"), 40), Column(pgettext("workbook", "Of"), 8)]
        columns = [*names, *(Column(title, 18) for title in (pgettext("workbook", "Score"), *content.readings.columns))]
        rows = [
            (row.title, number(row.scale), number(row.score), *(number(points) for _title, points in row.cells))
            for row in content.readings.rows
        ]
        yield Sheet(pgettext("workbook", "Readings"), columns, rows)
    if content.gap is not None:
        yield from _gap_sheets(content.gap)
    if content.trend is not None:
        titles = [pgettext("workbook", "Part"), *(each.on for each in content.trend.rounds)]
        columns = [Column(title, 40 if place == 0 else 18) for place, title in enumerate(titles)]
        columns.append(Column(pgettext("workbook", "Change"), 12))
        rows = [
            (line.title, *(number(point.score) for point in line.points), number(line.change))
            for line in content.trend.lines
        ]
        yield Sheet(pgettext("workbook", "Trend"), columns, rows)


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


def _gap_sheets(gap: GapView) -> Iterator[Sheet]:
    columns = [
        Column(pgettext("workbook", "Part"), 44),
        Column(pgettext("workbook", "Own score"), 12),
        Column(pgettext("workbook", "Verified score"), 12),
        Column(pgettext("workbook", "Difference"), 12),
        Column(pgettext("workbook", "Remark"), 70),
    ]
    parts = [
        (part.verified.title, number(part.own.score), number(part.verified.score), number(part.difference), part.line)
        for part in (gap.whole, *gap.parts)
    ]
    yield Sheet(pgettext("workbook", "Two views"), columns, parts)
    columns = [
        Column(gettext("Question"), 44),
        Column(gettext("Key"), 12),
        Column(gettext("Own answer"), 40),
        Column(gettext("Verified answer"), 40),
        Column(pgettext("workbook", "Effect, points"), 10),
        Column(pgettext("workbook", "Effect on"), 30),
        Column(pgettext("workbook", "Reason"), 50),
    ]
    rows = [
        (row.short, row.key, row.own, row.verified, number(row.effect), row.effect_of, row.reason) for row in gap.rows
    ]
    if rows:
        yield Sheet(pgettext("workbook", "Answered differently"), columns, rows)
