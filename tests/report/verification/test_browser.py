"""Checking a report in a real browser: no fault that a machine finds, wide and narrow, with and without scripts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.config.demo import answer_sample
from assessment.responses.tokens import COOKIE_NAME
from recommendations.plan.actions import submit_and_advise
from recommendations.report.models import Report
from tests.browser.respondent import Respondent
from tests.report.sharing.conftest import PDF
from tests.report.verification.conftest import issue, page_of
from tests.world import load_content

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MakePage = Callable[..., Page]


@pytest.fixture
def issued(transactional_db: None) -> tuple[Report, str]:
    """A report that nobody may check yet, and the key of the browser that decides about it."""
    opened = answer_sample(load_content())
    return issue(submit_and_advise(assessment=opened.assessment)), opened.token


@pytest.mark.parametrize(("locale", "width"), [("en-GB", 1280), ("zh-CN", 320)])
def test_owner_allows_and_a_bank_checks(
    locale: str, width: int, make_page: MakePage, live_server: LiveServer, issued: tuple[Report, str], tmp_path: Path
) -> None:
    report, key = issued
    own = Respondent(make_page(base_url=live_server.url, locale=locale, width=width))
    bank = Respondent(make_page(base_url=live_server.url, locale=locale, width=width))
    bank.page.goto(page_of(report))
    bank.look()
    own.page.context.add_cookies([{"name": COOKIE_NAME, "value": key, "url": live_server.url}])
    own.page.goto(f"/a/{report.result.assessment.public_id}/reports/{report.public_id}/checking/")
    own.look()
    own.page.click("main form button")
    own.look()
    bank.page.reload()
    bank.look()
    (tmp_path / "forged.pdf").write_bytes(PDF + b" ")
    bank.page.set_input_files("input[type=file]", tmp_path / "forged.pdf")
    bank.page.click("main form button")
    expect(bank.page.locator(".alert-danger")).to_be_visible()
    bank.look()
    assert own.faults + bank.faults == []


def test_form_works_without_scripts_by_keyboard(
    make_page: MakePage, live_server: LiveServer, issued: tuple[Report, str]
) -> None:
    report, _key = issued
    page = make_page(base_url=live_server.url, java_script_enabled=False, width=390)
    page.goto("/verify/")
    page.focus("input[name=number]")
    page.keyboard.type(f"{live_server.url}{page_of(report)}")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Nothing can be confirmed")
