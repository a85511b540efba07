"""Keeping the catalogue in a real browser: with and without script, on a desk and on a phone."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.accounts.models import User
from recommendations.catalogue.models import FundingScheme, Offering
from tests.studio.catalogue_forms import at, stock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def open_page(
    live_server: LiveServer, client: Client, catalogue_keeper: User, make_page: Callable[..., Page]
) -> Callable[..., Page]:
    stock()
    client.force_login(catalogue_keeper)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}

    def opened(address: str, **options: object) -> Page:
        page = make_page(**options)
        page.context.add_cookies([{**cookie, "url": live_server.url}])
        page.goto(f"{live_server.url}{address}")
        return page

    return opened


@pytest.mark.parametrize("scripted", [True, False])
def test_condition_and_title_are_written_by_pressing(open_page: Callable[..., Page], scripted: bool) -> None:
    page = open_page(at("offering-edit", "p1", "two"), java_script_enabled=scripted)
    page.get_by_role("group", name="Title").get_by_label("English").fill("Better title")
    page.get_by_role("button", name="Add a line").click()
    expect(page.get_by_role("button", name="Add a line")).to_be_visible()
    page.get_by_role("button", name="Save as verified today").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert Offering.objects.get(key="two").title["en"] == "Better title"


def test_source_is_added_without_losing_what_was_typed(open_page: Callable[..., Page]) -> None:
    page = open_page(at("scheme-edit", "grant-1"), java_script_enabled=False)
    page.get_by_label("At most, empty if it was not published").fill("77")
    page.get_by_role("button", name="Add a source").click()
    assert page.url.endswith("#at-sources")
    expect(page.get_by_label("At most, empty if it was not published")).to_have_value("77")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert FundingScheme.objects.get(key="grant-1").cap == 77


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_pages_fit_a_phone(open_page: Callable[..., Page], locale: str, console_errors: list[str]) -> None:
    addresses = [
        *(at(name) for name in ("home", "offerings", "providers", "schemes", "categories", "words", "offering-add")),
        *(at("offering-edit", "p1", "one"), at("scheme-edit", "grant-1"), at("category-edit", "help")),
    ]
    page = open_page(addresses[0], locale=locale, width=390)
    for address in addresses:
        page.goto(page.url.partition("/studio")[0] + address)
        assert page.evaluate("document.documentElement.scrollWidth") == 390, address
    assert console_errors == []
