"""The portfolio's page: which clients are counted, and what is said of them."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessment.accounts.models import Enterprise, Grant, User
from assessment.responses.models import AskBack, Assessment, ClientLink, Perspective
from recommendations.desk.portfolio.due import Kind
from recommendations.desk.portfolio.page import Portfolio
from recommendations.plan.models import Plan, PlanItem
from tests.desk.portfolio.conftest import AUTUMN, WINTER, World

pytestmark = pytest.mark.django_db

Show = Callable[..., object]


def portfolio(response: object) -> Portfolio:
    return response.context["portfolio"]


def counts(response: object) -> tuple[int, int, int, int]:
    found = portfolio(response)
    return len(found.lines), len(found.readings), found.open_count, found.overdue_count


def test_stranger_and_rival_find_nothing(world: World, show: Show, stranger: User, rival_consultant: User) -> None:
    assert [show(person).status_code for person in (stranger, rival_consultant)] == [404, 404]


def test_empty_workspace_is_led_to_its_clients(show: Show) -> None:
    page = show()
    assert (page.status_code, portfolio(page)) == (200, None)
    assert "There is no client yet." in page.content.decode()
    assert show(format="xlsx").status_code == 404


def test_client_without_an_assessment(world: World, show: Show) -> None:
    world.add("Gears")
    assert "Your clients have no assessment yet." in show().content.decode()


def test_clients_are_counted(world: World, show: Show) -> None:
    world.add("Metal", "metal_workshop")
    world.add("Service", "service_firm")
    fresh = world.add("Fresh")
    Assessment.objects.create(enterprise=fresh.enterprise, release=world.release, scope="quick", language="en")
    world.add("Put away", "service_firm", archived_at=timezone.now())
    assert counts(show()) == (3, 2, 1, 0)


@pytest.mark.parametrize("ended", [{"withdrawn_at": AUTUMN}, {"expires_at": AUTUMN}])
def test_withdrawn_and_expired_access_is_not_counted(world: World, show: Show, ended: dict[str, object]) -> None:
    world.add("Metal", "metal_workshop")
    shut = world.add("Hidden Gears", "service_firm")
    Grant.objects.filter(enterprise=shut.enterprise).update(
        **{key: timezone.now() - timedelta(hours=1) for key in ended}
    )
    page = show()
    assert counts(page) == (1, 1, 0, 0)
    assert "1 client does not let the workspace in any more and is not counted." in page.content.decode()
    assert "Hidden Gears" not in page.content.decode()


def test_last_round_counts_and_the_verified_view_of_it(world: World, show: Show) -> None:
    client = world.add("Metal", "all_lowest")
    world.submit(client, "all_highest", AUTUMN, Perspective.VERIFIED)
    (reading,) = portfolio(show()).readings
    assert (reading.is_verified, float(reading.whole.share)) == (True, 100.0)


def test_levels_are_counted(world: World, show: Show) -> None:
    for name, example in (("A", "all_lowest"), ("B", "all_highest"), ("C", "all_highest")):
        world.add(name, example)
    found = portfolio(show())
    whole = found.whole
    assert [(band.count, band.shown) for band in whole.bands if band.count] == [(1, "33 %"), (2, "67 %")]
    assert (whole.n, whole.mean) == (3, "66.7")
    (group,) = found.parts
    assert [(each.n, sum(band.count for band in each.bands)) for each in group] == [(3, 3)] * 4


def test_heat_map_gives_means_by_sector(world: World, show: Show) -> None:
    world.add("A", "all_lowest")
    world.add("B", "all_highest")
    found = portfolio(show())
    means = {row.title: [cell.mean for cell in row.cells] for row in found.heat}
    assert sum(row.n for row in found.heat) == 2
    assert [cell.mean for cell in found.heat_of_all.cells] == ["50.0"] * 5
    assert all(set(row) <= {"0.0", "50.0", "100.0"} for row in means.values())


def test_withheld_scores_are_in_no_mean(world: World, show: Show) -> None:
    world.add("A", "all_highest")
    world.add("B", "stopped_after_equipment")
    row = portfolio(show()).heat_of_all
    assert (row.n, row.cells[0].n, row.cells[0].mean) == (2, 1, "100.0")


def test_trend_counts_a_client_once_in_a_quarter(world: World, show: Show) -> None:
    first = world.add("A", "all_lowest", AUTUMN)
    world.submit(first, "all_highest", AUTUMN + timedelta(days=3))
    world.add("B", "all_lowest", AUTUMN)
    world.submit(first, "all_highest", WINTER)
    found = [(each.year, each.number, each.n, each.mean, each.median) for each in portfolio(show()).quarters]
    assert found == [(2026, 4, 2, "50.0", "50.0"), (2027, 1, 1, "100.0", "100.0")]
    assert "2026 Q4: mean 50.0, median 50.0, 2 clients" in show().content.decode()


def test_charts_say_their_numbers(world: World, show: Show) -> None:
    world.add("A", "all_highest")
    page = show().content.decode()
    titles = re.findall(r"<svg[^>]*role=\"img\"[^>]*><title>([^<]+)</title>", page)
    assert len(titles) == 6
    assert titles[0].startswith("Overall. ")
    assert titles[0].endswith("without a level: 0")


def test_wishes_narrow_the_clients(world: World, show: Show, consultant: User) -> None:
    world.add("A", "all_lowest", consultant=consultant)
    world.add("B", "all_highest", WINTER)
    world.add("Fresh")
    by_level = portfolio(show()).frame.whole.levels
    lowest = list(by_level)[0]

    def names(**wishes: str) -> list[str]:
        return [line.client.enterprise.name for line in portfolio(show(**wishes)).lines]

    assert names(consultant=str(consultant.pk)) == ["A"]
    assert names(consultant="none") == ["B", "Fresh"]
    assert names(level=lowest) == ["A"]
    assert names(since="2027-01-01") == ["B"]
    assert names(until="2026-12-31") == ["A"]
    assert names(since="no day", level="no-level", sector="\x01") == ["A", "B", "Fresh"]
    sector = portfolio(show()).readings[0].sector
    assert "A" in names(sector=sector)
    assert names(sector=sector, region="nowhere")[:1] == ["A"]


def test_wishes_that_nobody_fits(world: World, show: Show, consultant: User) -> None:
    world.add("A", "all_lowest", consultant=consultant)
    page = show(consultant=str(consultant.pk), since="2030-01-01").content.decode()
    assert "No client fits these wishes." in page


def test_due_list_names_what_waits(world: World, show: Show, consultant: User) -> None:
    today = timezone.localdate()
    client = world.add("Metal", "metal_workshop", next_round_on=today - timedelta(days=2))
    world.add("Later", "service_firm", next_round_on=today + timedelta(days=31))
    plan = Plan.objects.create(enterprise=client.enterprise, language="en")
    for days in (-9, -1, 5):
        PlanItem.objects.create(plan=plan, title={"en": "Step"}, due_on=today + timedelta(days=days))
    sent = Assessment.objects.create(
        enterprise=client.enterprise, release=world.release, scope="quick", language="en", workspace=world.space
    )
    ClientLink.objects.create(
        assessment=sent, email="a@b.example", language="en", sent_by=consultant, sent_at=timezone.now()
    )
    done = Assessment.objects.filter(submitted_at__isnull=False, enterprise=client.enterprise).get()
    AskBack.objects.create(
        assessment=done, workspace=world.space, question_key="EQ05", text="Since when?", asked_by=consultant
    )
    found = [(due.kind, due.count, due.day, due.is_overdue) for due in portfolio(show()).due]
    assert found == [
        (Kind.PLAN, 2, today - timedelta(days=9), True),
        (Kind.ROUND, 1, today - timedelta(days=2), True),
        (Kind.LINK, 1, today, False),
        (Kind.QUESTION, 1, today, False),
    ]
    assert counts(show())[3] == 1


def test_portfolio_costs_the_same_whatever_its_size(world: World, show: Show) -> None:
    world.add("First", "all_lowest")
    show()
    spent = []
    for number in (0, 29):
        for each in range(number):
            world.add(f"More {each}", "all_highest", WINTER if each % 2 else AUTUMN)
        with CaptureQueriesContext(connection) as captured:
            show()
        spent.append(len(captured))
    assert spent[0] == spent[1]


def test_name_of_a_client_is_written_escaped(world: World, show: Show) -> None:
    client = world.add("<script>alert(1)</script>", "all_lowest", next_round_on=timezone.localdate())
    page = show().content.decode()
    assert ("<script>alert" in page, "&lt;script&gt;alert(1)" in page) == (False, True)
    assert Enterprise.objects.filter(pk=client.enterprise_id).exists()


def test_long_list_of_what_is_due_shows_the_first_and_all_on_wish(world: World, show: Show) -> None:
    day = timezone.localdate()
    for number in range(22):
        world.add(f"Client {number:02d}", "all_lowest" if number == 0 else "", next_round_on=day)
    page, whole = show(), show(due="all")
    assert [len(each.context["due"].lines) for each in (page, whole)] == [20, 22]
    assert "Show all 22" in page.content.decode()
    assert 'href="?due=all#due-h"' in page.content.decode()
    assert "Show all 22" not in whole.content.decode()
