"""Defects found in real public tools, each a test that it is not here: what a browser sends is an answer, no more."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from assessment.responses.actions import current_answers, submit_assessment
from assessment.responses.models import Answer, Assessment
from assessment.scoring.freeze import freeze_scorecard
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document
from tests.responses.conftest import Put, address

CLAIMED = {"score": 100, "overall": {"score": 100}, "level": "first", "credit": 1, "scorecard": "{}"}


def send(client: Client, assessment: Assessment, **fields: Any) -> HttpResponse:
    return client.post(address("section", assessment, "equipment"), {"go": "next", "q.E2.version": "0", **fields})


def test_client_computed_score_is_ignored(put: Put, respondent: Client, assessment: Assessment) -> None:
    put("E3", "40", **CLAIMED)
    send(respondent, assessment, **{"q.E2": "none"}, **{name: str(value) for name, value in CLAIMED.items()})
    result = submit_assessment(assessment=assessment)
    own = Scorer(bank_document()).score(current_answers(assessment), Scope.FULL)
    assert result.scorecard == freeze_scorecard(own)
    assert own.overall.score != 100


def test_exclusive_validation_crash_is_a_message_beside_the_field(respondent: Client, assessment: Assessment) -> None:
    response = send(respondent, assessment, **{"q.E2": ["none", "sensors"]})
    assert response.status_code == 200
    assert 'href="#f-E2"' in response.content.decode()
    assert Answer.objects.count() == 0


def test_exclusive_validation_crash_is_a_refusal_for_the_script(put: Put) -> None:
    response = put("E2", ["none", "sensors"])
    assert (response.status_code, Answer.objects.count()) == (422, 0)


@pytest.mark.parametrize("times", [2, 5])
def test_duplicate_answers_do_not_come_from_back_and_again(
    respondent: Client, assessment: Assessment, times: int
) -> None:
    for _time in range(times):
        send(respondent, assessment, **{"q.E2": "sensors"})
    assert [(row.question_key, row.version) for row in Answer.objects.all()] == [("E2", 1)]
    score = Scorer(bank_document()).score(current_answers(assessment)).nodes["equipment"].score
    once = Scorer(bank_document()).score(dict(current_answers(assessment)))
    assert score == once.nodes["equipment"].score
