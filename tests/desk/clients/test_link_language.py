"""A link that was sent to a client opens in the client's language, until the browser says otherwise."""

import pytest
from django.conf import settings
from django.test import Client as Browser
from django.urls import reverse

from assessment.accounts.access import Seat
from assessment.responses.actions import make_resume_keys
from recommendations.desk.sending.actions import send_link
from tests.desk.clients.conftest import Add, Start


@pytest.fixture
def link(add: Add, start: Start, seat: Seat) -> str:
    client = add(contact_email="li@gears.example", language="zh-hans")
    way = send_link(seat=seat, client=client, assessment=start(client), message="", reminders_wanted=True)
    return way.address[way.address.index("/r/") :]


def english() -> Browser:
    return Browser(headers={"accept-language": "en"})


def test_page_and_all_that_follow_speak_the_clients_language(link: str) -> None:
    browser = english()
    asked = browser.get(link)
    assert '<html lang="zh-hans"' in asked.content.decode()
    assert settings.LANGUAGE_COOKIE_NAME not in browser.cookies  # GET changes nothing
    opened = browser.post(link)
    assert opened.cookies[settings.LANGUAGE_COOKIE_NAME].value == "zh-hans"
    assert '<html lang="zh-hans"' in browser.get(opened["Location"], follow=True).content.decode()


def test_language_that_the_browser_chose_stays(link: str) -> None:
    browser = english()
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert '<html lang="en"' in browser.get(link).content.decode()
    assert settings.LANGUAGE_COOKIE_NAME not in browser.post(link).cookies


def test_own_link_is_read_in_the_language_of_the_browser(add: Add, start: Start) -> None:
    keys = make_resume_keys(assessment=start(add(language="zh-hans")))
    address, browser = reverse("responses:resume-link", args=[keys.link_token]), english()
    assert '<html lang="en"' in browser.get(address).content.decode()
    assert settings.LANGUAGE_COOKIE_NAME not in browser.post(address).cookies
