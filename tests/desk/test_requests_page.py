"""Requests as staff see them: times and states, nobody's name, the same few queries however many there are."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from recommendations.catalogue.contact.actions import Sent, answer_request, open_request, withdraw_request
from recommendations.catalogue.contact.queries import State, state_of
from recommendations.catalogue.models import ContactRequest, Offering, Provider, Reply
from recommendations.desk.contact_rows import RequestCounts, Wishes, request_counts, wanted
from tests.catalogue.contact.conftest import *  # noqa: F403 (the cast of a request is the same here)

ADDRESS = "/desk/requests/"
Make, Send = Callable[..., Offering], Callable[..., Sent]


@pytest.fixture
def staff(client: Client, desk_keeper: User) -> Client:
    client.force_login(desk_keeper)
    return client


@pytest.fixture
def every_state(make_offering: Make, send: Send) -> dict[State, ContactRequest]:
    """This fixture will return one request in each state."""
    requests = {state: send(make_offering(f"firm-{state.value}")).request for state in State}
    open_request(request=requests[State.READ])
    answer_request(request=requests[State.ACCEPTED], reply=Reply.ACCEPTED, note="Secret note")
    answer_request(request=requests[State.DECLINED], reply=Reply.DECLINED, note="")
    ContactRequest.objects.filter(pk=requests[State.EXPIRED].pk).update(expires_at=timezone.now())
    withdraw_request(request=requests[State.WITHDRAWN])
    return requests


def rows(page: str) -> list[list[str]]:
    body = page.split("<tbody>")[1].split("</tbody>")[0]
    return [
        [re.sub("<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    ]


@pytest.mark.parametrize("role", ["anonymous", "stranger", "staff"])
@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?format=csv"])
def test_only_staff_find_the_page(address: str, role: str, client: Client, stranger: User, desk_keeper: User) -> None:
    if role != "anonymous":
        client.force_login({"stranger": stranger, "staff": desk_keeper}[role])
    assert client.get(address).status_code == (200 if role == "staff" else 404)


def test_line_says_what_was_asked_where_and_when(staff: Client, sent: Sent) -> None:
    asked = timezone.now() - timedelta(hours=30, minutes=40)
    ContactRequest.objects.update(
        created_at=asked, opened_at=asked, answered_at=asked + timedelta(hours=30), reply="accepted"
    )
    (line,) = rows(staff.get(ADDRESS).content.decode())
    day, later = (f"{timezone.localtime(at):%Y-%m-%d %H:%M}" for at in (asked, asked + timedelta(hours=30)))
    assert line == [
        "North WorksFive machines online",
        "Equipment retrofit and data acquisition",
        "Zhejiang",
        day,
        day,
        later,
        "30",
        "the provider will get in touch",
    ]


def test_nothing_is_said_about_who_asked(staff: Client, every_state: dict[State, ContactRequest]) -> None:
    for query in ("", "?format=csv"):
        said = staff.get(ADDRESS + query).content.decode()
        secrets = ("Four Gears", "Hengda", "Li Wei", "li.wei", "138 0013", "call in the morning", "Secret note")
        assert [word for word in secrets if word in said] == []


def test_each_state_can_be_asked_for(every_state: dict[State, ContactRequest]) -> None:
    now = timezone.now()
    for state, request in every_state.items():
        (found,) = wanted(Wishes(state=state.value), now)
        assert (found.pk, state_of(found, now)) == (request.pk, state)


def test_counts_and_the_median_of_answers(every_state: dict[State, ContactRequest]) -> None:
    asked = timezone.now() - timedelta(days=9)
    ContactRequest.objects.update(created_at=asked)
    answered = {State.ACCEPTED: 10, State.DECLINED: 31}
    for state, hours in answered.items():
        ContactRequest.objects.filter(pk=every_state[state].pk).update(answered_at=asked + timedelta(hours=hours))
    assert request_counts(wanted(Wishes(), timezone.now())) == RequestCounts(
        asked=6, read=3, answered=2, accepted=1, withdrawn=1, median_hours=20
    )
    assert request_counts(wanted(Wishes(state="sent"), timezone.now())).median_hours is None


def test_filters_and_samples(staff: Client, make_offering: Make, send: Send) -> None:
    send(make_offering("real"))
    send(make_offering("made-up", is_sample=True), region="")
    assert len(rows(staff.get(ADDRESS).content.decode())) == 1
    assert len(rows(staff.get(f"{ADDRESS}?samples=on").content.decode())) == 2
    assert len(rows(staff.get(f"{ADDRESS}?samples=on&region=zhejiang&category=equipment_iot").content.decode())) == 1
    assert "No request is like this." in staff.get(f"{ADDRESS}?region=jiangsu").content.decode()


@pytest.mark.parametrize("query", ["state=perhaps", "region=atlantis", "category=magic", "format=pdf"])
def test_unknown_wishes_are_refused(query: str, staff: Client, sent: Sent) -> None:
    assert staff.get(f"{ADDRESS}?{query}").status_code == 404


def test_page_asks_the_same_few_queries_however_many_there_are(
    staff: Client, make_offering: Make, send: Send, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    send(make_offering("firm-1"))
    staff.get(ADDRESS)  # documents are remembered from here on
    with django_assert_num_queries(8):
        assert len(rows(staff.get(ADDRESS).content.decode())) == 1
    for number in (2, 3):
        send(make_offering(f"firm-{number}"))
    with django_assert_num_queries(8):
        assert len(rows(staff.get(ADDRESS).content.decode())) == 3


def test_files_hold_the_lines_and_no_formula(staff: Client, sent: Sent) -> None:
    Provider.objects.update(name={"en": "=HYPERLINK(1)"})
    text = staff.get(f"{ADDRESS}?format=csv").content.decode("utf-8-sig").splitlines()
    assert text[0] == "Provider,Offering,Category,Region,Asked,First read,Replied,Hours to the answer,State"
    assert text[1].startswith("'=HYPERLINK(1),Five machines online,Equipment retrofit and data acquisition,Zhejiang,")
    response = staff.get(f"{ADDRESS}?format=xlsx")
    assert response.headers["Content-Disposition"].startswith('attachment; filename="requests.xlsx"')
    sheet = load_workbook(BytesIO(response.content)).active
    cell = sheet["A2"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")
    assert (sheet["E2"].is_date, sheet["I2"].value) == (True, "sent, not read yet")
