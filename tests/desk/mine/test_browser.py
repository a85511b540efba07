"""Claiming in a real browser: what waits in another tab, also without a connection, is saved after signing in."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.accounts.models import Enterprise, User
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.models import Answer
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from tests.conftest import make_user
from tests.responses.banks import bank_document, make_release
from tests.responses.conftest import address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MakePage = Callable[..., Page]
SAVED = re.compile(r"Saved \d\d:\d\d")


@pytest.fixture
def opened(live_server: LiveServer) -> Opened:
    return start_assessment(
        enterprise_name="Four Gears Ltd", release=make_release(bank_document()), scope=Scope.FULL, language="en"
    )


def stored(opened: Opened) -> dict[str, object]:
    rows = Answer.objects.filter(assessment=opened.assessment).order_by("version")
    return {row.question_key: row.value for row in rows}


def sign_in(page: Page, person: User) -> None:
    page.fill("input[name=login]", person.email)
    page.fill("input[name=password]", "a long enough password")
    page.locator("main form button.btn-primary").first.click()


def test_draft_in_another_tab_survives_signing_in_and_claiming(
    make_page: MakePage, live_server: LiveServer, opened: Opened
) -> None:
    owner = make_user("owner")
    answering = make_page()
    answering.context.add_cookies([{"name": COOKIE_NAME, "value": opened.token, "url": live_server.url}])
    answering.goto(live_server.url + address("section", opened.assessment, "profile"))
    answering.fill("#f-employees", "86")
    expect(answering.locator("#saved")).to_have_text(SAVED)
    answering.route("**/answers/**", lambda route: route.abort())
    answering.locator("#q-makes input[value=yes]").check()
    assert stored(opened) == {"employees": "86"}

    claiming = answering.context.new_page()
    claiming.goto(live_server.url + address("keep", opened.assessment))
    claiming.get_by_role("link", name="Keep it in an account").click()
    sign_in(claiming, owner)
    claiming.get_by_role("button", name="Make it mine").click()
    expect(claiming.locator("h1")).to_have_text("Four Gears Ltd")
    assert Enterprise.objects.get().owner == owner

    answering.unroute("**/answers/**")
    answering.evaluate("dispatchEvent(new Event('online'))")
    expect(answering.locator("#saved")).to_have_text(SAVED)
    answering.locator("#f-region").select_option("place3")
    expect(answering.locator("#saved")).to_have_text(SAVED)
    answering.reload()
    expect(answering.locator("#q-makes input[value=yes]")).to_be_checked()
    assert stored(opened) == {"employees": "86", "makes": "yes", "region": "place3"}
