"""Own working days that a plan takes in each quarter, beside those that there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from recommendations.plan.models import Plan, PlanItem
from recommendations.plan.planning import OPEN, QUARTER
from recommendations.plan.rounds import Round
from recommendations.plan.time_line import MOST_QUARTERS, quarter_title

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class QuarterDays:
    """`used` is an estimate; `most` is None where nobody said how many days there are."""

    title: str
    used: Fraction
    most: int | None


def days_by_quarter(plan: Plan, items: Sequence[PlanItem], current: Round) -> tuple[QuarterDays, ...]:
    """This function will return the days of the open items, as the roadmap counts them: spread evenly over the quarters

    from that in which an item begins to that of its due day. Without quarters, or where nothing takes days, it is empty.
    """
    loads: dict[int, Fraction] = {}
    for item in items:
        days, quarters = _days(item, current), _quarters(item, plan)
        for quarter in quarters if days else ():
            loads[quarter] = loads.get(quarter, Fraction(0)) + Fraction(days, len(quarters))
    return tuple(
        QuarterDays(quarter_title(number, number), loads.get(number, Fraction(0)), plan.days_per_quarter)
        for number in range(1, max(loads, default=0) + 1)
    )


def _days(item: PlanItem, current: Round) -> int:
    action = current.actions.get(item.action_key)
    if action is None or current.playbook is None or item.status not in OPEN:
        return 0
    return next((effort.days for effort in current.playbook.efforts if effort.key == action.effort), 0)


def _quarters(item: PlanItem, plan: Plan) -> range:
    if not item.quarter or item.quarter > MOST_QUARTERS:
        return range(0)
    last = item.quarter
    if item.due_on is not None and plan.begins_on is not None:
        last = max(last, -(-(item.due_on + DAY - plan.begins_on) // QUARTER))
    return range(item.quarter, min(last, MOST_QUARTERS) + 1)
