"""The advice desk in a real browser: by buttons, by keyboard, by dragging, and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.accounts.models import User
from assessment.responses.models import Assessment
from tests.plan.overlays import Advisers, make_advisers

pytestmark = pytest.mark.browser


@pytest.fixture
def advisers(transactional_db: None, submitted: Assessment, consultant: User) -> Advisers:
    return make_advisers(submitted, consultant)


def open_desk(page: Page, advisers: Advisers, live_server: LiveServer) -> None:
    key = advisers.browser.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
    page.goto(live_server.url + advisers.address())


def keys(page: Page) -> list[str]:
    return [str(row.get_attribute("data-key")) for row in page.locator("#overlay-shown > [data-key]").all()]


@pytest.mark.parametrize("has_script", [True, False])
def test_moving_by_button_keeps_reason_and_focus(
    advisers: Advisers, live_server: LiveServer, make_page: Callable[..., Page], has_script: bool
) -> None:
    page = make_page(java_script_enabled=has_script)
    open_desk(page, advisers, live_server)
    page.locator("#down-A").click()
    expect(page.locator("#error-summary")).to_contain_text("Say why")
    page.get_by_label("Why another order?").fill("Cheaper first")
    page.get_by_role("button", name="Move it").click()
    expect(page.locator("#overlay-shown > li").first).to_have_attribute("data-key", "B")
    expect(page.get_by_label("Why another order?")).to_have_value("Cheaper first")
    expect(page.locator("#up-A")).to_have_attribute("autofocus", "")
    assert advisers.shown() == ["B", "A"]


def test_moving_by_keyboard(advisers: Advisers, live_server: LiveServer, make_page: Callable[..., Page]) -> None:
    page = make_page()
    open_desk(page, advisers, live_server)
    page.get_by_label("Why another order?").fill("Cheaper first")
    page.locator("#up-B").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#down-B")).to_be_focused()
    assert keys(page) == ["B", "A"]


def test_moving_by_dragging(advisers: Advisers, live_server: LiveServer, make_page: Callable[..., Page]) -> None:
    page = make_page(height=1600)
    open_desk(page, advisers, live_server)
    page.get_by_label("Why another order?").fill("Cheaper first")
    grip = page.locator("[data-key=B] .overlay-grip").bounding_box()
    goal = page.locator("[data-key=A]").bounding_box()
    assert grip and goal
    page.mouse.move(grip["x"] + 5, grip["y"] + 5)
    page.mouse.down()
    page.mouse.move(goal["x"] + 60, goal["y"] + 12, steps=6)
    page.mouse.up()
    expect(page.locator("#overlay-shown > li").first).to_have_attribute("data-key", "B")
    assert advisers.shown() == ["B", "A"]


@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_scrolls_sideways(
    advisers: Advisers, live_server: LiveServer, make_page: Callable[..., Page], width: int, console_errors: list[str]
) -> None:
    advisers.hide("A", reason="x" * 300)
    advisers.send("advice-add", title_en="y" * 200)
    page = make_page(width=width)
    open_desk(page, advisers, live_server)
    for address in (advisers.address(), advisers.address("advice-add"), advisers.address("advice-words", "B")):
        page.goto(live_server.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert console_errors == []
