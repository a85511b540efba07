"""The frame of every page, the pages about Fourfold, and the pages shown when something fails."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from assessment.config.version import VERSION
from assessment.config.views import csrf_failed, page_forbidden

pytestmark = pytest.mark.django_db
PAGES = ["/privacy/", "/accessibility/"]


@pytest.mark.parametrize(("language", "lang", "other"), [("en", "en", "中文"), ("zh-hans", "zh-hans", "English")])
@pytest.mark.parametrize("address", PAGES)
def test_page_declares_its_language_and_offers_the_other(
    client: Client, address: str, language: str, lang: str, other: str
) -> None:
    page = client.get(address, headers={"accept-language": language}).content.decode()
    assert f'<html lang="{lang}">' in page
    assert re.search(rf'<button name="language"[^>]*>{other}</button>', page)


def test_language_switch_comes_back_to_the_same_page(client: Client) -> None:
    page = client.get("/privacy/?from=mail").content.decode()
    assert '<input type="hidden" name="next" value="/privacy/?from=mail">' in page


def test_frame_has_skip_link_landmarks_and_version(client: Client) -> None:
    page = client.get("/privacy/").content.decode()
    assert '<a class="skip" href="#main">' in page
    assert '<main id="main" tabindex="-1">' in page
    assert f"Fourfold {VERSION}</p>" in page


def test_page_asks_the_database_nothing(client: Client, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        client.get("/privacy/")


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("en", ["resume code", "password for a shared report", "check of a report", "ask a provider", "ten minutes"]),
        ("zh-hans", ["输错继续码", "分享报告的密码", "核验报告", "服务商", "十分钟"]),
    ],
)
def test_privacy_page_names_all_that_is_counted_for_ten_minutes(
    client: Client, language: str, named: list[str]
) -> None:
    page = client.get("/privacy/", headers={"accept-language": language}).content.decode()
    [line] = [line for line in page.splitlines() if named[0] in line and named[-1] in line]
    assert [words for words in named if words not in line] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "only while the owner allows that: the page shows number, day, how the answers came about, level and"),
        ("zh-hans", "仅限所有者允许期间：页面只显示编号、日期、答案的由来、等级和指纹，不显示是谁的报告。"),
    ],
)
def test_privacy_page_says_what_the_check_of_a_report_shows(client: Client, language: str, said: str) -> None:
    assert said in client.get("/privacy/", headers={"accept-language": language}).content.decode()


def test_contact_is_shown_where_one_is_set(client: Client, settings: object) -> None:
    settings.CONTACT = "help@example.org"  # type: ignore[attr-defined]
    assert '<a href="mailto:help@example.org">' in client.get("/privacy/").content.decode()


def test_missing_contact_is_admitted(client: Client) -> None:
    page = client.get("/accessibility/", headers={"accept-language": "en"}).content.decode()
    assert "have not named a contact yet" in page


@pytest.mark.parametrize(
    ("name", "english", "chinese"),
    [
        ("400", "This request cannot be read", "无法识别这一请求"),
        ("500", "Something went wrong on our side", "服务器出了点问题"),
        ("503", "Fourfold will be back in a moment", "Fourfold 稍后恢复"),
    ],
)
def test_last_resort_pages_need_nothing_and_speak_both_languages(name: str, english: str, chinese: str) -> None:
    page = render_to_string(f"errors/{name}.html")
    assert (f"<h1>{english}</h1>" in page, f"<h2>{chinese}</h2>" in page) == (True, True)
    assert '<section class="card" lang="zh-Hans">' in page


def test_form_left_open_too_long_leads_back_to_its_page() -> None:
    request = RequestFactory().post("/start/", headers={"referer": "http://testserver/a/b/?c=1"})
    page = csrf_failed(request).content.decode()
    assert 'href="/a/b/?c=1"' in page


@pytest.mark.parametrize("referrer", ["https://evil.example/a/", "javascript:alert(1)", ""])
def test_way_back_never_leads_to_another_site(referrer: str) -> None:
    request = RequestFactory().post("/start/", headers={"referer": referrer})
    assert 'btn-primary" href="/"' in csrf_failed(request).content.decode()


def test_forbidden_page_leads_to_the_start() -> None:
    response = page_forbidden(RequestFactory().get("/x/"), PermissionError())
    assert (response.status_code, 'href="/"' in response.content.decode()) == (403, True)


def test_start_page_can_be_previewed_where_it_is_shared(client: Client) -> None:
    page = client.get("/").content.decode()
    assert re.search(r'<meta property="og:image" content="http://testserver/static/img/social\.png">', page)
