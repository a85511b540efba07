"""The public page: confirmed, or one and the same answer whatever the reason."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.audit.erasure import erasing
from assessment.responses.models import Result
from recommendations.report.models import Report
from recommendations.report.verification.actions import allow_checking, withdraw_checking
from recommendations.report.verification.address import code_of
from recommendations.report.verification.facts import facts_of
from recommendations.report.verification.throttle import MOST_MISSES
from tests.report.verification.conftest import issue, page_of

FORMER = re.compile(r'name="(?:csrfmiddlewaretoken|next)" value="[^"]*"')


@pytest.fixture(autouse=True)
def nobody_asked_before(db: None) -> None:
    cache.clear()


def told(path: str, **options: Any) -> tuple[int, str, list[str]]:
    """The status, the page without what every page has of its own address, and the queries that were made."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = Client().get(path, **options)
    shape = [re.sub(r"'[^']*'|\d+", "?", each["sql"]) for each in queries.captured_queries]
    return page.status_code, FORMER.sub("", page.content.decode()), shape


def spoilt(report: Report) -> str:
    code = code_of(report.content_hash)
    return f"/verify/{report.number}/{code[:-1]}{'0' if code[-1] != '0' else '1'}/"


def not_allowed(report: Report, result: Result) -> str:
    withdraw_checking(report=report, assessment=result.assessment, by=None)
    return page_of(report)


def deleted(report: Report, result: Result) -> str:
    path = page_of(report)
    with erasing("a test"):
        report.delete()
    return path


NOTHING: dict[str, Callable[[Report, Result], str]] = {
    "unknown": lambda report, result: "/verify/FF-20261122-00000000/0000000000000000/",
    "wrong code": lambda report, result: spoilt(report),
    "number alone": lambda report, result: f"/verify/{report.number}/-/",
    "number as code": lambda report, result: f"/verify/{report.number}/{report.number[-8:]}{report.number[-8:]}/",
    "other's code": lambda report, result: f"/verify/FF-20261122-00000000/{code_of(report.content_hash)}/",
    "taken back": not_allowed,
    "deleted": deleted,
    "nonsense": lambda report, result: "/verify/'%20OR%201=1/%3Cscript%3E/",
    "long": lambda report, result: f"/verify/{'F' * 900}/{'0' * 900}/",
}


@pytest.mark.parametrize("why", NOTHING)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_one_answer_whatever_the_reason(why: str, language: str, confirmed: Report, result: Result) -> None:
    never = issue(result, "zh-hans")
    asked = {"headers": {"accept-language": language}}
    status, usual, queries = told(page_of(never), **asked)  # never allowed
    cache.clear()
    assert (status, told(NOTHING[why](confirmed, result), **asked)) == (404, (404, usual, queries))
    assert ("Nothing can be confirmed" in usual, "无法确认" in usual) == (language == "en", language != "en")


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
def test_what_is_confirmed_is_what_the_report_says_and_nothing_else(result: Result, locale: str) -> None:
    report = issue(result, locale)
    facts = facts_of([report])
    assert (facts.number, facts.mode, facts.origin) == (report.number, "Self-assessment", "self")
    assert facts.submitted_on.strftime("%Y%m%d") == report.number[3:11]
    assert facts.level == {"en": "Level 2: Connecting", "zh-hans": "第 2 级：互联"}.get(locale) or facts.level
    assert facts.level == report.content["ladder"]["headline"]


def test_page_shows_no_name_no_score_and_no_answer(confirmed: Report, client: Client) -> None:
    page = client.get(page_of(confirmed))
    text, content = page.content.decode(), confirmed.content
    assert (page.status_code, "This report is genuine" in text, content["ladder"]["headline"] in text) == (
        200,
        True,
        True,
    )
    overall = content["overall"]
    assert overall["score"] and content["enterprise"] == "Four Gears Ltd"
    hidden = [content["enterprise"], f">{overall['score']}", overall["sentence"], content["versions"]["bank"]]
    assert [words for words in hidden if words in text] == []
    assert "Self-assessment" in text and "Nobody verified the answers." in text


def test_page_speaks_the_visitors_language_and_keeps_the_reports_words(confirmed: Report, client: Client) -> None:
    text = client.get(page_of(confirmed), headers={"accept-language": "zh-hans"}).content.decode()
    level = confirmed.content["ladder"]["headline"]
    assert ("这份报告是真实的" in text, f'<b lang="en">{level}</b>' in text, "答案未经核实" in text) == (True,) * 3


def test_page_is_kept_by_nobody_and_found_by_nobody(confirmed: Report, client: Client) -> None:
    for path in ("/verify/", page_of(confirmed), spoilt(confirmed)):
        page = client.get(path)
        assert "no-store" in page["Cache-Control"], path
        assert page["X-Robots-Tag"] == "noindex, nofollow", path


def test_forgiving_address_opens_the_same(confirmed: Report, client: Client) -> None:
    shouted = page_of(confirmed).upper().replace("/VERIFY/", "/verify/")
    assert client.get(shouted).status_code == 200


def test_looking_leaves_no_trace(confirmed: Report, client: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        client.get(page_of(confirmed))
    assert [each["sql"] for each in queries if not each["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))] == []


def test_too_many_misses_stop_one_address_alone(confirmed: Report) -> None:
    one, other = Client(REMOTE_ADDR="203.0.113.7"), Client(REMOTE_ADDR="203.0.113.8")
    statuses = {one.get("/verify/FF-20261122-00000000/0000000000000000/").status_code for _ in range(MOST_MISSES)}
    stopped = one.get(page_of(confirmed))
    assert (statuses, stopped.status_code, stopped["Retry-After"]) == ({404}, 429, "600")
    assert one.post(page_of(confirmed)).status_code == 429
    assert other.get(page_of(confirmed)).status_code == 200


def test_visitors_behind_one_proxy_are_told_apart(confirmed: Report, settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    one, other = (Client(REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": f"203.0.113.{n}"}) for n in (7, 8))
    for _ in range(MOST_MISSES):
        one.get("/verify/FF-20261122-00000000/0000000000000000/")
    assert [visitor.get(page_of(confirmed)).status_code for visitor in (one, other)] == [429, 200]


def test_right_ones_are_not_counted(confirmed: Report, client: Client) -> None:
    assert {client.get(page_of(confirmed)).status_code for _ in range(MOST_MISSES + 5)} == {200}


def test_same_content_issued_twice_is_confirmed_while_one_of_them_is_allowed(
    confirmed: Report, result: Result, client: Client
) -> None:
    twin = Report.objects.create(
        result=result,
        language="zh-hans",  # in truth on another result
        number=confirmed.number,
        content=confirmed.content,
        content_hash=confirmed.content_hash,
        pdf=b"%PDF of the twin",
        pdf_hash="f" * 64,
    )
    withdraw_checking(report=confirmed, assessment=result.assessment, by=None)
    before = client.get(page_of(twin)).status_code
    allow_checking(report=twin, assessment=result.assessment, by=None)
    assert (before, client.get(page_of(twin)).status_code) == (404, 200)
