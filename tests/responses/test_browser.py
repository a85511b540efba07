"""Answering in a real browser: every answer saves itself, and none is lost on the way."""

import pytest
from playwright.sync_api import expect

from assessment.responses.actions import Opened
from tests.responses.browsing import SAVED, MakePage, choose, opened, stored, versions, visit

__all__ = ["opened", "visit"]


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_every_kind_of_answer_saves_itself(visit: MakePage, opened: Opened, console_errors: list[str]) -> None:
    page = visit("profile")
    page.fill("#f-employees", "86")
    choose(page, "makes", "yes")
    page.select_option("#f-region", "place3")
    expect(page.locator("#saved")).to_have_text(SAVED)
    expect(page.locator(".rail [data-section=profile] >> nth=0")).to_contain_text("✓")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#q-E1")).to_be_visible()
    choose(page, "E1", "unknown")
    choose(page, "E2", "sensors")
    choose(page, "E2", "network")
    page.click("#q-E3 summary:has-text('Work it out')")
    page.fill("[name='q.E3.numerator']", "4")
    page.fill("[name='q.E3.denominator']", "10")
    expect(page.locator("#q-E3 output")).to_have_text("That is 40 %.")
    page.get_by_role("button", name="Continue").click()
    choose(page, "T1", "not_applicable")
    page.locator("[name='q.T2.row.office'][value=never]").check()
    page.locator("[name='q.T2.row.shop'][value=often]").check()
    page.fill("#f-T3", "two\nlines")
    page.get_by_role("button", name="Check answers").click()
    expect(page.get_by_role("heading", name="Check and submit", exact=True)).to_be_visible()
    assert stored(opened) == {
        "employees": "86",
        "makes": "yes",
        "region": "place3",
        "E1": "unknown",
        "E2": ["sensors", "network"],
        "E3": {"numerator": "4", "denominator": "10"},
        "T1": "not_applicable",
        "T2": {"office": "never", "shop": "often"},
        "T3": "two\nlines",
    }
    assert console_errors == []


def test_questions_appear_and_disappear_at_once(visit: MakePage, opened: Opened) -> None:
    page = visit("profile")
    count = page.locator(".rail [data-section=equipment] > span").first
    expect(count).to_have_text("0 / 2")
    choose(page, "makes", "yes")
    expect(count).to_have_text("0 / 3")
    choose(page, "makes", "no")
    expect(count).to_have_text("0 / 2")
    expect(page.locator("#minutes-left")).to_have_text("About 4 minutes left")


def test_a_choice_that_stands_alone_clears_the_others(visit: MakePage, opened: Opened) -> None:
    page = visit("equipment")
    choose(page, "E2", "sensors")
    choose(page, "E2", "none")
    expect(page.locator("#q-E2 input:checked")).to_have_count(1)
    choose(page, "E2", "network")
    expect(page.locator("#q-E2 input:checked")).to_have_value("network")
    choose(page, "E2", "unknown")
    expect(page.locator("#q-E2 input:checked")).to_have_value("unknown")
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/s/talent/")
    assert stored(opened) == {"E2": "unknown"}


def test_keys_choose_and_an_answer_can_be_taken_back(visit: MakePage, opened: Opened) -> None:
    page = visit("talent")
    page.locator("#f-T1").focus()
    page.keyboard.press("3")
    expect(page.locator("#q-T1 input:checked")).to_have_value("yes")
    page.get_by_role("button", name="Clear this answer").first.click()
    expect(page.locator("#q-T1 input:checked")).to_have_count(0)
    expect(page.locator("#saved")).to_have_text(SAVED)
    page.locator("#q-T1 input[value=so]").focus()
    page.locator("#f-T3").press_sequentially("1 2 3")
    page.locator("#f-T3").blur()
    expect(page.locator("#saved")).to_have_text(SAVED)
    page.get_by_role("button", name="Check answers").click()
    page.wait_for_url("**/check/")
    assert stored(opened) == {"T1": "withdrawn", "T3": "1 2 3"}


def test_a_wrong_number_is_explained_and_kept_on_the_page(visit: MakePage, opened: Opened) -> None:
    page = visit("profile")
    page.fill("#f-employees", "many")
    page.locator("#f-employees").press("Enter")
    expect(page.locator("#e-employees")).to_have_text("Enter a number in digits, such as 12 or 12.5.")
    expect(page.locator("#f-employees")).to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#q-employees")).to_be_focused()
    page.fill("#f-employees", "12")
    page.locator("#f-employees").blur()
    expect(page.locator("#e-employees")).to_be_empty()
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert stored(opened) == {"employees": "12"}


def test_going_on_stops_at_required_questions_and_going_elsewhere_does_not(visit: MakePage, opened: Opened) -> None:
    page = visit("profile")
    choose(page, "makes", "no")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#q-employees")).to_be_focused()
    expect(page.locator("#e-employees")).to_contain_text("Please answer this question before you go on")
    expect(page.locator("#e-region")).to_be_empty()
    page.locator(".rail [data-section=talent]").click()
    page.wait_for_url("**/s/talent/")
    page.go_back()
    page.fill("#f-employees", "86 people")
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/s/equipment/")
    assert stored(opened) == {"employees": "86", "makes": "no"}


def test_one_of_two_counts_stays_in_the_browser(visit: MakePage, opened: Opened) -> None:
    page = visit("equipment")
    page.click("#q-E3 summary:has-text('Work it out')")
    page.fill("[name='q.E3.numerator']", "4")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#e-E3")).to_contain_text("Enter both counts, or continue")
    page.reload()
    expect(page.locator("[name='q.E3.numerator']")).to_have_value("4")
    page.fill("[name='q.E3.denominator']", "10")
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/s/talent/")
    assert stored(opened) == {"E3": {"numerator": "4", "denominator": "10"}}
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_unit_behind_a_number_decides_what_is_asked_at_once(visit: MakePage, opened: Opened) -> None:
    page = visit("equipment")
    assert (
        page.evaluate(
            "import('/static/js/conditions.js').then((it) => it.factOf('number', {state: 'answered', value: '1,250人'}))"
        )
        == 1250
    )


def test_without_javascript_the_section_is_a_form(visit: MakePage, opened: Opened) -> None:
    page = visit("equipment", java_script_enabled=False)
    choose(page, "E2", "none")
    choose(page, "E2", "network")
    page.fill("#f-E3", "lots")
    page.get_by_role("button", name="Continue").last.click()
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator("#f-E3")).to_have_value("lots")
    page.click("#error-summary a >> nth=1")
    expect(page.locator("#f-E3")).to_be_focused()
    page.locator("#q-E2 input[value=none]").uncheck()
    page.fill("#f-E3", "40")
    page.locator("#f-E3").press("Enter")
    page.wait_for_url("**/s/talent/")
    assert stored(opened) == {"E2": ["network"], "E3": "40"}
    page.go_back()
    with page.expect_response(lambda response: response.request.method == "POST"):
        page.get_by_role("button", name="Continue").last.click()
    assert versions(opened) == 2


def test_the_phone_needs_no_sideways_scroll(visit: MakePage, opened: Opened) -> None:
    for section in ("profile", "equipment", "talent"):
        page = visit(section, width=320)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.context.close()
