"""The way ahead on a line of time, and what it costs when."""

from django.utils.translation import gettext, pgettext

from recommendations.report import drawings
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.timeline_schema import Timeline
from recommendations.report.formats.word.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Row,
    Style,
    Table,
    hue_mark,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.pictures import chart_blocks
from recommendations.report.formats.word.chapters.words import (
    NONE,
    action_column,
    below_the_way,
    chapter,
    in_order_column,
    plan_says,
    points_column,
    star_of,
)
from recommendations.report.way_on_line import way_on_line


def timeline(content: ReportContent) -> list[Block]:
    line = content.timeline
    if line is None:
        return []
    title = gettext("Your roadmap") if line.is_planned else gettext("A roadmap for you")
    has_own_money = content.plan is not None and content.plan.money is not None
    return [
        *chapter(gettext("Time and money"), title, "timeline"),
        *([Paragraph(line.note, Style.LEAD)] if line.note else []),
        *chart_blocks(drawings.draw_timeline(line)),
        *_spans(line),
        *(_way(content) or _rows(line)),
        *([] if has_own_money else shares(line, gettext("Who pays"))),
    ]


def _way(content: ReportContent) -> list[Block]:
    """A proposal with what each step of the cheapest way takes; nothing where the roadmap is another one."""
    steps = way_on_line(content)
    if not steps or content.path is None:
        return []
    columns = (
        Column(pgettext("rank", "No."), 11),
        action_column(),
        Column(gettext("When"), 30),
        Column(gettext("Cost"), 36),
        Column(gettext("Effort"), 34),
        in_order_column(),
    )
    rows: tuple[Row, ...] = tuple(
        (
            str(number),
            lines(
                (hue_mark(row.hue), strong(f"{row.title}{star_of(work)}")), plan_says(work.in_plan), soft(work.because)
            ),
            row.when,
            row.cost,
            work.days,
            row.gain,
        )
        for number, (row, work) in enumerate(steps, start=1)
    )
    title = gettext("The roadmap as a table")
    return [Heading(title, 2), Table(title, columns, rows), *below_the_way(content.path)]


def _rows(line: Timeline) -> list[Block]:
    has_who = any(row.who for row in line.rows)
    has_status = any(row.status_label for row in line.rows)
    has_gain = any(row.gain for row in line.rows)
    columns = (
        Column(pgettext("rank", "No."), 11),
        action_column(),
        Column(gettext("When"), 52),
        *([Column(pgettext("plan", "Who"), 26)] if has_who else []),
        *([Column(pgettext("plan", "Status"), 22)] if has_status else []),
        Column(gettext("Cost"), 30),
        *([points_column(pgettext("plan", "Points"))] if has_gain else []),
    )
    rows: tuple[Row, ...] = tuple(
        (
            str(number),
            (hue_mark(row.hue), strong(row.title)),
            row.when or NONE,
            *([row.who or NONE] if has_who else []),
            *([row.status_label] if has_status else []),
            row.cost or NONE,
            *([row.gain or NONE] if has_gain else []),
        )
        for number, row in enumerate(line.rows, start=1)
    )
    title = gettext("The roadmap as a table")
    return [Heading(title, 2), Table(title, columns, rows)] if rows else []


def _spans(line: Timeline) -> list[Block]:
    if not any(span.budget for span in line.spans):
        return []
    title = gettext("Money by time")
    columns = (Column(gettext("When"), 80), Column(gettext("What begins then costs"), 90))
    rows: tuple[Row, ...] = tuple((span.title, span.budget or NONE) for span in line.spans)
    return [Heading(title, 2), Table(title, columns, rows)]


def shares(line: Timeline, title: str) -> list[Block]:
    """This function will return who pays what share, drawn and as a table; nothing where no price is known."""
    if not line.shares:
        return []
    columns = tuple(Column(share.title, 10) for share in line.shares)
    return [
        Heading(title, 2),
        *chart_blocks(drawings.draw_split(line.shares)),
        Table(title, columns, (tuple(share.amount for share in line.shares),)),
        *([Paragraph(line.shares_note, Style.NOTE)] if line.shares_note else []),
    ]
