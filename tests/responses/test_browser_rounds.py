"""Confirming the answers of the round before in a real browser, with JavaScript and without."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.responses.actions import Opened
from assessment.responses.models import Answer
from assessment.responses.queries import page_answers
from assessment.responses.tokens import COOKIE_NAME
from tests.responses.banks import bank_document, make_release
from tests.responses.conftest import address, answered
from tests.responses.rounds import ANSWERS, first_round, next_round

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MakePage = Callable[..., Page]
REFUSED = "5 answers of last time are not confirmed. Confirm them, or tick that they are as they were."
SAVED = re.compile(r"Saved \d\d:\d\d")


@pytest.fixture
def opened(live_server: LiveServer) -> Opened:
    return next_round(first_round(make_release(bank_document())).assessment)


@pytest.fixture
def visit(make_page: MakePage, live_server: LiveServer, opened: Opened) -> MakePage:
    """This fixture will return a function that opens a section in a browser that holds the key."""

    def go(section: str, **options: Any) -> Page:
        page = make_page(**options)
        page.context.add_cookies([{"name": COOKIE_NAME, "value": opened.token, "url": live_server.url}])
        page.goto(live_server.url + address("section", opened.assessment, section))
        return page

    return go


def to_confirm(opened: Opened) -> set[str]:
    return set(page_answers(opened.assessment.pk).carried)


def count(page: Page, section: str) -> Any:
    return page.locator(f".rail [data-section={section}] > span").first


def still_true(page: Page, key: str) -> None:
    page.locator(f"#q-{key}").get_by_role("button", name="Still true").click()


def test_one_button_confirms_one_answer(visit: MakePage, opened: Opened, console_errors: list[str]) -> None:
    page = visit("profile")
    expect(count(page, "profile")).to_have_text("3 to confirm")
    still_true(page, "makes")
    expect(page.locator("#q-makes .carried-note")).to_have_count(0)
    expect(page.locator("#q-makes")).to_be_focused()
    expect(count(page, "profile")).to_have_text("2 to confirm")
    expect(page.locator("#section-progress")).to_have_text("1 of 3 answered, 2 to confirm")
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert to_confirm(opened) == ANSWERS.keys() - {"makes"}
    row = Answer.objects.get(assessment=opened.assessment, question_key="makes", version=2)
    assert (row.state, row.value) == ("answered", "yes")
    assert console_errors == []


def test_changing_and_typing_the_same_again_confirm_as_well(visit: MakePage, opened: Opened) -> None:
    page = visit("profile")
    page.fill("#f-employees", "86")
    page.select_option("#f-region", "place4")
    expect(count(page, "profile")).to_have_text("1 to confirm")
    still_true(page, "makes")
    expect(count(page, "profile")).to_have_text("✓")
    expect(page.locator("#carried-section")).to_have_count(0)
    expect(page.locator("#saved")).to_have_text(SAVED)
    page.reload()
    expect(page.locator(".carried-note")).to_have_count(0)
    given = page_answers(opened.assessment.pk)
    assert given.carried == ANSWERS.keys() - {"employees", "makes", "region"}
    assert given.answers["region"] == answered("place4")


def test_one_button_confirms_the_section_and_only_what_is_asked(visit: MakePage, opened: Opened) -> None:
    page = visit("profile")
    page.locator("#q-makes input[value=no]").check()
    expect(count(page, "equipment")).to_have_text("2 to confirm")
    page.get_by_role("button", name="All as last time").click()
    expect(page.locator(".carried-note")).to_have_count(0)
    expect(page.locator("#carried-section")).to_have_count(0)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/s/equipment/")
    page.get_by_role("button", name="All as last time").click()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/s/talent/")
    assert to_confirm(opened) == {"E1", "T1", "T2", "T3"}


def test_enter_in_a_field_confirms_nothing_else(visit: MakePage, opened: Opened) -> None:
    page = visit("profile", java_script_enabled=False)
    page.fill("#f-employees", "90")
    page.locator("#f-employees").press("Enter")
    page.wait_for_url("**/s/equipment/")
    assert to_confirm(opened) == ANSWERS.keys() - {"employees"}


def test_a_missing_tick_is_said_on_the_page(visit: MakePage, opened: Opened) -> None:
    page = visit("profile")
    page.goto(page.url.split("/s/")[0] + "/check/")
    page.get_by_role("button", name="Submit and see the result").click()
    expect(page.locator(".error-summary")).to_be_focused()
    page.locator(".error-summary a").click()
    expect(page.locator("#others-stand")).to_be_focused()
    opened.assessment.refresh_from_db()
    assert not opened.assessment.is_submitted


def test_the_whole_round_without_javascript(visit: MakePage, opened: Opened) -> None:
    page = visit("profile", java_script_enabled=False, width=390)
    page.fill("#f-employees", "90")
    page.get_by_role("button", name="All as last time").click()
    expect(page.locator(".carried-note")).to_have_count(0)
    page.get_by_role("button", name="Continue", exact=True).last.click()
    page.wait_for_url("**/s/equipment/")
    still_true(page, "E1")
    page.wait_for_url("**/s/equipment/#q-E2")
    expect(page.locator(".carried-note")).to_have_count(2)
    page.goto(page.url.split("/s/")[0] + "/check/")
    expect(page.get_by_text("From last time, not yet confirmed")).to_be_visible()
    submit = page.get_by_role("button", name="Submit and see the result")
    submit.click()
    expect(page).to_have_url(re.compile("/check/$"))
    expect(page.locator(".error-summary a")).to_have_text(REFUSED)
    page.get_by_label("The others are as they were: 5 answers.").check()
    submit.click()
    page.wait_for_url("**/result/")
    opened.assessment.refresh_from_db()
    assert opened.assessment.is_submitted
