"""The lists of releases: what says the same, where one can go back to, and how they stand on a phone."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from assessment.accounts.models import User
from recommendations.studio.banks.overview import overviews
from tests.studio.releasing import SLUG, released, rename_action, reword, seen

PAGE = f"/studio/banks/{SLUG}/"


@pytest.fixture
def desk(client: Client, publisher: User) -> Client:
    client.force_login(publisher)
    return client


@pytest.fixture
def gone_back(db: None, desk: Client, publisher: User, editor: User) -> None:
    """1.0, 1.1 and 1.2 with other words, 1.3 that says what 1.1 said; the playbook has always said the same."""
    released()
    for words in ("Second", "Third"):
        reword(editor, words)
        desk.post(f"{PAGE}release/", seen(publisher))
    desk.post(f"{PAGE}release/back-to/1.1/", {"in_use": "1.2", "playbook": "on"})


def ways_back() -> list[str]:
    (found,) = overviews(SLUG)
    return [release.version for release in found.ways_back]


def in_use() -> tuple[str, str]:
    (found,) = overviews(SLUG)
    assert found.release and found.playbook_release
    return found.release.version, found.playbook_release.version


@pytest.mark.usefixtures("gone_back")
def test_what_is_in_use_anyway_is_not_offered(desk: Client) -> None:
    assert ways_back() == ["1.2", "1.0"]
    assert "says the same as 1.1" in desk.get(PAGE).content.decode()
    for address, count in ((PAGE, 2), (f"{PAGE}release/", 2)):
        page = desk.get(address).content.decode()
        assert (page.count("/release/back-to/"), "/release/back-to/1.1/" in page) == (count, False)


@pytest.mark.usefixtures("gone_back")
def test_page_of_what_is_in_use_anyway_says_so_and_has_no_button(desk: Client) -> None:
    page = desk.get(f"{PAGE}release/back-to/1.1/").content.decode()
    assert "1.3, which is in use, says the same as 1.1: there is nothing to go back to." in page
    assert "Release 1.1 again" not in page
    refused = desk.post(f"{PAGE}release/back-to/1.1/", {"in_use": "1.3", "playbook": "on"})
    assert (refused.status_code, len(overviews(SLUG)[0].releases)) == (422, 4)


@pytest.mark.usefixtures("gone_back")
def test_playbook_releases_that_say_the_same_are_one_line(desk: Client, publisher: User, editor: User) -> None:
    assert [run.numbers for run in overviews(SLUG)[0].playbook_runs] == ["1.0–1.3"]
    rename_action(editor)
    desk.post(f"{PAGE}release/", seen(publisher))
    assert [run.numbers for run in overviews(SLUG)[0].playbook_runs] == ["1.4", "1.0–1.3"]
    page = desk.get(PAGE).content.decode()
    assert page.count("The same text, checked again with each release of the bank.") == 1
    assert "what=playbook&amp;format=yaml&amp;release=1.3" in page


@pytest.mark.usefixtures("gone_back")
def test_playbook_alone_can_be_what_goes_back(desk: Client, publisher: User, editor: User) -> None:
    reword(editor, "Second")
    rename_action(editor)
    desk.post(f"{PAGE}release/", seen(publisher))
    assert in_use() == ("1.3", "1.4")
    assert ways_back() == ["1.2", "1.1", "1.0"]
    desk.post(f"{PAGE}release/back-to/1.1/", {"in_use": "1.3"})
    assert in_use() == ("1.3", "1.4")
    desk.post(f"{PAGE}release/back-to/1.1/", {"in_use": "1.3", "playbook": "on"})
    assert in_use() == ("1.3", "1.5")
    assert ways_back() == ["1.2", "1.0"]


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_only_the_tables_are_wider_than_a_phone(
    transactional_db: None,
    live_server: LiveServer,
    client: Client,
    publisher: User,
    make_page: Callable[..., Page],
    language: str,
) -> None:
    released()
    client.force_login(publisher)
    page = make_page(width=390)
    cookies = {
        settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value,
        settings.LANGUAGE_COOKIE_NAME: language,
    }
    page.context.add_cookies(
        [{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()]
    )
    for address in ("/studio/", PAGE, f"{PAGE}release/"):
        page.goto(f"{live_server.url}{address}")
        assert page.evaluate("document.documentElement.scrollWidth") == 390, address
