"""Every page that needs no assessment, in both languages, wide and narrow: no fault that axe finds, no sideways scroll."""

from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page

from tests.browser.respondent import Respondent

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = [
    "/",
    "/resume/",
    "/method/",
    "/sources/",
    "/services/",
    "/verify/",
    "/privacy/",
    "/accessibility/",
    "/no-such-page/",
]
SIZES = [("en-GB", 1280), ("zh-CN", 1280), ("en-GB", 320), ("zh-CN", 320)]


@pytest.mark.parametrize(("locale", "width"), SIZES)
def test_pages_have_no_fault_that_a_machine_finds(locale: str, width: int, visit: Callable[..., Respondent]) -> None:
    visitor = visit(locale=locale, width=width)
    for address in PAGES:
        visitor.page.goto(address)
        visitor.look()
    assert visitor.faults == []


def test_text_spacing_and_double_text_size_lose_nothing(visit: Callable[..., Respondent]) -> None:
    visitor = visit(width=640, bypass_csp=True)
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } html { font-size: 200% }"
    for address in PAGES:
        visitor.page.goto(address)
        visitor.page.add_style_tag(content=spacing)
        wide, seen = visitor.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        if wide > seen:
            visitor.faults.append(f"{address}: {wide} px wide in a window of {seen} px")
    assert visitor.faults == []


@pytest.mark.parametrize("name", ["400", "500", "503"])
def test_last_resort_pages_are_accessible(name: str, visit: Callable[..., Respondent]) -> None:
    visitor = visit(width=390)
    show_template(visitor.page, f"errors/{name}.html")
    visitor.look()
    assert visitor.faults == []


def show_template(page: Page, name: str) -> None:
    """These pages look nothing up, so the file itself, put together, is what a visitor gets."""
    page.goto("/privacy/")
    page.set_content(render_to_string(name))
