"""How the plan stands to single actions: done, decided against, or planned from when on."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext, pgettext

from recommendations.plan.item_rows import day, is_of
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.plan_money import first_day
from recommendations.plan.planning import OPEN
from recommendations.report.content.standing_schema import InPlan
from recommendations.report.planned import Planned


def standings_of(planned: Planned) -> Mapping[str, InPlan]:
    """This function will return what the plan says of actions, by key, in the active language. No query."""
    begins_on = planned.plan.begins_on
    return {
        item.action_key: InPlan(status=item.status, said=_said(item, begins_on)) for item in _standing_items(planned)
    }


def first_days_of(planned: Planned) -> Mapping[str, date]:
    """This function will return the days on which planned actions will begin, by key, where they are known. No query."""
    days = {item.action_key: first_day(item, planned.plan.begins_on) for item in _standing_items(planned)}
    return {key: begins for key, begins in days.items() if begins is not None}


def _standing_items(planned: Planned) -> list[PlanItem]:
    """What was taken up in this round, and what is still open from an earlier one, as the roadmap sees it."""
    items = [item for item in planned.items if item.action_key]
    return [item for item in items if item.status in OPEN or is_of(item, planned.current)]


def _said(item: PlanItem, begins_on: date | None) -> str:
    begins = first_day(item, begins_on)
    if item.status == ItemStatus.DECLINED:
        return pgettext("plan", "Decided against")
    if item.status == ItemStatus.DONE:
        return gettext("Done on %(day)s") % {"day": day(item.done_on)}
    if item.status == ItemStatus.DOING:
        return pgettext("plan", "Under way")
    if begins is not None:
        return gettext("In the plan from %(day)s") % {"day": day(begins)}
    if item.due_on is not None:
        return gettext("In the plan, due %(day)s") % {"day": day(item.due_on)}
    return gettext("In the plan")
