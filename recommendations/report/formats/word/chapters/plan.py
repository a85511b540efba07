"""What the enterprise has decided on."""

from django.utils.translation import gettext, pgettext

from recommendations.report.content.plan_schema import PlanRow, PlanSums, PlanView, PlanWave
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Style,
    Table,
    Words,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.money import plan_money
from recommendations.report.formats.word.chapters.words import NONE, chapter, sample

ROOM = "\n"  # to sign in


def plan(content: ReportContent) -> list[Block]:
    title = gettext("Your plan")
    if content.plan is None or not content.shows["plan"]:
        return []
    points = gettext(
        "Points: what each action promised on its own when it was taken up. An estimate; single effects overlap and must not be added up."
    )
    return [
        *chapter(gettext("What you have decided"), title, "plan"),
        *_sums(content.plan.sums),
        *_days(content.plan),
        *(block for wave in content.plan.waves for block in _wave(wave)),
        Paragraph(points, Style.CAPTION),
        *(plan_money(content, content.plan.money) if content.plan.money else []),
        *_declined(content.plan),
        *_signatures(content, content.plan),
    ]


def _sums(sums: PlanSums) -> list[Block]:
    left = gettext("Spent beyond the budget") if sums.over else pgettext("plan", "Left")
    titles = [gettext("Progress"), pgettext("plan", "Budget"), pgettext("plan", "Spent"), left]
    cells: list[Words] = [sums.done, sums.budget or NONE, sums.spent or NONE, sums.over or sums.left or NONE]
    if sums.gain:
        titles.append(gettext("Points in sight"))
        cells.append((strong(sums.gain), soft(f" {sums.now} → {sums.then}")))
    columns = tuple(Column(title, 10) for title in titles)
    reaches = [Paragraph(sums.reaches)] if sums.reaches else []
    remarks = [Paragraph(remark, Style.CAPTION) for remark in sums.remarks]
    return [Table(gettext("Progress"), columns, (tuple(cells),)), *reaches, *remarks]


def _days(view: PlanView) -> list[Block]:
    if not view.days:
        return []
    title = gettext("Own working days")
    words = gettext("%(used)s of %(days)s days")
    used = tuple(words % {"used": each.used, "days": each.most} if each.most else each.used for each in view.days)
    columns = (Column(title, 20), *(Column(each.title, 10) for each in view.days))
    note = gettext("An estimate: the days of each open action, spread evenly over its quarters.")
    return [Table(title, columns, ((pgettext("days", "What is open takes"), *used),)), Paragraph(note, Style.CAPTION)]


def _wave(wave: PlanWave) -> list[Block]:
    columns = (
        Column(pgettext("plan", "What"), 50),
        Column(pgettext("plan", "Who"), 26),
        Column(pgettext("plan", "Due"), 32),
        Column(pgettext("plan", "Status"), 24),
        Column(pgettext("plan", "Budget"), 24),
        Column(pgettext("plan", "Points"), 14, is_number=True),
    )
    heading = f"{wave.title}  {wave.until}".strip()
    rows = tuple(_row(row) for row in wave.rows)
    return [*([Paragraph(heading, Style.LABEL)] if wave.title else []), Table(wave.title, columns, rows)]


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


def _signatures(content: ReportContent, view: PlanView) -> list[Block]:
    title = pgettext("plan", "Agreed")
    intro = gettext(
        "With their names, those who sign take this plan upon themselves. It is no contract with any provider and no promise of support."
    )
    columns = (
        Column(pgettext("signature", "For"), 46),
        Column(pgettext("signature", "Name"), 34),
        Column(pgettext("signature", "Role"), 30),
        Column(pgettext("signature", "Date"), 24),
        Column(gettext("Signature"), 36),
    )
    sides = [content.enterprise, *([content.edition.name] if content.edition else [])]
    rows: list[tuple[Words, ...]] = [(side, "", "", "", ROOM) for side in sides]
    rows += [(pgettext("signature", "Responsible"), person, "", "", ROOM) for person in view.people]
    return [Heading(title, 2, "sign"), Paragraph(intro, Style.INTRO), Table(title, columns, tuple(rows))]
