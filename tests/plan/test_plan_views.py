"""The page of the plan, as people use it."""

import re
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from assessment.responses.actions import Opened, revise_assessment
from assessment.responses.models import Assessment
from assessment.responses.tokens import COOKIE_NAME
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.planning import Placement, add_own_item, take_up_roadmap
from tests.plan.plan_pages import NOW, address, headings, sent, take, text_of


def test_empty_plan_says_how_to_begin(respondent: Client, submitted: Assessment) -> None:
    page = respondent.get(address(submitted))
    assert "Nothing is planned yet" in headings(page)
    assert f'href="/a/{submitted.public_id}/result/#actions"' in page.content.decode()


def test_action_goes_from_the_result_into_the_plan(respondent: Client, submitted: Assessment) -> None:
    result = f"/a/{submitted.public_id}/result/"
    assert respondent.get(result).content.decode().count("Add to the plan") == 2
    reply = respondent.post(address(submitted, "take-up/"), {"action": "A", "back": "result"})
    assert (reply.status_code, reply.url) == (302, f"{result}#action-A")
    page = respondent.get(result)
    assert (page.content.decode().count("Add to the plan"), text_of(page).count("In your plan: planned")) == (1, 2)
    assert PlanItem.objects.get().action_key == "A"


def test_set_of_actions_is_taken_up_with_one_press(respondent: Client, submitted: Assessment) -> None:
    take(submitted, "A")
    reply = respondent.post(address(submitted, "take-up/"), {"action": ["A", "B"]})
    page = respondent.get(reply.url)
    assert "1 action is now in your plan. 1 was there already." in text_of(page)
    assert [item.action_key for item in PlanItem.objects.order_by("pk")] == ["A", "B"]
    estimated = "The budget of 1 item is our estimate, the middle of its cost band. Put your own figure in its place."
    assert estimated in text_of(page)  # A costs nothing
    PlanItem.objects.filter(action_key="B").update(budget=1_200)
    assert "our estimate" not in text_of(respondent.get(address(submitted)))


def test_unknown_action_is_not_found(respondent: Client, submitted: Assessment) -> None:
    assert respondent.post(address(submitted, "take-up/"), {"action": "Z"}).status_code == 404
    assert PlanItem.objects.count() == 0


@time_machine.travel(NOW, tick=False)
def test_plan_is_shown_by_due_date_with_overdue_in_words(respondent: Client, submitted: Assessment) -> None:
    first, second = take(submitted, "A", "B")
    PlanItem.objects.filter(pk=first.pk).update(due_on=date(2026, 11, 22), budget=5_000, spent=1_000)
    PlanItem.objects.filter(pk=second.pk).update(due_on=date(2026, 11, 23), budget=15_000, responsible="Li")
    add_own_item(assessment=submitted, title="Ask the bank", language="en")
    page = respondent.get(address(submitted))
    assert headings(page)[:6] == [
        "Overdue",
        "Do A",
        "In the next four weeks until 21 December 2026",
        "Do B",
        "Without a date",
        "Ask the bank",
    ]
    said = text_of(page)
    assert "0 of 3 done 1 is overdue" in said
    assert "Budget CNY 20,000 Spent CNY 1,000 Left CNY 19,000" in said
    assert "1 item has no budget yet." in said
    assert (
        "planned overdue Do A Due 22 November 2026 (this day has passed) Nobody named yet Budget CNY 5,000 Spent CNY 1,000"
        in said
    )


@time_machine.travel(NOW, tick=False)
def test_roadmap_is_shown_by_wave(respondent: Client, submitted: Assessment) -> None:
    take_up_roadmap(
        assessment=submitted,
        placements=[Placement("A", 1, 1), Placement("B", 3, 4)],
        budget=90_000,
        days_per_quarter=20,
        begins_on=date(2026, 12, 1),
    )
    add_own_item(assessment=submitted, title="Ask the bank", language="en")
    page = respondent.get(address(submitted))
    assert headings(page)[:6] == [
        "Now until 1 March 2027",
        "Do A",
        "Then until 29 November 2027",
        "Do B",
        "Without a quarter",
        "Ask the bank",
    ]
    assert "Your roadmap was made for CNY 90,000; CNY 89,000 of it is not planned yet." in text_of(page)
    assert headings(respondent.get(address(submitted), {"by": "due"}))[0] == "Later"


