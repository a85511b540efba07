"""The pages of the plan in a real browser: nothing that axe finds, nothing to scroll sideways, two windows at once."""

from collections.abc import Callable
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from assessment.responses.actions import Opened
from assessment.responses.tokens import COOKIE_NAME
from recommendations.plan.models import PlanItem
from recommendations.plan.planning import Placement, add_own_item, take_up_roadmap
from recommendations.plan.reminder_keys import reminder_key
from recommendations.plan.reminders import ask_for_reminders

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def enter(page: Page, live_server: LiveServer, opened: Opened) -> str:
    """Gives the browser its key, and returns the address of the plan."""
    address = f"{live_server.url}/a/{opened.assessment.public_id}/"
    page.context.add_cookies([{"name": COOKIE_NAME, "value": opened.token, "url": address}])
    return f"{address}plan/"


def fill_plan(opened: Opened) -> PlanItem:
    taken = take_up_roadmap(
        assessment=opened.assessment,
        placements=[Placement("A", 1, 1), Placement("B", 2, 3)],
        budget=90_000,
        days_per_quarter=20,
        begins_on=date(2026, 1, 1),
    )
    long = "Ask-the-bank-whether-a-loan-for-machines-is-possible-" * 3
    add_own_item(assessment=opened.assessment, title=long, language="en", responsible="李伟" * 30)
    return taken.added[0]


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_pages_are_accessible_and_narrow(
    locale: str, live_server: LiveServer, make_page: Callable[..., Page], opened: Opened, console_errors: list[str]
) -> None:
    empty = make_page(locale=locale, width=320)
    address = enter(empty, live_server, opened)
    check(empty, address, 320)
    item = fill_plan(opened)
    key = reminder_key(ask_for_reminders(assessment=opened.assessment, email="li.wei@firm.example", language="en"))
    for width in (1280, 320):
        page = make_page(locale=locale, width=width)
        enter(page, live_server, opened)
        places = [address, f"{address}?by=due", f"{address}items/{item.public_id}/"]
        for place in [*places, f"{live_server.url}/plan/reminders/{key}/"]:
            check(page, place, width)
    assert console_errors == []


def check(page: Page, place: str, width: int) -> None:
    page.goto(place)
    found = [violation["id"] for violation in Axe().run(page).response["violations"]]
    assert (place, found, page.evaluate("document.documentElement.scrollWidth")) == (place, [], width)


def test_two_windows_both_get_to_see_what_the_other_wrote(
    live_server: LiveServer, make_page: Callable[..., Page], opened: Opened
) -> None:
    item = fill_plan(opened)
    pages = [make_page(width=320, java_script_enabled=False) for _window in range(2)]
    for page, name in zip(pages, ["Wang", "Li"], strict=True):
        page.goto(f"{enter(page, live_server, opened)}items/{item.public_id}/")
        page.get_by_label("Who does it").fill(name)
    for page in pages:
        page.get_by_role("button", name="Save", exact=True).click()
    second = pages[1]
    assert second.get_by_role("row", name="Who does it").inner_text().split() == ["Who", "does", "it", "Wang", "Li"]
    assert PlanItem.objects.get(pk=item.pk).responsible == "Wang"
    second.get_by_role("button", name="Keep what I wrote here").click()
    assert PlanItem.objects.get(pk=item.pk).responsible == "Li"
