"""The summary of one minute."""

from collections.abc import Iterable

from django.utils.translation import gettext

from assessment.scoring.scorecard import Status
from recommendations.report import drawings
from recommendations.report.content.kinds import Below
from recommendations.report.content.numbers import sentences
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Barrier, ContributionRow, Figure
from recommendations.report.first_actions import first_actions
from recommendations.report.formats.word.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    ItemList,
    Paragraph,
    Row,
    Style,
    Table,
    Words,
    between,
    hue_mark,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.actions import short_table
from recommendations.report.formats.word.chapters.pictures import chart, chart_blocks
from recommendations.report.formats.word.chapters.words import (
    asked,
    chapter,
    figure_score,
    missing_words,
    not_known,
    target_words,
)

BAR = 62.0  # mm


def summary(content: ReportContent) -> list[Block]:
    if not content.shows["summary"]:
        return []
    closing = sentences(content.summary.weakest, content.summary.strongest)
    return [
        *chapter(gettext("In one minute"), gettext("Summary"), "summary"),
        *_headline(content),
        *_scan(content),
        *_answer_first(content),
        *_parts(content),
        *([Paragraph(closing, Style.LEAD)] if closing else []),
        *_both_sides(content),
        *_decision(content),
        *_first_three(content),
    ]


def _headline(content: ReportContent) -> list[Block]:
    ladder, overall = content.ladder, content.overall
    number: Words = () if content.is_profile else (*figure_score(overall, False), f" {overall.of_scale}")
    scale = drawings.draw_scale(content) if ladder.is_scale else ""
    return [
        Paragraph(between(" · ", [ladder.headline, number]), Style.RESULT),
        *([Paragraph(ladder.current.description)] if ladder.current and ladder.current.description else []),
        Paragraph(soft(sentences(overall.sentence, content.counts.line))),
        *([Paragraph(target_words(overall.target))] if overall.target else []),
        *(chart_blocks(scale) if ladder.rungs else []),
        *([Paragraph(ladder.distance, Style.LEAD)] if ladder.rungs and ladder.distance else []),
    ]


def _scan(content: ReportContent) -> list[Block]:
    scan = content.scan
    return [Paragraph((strong(scan.title), f" {scan.text} ", strong(scan.invitation)), Style.NOTE)] if scan else []


def _answer_first(content: ReportContent) -> list[Block]:
    if not content.summary.answer_first:
        return []
    return [
        Heading(gettext("Answer these first"), 2),
        Paragraph(gettext("There are not enough answers for a score yet. These questions weigh most:"), Style.INTRO),
        ItemList(tuple(asked(content, question) for question in content.summary.answer_first)),
    ]


def _parts(content: ReportContent) -> list[Block]:
    if not content.barriers:
        return []
    heading = content.words.heading
    has_bars = drawings.has_bars(content)
    bars = (Column(gettext("Range"), BAR + 4),) if has_bars else ()
    columns = (Column(gettext("Part"), 74), *bars, Column(gettext("Score"), 30, is_number=True))
    rows = tuple(row for part in content.barriers for row in _part_rows(content, part, has_bars))
    return [Heading(heading, 2), Table(heading, columns, rows)]


def _part_rows(content: ReportContent, part: Barrier, has_bars: bool) -> list[Row]:
    rows = [_part_row(content, part, part.figure, has_bars, (hue_mark(part.hue), strong(part.figure.title)))]
    if part.figure.status == Status.UNSCORED and content.below is not Below.CLOSED:
        rows += [_part_row(content, part, below, has_bars, below.title) for below in part.indicators]
    return rows


def _part_row(content: ReportContent, part: Barrier, figure: Figure, has_bars: bool, name: Words) -> Row:
    is_part = figure is part.figure
    level = figure.level if figure.level and (content.shows_levels or not is_part) else ""
    depth = 0 if is_part else figure.depth + 1
    words = between("  ", [name, soft(level), soft("" if is_part else missing_words(figure))])
    number = figure_score(figure, content.has_scales or not is_part)
    shows_bar = figure.score is not None or (is_part and figure.status != Status.UNSCORED)
    bar: tuple[Words, ...] = ()
    if has_bars:
        bar = (chart(drawings.draw_figure(figure, part.hue), BAR) if shows_bar else "",)
    return Cell(words, depth), *bar, number


def _both_sides(content: ReportContent) -> list[Block]:
    """The weightiest questions on both sides; without a score there is nothing to weigh."""
    summary = content.summary
    if summary.answer_first or not (summary.held or summary.carrying or summary.unknown):
        return []
    held = (gettext("%(points)s open") % {"points": row.open} for row in summary.held)
    carried = (gettext("%(points)s gained") % {"points": row.gained} for row in summary.carrying[:3])
    back, on = gettext("What holds you back"), gettext("What carries you")
    is_ruled = summary.balance is not None
    cells = (
        _weighed(summary.held, held) or (content.words.no_brake if is_ruled else ""),
        _weighed(summary.carrying, carried) or (content.words.no_strength if is_ruled else ""),
    )
    table = Table(f"{back}; {on}", (Column(back, 85), Column(on, 85)), (cells,))
    return [table, *not_known(summary.unknown)]


def _weighed(rows: Iterable[ContributionRow], points: Iterable[str]) -> Words:
    return lines(*((f"{row.short} ", soft(said)) for row, said in zip(rows, points, strict=False)))


def _decision(content: ReportContent) -> list[Block]:
    decision = content.summary.decision
    if decision is None:
        return []
    columns = tuple(Column(fact.label, 170 / len(decision.facts)) for fact in decision.facts)
    values = tuple(strong(fact.value) for fact in decision.facts)
    return [Heading(decision.title, 2), Table(decision.title, columns, (values,))]


def _first_three(content: ReportContent) -> list[Block]:
    first = first_actions(content)
    if not first:
        return []
    title = gettext("Start with these three")
    return [Heading(title, 2), short_table(content, first, title)]
