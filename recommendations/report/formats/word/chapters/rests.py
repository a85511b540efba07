"""What the report rests on, second half: all scores, method and sources, words, and all answers."""

from collections.abc import Callable
from itertools import groupby

from django.utils.translation import gettext, pgettext

from assessment.scoring.scorecard import Status
from recommendations.report.content.schema import AnswerRow, AnswerSection, ReportContent
from recommendations.report.content.score_schema import Figure
from recommendations.report.formats.word.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Style,
    Table,
    Words,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.words import NONE, key_columns, step_words

Says = Callable[[Figure], Words]


def scores(content: ReportContent) -> list[Block]:
    """This function will return all scores in one table; a column that would stay empty is left out."""
    figures, title = content.figures, gettext("All scores in one table")
    if not figures:
        return []
    has_range = any(figure.is_interval for figure in figures)
    has_level = any(figure.level for figure in figures)
    shown: list[tuple[Column, Says]] = [
        (Column(gettext("Score"), 17, True), lambda figure: strong(figure.score or NONE)),
        (Column(gettext("Of"), 14, True), lambda figure: "" if figure.status == Status.UNSCORED else figure.scale),
        *([(Column(gettext("Range"), 24, True), _range)] if has_range else []),
        (Column(gettext("Coverage"), 20, True), lambda figure: figure.coverage or NONE),
        *(_targets() if content.has_targets else []),
        *([(Column(gettext("Level"), 36), _level)] if has_level else []),
    ]
    columns = (Column(gettext("Part"), 52), *(column for column, _says in shown))
    rows = tuple((Cell(figure.title, figure.depth), *(says(figure) for _column, says in shown)) for figure in figures)
    return [Heading(title, 2, "all-scores"), Table(title, columns, rows)]


def _range(figure: Figure) -> Words:
    return f"{figure.low}–{figure.high}" if figure.is_interval else ""


def _level(figure: Figure) -> Words:
    return lines(figure.level or "", step_words(figure.step))


def _targets() -> list[tuple[Column, Says]]:
    return [
        (Column(gettext("Target"), 16, True), lambda figure: figure.target.points if figure.target else ""),
        (Column(gettext("To target"), 20, True), _gap),
        (
            Column(gettext("Of target"), 18, True),
            lambda figure: (figure.target.percent or NONE) if figure.target else "",
        ),
    ]


def _gap(figure: Figure) -> Words:
    if figure.target is None:
        return ""
    return gettext("reached") if figure.target.is_reached else figure.target.gap or NONE


def method(content: ReportContent) -> list[Block]:
    if not (content.method or content.sources):
        return []
    title = gettext("Method and sources")
    columns = (Column(gettext("Statement or subject"), 60), Column(gettext("Source"), 110))
    rows = []
    for detail, together in groupby(content.sources, key=lambda source: source.detail):
        sources = list(together)
        titles = gettext("; ").join(source.title for source in sources)
        rows.append((titles, lines(detail, *(Run(source.url, link=source.url) for source in sources))))
    return [
        Heading(title, 2, "method"),
        *[Paragraph(line) for line in content.method],
        *([Table(title, columns, tuple(rows))] if rows else []),
    ]


def glossary(content: ReportContent) -> list[Block]:
    if not content.glossary:
        return []
    title = gettext("Words in this report")
    columns = (Column(pgettext("glossary", "Word"), 45), Column(gettext("What it means here"), 125))
    rows = tuple((strong(term.word), term.meaning) for term in content.glossary)
    return [Heading(title, 2, "glossary"), Table(title, columns, rows)]


def answers(content: ReportContent) -> list[Block]:
    if not content.shows["answers"]:
        return []
    tables = [_answers(content, section) for section in content.answers]
    return [
        Heading(gettext("All answers"), 2, "answers"),
        Paragraph(content.counts.line, Style.INTRO),
        *tables,
    ]


def _answers(content: ReportContent, section: AnswerSection) -> Table:
    columns = (*key_columns(content), Column(section.title, 90), Column(gettext("Your answer"), 68))
    return Table(section.title, columns, tuple(_answer(content, section, row) for row in section.rows))


def _answer(content: ReportContent, section: AnswerSection, row: AnswerRow) -> tuple[Words, ...]:
    key = (soft("" if section.is_profile else row.key),) if content.shows_keys else ()
    return *key, row.text, row.answer if row.state == "answered" else soft(row.answer)
