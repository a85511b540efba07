"""Reminders: asked for, confirmed, sent, stopped; and never a flood."""

import re
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from assessment.audit.models import AuditEvent
from assessment.mail.models import Letter
from assessment.responses.models import Assessment
from assessment.responses.tokens import hash_token
from recommendations.plan.items import set_status
from recommendations.plan.models import ItemStatus, Plan, PlanItem
from recommendations.plan.planning import add_own_item
from recommendations.plan.reminder_keys import reminder_key
from recommendations.plan.reminders import (
    AskedTooOften,
    NothingToConfirm,
    ask_for_reminders,
    confirm_reminders,
    send_reminders,
    stop_reminders,
)

TODAY = date(2026, 11, 23)
NOW = "2026-11-23T02:00:00Z"
TO = "li.wei@firm.example"


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def confirmed(assessment: Assessment, language: str = "en") -> Plan:
    plan = ask_for_reminders(assessment=assessment, email=TO, language=language)
    confirm_reminders(plan=plan)
    Letter.objects.all().delete()
    return Plan.objects.get(pk=plan.pk)


def own(assessment: Assessment, due_on: date | None, title: str = "Ask the bank") -> PlanItem:
    return add_own_item(assessment=assessment, title=title, language="en", responsible="Li", due_on=due_on)


def event_names() -> list[str]:
    found = AuditEvent.objects.filter(object_type="plan").order_by("pk")
    return list(found.values_list("event", flat=True))


SENT = ("A letter with a link is on its way.", f"A letter with a link went to {TO}.")
NOT_SENT = "The letter to confirm was made, but this site sends no mail yet: it will not reach you."


@pytest.mark.parametrize(("reaches_people", "counts"), [(True, (1, 1, 0)), (False, (0, 0, 2))])
def test_page_says_whether_letters_reach_people(
    respondent: Client, submitted: Assessment, settings: Any, reaches_people: bool, counts: tuple[int, ...]
) -> None:
    settings.MAIL_REACHES_PEOPLE = reaches_people
    own(submitted, None)
    reply = respondent.post(f"/a/{submitted.public_id}/plan/reminders/", {"email": TO, "consent": "on"})
    page = respondent.get(reply.url).content.decode()
    assert tuple(page.count(said) for said in (*SENT, NOT_SENT)) == counts
    confirm_reminders(plan=Plan.objects.get())
    page = respondent.get(f"/a/{submitted.public_id}/plan/").content.decode()
    switched_on = f"Reminders to {TO} are switched on, but this site sends no mail yet: they will not reach you."
    assert (f"Reminders go to {TO}:" in page, switched_on in page) == (reaches_people, not reaches_people)


def test_page_says_that_no_mail_is_sent_before_anybody_asks(respondent: Client, submitted: Assessment) -> None:
    own(submitted, None)
    assert "letters are only stored on its server" in respondent.get(f"/a/{submitted.public_id}/plan/").content.decode()


def test_asking_sends_a_letter_that_quotes_nobody(respondent: Client, submitted: Assessment) -> None:
    data = {"email": TO, "consent": "on"}
    assert respondent.post(f"/a/{submitted.public_id}/plan/reminders/", data).status_code == 302
    plan, letter = Plan.objects.get(), Letter.objects.get()
    key = re.search(r"/plan/reminders/([\w-]+)/", letter.body)
    assert key is not None
    assert (letter.to, plan.reminder_email, plan.reminder_confirmed_at) == (TO, TO, None)
    assert (plan.reminder_token_hash, len(key[1])) == (hash_token(key[1]), 43)
    assert ("Four Gears" in letter.body, key[1] in str(plan.__dict__)) == (False, False)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"consent": "on"}, "Enter an e-mail address."),
        ({"email": "nobody", "consent": "on"}, "Enter an address such as name@example.com."),
        ({"email": "a@b.example\nBcc: c@d.example", "consent": "on"}, "Enter an address such as name@example.com."),
        ({"email": TO}, "Without your consent nothing is sent. Tick the box if you agree."),
    ],
)
def test_nothing_is_sent_without_address_and_consent(
    respondent: Client, submitted: Assessment, data: dict[str, str], message: str
) -> None:
    own(submitted, None)
    page = respondent.post(f"/a/{submitted.public_id}/plan/reminders/", data)
    assert (page.status_code, page.content.decode().count(message)) == (422, 2)
    assert Letter.objects.count() == 0


