"""What an enterprise puts into its plan: advised actions, a whole roadmap, things of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db import transaction

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment
from assessment.scoring.figures import rounded
from recommendations.plan.models import ItemStatus, Plan, PlanItem
from recommendations.plan.promises import promise_of
from recommendations.plan.rounds import Round, round_of
from recommendations.rules.document import Action
from recommendations.rules.ranking import typical_cost

QUARTER = timedelta(weeks=13)
MOST_ITEMS = 200
OPEN = (ItemStatus.PLANNED, ItemStatus.DOING)


class Event(StrEnum):
    TAKEN_UP = "plan.item_taken_up"
    ROADMAP_TAKEN_UP = "plan.roadmap_taken_up"


class NotSubmitted(Exception):
    """There is no result yet, so nothing is advised."""


class PlanFull(Exception):
    """A plan of more things than anybody can do is none."""


class UnknownAction(Exception):
    """The playbook of this round has no action of that name: `args` has its key."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a roadmap puts an action: begun in `quarter`, done by the end of `until_quarter`, both counted from 1."""

    action: str
    quarter: int
    until_quarter: int


@dataclass(frozen=True, slots=True)
class TakenUp:
    """`added` are new in the plan; `kept` were there already."""

    plan: Plan
    added: tuple[PlanItem, ...]
    kept: tuple[PlanItem, ...]


@transaction.atomic
def take_up_actions(
    *, assessment: Assessment, actions: Sequence[str], language: str = "", actor: User | None = None
) -> TakenUp:
    """This function will put the actions with these keys into the plan of the assessment's enterprise.

    Each begins with its estimated cost as its budget. An action that is there from this round, or still open from an
    earlier one, stays as it is. What each promises is frozen now. Raises NotSubmitted, or UnknownAction and adds none.
    """
    current = _round(assessment)
    plan = locked_plan(assessment, language)
    wanted = [_action(current, key) for key in dict.fromkeys(actions)]
    there = {item.action_key for item in _standing_items(plan, current)}
    return _take_up(plan, current, [(one, {} if one.key in there else _costed(current, one)) for one in wanted], actor)


@transaction.atomic
def take_up_roadmap(
    *,
    assessment: Assessment,
    placements: Sequence[Placement],
    budget: int | None,
    days_per_quarter: int | None,
    begins_on: date,
    language: str = "",
    actor: User | None = None,
) -> TakenUp:
    """This function will put a roadmap into the plan: each action with its quarter, its due day and its estimated cost.

    `budget` (yuan), `days_per_quarter` and `begins_on` are what the roadmap was made for, None for no limit. An action
    is due on the last day of the quarter in which it ends. Of an action that is in the plan already, only what nobody
    has entered is filled in.
    Raises NotSubmitted, or UnknownAction and adds none.
    """
    current = _round(assessment)
    plan = locked_plan(assessment, language)
    plan.budget, plan.days_per_quarter, plan.begins_on = budget, days_per_quarter, begins_on
    plan.save(update_fields=["budget", "days_per_quarter", "begins_on"])
    wanted = [(_action(current, each.action), _scheduled(current, each, begins_on)) for each in placements]
    taken = _take_up(plan, current, wanted, actor)
    details = {"added": len(taken.added), "kept": len(taken.kept)}
    record_event(
        event=Event.ROADMAP_TAKEN_UP,
        object_type="plan",
        object_id=plan.public_id,
        actor=actor,
        details=details,
        enterprise_id=plan.enterprise_id,
    )
    return taken


@transaction.atomic
def add_own_item(
    *,
    assessment: Assessment,
    title: str,
    language: str,
    responsible: str = "",
    due_on: date | None = None,
    note: str = "",
    actor: User | None = None,
) -> PlanItem:
    """This function will add something that nobody advised, in the enterprise's own words.

    Raises NotSubmitted or PlanFull.
    """
    _round(assessment)
    plan = locked_plan(assessment, language)
    if plan.items.count() >= MOST_ITEMS:
        raise PlanFull
    item = PlanItem.objects.create(
        plan=plan, title={language: title}, responsible=responsible, due_on=due_on, note=note
    )
    _record(item, actor)
    return item


def quarter_end(begins_on: date, quarter: int) -> date:
    """This function will return the last day of a quarter, counted from 1, of 13 weeks each."""
    return begins_on + quarter * QUARTER - timedelta(days=1)


def _round(assessment: Assessment) -> Round:
    current = round_of(assessment)
    if current is None:
        raise NotSubmitted
    return current


def _action(current: Round, key: str) -> Action:
    if key not in current.actions:
        raise UnknownAction(key)
    return current.actions[key]


def locked_plan(assessment: Assessment, language: str) -> Plan:
    """This function will return the enterprise's one plan, made when it is first needed; others who change it wait."""
    begun = {"language": language or assessment.language}
    plan, _is_new = Plan.objects.get_or_create(enterprise_id=assessment.enterprise_id, defaults=begun)
    return Plan.objects.select_for_update().get(pk=plan.pk)


def _scheduled(current: Round, placement: Placement, begins_on: date) -> dict[str, Any]:
    return {
        "quarter": placement.quarter,
        "due_on": quarter_end(begins_on, placement.until_quarter),
        **_costed(current, _action(current, placement.action)),
    }


def _costed(current: Round, action: Action) -> dict[str, Any]:
    return {"budget": estimated_cost(current, action)}


def estimated_cost(current: Round, action: Action) -> int | None:
    """This function will return the typical cost of an action in whole yuan, an estimate, None without its band."""
    bands = () if current.playbook is None else current.playbook.cost_bands
    return next((int(rounded(typical_cost(band), 0)) for band in bands if band.key == action.cost_band), None)


def _take_up(
    plan: Plan, current: Round, wanted: Iterable[tuple[Action, dict[str, Any]]], actor: User | None
) -> TakenUp:
    there = {item.action_key: item for item in _standing_items(plan, current)}
    added, kept = [], []
    for action, fields in wanted:
        if action.key in there:
            kept.append(_filled(there[action.key], fields))
            continue
        item = PlanItem.objects.create(
            plan=plan,
            advice_run=current.run,
            action_key=action.key,
            title=action.title,
            promised=promise_of(current, action),
            **fields,
        )
        there[action.key] = item
        added.append(item)
        _record(item, actor)
    return TakenUp(plan, tuple(added), tuple(kept))


def _filled(item: PlanItem, fields: dict[str, Any]) -> PlanItem:
    """What people have entered stays; what an open item lacks it takes from the roadmap."""
    lacking = {name: value for name, value in fields.items() if getattr(item, name) is None and value is not None}
    if item.status in OPEN and lacking:
        for name, value in lacking.items():
            setattr(item, name, value)
        item.version += 1
        item.save()
    return item


def _standing_items(plan: Plan, current: Round) -> Iterable[PlanItem]:
    """Items for which an action is not taken up again: those of this round, and those still open from an earlier one."""
    run = None if current.run is None else current.run.pk
    items = plan.items.exclude(action_key="").order_by("pk")
    return [item for item in items if item.advice_run_id == run or item.status in OPEN]


def _record(item: PlanItem, actor: User | None) -> None:
    record_event(
        event=Event.TAKEN_UP,
        object_type="plan.item",
        object_id=item.public_id,
        actor=actor,
        details={"action": item.action_key},
        enterprise_id=item.plan.enterprise_id,
    )
