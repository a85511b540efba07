import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessment.bank.models import Release
from assessment.responses.actions import make_resume_keys, start_assessment
from assessment.responses.models import Assessment, RespondentToken
from assessment.responses.submitting import submit_assessment
from assessment.responses.throttle import MOST_WRONG_CODES
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from tests.responses.conftest import Put, address, client_with

SECTION_LINK = re.compile(r'<a href="(/a/[^"]*#q-\w+)">([^<]*)</a>')


def words(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def test_the_first_page_says_what_it_is_and_how_long_it_takes(client: Client, release: Release) -> None:
    text = words(client.get("/"))
    assert "Quick scan Up to 6 questions · about 3 minutes" in text
    assert "Full diagnosis Up to 9 questions · about 5 minutes" in text
    assert "Equipment Why equipment matters Talent Why talent matters" in text


@pytest.mark.django_db
def test_without_a_release_nothing_can_be_started(client: Client) -> None:
    assert "No questionnaire has been released on this server." in words(client.get("/"))
    response = client.post("/start/", {"enterprise_name": "Four Gears", "scope": "quick"})
    assert (response.status_code, Assessment.objects.count()) == (503, 0)


def test_starting_leads_to_the_profile_with_a_key_for_these_pages_only(client: Client, release: Release) -> None:
    response = client.post("/start/", {"enterprise_name": " Four Gears ", "scope": "quick"})
    assessment = Assessment.objects.get()
    home, cookie = address("assessment-open", assessment), response.cookies[COOKIE_NAME]
    assert (response.status_code, response["Location"], assessment.enterprise.name) == (302, home, "Four Gears")
    assert (cookie["path"], cookie["httponly"], cookie["samesite"], cookie["secure"]) == (home, True, "Lax", "")
    assert client.get(home)["Location"] == address("section", assessment, "profile")


def test_over_https_the_key_is_secure(client: Client, release: Release, settings: pytest.FixtureRequest) -> None:
    settings.SESSION_COOKIE_SECURE = True
    response = client.post("/start/", {"enterprise_name": "Four Gears", "scope": "quick"})
    assert response.cookies[COOKIE_NAME]["secure"] is True


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"enterprise_name": " ", "scope": "quick"}, "Enter a name for the enterprise; a made-up one will do."),
        ({"enterprise_name": "Four", "scope": "deep"}, "Select a valid choice."),
        ({"enterprise_name": "Four"}, "Choose the quick scan or the full diagnosis."),
        ({"enterprise_name": "x" * 201, "scope": "full"}, "Ensure this value has at most 200 characters"),
        ({"enterprise_name": "Fo\x85ur", "scope": "full"}, "This contains a character that cannot be stored."),
    ],
)
def test_a_wrong_start_comes_back_with_a_summary(
    client: Client, release: Release, data: dict[str, str], message: str
) -> None:
    response = client.post("/start/", data)
    text = words(response)
    assert (response.status_code, text.count(message), Assessment.objects.count()) == (422, 2, 0)
    assert "There is a problem" in text


def test_the_name_typed_is_escaped_when_it_comes_back(client: Client, release: Release) -> None:
    html = client.post("/start/", {"enterprise_name": '"><script>', "scope": ""}).content.decode()
    assert ('value="&quot;&gt;&lt;script&gt;"' in html, "<script>" in html) == (True, False)


def test_open_leads_to_the_first_open_question(put: Put, respondent: Client, assessment: Assessment) -> None:
    put("employees", "86", seq=1)
    put("makes", "no", seq=2)
    put("region", "place1", seq=3)
    place = respondent.get(address("assessment-open", assessment))["Location"]
    assert place == address("section", assessment, "equipment")
    for sequence, key in enumerate(["E2", "E3", "T1", "T2", "T3"], start=4):
        put(key, state="unknown", seq=sequence)
    assert respondent.get(address("assessment-open", assessment))["Location"] == address("check", assessment)
    submit_assessment(assessment=assessment)
    place = respondent.get(address("assessment-open", assessment))["Location"]
    assert place == f"{address('assessment-open', assessment)}result/"


def test_check_names_what_is_required_and_offers_no_submit(
    put: Put, respondent: Client, assessment: Assessment
) -> None:
    put("makes", "yes")
    html = respondent.get(address("check", assessment)).content.decode()
    summary = html[html.index('class="error-summary"') : html.index('class="card check-card"')]
    profile = address("section", assessment, "profile")
    assert SECTION_LINK.findall(summary) == [(f"{profile}#q-employees", "Question employees?")]
    assert "/submit/" not in html


