"""The list of clients: what stands in a row, what is found, and who sees it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Grant, User, Workspace, WorkspaceRole
from assessment.bank.models import Release
from assessment.responses.models import Assessment, ClientLink
from assessment.responses.verifying import Declaration
from recommendations.desk.clients.list_page import ListPage
from recommendations.desk.clients.standing import Standing
from recommendations.plan.actions import verify_and_advise
from recommendations.plan.planning import add_own_item
from tests.desk.clients.conftest import Add, Start, desk_address, verify_one
from tests.rules.samples import LOW

CODE = "91350100M000100Y43"


def listed(browser: Browser, **wishes: Any) -> ListPage:
    response = browser.get(desk_address("clients"), wishes)
    assert response.status_code == 200
    return response.context["list"]


def names(browser: Browser, **wishes: Any) -> list[str]:
    return [row.client.enterprise.name for row in listed(browser, **wishes).rows]


def standing(browser: Browser) -> Standing:
    return listed(browser).rows[0].standing


def test_empty_list_says_how_to_begin(desk: Browser) -> None:
    page = desk.get(desk_address("clients")).content.decode()
    assert "No clients yet" in page
    assert desk_address("client-add") in page
    assert desk_address("client-import") in page


def test_status_follows_the_assessment(
    desk: Browser, add: Add, start: Start, consultant: User, seat: Seat, bank: Release
) -> None:
    client = add(contact_email="li@gears.example")
    seen = [standing(desk)]
    assessment = start(client)
    seen.append(standing(desk))
    link = ClientLink.objects.create(
        assessment=assessment, email="li@gears.example", language="en", sent_by=consultant, sent_at=timezone.now()
    )
    seen.append(standing(desk))
    ClientLink.objects.filter(pk=link.pk).update(opened_at=timezone.now())
    seen.append(standing(desk))
    assert seen == [Standing.NONE, Standing.NOT_BEGUN, Standing.SENT, Standing.OPENED]


def test_status_follows_answers_and_results(desk: Browser, add: Add, submit: Any, seat: Seat, consultant: User) -> None:
    assessment = submit(add())
    seen = [standing(desk)]
    verify_one(assessment, consultant, next(iter(LOW)))
    seen.append(standing(desk))
    verify_and_advise(assessment=assessment, seat=seat, declaration=Declaration(False, ""))
    row = listed(desk).rows[0]
    assert [*seen, row.standing] == [Standing.SUBMITTED, Standing.VERIFYING, Standing.VERIFIED]
    assert (row.outcome.score, row.outcome.is_verified) == ("14.3", True)


def test_percent_counts_answers_of_open_ones(desk: Browser, add: Add, start: Start) -> None:
    start(add(), answered=True, keys=list(LOW)[:2])
    row = listed(desk).rows[0]
    assert row.standing is Standing.ANSWERING
    assert 0 < row.percent < 100
    assert f"being answered · {row.percent} %" in desk.get(desk_address("clients")).content.decode()


def test_overdue_steps_and_next_round_are_counted(desk: Browser, add: Add, submit: Any) -> None:
    today = timezone.localdate()
    late = add("Late Ltd", next_round_on=today)
    assessment = submit(late)
    for days in (-3, -1, 4):
        add_own_item(assessment=assessment, title="Ask", language="en", due_on=today + timedelta(days=days))
    add("Other Ltd", next_round_on=today + timedelta(days=31))
    assert [(row.overdue, row.is_due) for row in listed(desk).rows] == [(2, True), (0, False)]
    assert names(desk, overdue="on") == names(desk, due="on") == ["Late Ltd"]


@pytest.mark.parametrize(
    "typed", ["齿轮", "GEARS", "ｇｅａｒｓ", "r-17", CODE[:9], CODE.lower(), "王", "li@gears", "gears r-17", "中山齿轮"]
)
def test_search_finds_by_name_code_reference_and_contact(desk: Browser, add: Add, typed: str) -> None:
    add("中山齿轮 Gears", CODE, reference="R-17", contact_name="王丽", contact_email="li@gears.example")
    add("Other Ltd", reference="R-99")
    assert names(desk, q=typed) == ["中山齿轮 Gears"]


def test_filters_narrow_and_sorts_order(
    desk: Browser, add: Add, submit: Any, start: Start, consultant: User, space: Workspace
) -> None:
    submit(add("Beta", consultant=consultant))
    add("Alpha", next_round_on=timezone.localdate())
    start(add("Gamma"), answered=True, keys=list(LOW)[:1])
    assert names(desk) == ["Alpha", "Beta", "Gamma"]
    assert names(desk, consultant=consultant.pk) == ["Beta"]
    assert names(desk, consultant="none") == ["Alpha", "Gamma"]
    assert names(desk, status="answering") == ["Gamma"]
    assert names(desk, sort="level") == ["Beta", "Alpha", "Gamma"]
    assert names(desk, sort="best") == ["Beta", "Alpha", "Gamma"]
    assert names(desk, sort="due") == ["Alpha", "Beta", "Gamma"]
    assert names(desk, sort="activity") == ["Gamma", "Alpha", "Beta"]
    assert names(desk, sort="consultant")[0] == "Beta"
    assert names(desk, sort="standing") == ["Alpha", "Gamma", "Beta"]
    level = listed(desk).rows[1].outcome.level_key
    assert names(desk, level=level) == ["Beta"]


@pytest.mark.parametrize("wishes", [{"sort": "no"}, {"page": "x"}, {"page": "9"}, {"level": "'"}, {"consultant": "-1"}])
def test_unreadable_wishes_are_none(desk: Browser, add: Add, wishes: dict[str, str]) -> None:
    add("Alpha")
    assert names(desk, **wishes) == ["Alpha"]


def test_withdrawn_client_is_only_a_contact_line(desk: Browser, add: Add, submit: Any) -> None:
    client = add("Left Ltd", CODE, contact_email="li@gears.example")
    assessment = submit(client)
    Grant.objects.update(withdrawn_at=timezone.now())
    row = listed(desk).rows[0]
    assert (row.standing, row.outcome, row.overdue, row.courses) == (Standing.NO_ACCESS, None, 0, ())
    page = desk.get(desk_address("clients")).content.decode()
    assert "no access any more" in page
    assert "14.3" not in page
    assert desk_address("client-show", client.public_id) not in page.replace(
        desk_address("client-archive", client.public_id), ""
    )
    assert names(desk, q=CODE) == []
    assert desk.get(desk_address("client-show", client.public_id)).status_code == 404
    assert assessment.is_submitted


def test_expired_access_closes_the_line(desk: Browser, add: Add) -> None:
    add("Left Ltd")
    Grant.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert standing(desk) is Standing.NO_ACCESS


def test_withdrawn_client_is_put_away_and_brought_back(desk: Browser, add: Add) -> None:
    client = add("Left Ltd")
    Grant.objects.update(withdrawn_at=timezone.now())
    desk.post(desk_address("client-archive", client.public_id), {"do": "put-away"})
    assert (names(desk), names(desk, which="away")) == ([], ["Left Ltd"])
    desk.post(desk_address("client-archive", client.public_id), {"do": "bring-back"})
    assert (names(desk), names(desk, which="away"), names(desk, which="all")) == (["Left Ltd"], [], ["Left Ltd"])


def test_rival_and_stranger_see_nothing(
    add: Add, browser_of: Callable[[User], Browser], rival_consultant: User, rival_space: Workspace, stranger: User
) -> None:
    client = add("Secret Ltd")
    for person in (rival_consultant, stranger):
        browser = browser_of(person)
        assert browser.get(desk_address("clients")).status_code == 404
        assert browser.post(desk_address("client-archive", client.public_id)).status_code == 404
    own = browser_of(rival_consultant).get(f"/w/rival-advisers/clients/{client.public_id}/")
    assert own.status_code == 404
    assert "Secret Ltd" not in browser_of(rival_consultant).get("/w/rival-advisers/").content.decode()


def test_viewer_is_offered_nothing_to_do(
    add: Add, browser_of: Callable[[User], Browser], colleague: User, space: Workspace
) -> None:
    space.memberships.create(person=colleague, role=WorkspaceRole.VIEWER)
    client = add()
    page = browser_of(colleague).get(desk_address("clients")).content.decode()
    assert desk_address("client-add") not in page
    assert desk_address("links-send") in page  # the form stands, its buttons do not
    assert "With the ticked clients" not in page
    assert browser_of(colleague).post(desk_address("client-archive", client.public_id)).status_code == 404


def test_list_asks_the_same_number_of_queries_for_one_client_and_for_thirty(
    desk: Browser, add: Add, start: Start, submit: Any
) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            listed(desk)
        return len(queries)

    def grow(number: int) -> None:
        client = add(f"Gears {number}", contact_email=f"c{number}@gears.example")
        if number % 3 == 0:
            submit(client)
        elif number % 3 == 1:
            start(client, answered=True, keys=list(LOW)[:2])

    for number in range(2):
        grow(number)
    listed(desk)
    few = count()
    for number in range(2, 30):
        grow(number)
    assert (count(), Client.objects.count(), Assessment.objects.count()) == (few, 30, 20)


def test_fifty_clients_stand_on_a_page(desk: Browser, add: Add) -> None:
    for number in range(51):
        add(f"Gears {number:02}")
    page = listed(desk)
    assert (len(page.rows), page.found, page.total) == (50, 51, 51)
    assert names(desk, page=2) == ["Gears 50"]
    assert "Page 1 of 2" in desk.get(desk_address("clients")).content.decode()


def test_levels_are_those_of_the_banks_in_use(desk: Browser, add: Add, submit: Any) -> None:
    client = add("Alpha")
    assert [value for value, _title in listed(desk).form.fields["level"].choices] == [""]
    slug = submit(client).release.bank.slug
    values = [value for value, _title in listed(desk).form.fields["level"].choices]
    assert len(values) > 1
    assert all(value.startswith(f"{slug}:") for value in values[1:])
