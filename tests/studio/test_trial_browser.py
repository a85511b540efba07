"""Check and bench in a real browser: the bench answers as an answer changes, with a script and without, on a phone as well."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.accounts.models import PlatformRole
from tests.conftest import appoint
from tests.studio.trial_content import BENCH, CHECK, edit
from tests.world import load_content

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Visit = Callable[..., Page]
WHOLE = "#bench-result td b"


@pytest.fixture
def visit(transactional_db: None, live_server: LiveServer, make_page: Callable[..., Page]) -> Visit:
    load_content()
    edit("rules.R-A33-owner.sources", [], in_playbook=True)
    client = Client()
    client.force_login(appoint("editor", PlatformRole.EDITOR))
    key = client.cookies["sessionid"].value

    def at(path: str, **options: object) -> Page:
        page = make_page(base_url=live_server.url, **options)
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
        page.goto(path)
        return page

    return at


def test_check_and_bench_in_a_browser(visit: Visit, console_errors: list[str]) -> None:
    """One test, because loading the content takes longer than all that is looked at."""
    page = visit(f"{BENCH}?sample=example:metal_workshop")
    expect(page.locator(WHOLE).first).to_have_text("33.7")
    page.locator(".bench-section > summary").nth(1).click()
    page.locator("#bench-rules-fires > summary").click()
    page.fill("input[name='q.EQ01']", "95")
    expect(page.locator(WHOLE).first).not_to_have_text("33.7")
    expect(page.locator("#bench-rules-fires")).to_have_attribute("open", "")
    expect(page.locator("input[name='q.EQ01']")).to_be_focused()
    page.fill("input[name='q.EQ01']", "a lot")
    expect(page.locator("#e-EQ01")).not_to_be_empty()

    plain = visit(f"{BENCH}?sample=example:metal_workshop", java_script_enabled=False)
    plain.locator(".bench-section > summary").nth(1).click()
    plain.fill("input[name='q.EQ01']", "95")
    plain.get_by_role("button", name="Calculate").click()
    expect(plain.locator(WHOLE).first).not_to_have_text("33.7")
    expect(plain.locator("input[name='q.EQ01']")).to_have_value("95")

    for path in (CHECK, BENCH):
        for locale in ("en-GB", "zh-CN"):
            phone = visit(path, width=390, locale=locale)
            assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert Axe().run(phone).response["violations"] == []
    assert console_errors == []
