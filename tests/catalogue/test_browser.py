"""The public pages in a real browser: nothing that axe finds, nothing that has to be scrolled sideways."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.bank.actions import load_bank, release_bank
from recommendations.catalogue.actions import load_catalogue
from tests.catalogue.samples import catalogue, catalogue_bank, named, offering, provider
from tests.playbook.samples import worked_examples

PATHS = (
    "/services/",
    "/services/help/",
    "/services/search/?category=help",
    "/services/offerings/p/a/",
    "/services/providers/p/",
    "/services/compare/?o=p/a&o=p/b&o=p/gone",
)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_pages_are_accessible_and_narrow(
    locale: str, live_server: LiveServer, make_page: Callable[..., Page], console_errors: list[str]
) -> None:
    release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))
    offerings = [offering("a", sizes=["small"], deployment="onsite", valid_until=None), offering("b")]
    load_catalogue(files=[named(catalogue(provider("p", *offerings, sample=True)))])
    for width in (1280, 320):
        page = make_page(locale=locale, width=width)
        for path in PATHS:
            page.goto(live_server.url + path)
            found = [violation["id"] for violation in Axe().run(page).response["violations"]]
            assert (found, page.evaluate("document.documentElement.scrollWidth")) == ([], width)
    assert console_errors == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_choice_goes_along_from_page_to_page_and_a_fifth_is_refused(
    live_server: LiveServer, make_page: Callable[..., Page], console_errors: list[str]
) -> None:
    offerings = [offering(key, **{"category": "tools" if key in "de" else "help"}) for key in "abcde"]
    load_catalogue(files=[named(catalogue(provider("p", *offerings)))])
    page = make_page()
    page.goto(live_server.url + "/services/tools/")
    page.get_by_label("Compare: Offer d").check()
    page.goto(live_server.url + "/services/search/?category=help")
    for key in "abc":
        page.get_by_label(f"Compare: Offer {key}").check()
    expect(page.get_by_role("status")).to_have_text("Four are chosen. Take one out to choose another.")
    page.goto(live_server.url + "/services/tools/")
    expect(page.get_by_label("Compare: Offer e")).to_be_disabled()
    page.get_by_role("button", name="Take out: Offer b").click()
    expect(page.get_by_label("Compare: Offer e")).to_be_enabled()
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("thead th a:first-child")).to_have_text(["Offer d", "Offer a", "Offer c"])
    assert console_errors == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_ticks_of_one_page_are_compared_without_a_script(
    live_server: LiveServer, make_page: Callable[..., Page]
) -> None:
    load_catalogue(files=[named(catalogue(provider("p", offering("a"), offering("b"), offering("c"))))])
    page = make_page(java_script_enabled=False)
    page.goto(live_server.url + "/services/search/")
    for key in "ac":
        page.get_by_label(f"Compare: Offer {key}").check()
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("thead th a:first-child")).to_have_text(["Offer a", "Offer c"])
