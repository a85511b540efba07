"""The public pages in a real browser: nothing that axe finds, nothing that has to be scrolled sideways."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from assessment.bank.actions import load_bank, release_bank
from recommendations.catalogue.actions import load_catalogue
from tests.catalogue.samples import catalogue, catalogue_bank, named, offering, provider
from tests.playbook.samples import worked_examples


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_pages_are_accessible_and_narrow(
    locale: str, live_server: LiveServer, make_page: Callable[..., Page], console_errors: list[str]
) -> None:
    release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))
    offerings = [offering("a", sizes=["small"], deployment="onsite", valid_until=None)]
    load_catalogue(files=[named(catalogue(provider("p", *offerings, sample=True)))])
    for width in (1280, 320):
        page = make_page(locale=locale, width=width)
        for path in ("/services/", "/services/help/"):
            page.goto(live_server.url + path)
            found = [violation["id"] for violation in Axe().run(page).response["violations"]]
            assert (found, page.evaluate("document.documentElement.scrollWidth")) == ([], width)
    assert console_errors == []
