"""Trying other answers in a real browser: at once, by keyboard and pointer, and back again."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.responses.actions import Opened, start_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import submit_and_advise
from recommendations.playbook.actions import load_playbook, release_playbook
from tests.playbook.samples import released_bank, written_playbook
from tests.rules.samples import LOW

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Visit = Callable[..., Page]


@pytest.fixture
def opened(live_server: LiveServer) -> Opened:
    release = released_bank()
    release_playbook(playbook=load_playbook(document=written_playbook()))
    opened = start_assessment(enterprise_name="Four Gears Ltd", release=release, scope=Scope.FULL, language="en")
    save_section(assessment=opened.assessment, changes=[Change(key, answer, 0) for key, answer in LOW.items()])
    submit_and_advise(assessment=opened.assessment)
    return opened


@pytest.fixture
def visit(make_page: Callable[..., Page], live_server: LiveServer, opened: Opened) -> Visit:
    def go(query: str = "", **options: object) -> Page:
        page = make_page(**options)
        page.context.add_cookies([{"name": COOKIE_NAME, "value": opened.token, "url": live_server.url}])
        page.goto(f"{live_server.url}/a/{opened.assessment.public_id}/what-if/{query}")
        return page

    return go


def test_answers_at_once_and_the_way_back(visit: Visit, console_errors: list[str]) -> None:
    page = visit()
    page.locator("#q-lead input[value=yes]").check()
    expect(page.locator("#what-if-said")).to_have_text(re.compile(r"^Score 14\.3 → 28\.6"))
    expect(page).to_have_url(re.compile(r"\?q\.lead=yes$"))
    expect(page.locator("#q-lead input[value=yes]")).to_be_focused()
    page.fill("#f-delay", "0")
    expect(page).to_have_url(re.compile(r"\?q\.delay=0&q\.lead=yes$"))
    expect(page.locator("#f-delay")).to_be_focused()
    expect(page.locator(".what-if-mark .tag")).to_have_text(["Changed", "Changed"])
    page.locator("[data-question=lead] button[name=back]").click()
    expect(page).to_have_url(re.compile(r"\?q\.delay=0$"))
    expect(page.locator("#q-lead input[value=no]")).to_be_checked()
    expect(page.locator("#q-lead")).to_be_focused()
    page.go_back()
    expect(page.locator("#q-lead input[value=yes]")).to_be_checked()
    expect(page.locator(".what-if-score")).to_contain_text("42.9")
    page.locator("#what-if-result").get_by_role("link", name="Start over").click()
    expect(page.locator(".what-if-score")).to_have_text("14.3")
    assert console_errors == []


def test_quick_changes_are_all_counted(visit: Visit) -> None:
    page = visit()
    page.locator("#q-lead input[value=yes]").check()
    page.locator("#q-skill input[value=a1]").check()
    page.wait_for_timeout(300)  # the first answer is on its way
    page.locator("#q-skill input[value=a4]").check()
    expect(page).to_have_url(re.compile(r"\?q\.skill=a4&q\.lead=yes$"))
    expect(page.locator("#q-skill input:checked")).to_have_value("a4")
    expect(page.locator(".what-if-score")).to_contain_text("42.9")


def test_questions_come_and_go_and_faults_are_said_at_the_field(visit: Visit) -> None:
    page = visit()
    page.locator("summary:has-text('Profile')").click()
    page.locator("#q-has_plant input[value=no]").check()
    expect(page.locator("[data-question=steps]")).to_be_hidden()
    page.locator("#q-has_plant input[value=yes]").check()
    expect(page.locator("[data-question=steps]")).to_be_visible()
    page.fill("#f-delay", "soon")
    expect(page.locator("#e-delay")).to_have_text("Enter a number in digits, such as 12 or 12.5.")
    page.fill("#f-delay", "3")
    expect(page.locator("#e-delay")).to_have_text("")


def test_ticked_action_fills_the_fields_that_it_changes(visit: Visit) -> None:
    page = visit()
    page.locator(".what-if-ticks summary").click()
    page.locator("input[name=do]").first.check()
    expect(page.locator(".what-if-mark .tag").first).to_have_text("Changed by an action")
    expect(page.locator(".what-if-ticks label").first).to_contain_text("counted in")
    expect(page.locator("input[name=do]").first).to_be_focused()
    page.locator("input[name=do]").first.uncheck()
    expect(page.locator(".what-if-mark .tag")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/what-if/$"))


def test_without_scripts_a_button_calculates(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    page.locator("#q-lead input[value=yes]").check()
    page.locator(".what-if-calculate").click()
    expect(page).to_have_url(re.compile(r"\?q\.lead=yes$"))
    expect(page.locator(".what-if-score")).to_contain_text("28.6")
    page.locator("button[name=back][value=lead]").click()
    expect(page.locator(".what-if-score")).to_have_text("14.3")


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
@pytest.mark.parametrize("width", [1280, 320])
def test_page_is_accessible_and_narrow(locale: str, width: int, visit: Visit) -> None:
    page = visit("?q.lead=yes&q.share=plenty", locale=locale, width=width)
    found = [f"{one['id']} {one['nodes'][0]['html'][:90]}" for one in Axe().run(page).response["violations"]]
    assert (found, page.evaluate("document.documentElement.scrollWidth")) == ([], width)
