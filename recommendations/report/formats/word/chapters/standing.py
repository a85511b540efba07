"""The levels, and the way to the next one."""

from django.utils.translation import gettext

from recommendations.report import drawings
from recommendations.report.content.kinds import Standing
from recommendations.report.content.numbers import sentences
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Ladder, Rung
from recommendations.report.content.way_schema import Hindrance, Path
from recommendations.report.formats.word.blocks import (
    Block,
    Column,
    Heading,
    ItemList,
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
from recommendations.report.formats.word.chapters.words import (
    NONE,
    action_column,
    below_the_way,
    chapter,
    gate_word,
    in_order_column,
    open_cells,
    open_columns,
    plan_says,
    star_of,
)
from recommendations.report.way_on_line import way_on_line


def ladder(content: ReportContent) -> list[Block]:
    if not content.shows["ladder"] or not (content.ladder.rungs or content.summary.top_open):
        return []
    kicker = gettext("Where you could stand")
    if not content.ladder.rungs:
        return [*chapter(kicker, gettext("Where most points are still open"), "ladder"), _top_open(content)]
    return [
        *chapter(kicker, gettext("The next level"), "ladder"),
        *([Paragraph(content.ladder.distance, Style.LEAD)] if content.ladder.distance else []),
        *_gates(content.ladder),
        *_path(content),
        *_levels(content.ladder),
        *_shape(content),
        *([Heading(gettext("Where most points are still open"), 2)] if content.summary.top_open else []),
        *([_top_open(content)] if content.summary.top_open else []),
    ]


def _top_open(content: ReportContent) -> Table:
    rows = tuple(open_cells(content, row) for row in content.summary.top_open)
    return Table(gettext("Where most points are still open"), open_columns(content), rows)


def _gates(ladder: Ladder) -> list[Block]:
    rows: list[tuple[Words, ...]] = [(strong(gettext("missing")), ladder.goal)] if ladder.goal else []
    rows += [(strong(gate_word(gate.state)), gate.text) for gate in ladder.gates]
    columns = (Column(gettext("State"), 30), Column(gettext("Condition"), 140))
    return [Table(gettext("Condition"), columns, tuple(rows))] if ladder.gates else []


def _levels(ladder: Ladder) -> list[Block]:
    has_span = any(rung.span for rung in ladder.rungs)
    has_description = any(rung.description for rung in ladder.rungs)
    columns = (
        Column(gettext("Level"), 45),
        *([Column(gettext("Score"), 35)] if has_span else []),
        *([Column(gettext("Means"), 90)] if has_description else []),
    )
    rows = tuple(
        (_rung_name(rung), *([rung.span or NONE] if has_span else []), *([rung.description] if has_description else []))
        for rung in ladder.rungs
    )
    return [Heading(gettext("All levels"), 2), Table(gettext("All levels"), columns, rows)]


def _shape(content: ReportContent) -> list[Block]:
    picture = drawings.draw_radar(content)
    if not picture:
        return []
    title = gettext("Where each part stands among the levels")
    intro = gettext(
        "The outer edge is full marks, the rings are the bounds of the levels. Lighter: what is not known yet."
    )
    return [Heading(title, 2), Paragraph(intro, Style.INTRO), Paragraph(chart(picture, 96))]


def _rung_name(rung: Rung) -> Words:
    here = gettext("you are here") if rung.standing is Standing.CURRENT else ""
    return lines(strong(f"{rung.number} {rung.title}".strip()), soft(here))


def _path(content: ReportContent) -> list[Block]:
    path = content.path
    if path is None:
        return []
    is_on_line = bool(way_on_line(content))
    later = gettext("What is done when, and what each action costs, stands in the roadmap.") if is_on_line else ""
    return [
        Heading(gettext("The cheapest way there"), 2, "path"),
        Paragraph(sentences(path.headline, later)),
        *(_works(path) if path.works and not is_on_line else []),
        *_moves(path),
        *_hindrances(path.hindrances),
        *[Paragraph(note, Style.NOTE) for note in path.notes],
    ]


def _works(path: Path) -> list[Block]:
    columns = (
        action_column(),
        Column(gettext("Cost"), 45),
        Column(gettext("Effort"), 38),
        in_order_column(),
    )
    works = tuple(
        (
            lines(f"{work.title}{star_of(work)}", plan_says(work.in_plan), soft(work.because)),
            work.cost,
            work.days,
            work.gain,
        )
        for work in path.works
    )
    return [Table(gettext("The cheapest way there"), columns, works), *below_the_way(path)]


def _moves(path: Path) -> list[Block]:
    moves = tuple((move.title, move.before, move.after) for move in path.moves)
    scores = (
        Column(gettext("Part"), 100),
        Column(gettext("Today"), 35, is_number=True),
        Column(gettext("Afterwards"), 35, is_number=True),
    )
    return [Table(gettext("Afterwards"), scores, moves)] if path.works and moves else []


def _hindrances(hindrances: tuple[Hindrance, ...]) -> list[Block]:
    if not hindrances:
        return []
    said = tuple(between(" ", [one.demand, soft("; ".join(one.questions))]) for one in hindrances)
    return [Paragraph(gettext("Even if everything were done that the playbook knows:"), Style.LABEL), ItemList(said)]