def test_check_lists_open_and_unknown_first_with_links(put: Put, respondent: Client, assessment: Assessment) -> None:
    for sequence, (key, fields) in enumerate(
        {"employees": {"value": "86"}, "makes": {"value": "no"}, "T1": {"state": "unknown"}}.items()
    ):
        put(key, seq=sequence, **fields)
    response = respondent.get(address("check", assessment))
    text = words(response)
    assert (
        "5 questions are not answered. 1 question is answered with “I don’t know”. What is not known adds nothing to"
        " a score, which is then shown as a range. You can submit all the same. Submit and see the result"
    ) in text
    assert "Talent Not answered 2 Question T2? Question T3? “I don’t know” 1 Question T1?" in text
    assert "2 answers given Question employees? 86 Question makes? Option no" in text
    assert f'action="{reverse("plan:assessment-submit", args=[assessment.public_id])}"' in response.content.decode()
    assert "E1" not in text


def test_check_does_not_count_what_there_is_none_of(put: Put, respondent: Client, assessment: Assessment) -> None:
    for sequence, (key, value) in enumerate({"employees": "86", "makes": "no", "E2": ["none"], "E3": "0"}.items()):
        put(key, value, seq=sequence)
    for sequence, key in enumerate(("region", "T1", "T2"), start=4):
        put(key, state="unknown", seq=sequence)
    text = words(respondent.get(address("check", assessment)))
    assert "Check and submit 1 question is not answered. 3 questions are answered with “I don’t know”." in text
    put("T3", "so", seq=7)
    text = words(respondent.get(address("check", assessment)))
    assert "Check and submit 3 questions are answered with “I don’t know”. What is not known" in text


def test_after_submitting_no_time_is_left(put: Put, respondent: Client, assessment: Assessment) -> None:
    pages = [address("check", assessment), address("section", assessment, "talent")]
    for sequence, (key, value) in enumerate({"employees": "86", "makes": "no"}.items()):
        put(key, value, seq=sequence)
    shown = [("minutes left" in html, "<progress" in html) for html in contents(respondent, pages)]
    submit_assessment(assessment=assessment)
    after = [("minutes left" in html, "<progress" in html) for html in contents(respondent, pages)]
    assert (shown, after) == ([(True, True)] * 2, [(False, False)] * 2)


def contents(respondent: Client, pages: list[str]) -> list[str]:
    return [respondent.get(page).content.decode() for page in pages]


def test_check_says_what_does_not_fit_together(put: Put, respondent: Client, assessment: Assessment) -> None:
    assert "No machine, yet half." not in words(respondent.get(address("check", assessment)))
    put("E2", ["none"], seq=1)
    put("E3", "60", seq=2)
    text = words(respondent.get(address("check", assessment)))
    assert "No machine, yet half. Question E2? Option none Question E3? 60 %" in text


