"""Taking up: what was advised, a roadmap, and things of one's own."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from assessment.audit.models import AuditEvent
from assessment.responses.actions import Opened, revise_assessment
from assessment.responses.models import Assessment
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.models import ItemStatus, Plan, PlanItem
from recommendations.plan.planning import (
    NotSubmitted,
    Placement,
    UnknownAction,
    add_own_item,
    quarter_end,
    take_up_actions,
    take_up_roadmap,
)
from recommendations.playbook.models import PlaybookRelease
from recommendations.rules.freeze import thaw_advice

Make = Callable[..., Opened]


def events(name: str) -> list[Any]:
    found = AuditEvent.objects.filter(event=name).order_by("pk")
    return list(found.values_list("object_id", "details"))


def next_round(assessment: Assessment) -> Assessment:
    again = revise_assessment(assessment=Assessment.objects.get(pk=assessment.pk)).assessment
    submit_and_advise(assessment=again)
    return again


def test_action_is_taken_up_with_what_it_promises_now(submitted: Assessment) -> None:
    taken = take_up_actions(assessment=submitted, actions=["A"], language="en")
    (item,) = taken.added
    advised = thaw_advice(submitted.results.get().advice_run.advice).recommendations[0]
    assert (item.action_key, item.title["en"], item.status, item.version) == ("A", "Do A", ItemStatus.PLANNED, 1)
    assert item.advice_run == submitted.results.get().advice_run
    assert Fraction(item.promised["effect"]) == advised.effect > 0
    assert {key: Fraction(gain) for key, gain in item.promised["effects"].items()} == advised.effects
    assert item.promised["changes"] == [change.question for change in advised.changes]
    assert events("plan.item_taken_up") == [(str(item.public_id), {"action": "A"})]


def test_action_is_not_taken_up_twice(submitted: Assessment) -> None:
    (item,) = take_up_actions(assessment=submitted, actions=["A", "A"]).added
    again = take_up_actions(assessment=submitted, actions=["A", "B"])
    assert ([one.action_key for one in again.added], again.kept) == (["B"], (item,))
    assert (Plan.objects.count(), PlanItem.objects.count()) == (1, 2)


def test_open_item_of_an_earlier_round_is_not_doubled(submitted: Assessment) -> None:
    (item,) = take_up_actions(assessment=submitted, actions=["A"]).added
    later = next_round(submitted)
    assert take_up_actions(assessment=later, actions=["A"]).kept == (item,)
    assert PlanItem.objects.count() == 1


@pytest.mark.parametrize(
    "closed",
    [
        {"status": ItemStatus.DONE, "done_on": date(2026, 1, 5)},
        {"status": ItemStatus.DECLINED, "declined_because": "Too dear."},
    ],
)
def test_closed_item_of_an_earlier_round_can_be_taken_up_anew(submitted: Assessment, closed: dict[str, Any]) -> None:
    (item,) = take_up_actions(assessment=submitted, actions=["A"]).added
    PlanItem.objects.filter(pk=item.pk).update(**closed)
    assert take_up_actions(assessment=submitted, actions=["A"]).added == ()
    later = next_round(submitted)
    (anew,) = take_up_actions(assessment=later, actions=["A"]).added
    assert (anew.plan, anew.advice_run) == (item.plan, later.results.get().advice_run)


def test_unknown_action_takes_nothing_up(submitted: Assessment) -> None:
    with pytest.raises(UnknownAction):
        take_up_actions(assessment=submitted, actions=["A", "nothing"])
    assert (Plan.objects.count(), PlanItem.objects.count()) == (0, 0)


def test_nothing_is_taken_up_before_there_is_a_result(
    playbook_release: PlaybookRelease, answered_assessment: Make
) -> None:
    assessment = answered_assessment().assessment
    with pytest.raises(NotSubmitted):
        take_up_actions(assessment=assessment, actions=["A"])
    with pytest.raises(NotSubmitted):
        add_own_item(assessment=assessment, title="Buy", language="en")
    assert Plan.objects.count() == 0


def test_roadmap_gives_quarters_days_and_estimated_costs(submitted: Assessment) -> None:
    taken = take_up_roadmap(
        assessment=submitted,
        placements=[Placement("A", 1, 1), Placement("B", 2, 3)],
        budget=90_000,
        days_per_quarter=20,
        begins_on=date(2026, 1, 1),
        language="zh-hans",
    )
    assert [(one.action_key, one.quarter, one.due_on) for one in taken.added] == [
        ("A", 1, date(2026, 4, 1)),
        ("B", 2, date(2026, 9, 30)),
    ]
    assert [one.budget for one in taken.added] == [0, 1000]  # A is free; B's band is open upwards: its lower end
    plan = Plan.objects.get()
    assert (plan.budget, plan.days_per_quarter, plan.begins_on, plan.language) == (
        90_000,
        20,
        date(2026, 1, 1),
        "zh-hans",
    )
    assert events("plan.roadmap_taken_up") == [(str(plan.public_id), {"added": 2, "kept": 0})]


def test_actions_begin_with_their_estimated_costs_and_what_was_entered_stays(submitted: Assessment) -> None:
    (first,) = take_up_actions(assessment=submitted, actions=["B"]).added
    assert first.budget == 1000
    PlanItem.objects.filter(pk=first.pk).update(budget=None)
    taken = take_up_actions(assessment=submitted, actions=["A", "B"])
    assert [(one.action_key, one.budget) for one in (*taken.added, *taken.kept)] == [("A", 0), ("B", None)]


def test_roadmap_fills_in_what_nobody_has_entered(submitted: Assessment) -> None:
    (item, done) = take_up_actions(assessment=submitted, actions=["A", "B"]).added
    PlanItem.objects.filter(pk=item.pk).update(budget=700)
    PlanItem.objects.filter(pk=done.pk).update(status=ItemStatus.DONE, done_on=date(2026, 1, 5))
    for _time in range(2):
        taken = take_up_roadmap(
            assessment=submitted,
            placements=[Placement("A", 1, 1), Placement("B", 1, 1)],
            budget=None,
            days_per_quarter=None,
            begins_on=date(2026, 1, 1),
        )
        assert (taken.added, len(taken.kept)) == ((), 2)
    item.refresh_from_db()
    assert (item.quarter, item.due_on, item.budget, item.version) == (1, date(2026, 4, 1), 700, 2)
    done.refresh_from_db()
    assert (done.quarter, done.due_on, done.version) == (None, None, 1)


def test_quarter_has_thirteen_weeks() -> None:
    assert [quarter_end(date(2026, 1, 1), number) for number in (1, 4)] == [date(2026, 4, 1), date(2026, 12, 30)]


def test_own_item_keeps_its_words(submitted: Assessment) -> None:
    item = add_own_item(assessment=submitted, title="Ask the bank", language="en", responsible="Li")
    assert (item.title, item.action_key, item.promised, item.responsible) == ({"en": "Ask the bank"}, "", {}, "Li")
    assert events("plan.item_taken_up") == [(str(item.public_id), {"action": ""})]


def test_declined_item_says_why(submitted: Assessment) -> None:
    (item,) = take_up_actions(assessment=submitted, actions=["A"]).added
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanItem.objects.filter(pk=item.pk).update(status=ItemStatus.DECLINED)
