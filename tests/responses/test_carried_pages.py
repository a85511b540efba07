"""Answers of the round before on the pages: shown, counted, confirmed without JavaScript, and asked about at the end."""

import json
import re
from datetime import UTC, datetime
from html import unescape

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.bank.models import Release
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.models import Answer, Assessment
from assessment.responses.queries import page_answers
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release
from tests.responses.conftest import DEVICE, address, answered, client_with
from tests.responses.rounds import ANSWERS, first_round, newer_release, next_round, save

NOVEMBER = datetime(2025, 11, 3, 9, tzinfo=UTC)


@pytest.fixture
def first(release: Release) -> Opened:
    with time_machine.travel(NOVEMBER, tick=False):
        return first_round(release)


@pytest.fixture
def opened(first: Opened) -> Opened:
    return next_round(first.assessment)


@pytest.fixture
def second(opened: Opened) -> Assessment:
    return opened.assessment


@pytest.fixture
def client(opened: Opened) -> Client:
    return client_with(opened.token)


def shown(client: Client, assessment: Assessment, name: str, *arguments: str, **headers: str) -> str:
    response = client.get(address(name, assessment, *arguments), headers=headers or None)
    assert response.status_code == 200
    return response.content.decode()


def notes(html: str) -> dict[str, str]:
    """What stands beside each question's answer, by key."""
    articles = re.split(r'<article [^>]*data-key="', html)[1:]
    found = {part.split('"', 1)[0]: re.search(r'class="carried-note".*?<p>(.*?)</p>', part) for part in articles}
    return {key: unescape(match.group(1)) for key, match in found.items() if match}


def section_notes(html: str) -> list[str]:
    return re.findall(r'id="carried-section"><p><b>(.*?)</b>', html)


def rail(html: str) -> dict[str, str]:
    return dict(re.findall(r'data-section="(\w+)"><span aria-hidden="true">(.*?)</span>', html))


YOURS = "Your answer of 3 November 2025: confirm or change."


def test_every_carried_answer_says_when_it_was_given(client: Client, second: Assessment) -> None:
    html = shown(client, second, "section", "profile")
    assert notes(html) == dict.fromkeys(["employees", "makes", "region"], YOURS)
    assert section_notes(html) == ["3 answers here are from 3 November 2025."]
    assert '<button class="btn btn-still" name="still" value="makes" aria-describedby="l-makes">' in html


def test_the_words_are_there_in_chinese(client: Client, second: Assessment) -> None:
    html = shown(client, second, "section", "profile", **{"accept-language": "zh-hans"})
    assert notes(html)["makes"] == "这是您2025年11月3日的答案：请确认或修改。"
    assert section_notes(html) == ["这里有3个答案来自2025年11月3日。"]


def test_a_first_round_says_nothing_of_the_kind(release: Release) -> None:
    opened = start_assessment(enterprise_name="Four", release=release, scope=Scope.FULL, language="en")
    save(opened.assessment, ANSWERS)
    html = shown(client_with(opened.token), opened.assessment, "section", "profile")
    assert (notes(html), section_notes(html)) == ({}, [])


def test_questions_that_are_new_or_have_changed_say_so(first: Opened) -> None:
    newer_release()
    opened = next_round(first.assessment)
    client, second = client_with(opened.token), opened.assessment
    fresh = "New or changed since last time."
    html = shown(client, second, "section", "equipment")
    assert notes(html) == {"E1": fresh, "E2": f"{YOURS} The question has changed since.", "E3": fresh}
    assert notes(shown(client, second, "section", "talent")) == {"T1": YOURS, "T2": YOURS, "T4": fresh}
    save(second, {"T4": answered("yes")})
    assert "T4" not in notes(shown(client, second, "section", "talent"))
    check = shown(client, second, "check")
    assert "4 questions are new or have changed since last time." in check
    assert check.count("New or changed</span>") == 2


def test_the_rail_counts_what_is_to_be_confirmed(client: Client, second: Assessment) -> None:
    assert rail(shown(client, second, "section", "profile")) == {
        "profile": "3 to confirm",
        "equipment": "3 to confirm",
        "talent": "3 to confirm",
    }
    save(second, {"employees": answered("90"), "makes": ANSWERS["makes"], "region": ANSWERS["region"]}, base=1)
    html = shown(client, second, "section", "equipment")
    assert rail(html) == {"profile": "✓", "equipment": "3 to confirm", "talent": "3 to confirm"}
    assert re.findall(r'id="section-progress"[^>]*>([^<]*)<', html) == ["0 of 3 answered, 3 to confirm"]
    assert "About 3 minutes left" in html
    assert json.loads(re.search(r'id="given">(.*?)</script>', html).group(1))["carried"] == [  # type: ignore[union-attr]
        *("E1", "E2", "E3", "T1", "T2", "T3")
    ]


def test_hidden_answers_are_not_to_be_confirmed_until_they_are_asked(client: Client, second: Assessment) -> None:
    save(second, {"makes": answered("no")}, base=1)
    assert rail(shown(client, second, "section", "profile"))["equipment"] == "2 to confirm"
    save(second, {"makes": answered("yes")}, base=2)
    assert rail(shown(client, second, "section", "profile"))["equipment"] == "3 to confirm"


def form(html: str, **changes: str | list[str]) -> dict[str, object]:
    """The profile's fields as a browser would send them."""
    keys = ("employees", "makes", "region")
    versions = {
        f"q.{key}.version": re.search(rf'name="q\.{key}\.version" value="(\d+)"', html).group(1)  # type: ignore[union-attr]
        for key in keys
    }
    given = {"q.employees": "86", "q.makes": "yes", "q.region": "place3"}
    return {**versions, **given, **changes}


