import json
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessment.bank.models import Release
from assessment.bank.releases import scorer_of
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.models import Answer, Assessment
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release
from tests.responses.conftest import DEVICE, Put, address, client_with


def rows(assessment: Assessment) -> list[tuple[Any, ...]]:
    stored = Answer.objects.filter(assessment=assessment).order_by("question_key", "version")
    return list(stored.values_list("question_key", "version", "state", "value"))


def test_saving_takes_one_statement(
    put: Put, assessment: Assessment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    scorer_of(assessment.release_id)
    with django_assert_num_queries(1):
        response = put("E2", ["network", "sensors"])
    assert (response.status_code, response.json()["version"]) == (200, 1)
    assert rows(assessment) == [("E2", 1, "answered", ["sensors", "network"])]


def test_the_reply_tells_when_it_was_saved(put: Put, assessment: Assessment) -> None:
    response = put("E1", "half")
    stored = Answer.objects.get(assessment=assessment)
    assert response.json() == {"version": 1, "saved_at": stored.answered_at.isoformat()}


@pytest.mark.parametrize(
    ("key", "sent", "state", "value"),
    [
        ("employees", {"value": " 86 "}, "answered", "86"),
        ("E3", {"value": {"numerator": "4", "denominator": "10"}}, "answered", {"numerator": "4", "denominator": "10"}),
        ("T2", {"value": {"shop": "often", "office": "never"}}, "answered", {"office": "never", "shop": "often"}),
        ("T3", {"value": "厂里\r\n两行"}, "answered", "厂里\n两行"),
        ("T3", {"value": "unknown"}, "answered", "unknown"),
        ("employees", {"value": "86 people"}, "answered", "86"),
        ("E1", {"state": "unknown"}, "unknown", None),
        ("E2", {"state": "not_applicable"}, "not_applicable", None),
        ("E2", {"state": "withdrawn"}, "withdrawn", None),
    ],
)
def test_every_kind_of_answer_is_stored_in_its_one_form(
    put: Put, assessment: Assessment, key: str, sent: dict[str, Any], state: str, value: object
) -> None:
    assert put(key, **sent).status_code == 200
    assert rows(assessment) == [(key, 1, state, value)]


def test_a_retry_gets_the_first_reply_and_stores_nothing(put: Put, assessment: Assessment) -> None:
    first = put("E1", "half", seq=7)
    put("E1", "full", base_version=1, seq=8)
    assert put("E1", "half", seq=7).json() == first.json()
    assert rows(assessment) == [("E1", 1, "answered", "half"), ("E1", 2, "answered", "full")]


def test_a_number_used_for_another_answer_is_refused(put: Put, assessment: Assessment) -> None:
    put("E1", "half", seq=7)
    response = put("E1", "full", base_version=1, seq=7)
    assert (response.status_code, response.json()["code"]) == (422, "sequence_reused")
    assert rows(assessment) == [("E1", 1, "answered", "half")]


def test_a_conflict_shows_what_stands(put: Put, assessment: Assessment) -> None:
    put("E1", "half", seq=1)
    response = put("E1", "full", device="device-0002")
    stored = Answer.objects.get(assessment=assessment)
    assert response.status_code == 409
    assert response.json() == {
        "version": 1,
        "state": "answered",
        "value": "half",
        "by": "Another window or device",
        "at": stored.answered_at.isoformat(),
        "text": "Option half",
    }
    assert rows(assessment) == [("E1", 1, "answered", "half")]


def test_a_base_from_the_future_is_a_conflict_with_nothing(put: Put) -> None:
    response = put("E1", "full", base_version=3)
    assert (response.status_code, response.json()["version"], response.json()["state"]) == (409, 0, "withdrawn")


def test_a_submitted_assessment_is_locked(put: Put, assessment: Assessment) -> None:
    Assessment.objects.filter(pk=assessment.pk).update(submitted_at=timezone.now())
    response = put("E1", "half")
    assert (response.status_code, response.json()) == (423, {"message": "This assessment has been submitted."})
    assert rows(assessment) == []


@pytest.mark.parametrize(
    ("key", "sent", "message"),
    [
        ("employees", {"value": "many"}, "Enter a number in digits, such as 12 or 12.5."),
        ("employees", {"value": "0"}, "The number must be at least 1."),
        ("employees", {"value": "6000"}, "The number must be at most 5,000."),
        ("employees", {"value": "1.5"}, "Enter a whole number, without decimals."),
        ("E3", {"value": "1.25"}, "Enter at most 1 digit after the decimal point."),
        ("E3", {"value": {"numerator": "5", "denominator": "4"}}, "The part cannot be larger than the total."),
        ("E3", {"value": {"numerator": "5", "denominator": "0"}}, "The total must be more than 0."),
        ("makes", {"state": "unknown"}, "This question needs an answer; “I don’t know” is not among its choices."),
        ("E1", {"state": "not_applicable"}, "“Does not apply” is not among the choices of this question."),
        ("E1", {"value": "best"}, "Choose one of the answers that are offered."),
        ("E2", {"value": []}, "Choose at least one answer."),
        (
            "E2",
            {"value": ["none", "network"]},
            "“Option none” cannot be combined with other choices. Untick it or the others.",
        ),
        ("T2", {"value": {"shop": "often"}}, "Choose an answer in every row. Still open: In the office."),
        ("T3", {"value": "x" * 2001}, "The text may have at most 2,000 characters and 40 lines."),
        ("T3", {"value": "\n".join("x" * 41)}, "The text may have at most 2,000 characters and 40 lines."),
        (
            "T3",
            {"value": "nul \x00"},
            "The text contains a character that cannot be stored. Type it instead of pasting it.",
        ),
    ],
)
def test_a_wrong_answer_is_refused_with_a_sentence(
    put: Put, assessment: Assessment, key: str, sent: dict[str, Any], message: str
) -> None:
    response = put(key, **sent)
    assert (response.status_code, response.json()) == (422, {"message": message})
    assert rows(assessment) == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b'{"value": "half"}',
        b'{"value": "half", "base_version": "0", "device": "device-0001", "seq": 1}',
        b'{"value": "half", "base_version": -1, "device": "device-0001", "seq": 1}',
        b'{"value": "half", "base_version": 0, "device": "short", "seq": 1}',
        b'{"value": "half", "base_version": 0, "device": "device-0001", "seq": 1e99}',
        b'{"value": "half", "base_version": 0, "device": "device-0001", "seq": 1, "extra": 1}',
        b'{"value": "half", "state": "great", "base_version": 0, "device": "device-0001", "seq": 1}',
        b'{"value": "\\ud800", "base_version": 0, "device": "device-0001", "seq": 1}',
        b"\xff\xfe",
    ],
)
def test_an_unreadable_body_is_refused(respondent: Client, assessment: Assessment, body: bytes) -> None:
    response = respondent.put(address("answer-save", assessment, "E1"), body, "application/json")
    assert (response.status_code, rows(assessment)) == (422, [])


