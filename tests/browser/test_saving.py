"""Answers that are said to be saved are saved: offline, on another device, in two tabs."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from assessment.responses.models import Assessment
from assessment.responses.queries import current_answers
from assessment.scoring.answers import Answer, AnswerState
from tests.browser.conftest import Sample
from tests.browser.respondent import Respondent

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Visit = Callable[..., Respondent]


def stored() -> dict[str, object]:
    return {key: answer.value for key, answer in current_answers(Assessment.objects.get()).items()}


def answered(value: str) -> Answer:
    return Answer(AnswerState.ANSWERED, value)


def open_equipment(owner: Respondent, sample: Sample) -> None:
    owner.start(scope="quick")
    owner.fill_section(sample.answers)
    owner.go_on()


def chosen(page: Page, key: str) -> str:
    return page.locator(f"#q-{key} input:checked").get_attribute("value") or ""


def test_answers_given_offline_are_sent_when_the_line_is_back(visit: Visit, sample: Sample) -> None:
    owner = visit()
    open_equipment(owner, sample)
    owner.give("EQ05", answered("l1"))
    owner.expect_saved()
    owner.page.context.set_offline(True)
    owner.give("EQ05", answered("l2"))
    owner.give("EQ09", answered("l3"))
    expect(owner.page.locator("#offline")).to_be_visible()
    owner.look()
    assert (stored()["EQ05"], stored().get("EQ09")) == ("l1", None)
    owner.page.context.set_offline(False)
    owner.expect_saved()
    expect(owner.page.locator("#offline")).to_be_hidden()
    assert (stored()["EQ05"], stored()["EQ09"]) == ("l2", "l3")
    assert owner.faults == []


def test_code_opens_the_assessment_on_another_device(visit: Visit, sample: Sample, console_errors: list[str]) -> None:
    owner, colleague = visit(), visit(locale="zh-CN", width=390)
    open_equipment(owner, sample)
    owner.give("EQ05", answered("l2"))
    owner.expect_saved()
    owner.page.goto(f"{owner.assessment_path}keep/")
    owner.look()
    owner.page.click("main form button")
    owner.look()
    code = owner.page.input_value("#resume-code")
    colleague.page.goto("/resume/")
    colleague.look()
    colleague.page.fill("input[name=code]", code.lower().replace("-", " "))
    colleague.page.click("main form button")
    colleague.page.wait_for_url("**/s/**")
    colleague.page.goto(f"{owner.assessment_path}s/equipment/")
    assert chosen(colleague.page, "EQ05") == "l2"
    assert owner.faults + colleague.faults + console_errors == []


def test_two_tabs_are_asked_which_answer_stands(visit: Visit, sample: Sample) -> None:
    owner = visit()
    open_equipment(owner, sample)
    other = Respondent(owner.page.context.new_page())
    other.page.goto(owner.page.url)
    owner.give("EQ05", answered("l1"))
    owner.expect_saved()
    other.give("EQ05", answered("l3"))
    dialog = other.page.locator("#conflict")
    expect(dialog).to_be_visible()
    other.look()
    assert stored()["EQ05"] == "l1"
    dialog.locator("button[value=mine]").click()
    other.expect_saved()
    assert (stored()["EQ05"], chosen(other.page, "EQ05")) == ("l3", "l3")
    assert other.faults == []


def test_taking_the_other_answer_changes_nothing_stored(visit: Visit, sample: Sample) -> None:
    owner = visit()
    open_equipment(owner, sample)
    other = Respondent(owner.page.context.new_page())
    other.page.goto(owner.page.url)
    owner.give("EQ05", answered("l1"))
    owner.expect_saved()
    other.give("EQ05", answered("l3"))
    other.page.locator("#conflict button[value=theirs]").click()
    expect(other.page.locator("#conflict")).to_be_hidden()
    assert (stored()["EQ05"], chosen(other.page, "EQ05")) == ("l1", "l1")


def test_language_changes_in_place_and_keeps_the_answers(visit: Visit, sample: Sample) -> None:
    owner = visit()
    open_equipment(owner, sample)
    owner.give("EQ05", answered("l2"))
    owner.expect_saved()
    before = owner.page.url
    owner.page.click(".language button")
    expect(owner.page.locator("html")).to_have_attribute("lang", re.compile("zh-hans", re.IGNORECASE))
    assert (owner.page.url, chosen(owner.page, "EQ05")) == (before, "l2")
    owner.look()
    assert owner.faults == []
