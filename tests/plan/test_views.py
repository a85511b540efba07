"""The last button: where it leads, and where it leads back."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.models import Release
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.models import Result
from assessment.responses.next_round import start_next_round
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from recommendations.plan.models import AdviceRun
from recommendations.playbook.models import PlaybookRelease
from tests.playbook.samples import worked_examples
from tests.rules.samples import LOW, sample_bank


def submit(client: Client, opened: Opened, **headers: Any) -> Any:
    client.cookies[COOKIE_NAME] = opened.token
    return client.post(f"/a/{opened.assessment.public_id}/submit/", **headers)


def test_submitting_leads_to_the_result(
    client: Client, playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    opened = answered_assessment()
    for _time in range(2):
        response = submit(client, opened)
        assert (response.status_code, response.url) == (302, f"/a/{opened.assessment.public_id}/result/")
    assert (Result.objects.count(), AdviceRun.objects.count()) == (1, 1)


def test_language_of_the_page_becomes_the_language_of_the_assessment(
    client: Client, playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    opened = answered_assessment()
    submit(client, opened, headers={"accept-language": "zh-hans"})
    opened.assessment.refresh_from_db()
    assert opened.assessment.language == "zh-hans"


@pytest.fixture
def demanding_release(db: None) -> Release:
    bank = sample_bank(examples=worked_examples())
    first, *others = bank.sections
    asked = [question.model_copy(update={"required": True}) for question in first.questions]
    sections = [first.model_copy(update={"questions": asked}), *others]
    return release_bank(bank=load_bank(document=bank.model_copy(update={"sections": sections})))


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "These answers are still needed: Plant; Staff."),
        ("zh-hans", "还缺少以下必答项：〔Plant〕；〔Staff〕。"),
    ],
)
def test_missing_answers_lead_back_to_the_check_page_and_are_named(
    client: Client, demanding_release: Release, language: str, message: str
) -> None:
    opened = start_assessment(enterprise_name="New", release=demanding_release, scope=Scope.QUICK, language="en")
    response = submit(client, opened, headers={"accept-language": language})
    assert (response.status_code, response.url) == (302, f"/a/{opened.assessment.public_id}/check/")
    assert [str(said) for said in get_messages(response.wsgi_request)] == [message]
    assert Result.objects.count() == 0


def test_nobody_else_can_submit(
    client: Client, playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    opened, other = answered_assessment(), answered_assessment()
    client.cookies[COOKIE_NAME] = other.token
    assert client.post(f"/a/{opened.assessment.public_id}/submit/").status_code == 404
    assert Result.objects.count() == 0


def test_looking_submits_nothing(
    client: Client, playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    opened = answered_assessment()
    client.cookies[COOKIE_NAME] = opened.token
    assert client.get(f"/a/{opened.assessment.public_id}/submit/").status_code == 405
    assert Result.objects.count() == 0


def test_a_next_round_is_submitted_with_one_tick(
    client: Client, playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    first = answered_assessment()
    submit(client, first)
    second = start_next_round(assessment=first.assessment, scope=Scope.FULL, language="en")
    response = submit(client, second)
    assert response.url == f"/a/{second.assessment.public_id}/check/"
    shown = client.get(response.url).content.decode()
    said = f"{len(LOW)} answers of last time are not confirmed. Confirm them, or tick that they are as they were."
    assert f'<li><a href="#others-stand">{said}</a></li>' in shown
    assert Result.objects.count() == 1
    client.cookies[COOKIE_NAME] = second.token
    response = client.post(f"/a/{second.assessment.public_id}/submit/", {"others_stand": "yes"})
    assert response.url == f"/a/{second.assessment.public_id}/result/"
    assert Result.objects.count() == 2
