"""The desk's pages in a real browser, in both languages, wide and narrow: nothing that axe finds, no sideways scroll."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.respondent import Respondent
from tests.conftest import make_user
from tests.desk.studied import KEYS, SLUG, answer_and_submit, release_studied, submit_many, typical

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIZES = [("en-GB", 1280), ("zh-CN", 1280), ("en-GB", 320), ("zh-CN", 320)]


@pytest.mark.parametrize(("locale", "width"), SIZES)
def test_desk_has_no_fault_that_a_machine_finds(
    locale: str, width: int, live_server: LiveServer, make_page: Callable[..., Page]
) -> None:
    submit_many(release_studied(), 31)
    answer_and_submit(release_studied(slug="waiting"), dict.fromkeys(KEYS, "full"))
    answer_and_submit(release_studied(slug="hasty"), typical(1), seconds=0.4)
    staff = Respondent(signed_in(make_page(base_url=live_server.url, locale=locale, width=width), live_server))
    for address in (f"/desk/?bank={SLUG}", "/desk/?bank=hasty", items(SLUG), items("waiting")):
        staff.page.goto(address)
        staff.look()
    assert staff.faults == []


def test_filter_is_used_with_the_keyboard(live_server: LiveServer, make_page: Callable[..., Page]) -> None:
    release = release_studied()
    submit_many(release, 30)
    answer_and_submit(release, dict.fromkeys(KEYS, "full"))
    page = signed_in(make_page(base_url=live_server.url), live_server)
    page.goto(items(SLUG))
    page.get_by_label("Missing answers").select_option("pairwise")
    page.get_by_label("Leave out flagged submissions").press("Space")
    page.get_by_role("button", name="Show").press("Enter")
    page.wait_for_url("**?*")
    assert page.get_by_text("1 flagged submission is left out.").is_visible()
    assert page.get_by_label("Missing answers").input_value() == "pairwise"


def items(slug: str) -> str:
    return f"/desk/banks/{slug}/items/"


def signed_in(page: Page, live_server: LiveServer) -> Page:
    client = Client()
    client.force_login(make_user("browsing", is_staff=True))
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    return page
