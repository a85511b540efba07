"""The roadmap in a real browser: the slider answers, the address keeps what was asked, and no script is needed."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.responses.actions import Opened
from assessment.responses.tokens import COOKIE_NAME
from recommendations.plan.models import PlanItem
from tests.plan.roadmaps import submitted_with_roadmap

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Visit = Callable[..., Page]


@pytest.fixture
def opened(live_server: LiveServer) -> Opened:
    return submitted_with_roadmap()


@pytest.fixture
def visit(make_page: Callable[..., Page], live_server: LiveServer, opened: Opened) -> Visit:
    def go(query: str = "", **options: object) -> Page:
        page = make_page(**options)
        page.context.add_cookies([{"name": COOKIE_NAME, "value": opened.token, "url": live_server.url}])
        page.goto(f"{live_server.url}/a/{opened.assessment.public_id}/roadmap/{query}")
        return page

    return go


def test_slider_answers_and_the_address_keeps_it(visit: Visit, console_errors: list[str]) -> None:
    page = visit("?budget=0&days=25")
    expect(page.locator(".roadmap-row h4")).to_have_text(["Do learn"])
    slider = page.locator("#budget-slider")
    slider.focus()
    slider.press("End")
    expect(page.locator("#id_budget")).to_have_value("36000")
    expect(page.locator("#roadmap-said")).to_have_text("3 actions, CNY 35,000: score 14.3 → 86.0.")
    expect(page).to_have_url(re.compile(r"\?budget=36000&days=25$"))
    expect(slider).to_be_focused()
    slider.press("Home")
    expect(page.locator(".roadmap-row h4")).to_have_text(["Do learn"])
    expect(page.locator("#roadmap-more")).to_contain_text("With CNY 10,000 more you could also do this")
    page.reload()
    expect(page.locator("#id_budget")).to_have_value("0")
    assert console_errors == []


def test_typed_numbers_answer_and_faults_are_said_at_the_field(visit: Visit) -> None:
    page = visit("?budget=0&days=25")
    page.fill("#id_budget", "5000")
    expect(page.locator(".roadmap-row h4")).to_have_text(["Do learn", "Do lead"])
    page.fill("#id_days", "3")
    expect(page.locator(".roadmap-row")).to_have_count(0)
    page.fill("#id_days", "10")
    page.fill("#id_budget", "plenty")
    budget, message = page.locator("#id_budget"), page.locator("#error-budget")
    expect(message).to_have_text("Enter whole yuan, such as 50000 or 5万.")
    expect(budget).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".roadmap-asked")).to_have_text("For a budget of CNY 5,000 and 3 days per quarter")
    page.fill("#id_budget", "-1")
    expect(message).to_have_text("The budget cannot be below 0.")
    page.fill("#id_budget", "0.5万")
    expect(message).to_be_hidden()
    expect(budget).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator(".roadmap-asked")).to_have_text("For a budget of CNY 5,000 and 10 days per quarter")
    expect(page.locator("#budget-slider")).to_have_value("5000")
    page.fill("#id_days", "many")
    page.locator("#id_days").press("Enter")
    expect(page.locator("#error-days")).to_have_text("Enter a whole number of days, such as 20.")
    expect(page.locator("#id_days")).to_be_focused()


def test_faults_are_said_without_scripts_as_well(visit: Visit) -> None:
    page = visit("?budget=0&days=25", java_script_enabled=False)
    page.fill("#id_budget", "9" * 40)
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator("#error-budget")).to_have_text("The budget cannot be above one billion yuan.")
    expect(page.locator("#id_budget")).to_have_value("9" * 40)
    page.fill("#id_budget", "¥5,000元")
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator("#error-budget")).to_be_hidden()
    expect(page.locator(".roadmap-asked")).to_have_text("For a budget of CNY 5,000 and 25 days per quarter")


def test_action_is_left_out_and_left_open_again(visit: Visit) -> None:
    page = visit("?budget=36000&days=25")
    page.get_by_role("link", name="Leave out: Do buy").click()
    expect(page.locator(".roadmap-row h4")).to_have_text(["Do learn", "Do lead", "Do mend"])
    expect(page).to_have_url(re.compile(r"&bar=buy$"))
    page.locator(".roadmap-left > summary").click()
    page.get_by_role("link", name="Leave open again: Do buy").click()
    expect(page.locator(".roadmap-row h4")).to_have_text(["Do learn", "Do lead", "Do buy"])
    expect(page).to_have_url(re.compile(r"\?budget=36000&days=25$"))


def test_roadmap_goes_into_the_plan_without_scripts(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    page.fill("#id_budget", "5000")
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator(".roadmap-row h4")).to_have_text(["Do learn", "Do lead"])
    page.get_by_role("link", name="What could we also do with a little more money?").click()
    expect(page.locator("#more-found")).to_contain_text("With CNY 10,000 more")
    page.get_by_role("link", name="Back to the roadmap").click()
    page.get_by_role("button", name="Put this roadmap into my plan").click()
    expect(page).to_have_url(re.compile(r"/plan/\?said=taken-up&added=2&kept=0#notice$"))
    assert list(PlanItem.objects.order_by("pk").values_list("action_key", flat=True)) == ["learn", "lead"]


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
@pytest.mark.parametrize("width", [1280, 320])
def test_pages_are_accessible_and_narrow(locale: str, width: int, visit: Visit) -> None:
    page = visit("?budget=6000&days=25", locale=locale, width=width)
    page.locator(".roadmap-left > summary").click()
    for place in ("", "more/"):
        if place:
            page.goto(page.url.replace("/roadmap/?", "/roadmap/more/?"))
        found = [f"{one['id']} {one['nodes'][0]['html'][:90]}" for one in Axe().run(page).response["violations"]]
        assert (found, page.evaluate("document.documentElement.scrollWidth")) == ([], width)
