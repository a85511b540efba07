"""What becomes of an item, and that nobody overwrites another unseen."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import time_machine

from assessment.audit.models import AuditEvent
from assessment.responses.models import Assessment
from recommendations.plan.items import (
    ItemConflict,
    ItemStays,
    ReasonMissing,
    change_item,
    content_of,
    remove_item,
    set_status,
)
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.planning import add_own_item, take_up_actions


@pytest.fixture
def item(submitted: Assessment) -> PlanItem:
    return take_up_actions(assessment=submitted, actions=["A"]).added[0]


def event_names() -> list[str]:
    found = AuditEvent.objects.filter(object_type="plan.item").order_by("pk")
    return list(found.values_list("event", flat=True))


def test_change_is_written_and_counted(item: PlanItem) -> None:
    wanted = replace(content_of(item), responsible="Li", budget=5_000, spent=0, due_on=date(2027, 1, 31), note="Soon.")
    changed = change_item(item=item, base_version=1, content=wanted)
    stored = PlanItem.objects.get(pk=item.pk)
    assert (content_of(stored), stored.version, changed.version) == (wanted, 2, 2)
    assert stored.title == item.title


def test_change_on_an_older_version_is_refused_with_what_stands(item: PlanItem) -> None:
    mine = replace(content_of(item), responsible="Li")
    theirs = replace(content_of(item), responsible="Wang")
    change_item(item=item, base_version=1, content=theirs)
    with pytest.raises(ItemConflict) as refused:
        change_item(item=item, base_version=1, content=mine)
    assert (refused.value.current.responsible, refused.value.current.version) == ("Wang", 2)
    assert PlanItem.objects.get(pk=item.pk).responsible == "Wang"


def test_same_change_sent_twice_is_one(item: PlanItem) -> None:
    wanted = replace(content_of(item), responsible="Li")
    for _time in range(2):
        change_item(item=item, base_version=1, content=wanted)
    assert PlanItem.objects.get(pk=item.pk).version == 2


def test_done_has_a_day_until_it_is_opened_again(item: PlanItem) -> None:
    with time_machine.travel("2026-11-23T02:00:00Z", tick=False):
        done = set_status(item=item, base_version=1, status=ItemStatus.DONE)
    assert (done.status, done.done_on, done.version) == (ItemStatus.DONE, date(2026, 11, 23), 2)
    with time_machine.travel("2026-12-23T02:00:00Z", tick=False):
        noted = change_item(item=item, base_version=2, content=replace(content_of(done), note="It works."))
    assert noted.done_on == date(2026, 11, 23)
    opened = set_status(item=item, base_version=3, status=ItemStatus.PLANNED)
    assert (opened.status, opened.done_on) == (ItemStatus.PLANNED, None)
    assert event_names() == ["plan.item_taken_up", "plan.item_done", "plan.item_reopened"]


def test_done_twice_is_done_once(item: PlanItem) -> None:
    for _time in range(2):
        done = set_status(item=item, base_version=1, status=ItemStatus.DONE)
    assert done.version == 2


def test_status_on_an_older_version_is_refused(item: PlanItem) -> None:
    change_item(item=item, base_version=1, content=replace(content_of(item), note="New."))
    with pytest.raises(ItemConflict):
        set_status(item=item, base_version=1, status=ItemStatus.DONE)


def test_deciding_against_needs_a_reason(item: PlanItem) -> None:
    declined = replace(content_of(item), status=ItemStatus.DECLINED)
    with pytest.raises(ReasonMissing):
        change_item(item=item, base_version=1, content=declined)
    with pytest.raises(ReasonMissing):
        set_status(item=item, base_version=1, status=ItemStatus.DECLINED)
    change_item(item=item, base_version=1, content=replace(declined, declined_because="Too dear this year."))
    assert PlanItem.objects.get(pk=item.pk).declined_because == "Too dear this year."
    assert event_names() == ["plan.item_taken_up", "plan.item_declined"]


def test_untouched_action_can_be_removed(item: PlanItem) -> None:
    remove_item(item=item, base_version=1)
    assert PlanItem.objects.count() == 0
    assert event_names() == ["plan.item_taken_up", "plan.item_removed"]


def test_action_with_a_day_and_a_budget_alone_can_still_be_removed(item: PlanItem) -> None:
    PlanItem.objects.update(due_on=date(2027, 1, 31), budget=500, quarter=1, version=2)
    remove_item(item=item, base_version=2)
    assert PlanItem.objects.count() == 0


@pytest.mark.parametrize(
    "worked", [{"responsible": "Li"}, {"note": "Begun."}, {"spent": 0}, {"declined_because": "No."}]
)
def test_action_with_something_of_ours_stays(item: PlanItem, worked: dict[str, Any]) -> None:
    PlanItem.objects.update(**worked)
    with pytest.raises(ItemStays):
        remove_item(item=item, base_version=1)


def test_action_that_was_worked_on_stays(item: PlanItem) -> None:
    set_status(item=item, base_version=1, status=ItemStatus.DOING)
    with pytest.raises(ItemStays):
        remove_item(item=item, base_version=2)
    with pytest.raises(ItemConflict):
        remove_item(item=item, base_version=1)
    assert PlanItem.objects.count() == 1


def test_own_item_can_be_renamed_and_removed(submitted: Assessment) -> None:
    own = add_own_item(assessment=submitted, title="Ask the bank", language="zh-hans")
    renamed = change_item(item=own, base_version=1, content=replace(content_of(own), title="Ask two banks"))
    assert renamed.title == {"zh-hans": "Ask two banks"}
    remove_item(item=own, base_version=2)
    assert PlanItem.objects.count() == 0


def test_action_keeps_its_title(item: PlanItem) -> None:
    changed = change_item(item=item, base_version=1, content=replace(content_of(item), title="Mine", note="x"))
    assert changed.title == item.title
