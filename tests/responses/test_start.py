"""The first page: one bank in use, others beside it, and the way back into what this browser opened last."""

import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessment.bank.models import Release
from assessment.responses.actions import Opened
from assessment.responses.bank_offer import scopes_of
from assessment.responses.models import Assessment, ScopeChoice
from assessment.responses.submitting import submit_assessment
from assessment.responses.tokens import LATEST_COOKIE_NAME
from tests.responses.banks import bank_document, make_release, sections
from tests.responses.conftest import Put, address
from tests.responses.other_bank import SLUG, other_document
from tests.responses.test_pages import words

QUICK_AND_FULL, ONLY_FULL = (ScopeChoice.QUICK, ScopeChoice.FULL), (ScopeChoice.FULL,)
PAGE = f"/banks/{SLUG}/"


@pytest.fixture
def other(release: Release) -> Release:
    return make_release(other_document())


def html_of(response: HttpResponse) -> str:
    return response.content.decode()


def test_other_banks_stand_below_with_what_they_take(client: Client, other: Release) -> None:
    html = html_of(client.get("/"))
    below = html[html.index('<h2 id="others">') :]
    assert f'<h3><a href="{PAGE}"><span lang="de">Werkzeuge &lt;heute&gt;</span></a></h3>' in below
    assert "Nur Werkzeuge. 6 questions · about 2 minutes · Deutsch Ohne Gewähr." in words(client.get("/"))
    assert ("Sonst nichts." in below, "Small bank" in below) == (False, False)
    assert html.count('<form method="post" action="/start/"') == 1


def test_a_bank_without_release_and_the_one_in_use_alone_offer_nothing_else(client: Client, release: Release) -> None:
    assert "Other questionnaires" not in words(client.get("/"))


def test_each_other_bank_stands_there_once_by_its_newest_release(client: Client, other: Release) -> None:
    make_release(other_document(title={"de": "Werkzeuge neu"}), major=2)
    html = html_of(client.get("/"))
    assert re.findall(r'<h3><a href="/banks/[^"]*"><span lang="de">([^<]*)', html) == ["Werkzeuge neu"]


@pytest.mark.django_db
def test_others_are_offered_while_the_one_in_use_is_missing(client: Client) -> None:
    make_release(other_document())
    text = words(client.get("/"))
    assert "The questionnaire about the four barriers has not been released on this server; those below have." in text
    assert "Other questionnaires" in text


def test_the_page_of_a_bank_says_what_it_asks_and_begins_it(client: Client, other: Release) -> None:
    html = html_of(client.get(PAGE))
    text = words(client.get(PAGE))
    assert '<h1><span lang="de">Werkzeuge &lt;heute&gt;</span></h1>' in html
    assert "<title>Werkzeuge &lt;heute&gt; ·" in html
    assert "Nur Werkzeuge. Sonst nichts. 6 questions · about 2 minutes · Deutsch Ohne Gewähr." in text
    assert "What it asks about Ihre Werkzeuge" in text
    assert re.findall(r'<input type="hidden" name="bank" value="([^"]*)"', html) == [SLUG]
    assert 'name="scope"' not in html


def test_the_bank_in_use_has_the_first_page(client: Client, release: Release) -> None:
    assert client.get("/banks/four-barriers/")["Location"] == "/"


@pytest.mark.parametrize("slug", ["nothing", "four-barriers-2"])
def test_a_bank_that_is_not_there(client: Client, other: Release, slug: str) -> None:
    assert client.get(f"/banks/{slug}/").status_code == 404
    response = client.post("/start/", {"bank": slug, "enterprise_name": "Four", "scope": "full"})
    assert (response.status_code, Assessment.objects.count()) == (404, 0)


@pytest.mark.parametrize("slug", ["../etc", "nul\x00", "x" * 61])
def test_what_cannot_be_a_bank_is_not_there(client: Client, other: Release, slug: str) -> None:
    assert client.post("/start/", {"bank": slug, "enterprise_name": "Four", "scope": "full"}).status_code == 404


def test_starting_another_bank_opens_an_assessment_of_it(client: Client, other: Release) -> None:
    response = client.post("/start/", {"bank": SLUG, "enterprise_name": "Vier GmbH"})
    assessment = Assessment.objects.get()
    assert (assessment.release, assessment.scope) == (other, "full")
    assert response["Location"] == address("assessment-open", assessment)
    assert client.get(response["Location"])["Location"] == address("section", assessment, "tools")


def test_a_scope_that_a_bank_does_not_offer_is_not_taken(client: Client, other: Release) -> None:
    client.post("/start/", {"bank": SLUG, "enterprise_name": "Vier GmbH", "scope": "quick"})
    assert Assessment.objects.get().scope == "full"


