"""One section without a mouse: every question is one stop, and the focus can always be seen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from assessment.responses.models import Assessment
from assessment.responses.queries import current_answers
from tests.browser.conftest import Sample
from tests.browser.respondent import Respondent

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_STOPS = 120
FOCUS = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const around = at.closest('.opt, .chip') ?? at;
  const outlined = [style, getComputedStyle(around)].some((each) => each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) >= 2);
  return {
    question: at.closest('article.q')?.dataset.key ?? '',
    type: at.type ?? at.tagName,
    text: at.textContent.trim(),
    hasFocusMark: outlined,
    isInSight: box.bottom > 0 && box.top < innerHeight,
  };
}"""


def test_first_tab_leads_past_the_navigation(visit: Callable[..., Respondent]) -> None:
    owner = visit()
    owner.page.goto("/")
    owner.page.keyboard.press("Tab")
    expect(owner.page.locator(".skip")).to_be_focused()
    owner.page.keyboard.press("Enter")
    expect(owner.page.locator("#main")).to_be_focused()


def test_section_is_answered_with_the_keyboard_alone(visit: Callable[..., Respondent], sample: Sample) -> None:
    owner = visit()
    owner.start(scope="quick")
    owner.fill_section(sample.answers)
    owner.go_on()
    keyboard, answered, unmarked = owner.page.keyboard, [], []
    for _stop in range(MOST_STOPS):
        keyboard.press("Tab")
        at = owner.page.evaluate(FOCUS)
        if not (at["hasFocusMark"] and at["isInSight"]):
            unmarked.append((at["question"], at["type"], at["text"][:40]))
        if at["question"] and at["question"] not in answered and at["type"] in {"radio", "checkbox", "text"}:
            answered.append(at["question"])
            keyboard.press("4") if at["type"] == "text" else keyboard.press("Space")
        if at["type"] == "submit" and "Continue" in at["text"]:
            break
    asked = owner.asked()
    owner.expect_saved()
    assert unmarked == []
    assert answered == asked
    keyboard.press("Enter")
    owner.page.wait_for_url("**/s/rd_production/")
    stored = current_answers(Assessment.objects.get())
    assert [key for key in asked if key not in stored] == []
