"""The way ahead on a line of time, and what the enterprise has decided on."""

from django.utils.translation import gettext, pgettext

from recommendations.report import drawings
from recommendations.report.content.plan_schema import PlanRow, PlanSums, PlanView, PlanWave
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.timeline_schema import Timeline
from recommendations.report.formats.word.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Style,
    Table,
    Words,
    hue_mark,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.money import plan_money
from recommendations.report.formats.word.chapters.pictures import chart_blocks
from recommendations.report.formats.word.chapters.words import NONE, chapter, points_column, sample

SIGNATURE_LINE = "_" * 24


def timeline(content: ReportContent) -> list[Block]:
    line = content.timeline
    if line is None:
        return []
    title = gettext("The way ahead")
    return [
        *chapter("", title, "timeline"),
        *([Paragraph(line.note, Style.INTRO)] if line.note else []),
        *chart_blocks(drawings.draw_timeline(line)),
        *_rows(line, title),
        *_spans(line),
        *_shares(line),
    ]


def _rows(line: Timeline, title: str) -> list[Block]:
    has_who = any(row.who for row in line.rows)
    has_status = any(row.status_label for row in line.rows)
    has_gain = any(row.gain for row in line.rows)
    columns = (
        Column("№", 9),
        Column(pgettext("plan", "What"), 60),
        Column(gettext("Time"), 38),
        *([Column(pgettext("plan", "Who"), 26)] if has_who else []),
        *([Column(pgettext("plan", "Status"), 22)] if has_status else []),
        Column(gettext("Cost"), 30),
        *([points_column(pgettext("plan", "Points"))] if has_gain else []),
    )
    rows = tuple(
        (
            str(number),
            (hue_mark(row.hue), strong(row.title)),
            row.when,
            *([row.who or NONE] if has_who else []),
            *([row.status_label] if has_status else []),
            row.cost or NONE,
            *([row.gain or NONE] if has_gain else []),
        )
        for number, row in enumerate(line.rows, start=1)
    )
    return [Table(title, columns, rows)] if rows else []


def _spans(line: Timeline) -> list[Block]:
    if not any(span.budget for span in line.spans):
        return []
    columns = tuple(Column(span.title, 10, is_number=True) for span in line.spans)
    budgets = tuple(span.budget or NONE for span in line.spans)
    return [Table(pgettext("plan", "Budget"), columns, (budgets,))]


def _shares(line: Timeline) -> list[Block]:
    if not line.shares:
        return []
    title = gettext("Who pays")
    columns = tuple(Column(share.title, 10) for share in line.shares)
    return [
        Heading(title, 2),
        *chart_blocks(drawings.draw_split(line.shares)),
        Table(title, columns, (tuple(share.amount for share in line.shares),)),
        *([Paragraph(line.shares_note, Style.NOTE)] if line.shares_note else []),
    ]


def plan(content: ReportContent) -> list[Block]:
    title = gettext("Your plan")
    if not content.shows["plan"] or not (content.plan or content.actions):
        return []
    if content.plan is None:
        nothing = gettext(
            "Nothing is planned yet. Open the result in Fourfold and choose Roadmap or Plan there: what you take up stands in the next report with who does it, by when and who pays."
        )
        return [*chapter("", title, "plan", starts_page=False), Paragraph(nothing)]
    points = gettext(
        "Points: what each action promised on its own when it was taken up. An estimate; single effects overlap and must not be added up."
    )
    return [
        *chapter(gettext("What you have decided"), title, "plan"),
        *_sums(content.plan.sums),
        *(block for wave in content.plan.waves for block in _wave(wave)),
        Paragraph(points, Style.CAPTION),
        *(plan_money(content.plan.money) if content.plan.money else []),
        *_declined(content.plan),
        *_signatures(),
    ]


def _sums(sums: PlanSums) -> list[Block]:
    left = gettext("Spent beyond the budget") if sums.over else pgettext("plan", "Left")
    titles = [gettext("Progress"), pgettext("plan", "Budget"), pgettext("plan", "Spent"), left]
    cells: list[Words] = [sums.done, sums.budget or NONE, sums.spent or NONE, sums.over or sums.left or NONE]
    if sums.gain:
        titles.append(gettext("Points in sight"))
        cells.append((strong(sums.gain), soft(f" {sums.now} → {sums.then}")))
    columns = tuple(Column(title, 10) for title in titles)
    remarks = [Paragraph(remark, Style.CAPTION) for remark in sums.remarks]
    return [Table(gettext("Progress"), columns, (tuple(cells),)), *remarks]


def _wave(wave: PlanWave) -> list[Block]:
    columns = (
        Column(pgettext("plan", "What"), 56),
        Column(pgettext("plan", "Who"), 26),
        Column(pgettext("plan", "Due"), 26),
        Column(pgettext("plan", "Status"), 24),
        Column(pgettext("plan", "Budget"), 24),
        Column(pgettext("plan", "Points"), 14, is_number=True),
    )
    heading = f"{wave.title}  {wave.until}".strip()
    rows = tuple(_row(row) for row in wave.rows)
    return [*([Heading(heading, 2)] if wave.title else []), Table(wave.title, columns, rows)]


def _row(row: PlanRow) -> tuple[Words, ...]:
    service = (*sample(row.is_sample), soft(f"{row.service}, {row.provider}")) if row.service else ""
    spent = f"{pgettext('plan', 'Spent')} {row.spent}" if row.spent else ""
    return (
        lines(strong(row.title), service),
        row.who or NONE,
        row.due or NONE,
        lines(row.status_label, soft(row.done)),
        lines(row.budget or NONE, soft(spent)),
        row.promised or NONE,
    )


def _declined(view: PlanView) -> list[Block]:
    if not view.declined:
        return []
    title = pgettext("plan", "Decided against")
    columns = (Column(pgettext("plan", "What"), 60), Column(gettext("Why not?"), 110))
    rows = tuple((row.title, row.because) for row in view.declined)
    return [Heading(title, 2), Table(title, columns, rows)]


def _signatures() -> list[Block]:
    titles = (gettext("Place and date"), gettext("For the enterprise"), gettext("For the consultant"))
    ruled = "\t".join(SIGNATURE_LINE for _title in titles)
    return [Paragraph(ruled, Style.SIGNATURE, keeps_next=True), Paragraph("\t".join(titles), Style.SIGNATURE)]
