"""The page of the plan, as people use it."""

import re
from datetime import date
from html import unescape
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
from recommendations.plan.planning import Placement, add_own_item, take_up_actions, take_up_roadmap

NOW = "2026-11-23T02:00:00Z"


@pytest.fixture
def respondent(client: Client, opened: Opened) -> Client:
    client.cookies[COOKIE_NAME] = opened.token
    return client


def address(assessment: Assessment, rest: str = "") -> str:
    return f"/a/{assessment.public_id}/plan/{rest}"


def text_of(response: Any) -> str:
    """The words of the page, blanks made one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def headings(response: Any) -> list[str]:
    found = re.findall(r"<h([23])[^>]*>(.*?)</h\1>", response.content.decode(), flags=re.S)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", title)).split()) for _level, title in found]


def take(assessment: Assessment, *keys: str) -> list[PlanItem]:
    return list(take_up_actions(assessment=assessment, actions=keys, language="en").added)


def sent(item: PlanItem, **changes: Any) -> dict[str, Any]:
    """What the form of an untouched item sends."""
    return {"version": item.version, "status": item.status, "declined_because": "", "note": ""} | changes


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
    assert (page.content.decode().count("Add to the plan"), text_of(page).count("In your plan: planned")) == (1, 1)
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


def test_item_is_changed_with_its_form(respondent: Client, submitted: Assessment) -> None:
    (item,) = take(submitted, "A")
    data = sent(item, responsible="Li", due_on="2027-03-31", budget="18000", spent="0", status="doing", note="a\r\nb")
    reply = respondent.post(address(submitted, f"items/{item.public_id}/"), data)
    assert (reply.status_code, "“Do A” is saved." in text_of(respondent.get(reply.url))) == (302, True)
    stored = PlanItem.objects.get()
    assert (stored.responsible, stored.due_on, stored.budget, stored.spent) == ("Li", date(2027, 3, 31), 18_000, 0)
    assert (stored.status, stored.note, stored.version) == (ItemStatus.DOING, "a\nb", 2)
    assert 'value="2027-03-31"' in respondent.get(address(submitted, f"items/{item.public_id}/")).content.decode()


@time_machine.travel(NOW, tick=False)
def test_a_due_day_that_has_passed_is_kept_and_said(respondent: Client, submitted: Assessment) -> None:
    (item,) = take(submitted, "A")
    where = address(submitted, f"items/{item.public_id}/")
    reply = respondent.post(where, sent(item, due_on="2001-01-01"))
    assert "Due 1 January 2001 (this day has passed)" in text_of(respondent.get(reply.url))
    assert "Due 1 January 2001: this day has passed." in text_of(respondent.get(where))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"due_on": "31.3.2027"}, "Enter the day as year, month and day, such as 2027-03-31."),
        ({"budget": "much"}, "Enter whole yuan, such as 18000 or 1.8万."),
        ({"spent": "-1"}, "An amount is not less than 0."),
        ({"budget": "1000000001"}, "An amount is at most 1,000,000,000 yuan."),
        ({"spent": "99999999999"}, "An amount is at most 1,000,000,000 yuan."),
        ({"status": "declined"}, "Say why you decide against it; one sentence will do."),
        ({"status": "declined", "declined_because": "  "}, "Say why you decide against it; one sentence will do."),
        ({"note": "x" * 2001}, "Ensure this value has at most 2000 characters (it has 2001)."),
        ({"note": "a\x01b"}, "This contains a character that cannot be stored."),
    ],
)
def test_bad_input_is_refused_at_its_field_and_nothing_is_lost(
    respondent: Client, submitted: Assessment, changes: dict[str, str], message: str
) -> None:
    (item,) = take(submitted, "A")
    data = sent(item, responsible="Li Ming") | changes
    page = respondent.post(address(submitted, f"items/{item.public_id}/"), data)
    assert (page.status_code, text_of(page).count(message)) == (422, 2)
    assert 'value="Li Ming"' in page.content.decode()
    assert PlanItem.objects.get().version == 1


def test_amounts_are_read_as_people_write_them(respondent: Client, submitted: Assessment) -> None:
    (item,) = take(submitted, "A")
    respondent.post(address(submitted, f"items/{item.public_id}/"), sent(item, budget="1.8万", spent="5,000元"))
    item.refresh_from_db()
    assert (item.budget, item.spent) == (18_000, 5_000)


def test_two_windows_do_not_overwrite_each_other(respondent: Client, submitted: Assessment) -> None:
    (item,) = take(submitted, "A")
    place = address(submitted, f"items/{item.public_id}/")
    respondent.post(place, sent(item, responsible="Wang", budget="500"))
    page = respondent.post(place, sent(item, responsible="Li", budget="500"))
    assert page.status_code == 409
    assert "Who does it Wang Li" in text_of(page)
    assert "Budget" not in re.search(r"<tbody>.*</tbody>", page.content.decode(), flags=re.S)[0]  # type: ignore[index]
    assert PlanItem.objects.get().responsible == "Wang"
    mine = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.content.decode()))
    assert respondent.post(place, mine).status_code == 302
    stored = PlanItem.objects.get()
    assert (stored.responsible, stored.budget, stored.version) == ("Li", 500, 3)


def test_same_form_sent_twice_is_no_conflict(respondent: Client, submitted: Assessment) -> None:
    (item,) = take(submitted, "A")
    for _time in range(2):
        reply = respondent.post(address(submitted, f"items/{item.public_id}/"), sent(item, responsible="Li"))
        assert reply.status_code == 302
    assert PlanItem.objects.get().version == 2


def test_own_item_is_added_changed_and_removed(respondent: Client, submitted: Assessment) -> None:
    refused = respondent.post(address(submitted, "items/"), {"title": " ", "responsible": "Li"})
    assert (refused.status_code, 'value="Li"' in refused.content.decode()) == (422, True)
    assert text_of(refused).count("Say what you want to do.") == 2
    respondent.post(address(submitted, "items/"), {"title": "Ask <b>the</b> bank", "due_on": "2027-01-05"})
    item = PlanItem.objects.get()
    assert "Ask &lt;b&gt;the&lt;/b&gt; bank" in respondent.get(address(submitted)).content.decode()
    respondent.post(address(submitted, f"items/{item.public_id}/"), sent(item, title="Ask two banks"))
    assert PlanItem.objects.get().title == {"en": "Ask two banks"}
    reply = respondent.post(address(submitted, f"items/{item.public_id}/remove/"), {"version": 2})
    assert "It is no longer in your plan." in text_of(respondent.get(reply.url))
    assert PlanItem.objects.count() == 0


def test_action_that_was_worked_on_is_not_removed(respondent: Client, submitted: Assessment) -> None:
    (item,) = take(submitted, "A")
    place = address(submitted, f"items/{item.public_id}/")
    assert "Take it out of the plan" in text_of(respondent.get(place))
    respondent.post(place, sent(item, note="Begun."))
    assert "Take it out of the plan" not in text_of(respondent.get(place))
    reply = respondent.post(f"{place}remove/", {"version": 2})
    assert "stays on record" in text_of(respondent.get(reply.url))
    assert PlanItem.objects.count() == 1


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
    assert (result.content.decode().count("Add to the plan"), text_of(result).count("In your plan: planned")) == (1, 1)
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
