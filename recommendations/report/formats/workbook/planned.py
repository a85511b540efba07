"""Sheets of the plan: its items, what they come to, and the line of time."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, pgettext

from assessment.accounts.sheets import Column, Sheet
from recommendations.report.content.plan_schema import PlanDays, PlanRow, PlanSums, PlanView
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.timeline_schema import Timeline
from recommendations.report.formats.workbook.cells import amount, lines, number, yes, yuan
from recommendations.report.formats.workbook.tables import Row, table
from recommendations.report.formats.workbook.times import day, worded_day, worded_days


def plan_sheets(content: ReportContent) -> Iterator[Sheet]:
    """This function will yield what the enterprise has decided on, and when what is done."""
    if content.plan is not None:
        yield Sheet(pgettext("workbook", "Plan"), _item_columns(), list(_items(content.plan)))
        columns = [Column(pgettext("workbook", "What"), 34), Column(pgettext("workbook", "Value"), 60)]
        rows = [*_sums(content.plan.sums), *_days(content.plan.days)]
        yield Sheet(pgettext("workbook", "Sums of the plan"), columns, rows, is_list=True)
    if content.timeline is not None:
        yield from table(pgettext("workbook", "Timeline"), _timeline_columns(), _timeline(content.timeline))


def _item_columns() -> list[Column]:
    return [
        Column(pgettext("workbook", "What"), 44),
        Column(pgettext("workbook", "When"), 20),
        Column(pgettext("workbook", "Status"), 14),
        Column(pgettext("workbook", "Who"), 20),
        Column(pgettext("workbook", "Due"), 12),
        Column(pgettext("workbook", "Done on"), 12),
        Column(pgettext("workbook", "Budget, yuan"), 15),
        Column(pgettext("workbook", "Spent, yuan"), 15),
        Column(pgettext("workbook", "Points promised"), 10),
        Column(pgettext("workbook", "Service"), 36),
        Column(pgettext("workbook", "Provider"), 26),
        Column(gettext("Sample"), 10),
        Column(pgettext("workbook", "Why not"), 40),
    ]


def _items(plan: PlanView) -> Iterator[Row]:
    for wave in plan.waves:
        yield from (_item(row, wave.title) for row in wave.rows)
    yield from (_item(row, "") for row in plan.declined)


def _item(row: PlanRow, wave: str) -> Row:
    values = row.values
    return (
        row.title,
        wave,
        row.status_label,
        row.who,
        worded_day(row.due) if values is None else day(values.due_on),
        worded_day(row.done) if values is None else day(values.done_on),
        amount(row.budget) if values is None else yuan(values.budget),
        amount(row.spent) if values is None else yuan(values.spent),
        number(row.promised),
        row.service,
        row.provider,
        yes(row.is_sample),
        row.because,
    )


def _sums(sums: PlanSums) -> Iterator[Row]:
    values = sums.values
    yield pgettext("workbook", "Done"), sums.done
    yield pgettext("workbook", "Budget, yuan"), amount(sums.budget) if values is None else yuan(values.budget)
    yield pgettext("workbook", "Spent, yuan"), amount(sums.spent) if values is None else yuan(values.spent)
    if sums.left:
        yield pgettext("workbook", "Left"), amount(sums.left)
    if sums.over:
        yield pgettext("workbook", "More than the budget"), amount(sums.over)
    if sums.gain:
        yield pgettext("workbook", "Score now"), number(sums.now)
        yield pgettext("workbook", "Score once all is done"), number(sums.then)
        yield pgettext("workbook", "Effect, points"), number(sums.gain)
    if sums.reaches:
        yield pgettext("workbook", "Level reached"), sums.reaches
    yield from ((pgettext("workbook", "Remark"), remark) for remark in sums.remarks)


def _days(days: Sequence[PlanDays]) -> Iterator[Row]:
    for each in days:
        yield pgettext("workbook", "Own working days: %(quarter)s") % {"quarter": each.title}, number(each.used)
    if days and days[0].most:
        yield pgettext("workbook", "Own working days there are in a quarter"), number(days[0].most)


def _timeline_columns() -> list[Column]:
    return [
        Column(pgettext("workbook", "Action"), 44),
        Column(pgettext("workbook", "When"), 26),
        Column(pgettext("workbook", "First day"), 12),
        Column(pgettext("workbook", "Last day"), 12),
        Column(pgettext("workbook", "Who"), 20),
        Column(pgettext("workbook", "Cost"), 24),
        Column(pgettext("workbook", "Effect, points"), 10),
        Column(pgettext("workbook", "Status"), 14),
        Column(pgettext("workbook", "Remark"), 70),
    ]


def _timeline(timeline: Timeline) -> Iterator[Row]:
    """A proposal counts weeks and names no days; what is said of all rows stands beside the first."""
    for place, row in enumerate(timeline.rows):
        when = (row.when, *worded_days(row.when))
        told = (row.who, amount(row.cost), number(row.gain), row.status_label)
        yield row.title, *when, *told, "" if place else timeline.note
    if timeline.shares:
        words = lines([*(f"{each.title}: {each.amount}" for each in timeline.shares), timeline.shares_note])
        yield pgettext("workbook", "Who pays"), "", None, None, "", None, None, "", words
