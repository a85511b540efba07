"""The editor in a real browser: how few clicks it takes, by mouse, by keyboard, with a script and without one."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.accounts.models import PlatformRole
from assessment.bank.models import Bank
from tests.conftest import appoint
from tests.studio.editor_banks import OUTLINE, SECTIONS, data_of, order, small_bank, small_playbook

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Visit = Callable[..., Page]


@pytest.fixture
def bank(transactional_db: None) -> Bank:
    bank = small_bank()
    small_playbook()
    return bank


@pytest.fixture
def visit(bank: Bank, live_server: LiveServer, make_page: Callable[..., Page]) -> Visit:
    client = Client()
    client.force_login(appoint("editor", PlatformRole.EDITOR))
    key = client.cookies["sessionid"].value

    def at(path: str, **options: object) -> Page:
        page = make_page(base_url=live_server.url, **options)
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
        page.goto(path)
        return page

    return at


class Clicks:
    """Clicks, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, target: Locator) -> None:
        target.click()
        self.count += 1


@pytest.mark.parametrize("is_scripted", [True, False])
def test_typo_takes_at_most_four_clicks(visit: Visit, bank: Bank, is_scripted: bool) -> None:
    page, click = visit("/studio/", java_script_enabled=is_scripted), Clicks()
    click(page.get_by_role("link", name="Questions", exact=True))
    click(page.get_by_role("link", name="Website"))
    page.locator("[name='text_en']").fill("Does your shop have a website?")
    click(page.locator(".ed-save").get_by_role("button", name="Save"))
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert (click.count, data_of(bank)["sections"][1]["questions"][0]["text"]["en"]) == (
        3,
        "Does your shop have a website?",
    )


def test_question_with_its_rule_takes_at_most_eight_clicks(visit: Visit, bank: Bank) -> None:
    page, click = visit("/studio/"), Clicks()
    click(page.get_by_role("link", name="Questions", exact=True))
    click(page.locator("#s-tools").get_by_role("link", name="Add a question"))
    page.locator("[name='text_en']").fill("Do customers find you?")
    page.locator("#id_feeds-0-node").select_option("tools")
    click.count += 2  # opening the list and choosing in it
    click(page.get_by_role("button", name="Add it, then a rule for it"))
    page.locator("[name=because_en]").fill("Customers do not find you.")
    page.locator("[name=recommends]").select_option("A1")
    click.count += 2  # opening the list and choosing in it
    click(page.get_by_role("main").get_by_role("button", name="Save").last)
    page.wait_for_url("**/advice/**")
    assert order(bank)[1] == ("tools", ["T01", "T02", "T03", "T04"])
    assert click.count <= 8


def test_preview_and_weights_follow_every_key(visit: Visit, bank: Bank, console_errors: list[str]) -> None:
    page = visit(f"{OUTLINE}T01/")
    frame = page.frame_locator("#preview")
    expect(frame.locator("legend").first).to_contain_text("Do you have a website?")
    page.locator("[name='text_en']").fill("Is there a page?")
    expect(frame.locator("legend").first).to_contain_text("Is there a page?")
    page.get_by_label("简体中文", exact=True).last.check()
    expect(frame.locator("legend").first).to_contain_text("有网站吗？")
    page.locator("#id_feeds-0-weight").fill("1")
    expect(page.locator("#shares .ed-changed").first).to_be_visible()
    page.get_by_label("Desktop").check()
    assert page.evaluate("document.getElementById('preview').offsetWidth") > 600
    assert (console_errors, data_of(bank)["sections"][1]["questions"][0]["text"]["en"]) == (
        [],
        "Do you have a website?",
    )


def test_lines_come_in_place_and_the_focus_goes_there(visit: Visit, bank: Bank) -> None:
    page = visit(f"{OUTLINE}T01/")
    page.locator("[name='text_en']").fill("Typed before")
    page.get_by_role("button", name="Add an option").click()
    expect(page.locator("[name='options-3-label_en']")).to_be_focused()
    expect(page.locator("[name='text_en']")).to_have_value("Typed before")
    page.locator("#id_kind").select_option("number")
    expect(page.locator("#id_minimum")).to_be_visible()
    expect(page.locator("#lines-options")).to_be_hidden()


def test_question_moves_by_keyboard_and_keeps_the_focus(visit: Visit, bank: Bank) -> None:
    page = visit(OUTLINE)
    page.locator("#down-T01").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#outline-said")).to_have_text("“Website” is now question 2 of 3 in “Tools”.")
    expect(page.locator("#down-T01")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#outline-said")).to_have_text("“Website” is now question 3 of 3 in “Tools”.")
    assert order(bank)[1] == ("tools", ["T02", "T03", "T01"])


def test_question_moves_without_a_script(visit: Visit, bank: Bank) -> None:
    page = visit(OUTLINE, java_script_enabled=False)
    page.locator("#q-T01").get_by_text("More").click()
    page.locator("#to-T01").select_option("people")
    page.locator("#q-T01").get_by_role("button", name="Move", exact=True).click()
    expect(page.get_by_text("“Website” is now question 2 of 2 in “People”.")).to_be_visible()
    assert order(bank)[2] == ("people", ["P01", "T01"])


def test_question_is_dragged_into_another_section(visit: Visit, bank: Bank) -> None:
    page = visit(OUTLINE, height=1600)
    start, goal = page.locator("#q-T01 .ed-grip").bounding_box(), page.locator("#q-P01").bounding_box()
    assert start is not None and goal is not None
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(goal["x"] + 40, goal["y"] + 20, steps=8)
    page.mouse.move(goal["x"] + 40, goal["y"] + 3, steps=3)
    page.mouse.up()
    expect(page.locator("#outline-said")).to_have_text("“Website” is now question 1 of 2 in “People”.")
    assert order(bank)[2] == ("people", ["T01", "P01"])


@pytest.mark.parametrize("path", [OUTLINE, f"{OUTLINE}T01/", f"{OUTLINE}P01/", f"{SECTIONS}tools/", f"{SECTIONS}add/"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_can_be_used_by_everybody(visit: Visit, path: str, width: int) -> None:
    page = visit(path, width=width)
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    violations = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