def test_looking_at_the_link_changes_nothing(client: Client, submitted: Assessment) -> None:
    plan = ask_for_reminders(assessment=submitted, email=TO, language="en")
    place = f"/plan/reminders/{reminder_key(plan)}/"
    assert "Yes, send me reminders" in client.get(place).content.decode()
    assert Plan.objects.get().reminder_confirmed_at is None


def test_link_confirms_and_stops_with_a_press(client: Client, submitted: Assessment) -> None:
    plan = ask_for_reminders(assessment=submitted, email=TO, language="en")
    place = f"/plan/reminders/{reminder_key(plan)}/"
    assert client.post(place, {"do": "confirm"}).url == place
    assert Plan.objects.get().reminder_confirmed_at == timezone.now()
    assert "Reminders are on" in client.get(place).content.decode()
    client.post(place, {"do": "stop"})
    stopped = Plan.objects.get()
    assert (stopped.reminder_email, stopped.reminder_confirmed_at) == ("", None)
    assert "No reminders are sent, and the address is forgotten." in client.get(place).content.decode()
    client.post(place, {"do": "confirm"})
    assert Plan.objects.get().reminder_confirmed_at is None
    assert event_names() == ["plan.reminders_asked", "plan.reminders_confirmed", "plan.reminders_stopped"]


@pytest.mark.parametrize("token", ["x", "a" * 43, "%E6%9C%BA", "%ED%A0%80"])
def test_wrong_key_opens_nothing(client: Client, submitted: Assessment, token: str) -> None:
    own(submitted, None)  # a plan whose reminders nobody asked for has an empty hash
    ask_for_reminders(assessment=submitted, email=TO, language="en")
    assert client.get(f"/plan/reminders/{token}/").status_code == 404


def test_key_that_was_replaced_is_like_any_wrong_one(client: Client, submitted: Assessment, clock: Any) -> None:
    first = reminder_key(ask_for_reminders(assessment=submitted, email=TO, language="en"))
    clock.shift(timedelta(minutes=11))
    second = reminder_key(ask_for_reminders(assessment=submitted, email=TO, language="en"))
    assert [client.get(f"/plan/reminders/{key}/").status_code for key in (first, second)] == [404, 200]


def test_address_is_forgotten_where_nobody_confirmed_in_time(client: Client, submitted: Assessment, clock: Any) -> None:
    plan = ask_for_reminders(assessment=submitted, email=TO, language="en")
    clock.shift(timedelta(days=7, seconds=1))
    assert client.get(f"/plan/reminders/{reminder_key(plan)}/").status_code == 404
    with pytest.raises(NothingToConfirm):
        confirm_reminders(plan=plan)
    send_reminders(on=timezone.localdate())
    assert (Plan.objects.get().reminder_email, Plan.objects.get().reminder_token_hash) == ("", "")


def test_letters_to_confirm_are_ten_minutes_apart(submitted: Assessment, clock: Any) -> None:
    ask_for_reminders(assessment=submitted, email=TO, language="en")
    with pytest.raises(AskedTooOften):
        ask_for_reminders(assessment=submitted, email="other@firm.example", language="en")
    assert Plan.objects.get().reminder_email == TO
    clock.shift(timedelta(minutes=11))
    ask_for_reminders(assessment=submitted, email="other@firm.example", language="en")
    assert Letter.objects.count() == 2


def test_an_address_gets_three_letters_a_day_from_whatever_plans(
    respondent: Client, submitted: Assessment, clock: Any
) -> None:
    for _time in range(3):
        ask_for_reminders(assessment=submitted, email=TO, language="en")
        clock.shift(timedelta(minutes=11))
    data = {"email": TO.upper(), "consent": "on"}
    page = respondent.post(f"/a/{submitted.public_id}/plan/reminders/", data)
    assert (page.status_code, "A letter was sent only just now" in page.content.decode()) == (422, True)
    assert Letter.objects.count() == 3
    clock.shift(timedelta(days=1))
    ask_for_reminders(assessment=submitted, email=TO, language="en")


def test_confirmed_address_stays_confirmed_when_asked_again(submitted: Assessment) -> None:
    plan = confirmed(submitted)
    again = ask_for_reminders(assessment=submitted, email=TO, language="en")
    assert (again.reminder_confirmed_at, Letter.objects.count()) == (plan.reminder_confirmed_at, 0)