def test_a_body_over_the_limit_is_refused_unread(put: Put, assessment: Assessment) -> None:
    response = put("T3", "x" * 40_000)
    assert (response.status_code, response.json()) == (413, {"message": "This answer is too long."})


def test_without_the_release_it_is_looked_up(put: Put, assessment: Assessment) -> None:
    assert put("E1", "half", release=None).status_code == 200
    assert rows(assessment) == [("E1", 1, "answered", "half")]


@pytest.mark.parametrize("is_real", [True, False])
def test_a_page_older_than_the_release_saves_by_the_release_that_counts(
    put: Put, assessment: Assessment, is_real: bool
) -> None:
    other = make_release(bank_document(), minor=1).pk if is_real else uuid4()
    assert put("E1", "half", release=other).status_code == 200
    assert rows(assessment) == [("E1", 1, "answered", "half")]


@pytest.mark.parametrize("token", ["", "wrong", "ÿ"])
def test_a_stranger_finds_nothing(put: Put, assessment: Assessment, token: str) -> None:
    assert put("E1", "half", client=client_with(token)).status_code == 404
    assert rows(assessment) == []


def test_the_key_of_another_assessment_opens_nothing(put: Put, assessment: Assessment, release: Release) -> None:
    other = start_assessment(enterprise_name="Other", release=release, scope=Scope.FULL, language="en")
    assert put("E1", "half", client=client_with(other.token)).status_code == 404
    assert (rows(assessment), rows(other.assessment)) == ([], [])


@pytest.mark.parametrize("field", ["revoked_at", "expires_at"])
def test_a_revoked_and_an_expired_key_open_nothing(put: Put, opened: Opened, field: str) -> None:
    opened.assessment.tokens.update(**{field: timezone.now() - timedelta(minutes=1)})
    assert put("E1", "half").status_code == 404
    assert rows(opened.assessment) == []


def test_an_unknown_question_is_not_there(put: Put) -> None:
    assert put("E99", "half").status_code == 404


def test_a_request_without_csrf_token_is_refused(assessment: Assessment, opened: Opened) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies.update(client_with(opened.token).cookies)
    body = json.dumps({"value": "half", "base_version": 0, "device": DEVICE, "seq": 1})
    response = client.put(address("answer-save", assessment, "E1"), body, "application/json")
    assert (response.status_code, rows(assessment)) == (403, [])


def test_a_busy_database_asks_to_come_back(put: Put) -> None:
    with patch("assessment.responses.autosave.save_answer", side_effect=OperationalError("database is locked")):
        response = put("E1", "half")
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert response.json()["message"] == "The server cannot store right now; your answer is kept in this window."


def test_messages_come_in_the_language_of_the_page(put: Put, respondent: Client) -> None:
    respondent.cookies["django_language"] = "zh-hans"
    assert put("E1", "best").json() == {"message": "请从给出的选项中选择。"}


def test_saving_takes_the_short_lane(put: Put) -> None:
    with patch("django.contrib.sessions.middleware.SessionMiddleware.process_request") as full_way:
        response = put("E1", "half")
    assert (response.status_code, full_way.called) == (200, False)
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_short_lane_refuses_a_foreign_host(respondent: Client, assessment: Assessment) -> None:
    body = json.dumps({"value": "half", "base_version": 0, "device": DEVICE, "seq": 1})
    path = address("answer-save", assessment, "E1")
    response = respondent.put(path, body, "application/json", headers={"host": "elsewhere.example"})
    assert (response.status_code, rows(assessment)) == (400, [])
