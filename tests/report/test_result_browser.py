"""The result page in a real browser: what to do comes first, and files come without a reload."""

import threading
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.config.demo import answer_sample
from assessment.responses.actions import Opened
from assessment.responses.tokens import COOKIE_NAME
from recommendations.plan.actions import submit_and_advise
from recommendations.report import actions
from recommendations.report.models import Report
from tests.browser.respondent import Respondent
from tests.world import load_content

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MakePage = Callable[..., Page]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def submitted(transactional_db: None) -> Opened:
    opened = answer_sample(load_content())
    submit_and_advise(assessment=opened.assessment)
    return opened


@pytest.fixture
def pen(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Drawing waits until this is set."""
    event = threading.Event()

    def draw(html: str) -> bytes:
        assert event.wait(60)
        return b"%PDF-1.7"

    monkeypatch.setattr(actions.renderer, "render", draw)
    return event


def opened_by(make_page: MakePage, live_server: LiveServer, submitted: Opened, **options: object) -> Respondent:
    is_scripted = options.get("java_script_enabled", True) is True
    owner = Respondent(make_page(base_url=live_server.url, **options), is_scripted)
    owner.page.context.add_cookies([{"name": COOKIE_NAME, "value": submitted.token, "url": live_server.url}])
    owner.page.goto(reverse("report:result-show", args=[submitted.assessment.public_id]))
    return owner


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_second_screen_of_a_phone_says_what_to_do(
    locale: str, make_page: MakePage, live_server: LiveServer, submitted: Opened
) -> None:
    owner = opened_by(make_page, live_server, submitted, locale=locale, **PHONE)
    tops = [each.bounding_box() for each in owner.page.locator(".result-start li").all()]
    assert [box is not None and box["y"] < 2 * PHONE["height"] for box in tops] == [True, True, True]
    owner.page.click(".result-start li:nth-child(2) a")
    expect(owner.page.locator(":target h3")).to_be_in_viewport()
    owner.look()
    assert owner.faults == []


@pytest.mark.parametrize(("locale", "width"), [("en-GB", 1280), ("zh-CN", 390)])
def test_file_comes_and_is_listed_by_itself(
    locale: str,
    width: int,
    make_page: MakePage,
    live_server: LiveServer,
    submitted: Opened,
    pen: threading.Event,
) -> None:
    owner = opened_by(make_page, live_server, submitted, locale=locale, width=width)
    page, said = owner.page, owner.page.locator("#report [role=status]")
    with page.expect_download() as download:
        page.focus(".result-forms .btn-primary")
        page.keyboard.press("Enter")
        expect(said).to_contain_text({"en-GB": "is being drawn", "zh-CN": "正在生成报告"}[locale])
        expect(said.locator("[aria-hidden]")).to_contain_text("1")
        owner.look()
        pen.set()
    report = Report.objects.get()
    assert download.value.suggested_filename.startswith(report.number)
    expect(page.locator("#report-made li")).to_contain_text(report.number)
    expect(said).to_contain_text({"en-GB": "The file is made", "zh-CN": "文件已生成"}[locale])
    assert page.evaluate("document.activeElement.classList.contains('btn-primary')")
    owner.look()
    assert owner.faults == []


def test_without_scripts_a_button_hands_out_the_file_and_a_link_the_list(
    make_page: MakePage, live_server: LiveServer, submitted: Opened, pen: threading.Event
) -> None:
    pen.set()
    page = opened_by(make_page, live_server, submitted, java_script_enabled=False).page
    with page.expect_download() as download:
        page.click(".result-forms [value=docx] >> nth=1")
    report = Report.objects.get(language="zh-hans")
    assert download.value.suggested_filename.startswith(report.number)
    page.click("#report noscript a")  # the same address without a fragment: that reloads
    expect(page.locator("#report-made li")).to_contain_text(report.number)


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_cells_of_tables_keep_their_headings_on_a_phone(
    locale: str, make_page: MakePage, live_server: LiveServer, submitted: Opened
) -> None:
    page = opened_by(make_page, live_server, submitted, locale=locale, **PHONE).page
    unnamed = page.evaluate(
        """[...document.querySelectorAll('.result-table tbody td')].filter(cell => cell.textContent.trim()
            && !cell.dataset.label && !cell.matches('.result-bar-cell, [colspan]')).map(cell => cell.outerHTML)"""
    )
    assert unnamed == []
