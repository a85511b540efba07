"""Tables in a real browser: several ticks in a row, none of these, and tables that are begun and not finished."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.responses.models import Answer, Assessment
from tests.chromium import wait_until
from tests.responses.banks import bank_document, make_release
from tests.responses.other_bank import SLUG, other_document

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MakePage = Callable[..., Page]
SAVED = re.compile(r"Saved \d\d:\d\d")


@pytest.fixture
def begin(make_page: MakePage, live_server: LiveServer) -> MakePage:
    """This fixture will return a function that begins an assessment of the other bank, as a person would."""
    make_release(bank_document())
    make_release(other_document())

    def go(**options: Any) -> Page:
        page = make_page(**options)
        page.goto(live_server.url)
        page.get_by_role("link", name="Werkzeuge").click()
        page.fill("[name=enterprise_name]", "Vier GmbH")
        page.locator(".start-form button").click()
        page.wait_for_url("**/s/tools/")
        return page

    return go


def stored() -> dict[str, Any]:
    rows = Answer.objects.order_by("version")
    return {row.question_key: row.value if row.state == "answered" else row.state for row in rows}


def tick(page: Page, row: str, option: str) -> Locator:
    return page.locator(f"[name='q.W1.row.{row}'][value={option}]")


def choose(page: Page, row: str, option: str) -> None:
    page.locator(f"[name='q.W2.row.{row}'][value={option}]").check()


def settle(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text(SAVED)
    wait_until(page, "Object.keys(localStorage).filter((name) => name.startsWith('fourfold.unsent')).length === 0")


def test_another_bank_is_begun_and_its_table_ticked(begin: MakePage, console_errors: list[str]) -> None:
    page = begin()
    assert Assessment.objects.get().release.bank.slug == SLUG
    tick(page, "laser", "planned").check()
    tick(page, "laser", "used").check()
    tick(page, "printer", "planned").check()
    settle(page)
    assert stored() == {"W1": {"laser": ["used", "planned"], "printer": ["planned"]}}
    tick(page, "printer", "planned").uncheck()
    page.get_by_role("button", name="Check answers").click()
    page.wait_for_url("**/check/")
    assert stored() == {"W1": {"laser": ["used", "planned"]}}
    assert console_errors == []


def test_an_option_that_stands_alone_clears_its_own_row(begin: MakePage) -> None:
    page = begin()
    tick(page, "laser", "used").check()
    tick(page, "robot", "used").check()
    tick(page, "laser", "never").check()
    expect(tick(page, "laser", "used")).not_to_be_checked()
    expect(tick(page, "robot", "used")).to_be_checked()
    tick(page, "laser", "planned").check()
    expect(tick(page, "laser", "never")).not_to_be_checked()
    settle(page)
    assert stored() == {"W1": {"laser": ["planned"], "robot": ["used"]}}


def test_none_of_these_is_an_answer_and_comes_back(begin: MakePage) -> None:
    page = begin()
    tick(page, "laser", "used").check()
    page.get_by_label("None of these").check()
    expect(tick(page, "laser", "used")).not_to_be_checked()
    settle(page)
    expect(page.locator(".rail [data-section=tools] > span").first).to_have_text("1 / 6")
    assert stored() == {"W1": {}}
    page.reload()
    expect(page.get_by_label("None of these")).to_be_checked()
    tick(page, "laser", "used").check()
    expect(page.get_by_label("None of these")).not_to_be_checked()
    tick(page, "laser", "used").uncheck()
    settle(page)
    expect(page.locator(".rail [data-section=tools] > span").first).to_have_text("0 / 6")
    assert stored() == {"W1": "withdrawn"}


def test_keys_tick_in_the_row_that_has_the_focus(begin: MakePage) -> None:
    page = begin()
    tick(page, "robot", "used").focus()
    page.keyboard.press("2")
    expect(tick(page, "robot", "planned")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(tick(page, "printer", "used")).to_be_checked()
    page.locator("[name='q.W2.row.making'][value=no]").focus()
    page.keyboard.press("3")
    expect(page.locator("#q-W2 input:checked")).to_have_value("yes")
    expect(page.locator("#q-W2 input:checked")).to_have_attribute("data-row", "making")


def test_a_conflict_of_tables_shows_both_in_words(begin: MakePage) -> None:
    here = begin()
    there = here.context.new_page()
    there.goto(here.url)
    there.get_by_label("None of these").check()
    settle(there)
    tick(here, "laser", "used").check()
    dialog = here.get_by_role("dialog", name="This answer was changed elsewhere")
    expect(dialog.locator("#conflict-question")).to_have_text("Was nutzen Sie wo?")
    expect(dialog.locator("#conflict-question")).to_have_attribute("lang", "de")
    expect(dialog.locator("#conflict-theirs")).to_have_text("None of these")
    expect(dialog.locator("#conflict-mine")).to_have_text("Laser: Genutzt")
    dialog.get_by_role("button", name="Take the other answer").click()
    expect(here.get_by_label("None of these")).to_be_checked()
    expect(tick(here, "laser", "used")).not_to_be_checked()


def test_a_table_that_is_begun_stays_in_the_browser(begin: MakePage) -> None:
    page = begin()
    choose(page, "buying", "partly")
    choose(page, "selling", "yes")
    begun = page.locator("#q-W2 .rows-open")
    expect(begun).to_have_text("2 of 3 rows answered. It counts as an answer once every row has one.")
    page.reload()
    expect(page.locator("#q-W2 input:checked")).to_have_count(2)
    expect(begun).to_contain_text("2 of 3 rows answered.")
    go_on = page.get_by_role("button", name="Check answers")
    go_on.click()
    expect(page.locator("#q-W2")).to_be_focused()
    expect(page.locator("#e-W2")).to_contain_text("Choose in the other rows too, or continue")
    go_on.click()
    page.wait_for_url("**/check/")
    expect(page.locator("li[data-key=W2]")).to_contain_text("Begun in this browser, not finished: 2 of 3")
    expect(page.locator("li[data-key=W3]")).not_to_contain_text("Begun")
    assert stored() == {}


def test_a_finished_table_is_no_longer_begun(begin: MakePage) -> None:
    page = begin()
    choose(page, "buying", "partly")
    page.get_by_role("button", name="Check answers").click()
    expect(page.locator("#e-W2")).to_contain_text("1 of 3 rows answered.")
    choose(page, "making", "no")
    choose(page, "selling", "yes")
    settle(page)
    expect(page.locator("#q-W2 .rows-open")).to_be_empty()
    expect(page.locator("#e-W2")).to_be_empty()
    assert stored() == {"W2": {"buying": "partly", "making": "no", "selling": "yes"}}
    page.reload()
    expect(page.locator("#q-W2 input:checked")).to_have_count(3)
    assert page.evaluate("Object.keys(localStorage)") == []


def test_rows_chosen_after_i_do_not_know_take_that_back(begin: MakePage) -> None:
    page = begin()
    page.locator("#q-W2 [data-alternative][value=unknown]").check()
    settle(page)
    choose(page, "buying", "partly")
    settle(page)
    assert stored() == {"W2": "withdrawn"}
    page.reload()
    expect(page.locator("#q-W2 input:checked")).to_have_value("partly")


def test_submitting_ends_what_was_begun(begin: MakePage) -> None:
    page = begin()
    choose(page, "buying", "partly")
    page.goto(page.url.replace("/s/tools/", "/check/"))
    expect(page.locator("li[data-key=W2]")).to_contain_text("1 of 3")
    page.route("**/submit/", lambda route: route.fulfill(status=204))
    page.locator(".verdict button").click()
    wait_until(page, "Object.keys(localStorage).length === 0")


@pytest.mark.parametrize("options", [{}, {"locale": "zh-CN", "width": 390}, {"width": 320}])
def test_tables_have_no_fault_that_a_machine_finds(begin: MakePage, options: dict[str, Any]) -> None:
    page = begin(**options)
    tick(page, "laser", "used").check()
    choose(page, "buying", "partly")
    found = [each["id"] for each in Axe().run(page).response["violations"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


@pytest.mark.parametrize("options", [{}, {"locale": "zh-CN", "width": 320}])
def test_pages_around_another_bank_have_none_either(begin: MakePage, options: dict[str, Any]) -> None:
    page = begin(**options)
    start = page.url.split("/a/")[0]
    for place in (f"{start}/", f"{start}/banks/{SLUG}/", page.url.replace("/s/tools/", "/check/")):
        page.goto(place)
        assert [each["id"] for each in Axe().run(page).response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


def test_ticks_are_a_form_without_javascript(begin: MakePage) -> None:
    page = begin(java_script_enabled=False)
    tick(page, "laser", "used").check()
    page.get_by_role("button", name="Check answers").last.click()
    page.wait_for_url("**/check/")
    assert stored() == {"W1": {"laser": ["used"]}}
    page.goto(page.url.split("/a/")[0])
    page.get_by_role("link", name="Continue", exact=True).click()
    page.wait_for_url("**/s/tools/")
    expect(tick(page, "laser", "used")).to_be_checked()
