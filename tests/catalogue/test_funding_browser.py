"""The pages of funding schemes in a real browser: nothing that axe finds, nothing to scroll sideways, the filter works."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.bank.actions import load_bank, release_bank
from tests.catalogue.funding_samples import load_schemes, scheme
from tests.catalogue.samples import catalogue_bank
from tests.playbook.samples import worked_examples


@pytest.fixture
def schemes(transactional_db: None) -> None:
    release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))
    load_schemes(
        scheme("soon", valid_until="2030-12-31", regions=["north"], verified_on=None),
        scheme("loan", form="loan", sample=True),
        scheme("ended", valid_from="2021-01-01", valid_until="2021-12-31"),
    )


@pytest.mark.browser
@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_pages_are_accessible_and_narrow(
    schemes: None, locale: str, live_server: LiveServer, make_page: Callable[..., Page], console_errors: list[str]
) -> None:
    for width in (1280, 320):
        page = make_page(locale=locale, width=width)
        for path in ("/services/funding/", "/services/funding/?region=mars", "/services/funding/soon/"):
            page.goto(live_server.url + path)
            page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
            found = [violation["id"] for violation in Axe().run(page).response["violations"]]
            assert (path, found, page.evaluate("document.documentElement.scrollWidth")) == (path, [], width)
    assert console_errors == []


@pytest.mark.browser
def test_the_list_is_narrowed_by_choosing(
    schemes: None, live_server: LiveServer, make_page: Callable[..., Page]
) -> None:
    page = make_page(locale="en-GB", width=1280)
    page.goto(live_server.url + "/services/funding/")
    expect(page.get_by_role("article").filter(visible=True)).to_have_count(2)
    page.get_by_label("Region").select_option("South")
    page.locator("form.funding-filter button[type=submit]").click()
    expect(page.get_by_role("article").filter(visible=True).get_by_role("heading")).to_have_text(["Scheme loan Sample"])
