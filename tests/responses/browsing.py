"""The questionnaire in a browser for tests: opened, answered, and what was saved."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from assessment.responses.actions import Opened, start_assessment
from assessment.responses.models import Answer
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release
from tests.responses.conftest import address

MakePage = Callable[..., Page]
SAVED = re.compile(r"Saved \d\d:\d\d")


@pytest.fixture
def opened(live_server: LiveServer) -> Opened:
    return start_assessment(
        enterprise_name="Four Gears Ltd", release=make_release(bank_document()), scope=Scope.FULL, language="en"
    )


@pytest.fixture
def visit(make_page: MakePage, live_server: LiveServer, opened: Opened) -> MakePage:
    """This fixture will return a function that opens a section in a browser that holds the key."""

    def go(section: str, page: Page | None = None, **options: Any) -> Page:
        page = page or make_page(**options)
        cookie = {"name": COOKIE_NAME, "value": opened.token, "url": live_server.url}
        page.context.add_cookies([cookie])
        page.goto(live_server.url + address("section", opened.assessment, section))
        return page

    return go


def stored(opened: Opened) -> dict[str, Any]:
    rows = Answer.objects.filter(assessment=opened.assessment).order_by("version")
    return {row.question_key: row.value if row.state == "answered" else row.state for row in rows}


def versions(opened: Opened) -> int:
    return Answer.objects.filter(assessment=opened.assessment).count()


def choose(page: Page, key: str, option: str) -> None:
    page.locator(f"#q-{key} input[value={option}]").check()