def test_check_takes_four_queries(
    respondent: Client, assessment: Assessment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    respondent.get(address("check", assessment))
    with django_assert_num_queries(4):
        respondent.get(address("check", assessment))


def test_a_quick_scan_is_offered_the_rest(client: Client, release: Release) -> None:
    opened = start_assessment(enterprise_name="Quick", release=release, scope=Scope.QUICK, language="en")
    respondent = client_with(opened.token)
    for key, value in {"employees": "9", "makes": "no"}.items():
        respondent.post(address("section", opened.assessment, "profile"), {f"q.{key}": value, f"q.{key}.version": "0"})
    text = words(respondent.get(address("check", opened.assessment)))
    assert "The full diagnosis asks 3 more questions" in text
    response = respondent.post(address("assessment-widen", opened.assessment))
    assert response["Location"] == address("assessment-open", opened.assessment)
    assert "The full diagnosis asks" not in words(respondent.get(address("check", opened.assessment)))


def test_keep_makes_keys_on_post_only_and_shows_them_once(respondent: Client, assessment: Assessment) -> None:
    url = address("keep", assessment)
    assert "A link and a code open this assessment on another device" in words(respondent.get(url))
    assert RespondentToken.objects.exclude(purpose="cookie").count() == 0
    html = respondent.post(url).content.decode()
    link, code = re.findall(r'readonly value="([^"]*)"', html)
    assert code not in respondent.get(url).content.decode()
    made_at = timezone.localtime(RespondentToken.objects.filter(purpose="code").get().created_at)
    day = f"{made_at.day} {made_at:%B %Y, %H:%M}"
    assert f"were made on {day}. Making new ones ends the old ones." in words(respondent.get(url))
    visitor = Client()
    assert "Four Gears Ltd" in words(visitor.get(link))
    assert visitor.get(address("check", assessment)).status_code == 404
    assert visitor.post(link)["Location"] == address("assessment-open", assessment)
    assert visitor.get(address("check", assessment)).status_code == 200
    other = Client()
    assert other.post("/resume/", {"code": code.lower()})["Location"] == address("assessment-open", assessment)
    assert other.get(address("check", assessment)).status_code == 200


def submitted(put: Put, assessment: Assessment) -> None:
    put("employees", "86", seq=1)
    put("makes", "no", seq=2)
    submit_assessment(assessment=assessment)


def test_after_submission_keep_speaks_of_the_result(put: Put, respondent: Client, assessment: Assessment) -> None:
    submitted(put, assessment)
    url = address("keep", assessment)
    text = words(respondent.get(url)) + words(respondent.post(url))
    assert text.count("Come back to this result later") == 4  # title and heading, before and after making keys
    assert text.count("Back to the result") == 2
    assert [
        said for said in ("Save and finish later", "Back to the questions", "knows an answer") if said in text
    ] == []
    assert "A link and a code open this result on another device" in text


def test_a_submitted_assessment_is_answered_again_in_a_copy(
    put: Put, respondent: Client, assessment: Assessment
) -> None:
    submitted(put, assessment)
    response = respondent.post(address("assessment-revise", assessment))
    copy = Assessment.objects.exclude(pk=assessment.pk).get()
    place = address("section", copy, "profile")
    cookie = response.cookies[COOKIE_NAME]
    assert (response.status_code, response["Location"]) == (302, place)
    assert (cookie["path"], cookie["httponly"]) == (address("assessment-open", copy), True)
    browser = client_with(cookie.value)
    assert 'value="86"' in browser.get(place).content.decode()
    assert browser.get(address("check", assessment)).status_code == 404


def test_an_open_assessment_is_not_copied(respondent: Client, assessment: Assessment) -> None:
    response = respondent.post(address("assessment-revise", assessment))
    assert (response["Location"], Assessment.objects.count()) == (address("assessment-open", assessment), 1)


def test_wrong_revoked_and_expired_links_look_the_same(client: Client, assessment: Assessment) -> None:
    revoked, expired = make_resume_keys(assessment=assessment), make_resume_keys(assessment=assessment)
    RespondentToken.objects.filter(purpose__in=["link", "code"]).update(expires_at=timezone.now() - timedelta(days=1))
    replies = {
        (client.get(reverse("responses:resume-link", args=[token])).status_code)
        for token in ("wrong", revoked.link_token, expired.link_token, expired.code)
    }
    texts = {
        words(client.post("/resume/", {"code": code})).replace(code, "")
        for code in ("0000-0000-0000-0000", revoked.code, expired.code)
    }
    assert (replies, len(texts)) == ({404}, 1)
    assert "No assessment opens with this code." in texts.pop()


def test_a_cookie_opens_no_resume_link(client: Client, respondent: Client) -> None:
    token = respondent.cookies[COOKIE_NAME].value
    assert client.get(reverse("responses:resume-link", args=[token])).status_code == 404


def test_too_many_wrong_codes_never_shut_out_the_right_one(client: Client, assessment: Assessment) -> None:
    cache.clear()
    for _attempt in range(MOST_WRONG_CODES):
        assert client.post("/resume/", {"code": "0000-0000-0000-0000"}).status_code == 422
    response = client.post("/resume/", {"code": "0000-0000-0000-0000"})
    assert (response.status_code, response["Retry-After"]) == (429, "600")
    elsewhere = client.post("/resume/", {"code": "0000-0000-0000-0000"}, REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 422
    code = make_resume_keys(assessment=assessment).code
    assert client.post("/resume/", {"code": code}).status_code == 302
    cache.clear()


@pytest.mark.parametrize("name", ["assessment-open", "check", "keep"])
def test_a_stranger_finds_no_page(client: Client, assessment: Assessment, name: str) -> None:
    client.cookies[COOKIE_NAME] = "wrong"
    assert client.get(address(name, assessment)).status_code == 404


@pytest.mark.parametrize("name", ["assessment-start", "assessment-widen", "assessment-revise"])
def test_reading_changes_nothing(respondent: Client, assessment: Assessment, name: str) -> None:
    url = "/start/" if name == "assessment-start" else address(name, assessment)
    assert respondent.get(url).status_code == 405


def test_pages_come_in_chinese(respondent: Client, assessment: Assessment) -> None:
    respondent.cookies["django_language"] = "zh-hans"
    assert "检查并提交" in words(respondent.get(address("check", assessment)))
    assert "保存，稍后继续" in words(respondent.get(address("keep", assessment)))
    assert "您的企业数字化到哪一步了" in words(respondent.get("/"))
    assert "继续码" in words(respondent.get("/resume/"))