def send(client: Client, assessment: Assessment, **changes: str) -> str:
    here = address("section", assessment, "profile")
    response = client.post(here, form(shown(client, assessment, "section", "profile"), **changes))
    assert response.status_code == 302
    return response["Location"].removeprefix(here)


def test_one_answer_is_confirmed_without_javascript(client: Client, second: Assessment) -> None:
    assert send(client, second, still="employees") == "#q-makes"
    assert page_answers(second.pk).carried == ANSWERS.keys() - {"employees"}
    row = Answer.objects.get(assessment=second, question_key="employees", version=2)
    assert (row.value, row.device.startswith("form-")) == ("86", True)
    assert send(client, second, still="region") == "#q-makes"
    assert send(client, second, still="makes") == ""


def test_a_whole_section_is_confirmed_and_what_was_changed_changes(client: Client, second: Assessment) -> None:
    assert send(client, second, **{"still": "*", "q.employees": "90"}) == ""
    given = page_answers(second.pk)
    assert given.carried == ANSWERS.keys() - {"employees", "makes", "region"}
    assert given.answers["employees"] == answered("90")
    assert given.versions["makes"] == 2


def test_going_on_confirms_nothing_by_itself(client: Client, second: Assessment) -> None:
    response = client.post(
        address("section", second, "profile"), form(shown(client, second, "section", "profile"), go="next")
    )
    assert response["Location"] == address("section", second, "equipment")
    assert page_answers(second.pk).carried == ANSWERS.keys()


def test_confirming_twice_or_from_an_old_page_adds_nothing(client: Client, second: Assessment) -> None:
    old = form(shown(client, second, "section", "profile"), still="*")
    for _time in range(2):
        assert client.post(address("section", second, "profile"), old).status_code == 302
    assert Answer.objects.filter(assessment=second, version__gt=1).count() == 3
    assert not Answer.objects.filter(assessment=second, version__gt=2).exists()


def test_a_wrong_value_is_not_confirmed(client: Client, second: Assessment) -> None:
    sent = form(shown(client, second, "section", "profile"), still="*", **{"q.employees": "many"})
    response = client.post(address("section", second, "profile"), sent)
    assert response.status_code == 422
    assert page_answers(second.pk).carried == ANSWERS.keys() - {"makes", "region"}
    assert notes(response.content.decode()) == {"employees": YOURS}


def test_the_same_value_saved_by_the_browser_confirms(client: Client, second: Assessment) -> None:
    body = {"value": "86", "base_version": 1, "device": DEVICE, "seq": 1, "release": str(second.release_id)}
    response = client.put(address("answer-save", second, "employees"), json.dumps(body), "application/json")
    assert (response.status_code, response.json()["version"]) == (200, 2)
    assert "employees" not in page_answers(second.pk).carried


def test_no_device_may_call_itself_carried(client: Client, second: Assessment) -> None:
    body = {"value": "90", "base_version": 1, "device": "carried-by-somebody", "seq": 1}
    response = client.put(address("answer-save", second, "employees"), json.dumps(body), "application/json")
    assert response.status_code == 422
    assert page_answers(second.pk).versions["employees"] == 1


def test_opening_the_round_leads_to_what_is_to_be_confirmed(client: Client, second: Assessment) -> None:
    send(client, second, still="*")
    assert client.get(address("assessment-open", second))["Location"] == address("section", second, "equipment")
    save(second, {key: ANSWERS[key] for key in ("E1", "E2", "E3", "T1", "T2", "T3")}, base=1)
    assert client.get(address("assessment-open", second))["Location"] == address("check", second)


def test_the_check_page_lists_them_first_and_asks_for_one_tick(client: Client, second: Assessment) -> None:
    send(client, second, still="*")
    html = shown(client, second, "check")
    assert re.findall(r"<h2[^>]*>(?:<i[^>]*></i>)?([^<]*)", html)[:2] == [
        "From last time, not yet confirmed ",
        "Your enterprise",
    ]
    assert "6 answers of last time are not confirmed yet." in html
    assert '<input type="checkbox" name="others_stand" id="others-stand" value="yes" required>' in html
    assert " novalidate>" in html  # the page says itself what is missing, in its own language
    assert "The others are as they were: 6 answers." in html
    assert "Every question is answered." not in html


def test_without_anything_to_confirm_no_tick_is_asked_for(client: Client, second: Assessment) -> None:
    save(second, ANSWERS, base=1)
    html = shown(client, second, "check")
    assert "others_stand" not in html
    assert "From last time" not in html


def test_the_first_page_counts_what_is_confirmed(client: Client, opened: Opened, second: Assessment) -> None:
    client.cookies["latest"] = opened.token
    assert "0 % answered" in client.get("/").content.decode()
    send(client, second, still="*")
    assert "33 % answered" in client.get("/").content.decode()


def test_a_page_of_a_next_round_asks_the_database_once_more(
    client: Client, second: Assessment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    shown(client, second, "section", "profile")
    with django_assert_num_queries(3):
        shown(client, second, "section", "profile")


def test_a_release_of_better_words_changes_no_question(first: Opened) -> None:
    polished = bank_document(title={"en": "Said better", "zh-hans": "更好"})
    make_release(polished, minor=1)
    opened = next_round(first.assessment)
    assert "new or has" not in shown(client_with(opened.token), opened.assessment, "check")
