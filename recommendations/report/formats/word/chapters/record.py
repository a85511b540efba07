"""Own answers beside verified ones, who answered and changed what, and what this document is."""

from django.utils.translation import gettext, pgettext

from assessment.scoring.scorecard import Status
from recommendations.report import drawings
from recommendations.report.content.gap_schema import GapLevel, GapPart, GapView
from recommendations.report.content.numbers import sentences
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Figure
from recommendations.report.content.trail_schema import TrailChange, TrailView
from recommendations.report.formats.word.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Style,
    Table,
    Words,
    between,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.pictures import chart
from recommendations.report.formats.word.chapters.words import NONE, chapter, keyed, points_column

BAR = 46.0  # mm


def gap(content: ReportContent) -> list[Block]:
    view = content.gap
    if view is None:
        return []
    verified = content.verification.line if content.verification else ""
    return [
        *chapter(gettext("Two views"), gettext("Own answers beside verified answers"), "gap"),
        Paragraph(sentences(view.headline, verified), Style.LEAD),
        _both(view),
        *_different(content, view),
    ]


def _both(view: GapView) -> Table:
    columns = (
        Column(gettext("Part"), 42),
        Column(gettext("Own answers"), 52),
        Column(pgettext("answers", "Verified"), 52),
        Column(gettext("Difference"), 24, is_number=True),
    )
    rows = [_part(gettext("Overall score"), view.whole)] if view.whole.verified.status != Status.UNSCORED else []
    rows += [_part(part.verified.title, part) for part in view.parts]
    rows.append((gettext("Level"), _level(view.own_level), _level(view.verified_level), ""))
    return Table(gettext("Own answers beside verified answers"), columns, tuple(rows))


def _part(title: str, part: GapPart) -> tuple[Words, ...]:
    return title, _figure(part.own, part.hue), _figure(part.verified, part.hue), part.difference or NONE


def _figure(figure: Figure, hue: int) -> Words:
    if figure.status == Status.UNSCORED:
        return soft(NONE)
    interval = f"{figure.low}–{figure.high}" if figure.is_interval else ""
    said = between("  ", [strong(figure.score or NONE), soft(interval), soft(figure.level or "")])
    return lines(said, chart(drawings.draw_figure(figure, hue), BAR))


def _level(level: GapLevel) -> Words:
    return lines(level.headline, soft(level.distance))


def _different(content: ReportContent, view: GapView) -> list[Block]:
    if not view.rows:
        return []
    title = gettext("Answered differently, largest effect first")
    columns = (
        Column(gettext("Question"), 60),
        Column(gettext("Own answer"), 42),
        Column(gettext("Verified answer"), 48),
        points_column(gettext("Points")),
    )
    rows = tuple(
        (keyed(content, row.key, row.short), row.own, lines(row.verified, soft(row.reason)), row.effect or NONE)
        for row in view.rows
    )
    return [Heading(title, 2), Table(title, columns, rows)]


def trail(content: ReportContent) -> list[Block]:
    view, verified = content.trail, content.verification
    if view is None:
        return []
    title = gettext("Who answered, changed and verified")
    columns = (Column(gettext("When"), 40), Column(gettext("Who"), 45), Column(gettext("What"), 85))
    rows = [(step.at, step.who, step.what) for step in view.steps]
    rows += [(author.span, author.who, author.what) for author in view.authors]
    said = [verified.line, sentences(verified.conflict, verified.statement)] if verified else []
    return [
        *chapter(gettext("Where the answers come from"), title, "trail"),
        *[Paragraph(line) for line in said if line],
        *([Table(title, columns, tuple(rows))] if rows else []),
        *[Paragraph(line) for line in (view.zone, view.note, view.evidence) if line],
        *_changes(content, view),
    ]


def _changes(content: ReportContent, view: TrailView) -> list[Block]:
    if not view.changes:
        none = gettext("No answer was changed after that.") if view.note else gettext("No answer was changed.")
        return [Paragraph(soft(none))]
    title = gettext("Every change, and why")
    columns = (
        Column(gettext("Question"), 50),
        Column(pgettext("answer", "Before"), 36),
        Column(gettext("Since then"), 44),
        Column(gettext("Who, when"), 40),
    )
    return [Heading(title, 2), Table(title, columns, tuple(_change(content, change) for change in view.changes))]


def _change(content: ReportContent, change: TrailChange) -> tuple[Words, ...]:
    return (
        lines(keyed(content, change.key, change.short), soft(change.what)),
        change.before,
        lines(change.after, soft(change.reason)),
        lines(change.who, soft(change.at)),
    )
