"""A whole bank comes in from a spreadsheet, and a file into a working copy, with few clicks and without scripts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from assessment.bank.compile import compile_bank
from assessment.bank.models import Bank
from recommendations.playbook.xlsx.writing import write_whole_workbook
from recommendations.studio.files.starting import example_documents, example_workbook

MOST_CLICKS = 6


class Clicks:
    """Counts what a person does with the mouse; choosing a file is two, opening the choice and picking the file."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def link(self, name: str) -> None:
        self.count += 1
        self.page.get_by_role("link", name=name, exact=True).click()

    def button(self, name: str) -> None:
        self.count += 1
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def file(self, path: Path) -> None:
        self.count += 2
        self.page.get_by_label("File (.xlsx, .yaml or .json)").set_input_files(path)


pytestmark = pytest.mark.browser


@pytest.fixture
def sign_in(live_server: LiveServer, client: Client, editor: User) -> Callable[[Page], None]:
    def signed_in(page: Page) -> None:
        client.force_login(editor)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])

    return signed_in


def test_bank_comes_from_a_spreadsheet_in_six_clicks(
    live_server: LiveServer, browser_page: Page, sign_in: Callable[[Page], None], tmp_path: Path
) -> None:
    path = tmp_path / "my-bank.xlsx"
    path.write_bytes(example_workbook())
    sign_in(browser_page)
    browser_page.goto(f"{live_server.url}/studio/")
    clicks = Clicks(browser_page)
    clicks.link("Add a bank")
    clicks.file(path)
    clicks.button("See what is in it")
    clicks.button("Take it in")
    expect(browser_page).to_have_url(f"{live_server.url}/studio/banks/my-bank/")
    assert clicks.count <= MOST_CLICKS
    assert compile_bank(Bank.objects.get(slug="my-bank")) == example_documents()[0]


@pytest.mark.parametrize("width", [390, 1280])
def test_changes_are_picked_without_scripts(
    live_server: LiveServer,
    make_page: Callable[..., Page],
    sign_in: Callable[[Page], None],
    tmp_path: Path,
    width: int,
) -> None:
    bank, playbook = example_documents()
    load_bank(document=bank)
    title = {"en": "Quite another title " * 12, "zh-hans": "别的题目" * 40}
    changed = bank.model_copy(update={"title": title, "description": {"en": "New", "zh-hans": "新"}})
    path = tmp_path / "my-bank.xlsx"
    path.write_bytes(write_whole_workbook(changed, None))
    page = make_page(width=width, java_script_enabled=False)
    sign_in(page)
    page.goto(f"{live_server.url}/studio/banks/my-bank/files/")
    clicks = Clicks(page)
    clicks.file(path)
    clicks.button("See what is in it")
    clicks.button("Tick none")
    page.get_by_role("checkbox", name="Description, English").check()
    clicks.button("Take what is ticked")
    expect(page.get_by_text("1 change was taken into the working copy.")).to_be_visible()
    document = compile_bank(Bank.objects.get())
    assert (document.title, document.description) == (bank.title, {"en": "New", "zh-hans": bank.description["zh-hans"]})
    assert page.get_by_role("checkbox").count() == 3
    size = page.locator("html").bounding_box()
    assert size is not None and size["width"] <= width
