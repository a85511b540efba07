"""The builder in a real browser: by keyboard alone, in place with a script, page by page without one."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("tests.studio.conditions_page"),
    pytest.mark.django_db(transaction=True),
]
MakePage = Callable[..., Page]


def control(page: Page, name: str) -> Locator:
    return page.locator(f'[id="id_{name}"]')


def said(page: Page, name: str) -> Locator:
    return control(page, name).locator(".condition-said")


def test_line_is_built_by_keyboard_in_place(
    live_server: LiveServer, make_page: MakePage, console_errors: list[str]
) -> None:
    page = make_page()
    page.goto(f"{live_server.url}/page/")
    page.fill("input[name=name]", "Typed before")
    control(page, "when:0:line").press("Enter")
    search = page.get_by_label("Search by words")
    expect(search).to_be_focused()
    page.keyboard.type("(e) question")
    page.keyboard.press("Enter")
    expect(control(page, "when:0-1:how")).to_be_focused()
    page.keyboard.press("Tab")
    expect(control(page, "when:0-1:value:0")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(said(page, "when")).to_have_text("Question C is at most 40 % and Question E is “YES”")
    expect(page.locator("input[name=name]")).to_have_value("Typed before")
    control(page, "when:0-1:remove").press("Enter")
    expect(control(page, "when:0-0:remove")).to_be_focused()
    expect(said(page, "when")).to_have_text("Question C is at most 40 %")
    assert console_errors == []


def test_sentence_follows_what_is_typed(live_server: LiveServer, make_page: MakePage) -> None:
    page = make_page()
    page.goto(f"{live_server.url}/page/")
    control(page, "when:0-0:value:0").fill("55")
    expect(said(page, "when")).to_have_text("Question C is at most 55 %")
    expect(control(page, "when:0-0:value:0")).to_be_focused()
    control(page, "when:0-0:how").focus()
    control(page, "when:0-0:how").select_option("known")
    expect(said(page, "when")).to_have_text("Question C is known")
    expect(control(page, "when:0-0:how")).to_be_focused()


def test_quick_changes_are_all_made(live_server: LiveServer, make_page: MakePage) -> None:
    page = make_page()
    page.goto(f"{live_server.url}/page/")
    names = [f"id_{name}" for name in ("when:0:line", "shown:0:line", "when:0:line", "shown:0:line")]
    page.evaluate("names => names.forEach((name) => document.getElementById(name).click())", names)
    expect(page.locator(".condition-line")).to_have_count(5)


class Held:
    """Answers to what the builder asks, kept back until they are let go."""

    def __init__(self, page: Page) -> None:
        self._waiting: list[Route] = []
        self._is_open = False
        page.route("**/page/", self._take)

    def _take(self, route: Route) -> None:
        if self._is_open or route.request.method != "POST":
            route.continue_()
        else:
            self._waiting.append(route)

    def let_go(self, page: Page) -> None:
        self._is_open = True
        with page.expect_response("**/page/"):
            for route in self._waiting:
                route.continue_()


def second_line(page: Page) -> None:
    control(page, "when:0:line").click()
    control(page, "when:0-1:fact").select_option("answer.C")
    control(page, "when:0-1:value:0").wait_for()


def test_what_is_typed_while_lines_are_drawn_again_stays(live_server: LiveServer, make_page: MakePage) -> None:
    page = make_page()
    page.goto(f"{live_server.url}/page/")
    held = Held(page)
    control(page, "when:0:group").click()
    control(page, "when:0-0:value:0").fill("5")
    held.let_go(page)
    expect(control(page, "when:0-1:joint")).to_be_visible()
    expect(control(page, "when:0-0:value:0")).to_be_focused()
    page.keyboard.type("5")
    expect(control(page, "when:0-0:value:0")).to_have_value("55")


def test_what_is_typed_below_a_line_that_goes_moves_up_with_its_own(
    live_server: LiveServer, make_page: MakePage
) -> None:
    page = make_page()
    page.goto(f"{live_server.url}/page/")
    second_line(page)
    held = Held(page)
    control(page, "when:0-0:remove").click()
    control(page, "when:0-0:value:0").fill("11")
    control(page, "when:0-1:value:0").fill("70")
    held.let_go(page)
    expect(page.locator(".condition-line")).to_have_count(1)
    expect(control(page, "when:0-0:value:0")).to_have_value("70")
    expect(control(page, "when:0-0:value:0")).to_be_focused()
    expect(said(page, "when")).to_contain_text("70")


def test_words_looked_for_stay_while_another_line_is_drawn(live_server: LiveServer, make_page: MakePage) -> None:
    page = make_page()
    page.goto(f"{live_server.url}/page/")
    control(page, "when:0:line").click()
    search = page.get_by_label("Search by words")
    search.wait_for()
    held = Held(page)
    control(page, "when:0-0:how").select_option("between")
    search.fill("(e) question")
    found = control(page, "when:0-1:fact").locator("optgroup option").count()
    held.let_go(page)
    expect(control(page, "when:0-0:value:1")).to_be_visible()
    expect(search).to_have_value("(e) question")
    expect(search).to_be_focused()
    expect(control(page, "when:0-1:fact").locator("optgroup option")).to_have_count(found)


def test_fact_that_was_chosen_stays_while_another_is_looked_for(live_server: LiveServer, make_page: MakePage) -> None:
    page = make_page()
    page.goto(f"{live_server.url}/page/")
    control(page, "when:0-0:change").click()
    page.get_by_label("Search by words").fill("nothing like it")
    expect(control(page, "when:0-0:fact")).to_have_value("answer.C")
    page.keyboard.press("Escape")
    expect(control(page, "when:0-0:how")).to_be_focused()


def test_return_in_a_field_saves_the_form(live_server: LiveServer, make_page: MakePage) -> None:
    page = make_page()
    page.goto(f"{live_server.url}/page/")
    with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
        page.locator("input[name=name]").press("Enter")
    assert sent.value.status == 201


def test_builder_works_without_a_script(live_server: LiveServer, make_page: MakePage) -> None:
    page = make_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/page/")
    control(page, "shown:0:line").click()
    control(page, "shown:0-0:fact").select_option("answer.A")
    page.get_by_role("button", name="Choose", exact=True).click()
    control(page, "shown:0-0:how").select_option("in")
    control(page, "shown").get_by_role("button", name="Update the lines").click()
    page.get_by_label("HALF").check()
    page.get_by_label("FULL").check()
    control(page, "shown").get_by_role("button", name="Update the lines").click()
    expect(said(page, "shown")).to_have_text("Question A is “HALF” or “FULL”")


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_builder_is_accessible_and_narrow(live_server: LiveServer, make_page: MakePage, locale: str) -> None:
    for width in (1280, 320):
        page = make_page(locale=locale, width=width)
        page.goto(f"{live_server.url}/page/")
        control(page, "when:0:group").click()
        control(page, "when:0-1:line").click()
        control(page, "when:0-0:how").select_option("between")
        control(page, "shown:0:line").click()
        page.locator(".condition-finder").nth(2).wait_for()
        found = [violation["id"] for violation in Axe().run(page).response["violations"]]
        assert (found, page.evaluate("document.documentElement.scrollWidth")) == ([], width)
