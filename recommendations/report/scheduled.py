"""From the items of a plan, and from who pays for them, to what a line of time is drawn from."""

from collections.abc import Iterable
from fractions import Fraction

from django.utils.translation import gettext

from recommendations.catalogue.funding import MoneyView
from recommendations.plan.models import ItemStatus, Plan, PlanItem
from recommendations.report.content.plan_schema import PlanRow
from recommendations.report.content.schedule import Schedule, SharePart, Slot


def schedule_of(plan: Plan, rows: Iterable[tuple[PlanItem, PlanRow]], money: MoneyView | None) -> Schedule:
    """This function will return the days and amounts of everything that nobody decided against. No query."""
    return Schedule(
        begins_on=plan.begins_on,
        slots=tuple(_slot(item, row) for item, row in rows if item.status != ItemStatus.DECLINED),
        shares=() if money is None else tuple(_shares(money)),
    )


def _slot(item: PlanItem, row: PlanRow) -> Slot:
    return Slot(row=row, quarter=item.quarter, due_on=item.due_on, done_on=item.done_on, budget=item.budget)


def _shares(money: MoneyView) -> Iterable[SharePart]:
    words = {
        "enterprise": (gettext("You"), money.enterprise),
        "provider": (gettext("Provider's discount"), money.provider),
        "support": (money.support_title, money.support),
    }
    return [SharePart(part.kind, *words[part.kind], Fraction(part.length)) for part in money.bar]
