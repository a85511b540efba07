"""Defects found in real public tools, each a test that it is not here: what a browser sends is an answer, no more."""

from fractions import Fraction
from typing import Any

from django.http import HttpResponse
from django.test import Client

from assessment.responses.models import Answer, Assessment
from assessment.responses.queries import current_answers
from assessment.responses.submitting import submit_assessment
from assessment.scoring.freeze import freeze_scorecard
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document
from tests.responses.conftest import Put, address

CLAIMED = {"score": 100, "overall": {"score": 100}, "level": "first", "credit": 1, "scorecard": "{}"}


def send(client: Client, assessment: Assessment, **fields: Any) -> HttpResponse:
    return client.post(address("section", assessment, "equipment"), {"go": "next", "q.E2.version": "0", **fields})


def test_client_computed_score_is_ignored(put: Put, respondent: Client, assessment: Assessment) -> None:
    put("employees", "12", seq=1)
    put("makes", "no", seq=2)
    put("E3", "40", seq=3, **CLAIMED)
    send(respondent, assessment, **{"q.E2": "none"}, **{name: str(value) for name, value in CLAIMED.items()})
    result = submit_assessment(assessment=assessment)
    own = Scorer(bank_document()).score(current_answers(assessment), Scope.FULL)
    assert result.scorecard == freeze_scorecard(own)
    assert own.overall.score != 100


def test_exclusive_validation_crash_is_a_message_beside_the_field(respondent: Client, assessment: Assessment) -> None:
    response = send(respondent, assessment, **{"q.E2": ["none", "sensors"]})
    assert response.status_code == 422
    assert 'href="#f-E2"' in response.content.decode()
    assert Answer.objects.count() == 0


def test_exclusive_validation_crash_is_a_refusal_for_the_script(put: Put) -> None:
    response = put("E2", ["none", "sensors"])
    assert (response.status_code, Answer.objects.count()) == (422, 0)


def test_duplicate_answers_do_not_come_from_back_and_again(respondent: Client, assessment: Assessment) -> None:
    for _time in range(3):
        send(respondent, assessment, **{"q.E2": "sensors"})
    assert [(row.question_key, row.version) for row in Answer.objects.all()] == [("E2", 1)]
    scored = Scorer(bank_document()).score(current_answers(assessment)).nodes["equipment"]
    assert (scored.score, scored.coverage) == (Fraction(50, 3), Fraction(1, 2))  # a third of E2; E3 is open, E1 hidden