def test_one_letter_names_what_is_overdue_and_what_is_due(submitted: Assessment) -> None:
    plan = confirmed(submitted)
    own(submitted, TODAY - timedelta(days=1), "Late")
    own(submitted, TODAY + timedelta(days=14), "Soon")
    own(submitted, TODAY + timedelta(days=15), "Far")
    own(submitted, None, "Some day")
    assert send_reminders(on=TODAY) == 1
    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == (TO, "2 steps of your plan are due")
    assert letter.body == (
        "Good day,\n\n"
        "overdue in your plan:\n- Late (22 November 2026, Li)\n\n"
        "due within two weeks:\n- Soon (7 December 2026, Li)\n\n"
        f"Your plan:\nhttp://127.0.0.1:8000/a/{submitted.public_id}/plan/\n"
        "It opens in the browser in which you answered. In another one, continue with your resume link or code first:\n"
        "http://127.0.0.1:8000/resume/\n\n"
        f"You asked for these reminders. To stop them:\nhttp://127.0.0.1:8000/plan/reminders/{reminder_key(plan)}/\n"
    )


def test_letter_is_in_the_language_of_the_plan(submitted: Assessment) -> None:
    confirmed(submitted, "zh-hans")
    own(submitted, TODAY)
    send_reminders(on=TODAY)
    assert Letter.objects.get().subject == "您的计划有 1 项事项到期"


def test_command_sends_once_a_day(submitted: Assessment) -> None:
    confirmed(submitted)
    own(submitted, TODAY)
    said = []
    for _time in range(2):
        out = StringIO()
        call_command("send_reminders", stdout=out)
        said.append(out.getvalue())
    assert said == ["1 reminders posted\n", "0 reminders posted\n"]
    assert Letter.objects.count() == 1


def test_nothing_is_sent_about_what_is_done_or_to_who_did_not_confirm(submitted: Assessment) -> None:
    item = own(submitted, TODAY)
    ask_for_reminders(assessment=submitted, email=TO, language="en")
    assert send_reminders(on=TODAY) == 0
    plan = Plan.objects.get()
    confirm_reminders(plan=plan)
    set_status(item=item, base_version=1, status=ItemStatus.DONE)
    assert send_reminders(on=TODAY) == 0
    set_status(item=item, base_version=2, status=ItemStatus.PLANNED)
    stop_reminders(plan=plan)
    assert send_reminders(on=TODAY) == 0


def test_stop_link_of_every_letter_works(client: Client, submitted: Assessment) -> None:
    confirmed(submitted)
    own(submitted, TODAY - timedelta(days=20))
    links = []
    for week in range(3):
        send_reminders(on=TODAY + timedelta(weeks=week))
    for letter in Letter.objects.order_by("pk"):
        links += re.findall(r"/plan/reminders/[\w-]+/", letter.body)
    assert (len(links), len(set(links))) == (3, 1)
    client.post(links[0], {"do": "stop"})
    assert Plan.objects.get().reminder_email == ""


def test_new_secret_of_the_installation_gives_new_links(submitted: Assessment, client: Client, settings: Any) -> None:
    confirmed(submitted)
    own(submitted, TODAY)
    settings.SECRET_KEY = "another secret that nobody knows"
    send_reminders(on=TODAY)
    (link,) = re.findall(r"/plan/reminders/[\w-]+/", Letter.objects.get().body)
    assert client.get(link).status_code == 200


def test_sending_asks_as_often_for_three_items_as_for_one(
    submitted: Assessment, django_assert_num_queries: Any
) -> None:
    confirmed(submitted)
    own(submitted, TODAY)
    with django_assert_num_queries(9):
        send_reminders(on=TODAY)
    for number in range(2):
        own(submitted, TODAY, f"Own {number}")
    PlanItem.objects.update(reminded_on=None)
    with django_assert_num_queries(9):
        send_reminders(on=TODAY)


def test_stopping_on_the_page_of_the_plan(respondent: Client, submitted: Assessment, settings: Any) -> None:
    settings.MAIL_REACHES_PEOPLE = True
    confirmed(submitted)
    own(submitted, None)
    page = respondent.get(f"/a/{submitted.public_id}/plan/").content.decode()
    assert f"Reminders go to {TO}" in page
    reply = respondent.post(f"/a/{submitted.public_id}/plan/reminders/", {"stop": "1"})
    assert "No more reminders are sent, and the address is forgotten." in respondent.get(reply.url).content.decode()
    assert Plan.objects.get().reminder_email == ""
