"""Lists to tick in a real browser, where no option says that none applies."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.responses.actions import Opened, start_assessment
from assessment.responses.models import Answer
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from tests.responses.banks import make_release
from tests.responses.conftest import address
from tests.responses.lists_bank import lists_document

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MakePage = Callable[..., Page]
SAVED = re.compile(r"(Saved|已保存) ?\d\d:\d\d")


@pytest.fixture
def opened(live_server: LiveServer) -> Opened:
    release = make_release(lists_document())
    return start_assessment(enterprise_name="Four Gears Ltd", release=release, scope=Scope.FULL, language="en")


@pytest.fixture
def visit(make_page: MakePage, live_server: LiveServer, opened: Opened) -> MakePage:
    def go(**options: Any) -> Page:
        page = make_page(**options)
        page.context.add_cookies([{"name": COOKIE_NAME, "value": opened.token, "url": live_server.url}])
        page.goto(live_server.url + address("section", opened.assessment, "lists"))
        return page

    return go


def stored() -> list[Any]:
    return [row.value for row in Answer.objects.order_by("version")]


def option(page: Page, key: str) -> Locator:
    return page.locator(f"[name='q.L1'][value={key}]")


def none_of_these(page: Page) -> Locator:
    return page.locator("[name='q.L1.alt'][value=nothing]")


def test_none_of_these_and_options_take_each_other_back(visit: MakePage, console_errors: list[str]) -> None:
    page = visit()
    expect(page.locator("#q-L2")).to_be_hidden()
    option(page, "cloud").check()
    option(page, "nothing").check()
    none_of_these(page).focus()
    page.keyboard.press("Space")
    expect(page.locator("#q-L1 input:checked")).to_have_count(1)
    expect(page.locator("#q-L2")).to_be_visible()
    expect(page.locator("#none-asked")).to_be_hidden()
    expect(page.locator("#saved")).to_have_text(SAVED)
    expect(page.locator(".rail [data-section=lists] > span").first).to_have_text("1 / 2")
    page.reload()
    expect(none_of_these(page)).to_be_checked()
    expect(option(page, "nothing")).not_to_be_checked()
    option(page, "nothing").check()
    expect(none_of_these(page)).not_to_be_checked()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/s/cloud/")
    assert (stored()[-1], console_errors) == (["nothing"], [])


def test_a_section_in_which_nothing_is_asked_any_more_says_so(visit: MakePage) -> None:
    page = visit()
    said = page.locator(".rail [data-section=cloud] > span").last
    option(page, "cloud").check()
    expect(said).to_have_text("0 of 1 answered")
    none_of_these(page).check()
    expect(said).to_have_text("No questions here")
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/s/cloud/")
    expect(page.locator(".step")).to_have_text("Section 2 of 2 · No questions here")
    expect(page.locator("#none-asked")).to_be_visible()


def test_a_conflict_names_the_box_and_the_option_of_the_same_key(visit: MakePage) -> None:
    here, there = visit(), visit()
    none_of_these(there).check()
    expect(there.locator("#saved")).to_have_text(SAVED)
    option(here, "nothing").check()
    dialog = here.get_by_role("dialog", name="This answer was changed elsewhere")
    expect(dialog.locator("#conflict-theirs")).to_have_text("None of these")
    expect(dialog.locator("#conflict-mine")).to_have_text("Option nothing")
    dialog.get_by_role("button", name="Take the other answer").click()
    expect(none_of_these(here)).to_be_checked()
    expect(option(here, "nothing")).not_to_be_checked()


def test_without_javascript_the_box_is_part_of_the_form(visit: MakePage) -> None:
    page = visit(locale="zh-CN", width=390, java_script_enabled=False)
    page.get_by_label("以上都没有").check()
    page.locator(".answer-foot .btn-primary").click()
    page.wait_for_url("**/lists/#q-L2")
    page.locator(".answer-foot .btn-primary").click()
    page.wait_for_url("**/s/cloud/")
    page.locator(".answer-foot .btn-primary").click()
    page.wait_for_url("**/check/")
    expect(page.locator("details .given")).to_have_text("以上都没有")
    assert stored() == [[]]


@pytest.mark.parametrize("options", [{}, {"locale": "zh-CN", "width": 390}, {"width": 320}])
def test_a_list_with_its_box_has_no_fault_that_a_machine_finds(visit: MakePage, options: dict[str, Any]) -> None:
    page = visit(**options)
    none_of_these(page).check()
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