def test_points_of_the_whole_plan_are_scored_and_not_added(respondent: Client, submitted: Assessment) -> None:
    one, two = take(submitted, "A", "B")
    page = text_of(respondent.get(address(submitted)))
    whole = re.search(r"Points in sight \+([\d.]+) ([\d.]+) → ([\d.]+)", page)
    single = [float(found) for found in re.findall(r"\+([\d.]+) points on its own", page)]
    assert whole is not None
    gain, now, then = map(float, whole.groups())
    assert round(then - now, 1) == gain
    assert max(single) <= gain <= round(sum(single), 1)


def test_filter_shows_what_was_asked_for(respondent: Client, submitted: Assessment) -> None:
    first, _second = take(submitted, "A", "B")
    respondent.post(address(submitted, f"items/{first.public_id}/status/"), {"version": 1, "status": "done"})
    assert headings(respondent.get(address(submitted), {"show": "done"}))[:2] == ["Closed", "Do A"]
    assert headings(respondent.get(address(submitted), {"show": "open"}))[:2] == ["Without a date", "Do B"]
    assert "Nothing in your plan is like that." in text_of(respondent.get(address(submitted), {"show": "declined"}))
    assert "Do A" in headings(respondent.get(address(submitted), {"show": "nonsense", "by": "x"}))


def test_done_with_one_press_and_undone_with_another(respondent: Client, submitted: Assessment) -> None:
    (item,) = take(submitted, "A")
    place = address(submitted, f"items/{item.public_id}/status/")
    page = respondent.get(respondent.post(place, {"version": 1, "status": "done"}).url)
    assert "“Do A” is done. Undo: not done yet" in text_of(page)
    assert "1 of 1 done" in text_of(page)
    page = respondent.get(respondent.post(place, {"version": 2, "status": "planned"}).url)
    assert "“Do A” is open again." in text_of(page)
    assert PlanItem.objects.get().status == ItemStatus.PLANNED


def test_done_on_an_older_version_changes_nothing_and_says_so(respondent: Client, submitted: Assessment) -> None:
    (item,) = take(submitted, "A")
    PlanItem.objects.update(version=2, note="New.")
    reply = respondent.post(address(submitted, f"items/{item.public_id}/status/"), {"version": 1, "status": "done"})
    assert "“Do A” was changed elsewhere meanwhile." in text_of(respondent.get(reply.url))
    assert PlanItem.objects.get().status == ItemStatus.PLANNED


@pytest.mark.parametrize(
    "data", [{}, {"version": 1}, {"version": 1, "status": "declined"}, {"version": "x", "status": "done"}]
)
def test_status_that_makes_no_sense_is_refused(respondent: Client, submitted: Assessment, data: dict[str, Any]) -> None:
    (item,) = take(submitted, "A")
    assert respondent.post(address(submitted, f"items/{item.public_id}/status/"), data).status_code == 404
    assert PlanItem.objects.get().version == 1


def test_page_is_in_chinese_where_chinese_is_read(respondent: Client, submitted: Assessment) -> None:
    take(submitted, "A")
    page = respondent.get(address(submitted), headers={"accept-language": "zh-hans"})
    assert ("您的计划" in text_of(page), "〔Do A〕" in headings(page)) == (True, True)


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_for_three_items_as_for_one(
    respondent: Client, submitted: Assessment, count: int, django_assert_num_queries: Any
) -> None:
    take(submitted, *"AB"[:count])
    for number in range(count - 2):
        add_own_item(assessment=submitted, title=f"Own {number}", language="en")
    respondent.get(address(submitted))
    with django_assert_num_queries(6):
        page = respondent.get(address(submitted))
    assert page.content.decode().count('class="card plan-item') == count


