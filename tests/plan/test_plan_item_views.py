"""One item of the plan on its page: changed, refused, overtaken, added and removed."""

import re
from datetime import date

import pytest
import time_machine
from django.test import Client

from assessment.responses.models import Assessment
from recommendations.plan.models import ItemStatus, PlanItem
from tests.plan.plan_pages import NOW, address, sent, take, text_of


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
        ({"note": "a\ufffeb"}, "This contains a character that cannot be stored."),
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
