"""The rule form in a real browser: ready for a question in few clicks, its helpers at work, and all of it without script."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.accounts.models import User
from assessment.bank.editing.crafts import BANK
from assessment.bank.models import Bank
from tests.studio.advice_forms import PLACE, item, load_sample, working_copy

SHIPPED = ("steps", "tools", "share")
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def open_page(
    live_server: LiveServer, client: Client, editor: User, make_page: Callable[..., Page]
) -> Callable[..., Page]:
    load_sample()
    client.force_login(editor)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}

    def opened(address: str, **options: object) -> Page:
        page = make_page(**options)
        page.context.add_cookies([{**cookie, "url": live_server.url}])
        page.goto(f"{live_server.url}{PLACE}{address}")
        return page

    return opened


def is_too_wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


@pytest.mark.parametrize("scripted", [True, False])
def test_rule_for_a_question_takes_an_action_and_save(open_page: Callable[..., Page], scripted: bool) -> None:
    page = open_page("rules/add/?question=skill", java_script_enabled=scripted)
    page.get_by_label("What is recommended").select_option("A02")
    page.get_by_role("button", name="Save").last.click()
    expect(page.get_by_text("The rule is saved.")).to_be_visible()
    assert item("rules", "R-A02-skill")["when"] == {"fact": "answer.skill", "op": "is", "value": "a0"}


def test_new_question_with_its_rule_takes_eight_clicks(open_page: Callable[..., Page], live_server: LiveServer) -> None:
    """Every click counts, also those into a field and into a list; keys do not."""
    page = open_page("")
    page.goto(f"{live_server.url}/studio/")
    text, feeds = page.locator("[name=text_en]"), page.locator("#id_feeds-0-node")
    clicks = [page.get_by_role("link", name="Questions", exact=True)]
    clicks += [page.locator("#s-machines").get_by_role("link", name="Add a question")]
    for target in clicks:
        target.click()
    expect(text).to_be_focused()
    page.keyboard.type("Are the machines looked after?")
    feeds.select_option(label="Machines")
    after = page.get_by_role("button", name="Add it, then a rule for it")
    after.click()
    page.get_by_label("What is recommended").select_option("A01")
    in_lists = 2 * 2  # opening a list and choosing in it
    save = page.get_by_role("button", name="Save").last
    save.click()
    expect(page.get_by_text("The rule is saved.")).to_be_visible()
    [question] = [
        each for each in BANK.data(Bank.objects.get())["sections"][1]["questions"] if each["key"] not in SHIPPED
    ]
    assert question["text"]["en"] == "Are the machines looked after?"
    assert [rule["recommends"] for rule in working_copy()["rules"] if question["key"] in str(rule["when"])] == ["A01"]
    assert len([*clicks, after, save]) + in_lists <= 8


def test_helpers_of_the_rule_form(open_page: Callable[..., Page], console_errors: list[str]) -> None:
    page = open_page("rules/R1/")
    band = page.locator("[data-band]")
    expect(band).to_have_text("→ Later: from 1")
    page.get_by_label("Priority, 1 to 100").fill("80")
    expect(band).to_have_text("→ First: from 70")
    expect(page.get_by_label("Title of the new action")).to_be_hidden()
    page.get_by_label("What is recommended").select_option("+")
    expect(page.get_by_role("group", name="The new action", exact=True)).to_be_visible()
    page.locator("#id_slot").select_option("answer.steps")
    page.get_by_role("button", name="Insert").click()
    expect(page.locator("[name=because_en]")).to_have_value("It is time.{answer.steps}")
    expect(page.locator("#trial .why").first).to_contain_text("It is time.“")
    page.get_by_role("button", name="Try the rule").click()
    expect(page.locator("#trial table tbody tr").nth(1)).to_contain_text("1000 generated")
    assert console_errors == []


def test_rows_are_added_and_moved_in_place(open_page: Callable[..., Page], console_errors: list[str]) -> None:
    page = open_page("actions/A02/", width=390)
    page.get_by_role("button", name="Add a step").click()
    field = page.locator("[name=steps-1-text_en]")
    expect(field).to_be_focused()
    field.fill("Then rest.")
    page.get_by_role("button", name="Move row 2 up").first.click()
    expect(page.locator("#at-steps textarea").first).to_have_value("Then rest.")
    page.get_by_role("button", name="Save").last.click()
    expect(page.get_by_text("The action is saved.")).to_be_visible()
    assert [step["en"] for step in item("actions", "A02")["steps"]] == ["Then rest.", "Begin."]
    assert console_errors == []


def test_link_to_a_part_of_a_field_leads_to_the_field(open_page: Callable[..., Page]) -> None:
    page = open_page("actions/A02/#at-steps-0-text-en")
    expect(page.locator("[name=steps-0-text_en]")).to_be_focused()


def test_faults_take_the_focus_and_lead_to_their_fields(open_page: Callable[..., Page]) -> None:
    page = open_page("rules/R1/")
    page.get_by_label("Priority, 1 to 100").fill("500")
    page.get_by_role("button", name="Save").last.click()
    expect(page.locator(".error-summary")).to_be_focused()
    page.locator(".error-summary a").click()
    expect(page.get_by_label("Priority, 1 to 100")).to_be_focused()


@pytest.mark.parametrize("address", ["", "actions/A01/", "rules/R1/", "head/", "actions/A01/remove/"])
def test_pages_fit_a_phone_in_chinese(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address, width=390, locale="zh-CN")
    assert page.locator("html").get_attribute("lang") == "zh-hans"
    assert not is_too_wide(page)
