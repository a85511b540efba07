"""Part by part: score, what holds back and what carries, indicators, and published figures beside the own ones."""

from collections.abc import Sequence

from django.utils.translation import gettext

from assessment.scoring.scorecard import Status
from recommendations.report import drawings
from recommendations.report.content.numbers import lead_in, sentences
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Barrier, ContributionRow, Figure, Reference, ReferenceGroup
from recommendations.report.formats.word.blocks import (
    Block,
    Cell,
    Column,
    Heading,
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
    chapter,
    figure_score,
    missing_words,
    not_known,
    open_cells,
    open_columns,
    step_words,
    target_words,
)
from recommendations.report.print_words import line_title
from recommendations.report.templatetags.report_tables import has_spreads

BAR = 58.0  # mm


def parts(content: ReportContent) -> list[Block]:
    shown = (*content.barriers, *([content.whole] if content.whole else []))
    if not content.shows["barriers"] or not shown:
        return []
    title = content.words.chapter if content.barriers else gettext("Question by question")
    head = [*chapter(gettext("Where you stand"), title, "barriers")]
    is_long = has_spreads(content)
    return [*head, *(block for part in shown for block in _part(content, part, is_long and part is not shown[0]))]


def _part(content: ReportContent, part: Barrier, starts_page: bool) -> list[Block]:
    return [
        *_head(content, part, starts_page),
        *_questions(content, part),
        *_indicators(content, part),
        *_to_do(content, part),
        *_references(part),
    ]


def _head(content: ReportContent, part: Barrier, starts_page: bool) -> list[Block]:
    figure = part.figure
    is_scored = figure.status != Status.UNSCORED
    view = "" if part.is_counted else gettext("another view, not counted")
    lowest = strong(content.words.lowest if part.is_lowest else "")
    number = figure_score(figure, figure.scale != "100")
    said = between(
        " · ", [(hue_mark(part.hue), *number) if number else "", figure.level or "", figure.sentence, view, lowest]
    )
    meaning = (
        (strong(lead_in(figure.level or "")), figure.level_text) if content.shows_levels and figure.level_text else ()
    )
    step = step_words(figure.step)
    return [
        Heading(figure.title, 2, starts_page=starts_page),
        Paragraph(said),
        *(chart_blocks(drawings.draw_figure(figure, part.hue)) if is_scored else []),
        *([Paragraph(target_words(figure.target))] if figure.target else []),
        *([Paragraph(sentences(part.description, part.why))] if part.description or part.why else []),
        *([Paragraph(meaning)] if meaning else []),
        *([Paragraph(step)] if step else []),
    ]


def _questions(content: ReportContent, part: Barrier) -> list[Block]:
    words, back, on = content.words, gettext("What holds you back"), gettext("What carries you")
    most_open = gettext("The questions with most points still open, in points of this part.")
    return [
        *_weighed(content, part, (back, words.holds_back or most_open, words.no_brake), part.holds_back),
        *not_known(part.unknown),
        *_weighed(content, part, (on, words.carries or _most_given(part), words.no_strength), part.carries),
        *_weighed(content, part, (words.table, "", ""), part.contributions),
    ]


def _most_given(part: Barrier) -> str:
    """How older contents chose what carries."""
    if not part.holds_back:
        return gettext("The questions that give most points, in points of this part.")
    return gettext(
        "The questions that give most points, in points of this part; one named above only if it gives at least as much as it leaves open."
    )


def _weighed(
    content: ReportContent, part: Barrier, said: tuple[str, str, str], rows: Sequence[ContributionRow]
) -> list[Block]:
    title, intro, none = said
    if not rows:
        return [Heading(title, 3), Paragraph(none)] if none and part.contributions else []
    cells = tuple(open_cells(content, row) for row in rows)
    head: list[Block] = [Heading(title, 3), *([Paragraph(intro, Style.INTRO)] if intro else [])]
    return [*head, Table(title, open_columns(content), cells)]


def _indicators(content: ReportContent, part: Barrier) -> list[Block]:
    if not part.indicators:
        return []
    title = gettext("Indicators")
    has_bars = any(figure.score or figure.is_interval for figure in part.indicators)
    columns = (
        Column(title, 82),
        *([Column(gettext("Range"), BAR + 4)] if has_bars else []),
        Column(gettext("Score"), 26, is_number=True),
    )
    rows = tuple(_indicator(content, part, figure, has_bars) for figure in part.indicators)
    return [Heading(title, 3), Table(title, columns, rows)]


def _indicator(content: ReportContent, part: Barrier, figure: Figure, has_bars: bool) -> Row:
    level = figure.level if content.shows_levels and figure.level else ""
    name = between("  ", [figure.title, soft(level), soft(missing_words(figure))])
    shows_bar = figure.score or figure.is_interval
    bar: tuple[Words, ...] = ()
    if has_bars:
        bar = (chart(drawings.draw_figure(figure, part.hue), BAR) if shows_bar else "",)
    number = figure_score(figure, content.has_scales)
    return Cell(lines(name, step_words(figure.step)), figure.depth), *bar, number


def _to_do(content: ReportContent, part: Barrier) -> list[Block]:
    actions = tuple(action for action in content.actions if action.barrier == part.figure.title)
    title = gettext("What to do here")
    return [Heading(title, 3), short_table(content, actions, title, has_reasons=False)] if actions else []


def _references(part: Barrier) -> list[Block]:
    if not part.references:
        return []
    heading = Heading(gettext("Published figures to read this against"), 3)
    return [heading, *(block for group in part.references for block in _reference(group, part.hue))]


def _reference(group: ReferenceGroup, hue: int) -> list[Block]:
    you = gettext("You")
    own: tuple[Words, ...] = (strong(you), strong(group.own or ""), gettext("Your enterprise"))
    if group.own is None:
        other = "" if group.is_comparable else gettext("Measures something else: not to be compared in numbers")
        own = ((strong(lead_in(you)), group.answer), "", soft(other))
    columns = (
        Column(group.question, 78),
        Column(gettext("Value"), 22, is_number=True),
        Column(gettext("Scope and source"), 70),
    )
    table = Table(group.question, columns, (own, *(_published(line) for line in group.lines)))
    return [*(chart_blocks(drawings.draw_reference(group, hue)) if group.own else []), table]


def _published(line: Reference) -> tuple[Words, ...]:
    title = lines(line_title(line), soft(line.verdict))
    return title, line.value, lines(line.scope, soft(line.source))


def readings(content: ReportContent) -> list[Block]:
    table = content.readings
    if table is None:
        return []
    title = gettext("Second readings")
    columns = (
        Column(gettext("Part"), 60),
        Column(gettext("Score"), 20, is_number=True),
        *(Column(name, 24, is_number=True) for name in table.columns),
    )
    rows: tuple[Row, ...] = tuple(
        (
            Cell((row.title, soft(" " + gettext("(of %(scale)s)") % {"scale": row.scale})), row.depth),
            strong(row.score),
            *(cell for _column, cell in row.cells),
        )
        for row in table.rows
    )
    intro = gettext("The same parts, each time scored from some of the questions only.")
    return [
        *chapter(gettext("Seen in other ways"), title, "readings"),
        Paragraph(intro, Style.INTRO),
        Table(title, columns, rows),
    ]
