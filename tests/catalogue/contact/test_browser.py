"""Asking and replying in a real browser, in both languages: nothing that axe finds, nothing to scroll sideways."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from assessment.config.demo import answer_sample, sample_link
from recommendations.catalogue.models import ContactRequest
from recommendations.plan.actions import submit_and_advise
from tests.world import load_content, load_samples


def looked_at(page: Page) -> list[str]:
    """What is wrong with the page that is shown."""
    found = [violation["id"] for violation in Axe().run(page).response["violations"]]
    return found + ["too wide"] * (page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("locale", "width"), [("en-GB", 1280), ("zh-CN", 390)])
def test_enterprise_asks_and_provider_replies(
    locale: str, width: int, live_server: LiveServer, make_page: Callable[..., Page]
) -> None:
    release = load_content()
    load_samples()
    assessment = answer_sample(release).assessment
    submit_and_advise(assessment=assessment)
    page = make_page(locale=locale, width=width)
    wrong = []
    page.goto(live_server.url + sample_link(assessment))
    page.click("main form button")
    page.goto(f"{live_server.url}/a/{assessment.public_id}/services/contact/gateway-workshop/five-machine-kit/")
    wrong += looked_at(page)
    page.click("button[value=preview]")
    wrong += looked_at(page)
    assert page.evaluate("document.activeElement.id") == "error-summary"
    page.check("#part-region")
    page.fill("#id_person", "李伟")
    page.fill("#id_phone", "138 0013 8000")
    page.click("button[value=preview]")
    wrong += looked_at(page)
    page.check("#id_consent")
    page.click("button[value=send]")
    wrong += looked_at(page)
    provider = make_page(locale=locale, width=width)
    link = page.locator("#provider-link").input_value()
    provider.goto(live_server.url + link[link.index("/contact/") :])
    wrong += looked_at(provider)
    provider.click("main form button")
    wrong += looked_at(provider)
    provider.check("#id_reply")
    provider.click("main form button")
    wrong += looked_at(provider)
    page.goto(f"{live_server.url}/a/{assessment.public_id}/services/requests/")
    wrong += looked_at(page)
    stored = ContactRequest.objects.get()
    assert (stored.reply, stored.person, len(stored.shared["lines"])) == ("accepted", "李伟", 1)
    assert wrong == []
