"""The plan of the enterprise as its report shows it: wave by wave, what it comes to, and who pays for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from assessment.scoring.figures import shown_number
from recommendations.plan.item_rows import ItemRow
from recommendations.plan.models import ItemStatus, Plan, PlanItem
from recommendations.plan.plan_days import QuarterDays, days_by_quarter
from recommendations.plan.plan_money import plan_money
from recommendations.plan.plan_page import Group, Order, Wanted, plan_page
from recommendations.plan.plan_totals import Totals
from recommendations.plan.rounds import Round
from recommendations.report.content.exact_schema import ItemValues, PlanAmounts
from recommendations.report.content.plan_schema import PlanDays, PlanRow, PlanSums, PlanView, PlanWave
from recommendations.report.content.schedule import Schedule
from recommendations.report.money import plan_money_of
from recommendations.report.scheduled import schedule_of


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with its items, at least one, as they stand to the round that is reported on."""

    plan: Plan
    items: tuple[PlanItem, ...]
    current: Round


def plan_view(planned: Planned, on: date, locale: str) -> tuple[PlanView, Schedule]:
    """This function will return the plan in words, in `locale`, which is the active language, and its days. Two queries.

    It says nothing that changes by itself from one day to the next, such as what is overdue.
    """
    items, current = planned.items, planned.current
    page = plan_page(planned.plan, items, current, Wanted(order=Order.WAVE), on, locale)
    waves = [group for group in page.groups if not _is_declined(group.rows[0])]
    money = plan_money(items, current, on, locale, begins_on=planned.plan.begins_on)
    view = PlanView(
        waves=tuple(_wave(group, items) for group in waves),
        declined=tuple(_row(row) for row in page.rows if _is_declined(row)),
        sums=_sums(page.totals),
        money=plan_money_of(money),
        days=tuple(_days(each) for each in days_by_quarter(planned.plan, items, current)),
    )
    return view, schedule_of(planned.plan, [(row.item, _row(row)) for row in page.rows], money)


def _days(each: QuarterDays) -> PlanDays:
    return PlanDays(title=each.title, used=shown_number(each.used, 1), most="" if each.most is None else str(each.most))


def _is_declined(row: ItemRow) -> bool:
    return row.status == ItemStatus.DECLINED


def _wave(group: Group, items: Iterable[PlanItem]) -> PlanWave:
    has_quarters = any(item.quarter for item in items)
    return PlanWave(
        title=group.title if has_quarters else "", until=group.about, rows=tuple(_row(row) for row in group.rows)
    )


def _row(row: ItemRow) -> PlanRow:
    return PlanRow(
        key=row.item.action_key,
        title=row.title,
        status=row.status,
        status_label=row.status_label,
        who=row.item.responsible,
        due=row.due,
        done=row.done,
        budget=row.budget,
        spent=row.spent,
        promised=row.promised,
        service=row.offering,
        provider=row.provider,
        is_sample=row.is_sample,
        because=row.item.declined_because if _is_declined(row) else "",
        values=_values(row.item),
    )


def _values(item: PlanItem) -> ItemValues:
    return ItemValues(
        budget=_yuan(item.budget),
        spent=_yuan(item.spent),
        due_on=_day(item.due_on),
        done_on=_day(item.done_on),
    )


def _yuan(amount: int | None) -> str:
    return "" if amount is None else str(amount)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _sums(totals: Totals) -> PlanSums:
    promise = totals.promise
    counts = {"done": totals.done_count, "all": totals.item_count}
    return PlanSums(
        done=gettext("%(done)s of %(all)s done") % counts,
        budget=totals.budget,
        spent=totals.spent,
        left=totals.left,
        over=totals.over,
        gain="" if promise is None else promise.gain,
        now="" if promise is None else promise.now,
        then="" if promise is None else promise.then,
        reaches=totals.reaches,
        remarks=tuple(_remarks(totals)),
        values=PlanAmounts(budget=_yuan(totals.budget_yuan), spent=_yuan(totals.spent_yuan)),
    )


def _remarks(totals: Totals) -> Iterator[str]:
    """The sentences of the page of the plan, so that page and report say the same."""
    year = {"year": totals.year_budget, "left": totals.year_left, "over": totals.year_over}
    if totals.year_left:
        yield gettext("Your roadmap was made for %(year)s; %(left)s of it is not planned yet.") % year
    elif totals.year_over:
        yield gettext("Your roadmap was made for %(year)s; the plan is %(over)s above it.") % year
    if totals.without_budget_count:
        yield ngettext(
            "%(items)s item has no budget yet.", "%(items)s items have no budget yet.", totals.without_budget_count
        ) % {"items": totals.without_budget_count}
    if totals.promise is None:
        return
    yield ngettext(
        "Points: your answers scored again as if the %(items)s action were done. An estimate, not a promise.",
        "Points: your answers scored again as if all %(items)s actions were done. Their single effects overlap and must "
        "not be added up. An estimate, not a promise.",
        totals.promise.item_count,
    ) % {"items": totals.promise.item_count}
    if totals.promise.left_out_count:
        yield ngettext(
            "%(items)s from an earlier round cannot be counted here.",
            "%(items)s from an earlier round cannot be counted here.",
            totals.promise.left_out_count,
        ) % {"items": totals.promise.left_out_count}