def test_before_submission_it_leads_to_the_check_page(
    client: Client, playbook_release: Any, answered_assessment: Any
) -> None:
    opened = answered_assessment()
    client.cookies[COOKIE_NAME] = opened.token
    for rest in ("", f"items/{uuid4()}/"):
        assert client.get(address(opened.assessment, rest)).status_code == (404 if rest else 302)
    assert client.post(address(opened.assessment, "take-up/"), {"action": "A"}).url.endswith("/check/")
    assert client.post(address(opened.assessment, "items/"), {"title": "x"}).url.endswith("/check/")
    assert PlanItem.objects.count() == 0


def test_items_of_others_do_not_exist(respondent: Client, submitted: Assessment, answered_assessment: Any) -> None:
    other = answered_assessment().assessment
    submit_and_advise(assessment=other)
    (theirs,) = take(other, "A")
    for method, rest in (("get", ""), ("post", ""), ("post", "status/"), ("post", "remove/")):
        data = sent(theirs, status="done")
        reply = getattr(respondent, method)(address(submitted, f"items/{theirs.public_id}/{rest}"), data)
        assert reply.status_code == 404
        assert getattr(respondent, method)(address(other, f"items/{theirs.public_id}/{rest}"), data).status_code == 404
    theirs.refresh_from_db()
    assert (theirs.status, theirs.version) == (ItemStatus.PLANNED, 1)


def test_plan_goes_on_in_the_next_round(respondent: Client, opened: Opened, client: Client) -> None:
    submitted = opened.assessment
    done, kept = take(submitted, "A", "B")
    PlanItem.objects.filter(pk=done.pk).update(status=ItemStatus.DONE, done_on=date(2026, 11, 1))
    again = revise_assessment(assessment=submitted)
    submit_and_advise(assessment=again.assessment)
    client.cookies[COOKIE_NAME] = again.token
    page = respondent.get(address(again.assessment))
    said = text_of(page)
    assert "1 of 2 done" in said
    assert said.count("from an earlier round") == 2
    assert "your answers scored again as if the 1 action were done" in said  # A is in these answers already
    result = respondent.get(f"/a/{again.assessment.public_id}/result/")
    assert (result.content.decode().count("Add to the plan"), text_of(result).count("In your plan: planned")) == (1, 2)
    respondent.post(address(again.assessment, f"items/{kept.public_id}/status/"), {"version": 1, "status": "done"})
    kept.refresh_from_db()
    assert kept.status == ItemStatus.DONE


def test_plan_has_an_end(respondent: Client, submitted: Assessment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recommendations.plan.planning.MOST_ITEMS", 1)
    respondent.post(address(submitted, "items/"), {"title": "One"})
    page = respondent.post(address(submitted, "items/"), {"title": "Two"})
    assert (page.status_code, text_of(page).count("A plan holds 200 items at most.")) == (422, 2)
    assert ('value="Two"' in page.content.decode(), PlanItem.objects.count()) == (True, 1)
    assert f'href="{address(submitted)}?show=all&amp;by=due"' in page.content.decode()


def test_filters_and_orders_keep_each_other(respondent: Client, submitted: Assessment) -> None:
    take(submitted, "A")
    PlanItem.objects.update(quarter=1, status=ItemStatus.DOING)
    page = respondent.get(address(submitted), {"show": "doing", "by": "due"})
    assert headings(page)[:2] == ["Without a date", "Do A"]
    links = re.findall(r'href="[^"]*\?(show=[^"]*)"', page.content.decode())
    assert links == [
        "show=all&amp;by=due",
        "show=open&amp;by=due",
        "show=doing&amp;by=due",
        "show=doing&amp;by=wave",
        "show=doing&amp;by=due",
    ]