def test_a_wrong_start_comes_back_on_the_page_of_its_bank(client: Client, other: Release) -> None:
    response = client.post("/start/", {"bank": SLUG, "enterprise_name": ""})
    assert (response.status_code, Assessment.objects.count()) == (422, 0)
    assert '<h1><span lang="de">Werkzeuge' in html_of(response)
    assert f'name="bank" value="{SLUG}"' in html_of(response)
    assert words(response).count("Enter a name for the enterprise; a made-up one will do.") == 2


def test_a_language_without_a_known_name_is_named_by_its_code(client: Client, release: Release) -> None:
    make_release(other_document(locales=["zh-hans", "tlh"]))
    assert "about 2 minutes · 简体中文 , tlh" in words(client.get(PAGE))


def test_a_quick_scan_must_ask_something_and_leave_something_out() -> None:
    parts = sections()
    all_core = [{**part, "questions": [{**each, "core": True} for each in part["questions"]]} for part in parts]
    assert scopes_of(bank_document()) == QUICK_AND_FULL
    assert scopes_of(bank_document(sections=all_core)) == ONLY_FULL
    assert scopes_of(bank_document(sections=parts[:1])) == ONLY_FULL
    assert scopes_of(other_document()) == ONLY_FULL


def with_latest(opened: Opened) -> Client:
    client = Client()
    client.cookies[LATEST_COOKIE_NAME] = opened.token
    return client


def test_the_first_page_leads_back_into_what_was_begun(put: Put, opened: Opened) -> None:
    put("makes", "yes", seq=1)
    put("employees", "86", seq=2)
    put("region", "place1", seq=3)
    response = with_latest(opened).get("/")
    begun_on = timezone.localdate(opened.assessment.started_at)
    day = f"{begun_on.day} {begun_on:%B %Y}"
    assert f"Continue where you stopped Four Gears Ltd Small bank · begun on {day} · 33 % answered" in words(response)
    assert f'<a class="btn btn-primary" href="{address("assessment-open", opened.assessment)}">' in html_of(response)
    assert "no-store" in response["Cache-Control"]
    chinese = with_latest(opened).get("/", headers={"Accept-Language": "zh-CN"})
    assert f"{begun_on.year}年{begun_on.month}月{begun_on.day}日开始 · 已答33%" in words(chinese)


def test_the_first_page_leads_back_to_a_result(put: Put, opened: Opened) -> None:
    put("makes", "yes", seq=1)
    put("employees", "86", seq=2)
    submit_assessment(assessment=opened.assessment)
    text = words(with_latest(opened).get("/"))
    assert ("Your result is kept Four Gears Ltd" in text, "% answered" in text) == (True, False)


@pytest.mark.parametrize("field", ["revoked_at", "expires_at"])
def test_a_key_that_opens_nothing_leads_nowhere(opened: Opened, field: str) -> None:
    opened.assessment.tokens.update(**{field: timezone.now() - timedelta(minutes=1)})
    assert "Four Gears Ltd" not in words(with_latest(opened).get("/"))


def test_a_browser_without_key_is_told_of_nobody(client: Client, opened: Opened) -> None:
    client.cookies[LATEST_COOKIE_NAME] = "wrong"
    assert "Four Gears Ltd" not in words(client.get("/"))
    assert "Four Gears Ltd" not in words(Client().get("/"))


def test_the_key_for_the_first_page_opens_no_assessment(opened: Opened) -> None:
    assert with_latest(opened).get(address("check", opened.assessment)).status_code == 404


def test_beginning_gives_the_first_page_its_key(client: Client, release: Release) -> None:
    response = client.post("/start/", {"enterprise_name": "Four Gears", "scope": "quick"})
    cookie = response.cookies[LATEST_COOKIE_NAME]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/", True, "Lax")
    assert "Continue where you stopped Four Gears" in words(client.get("/"))


@pytest.mark.parametrize("count", [1, 3])
def test_the_first_page_asks_no_more_for_more_banks(
    opened: Opened, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        make_release(other_document(slug=f"bank-{number}"))
    client = with_latest(opened)
    client.get("/")
    with django_assert_num_queries(4):
        client.get("/")


def test_the_first_page_comes_in_chinese(put: Put, opened: Opened, other: Release) -> None:
    put("makes", "yes")
    client = with_latest(opened)
    client.cookies["django_language"] = "zh-hans"
    text = words(client.get("/"))
    assert ("从上次停下的地方继续" in text, "已答11%" in text) == (True, True)
    assert "其他问卷 Werkzeuge <heute> Nur Werkzeuge. 6题 · 约2分钟 · Deutsch" in text
