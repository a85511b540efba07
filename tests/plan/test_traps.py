"""Defects found in real public tools, each a test that it is not here: the day of a result is the server's."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from assessment.responses.actions import Opened
from assessment.responses.models import Assessment, Result
from assessment.responses.tokens import COOKIE_NAME
from recommendations.playbook.models import PlaybookRelease

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
CLAIMED = {"submitted_at": "2020-01-01", "date": "2020-01-01", "custom_date": "2020-01-01", "started_at": "2020-01-01"}


def test_backdating_is_not_possible_when_submitting(
    client: Client, playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    opened = answered_assessment()
    client.cookies[COOKIE_NAME] = opened.token
    with time_machine.travel(NOW, tick=False):
        client.post(f"/a/{opened.assessment.public_id}/submit/", CLAIMED)
    assert Result.objects.get().submitted_at == NOW
    assert Assessment.objects.get(pk=opened.assessment.pk).submitted_at == NOW


@pytest.mark.parametrize("written", ["2020-01-01T00:00:00Z", None])
def test_backdating_is_not_possible_afterwards(
    client: Client,
    playbook_release: PlaybookRelease,
    answered_assessment: Callable[..., Opened],
    written: str | None,
) -> None:
    opened = answered_assessment()
    client.cookies[COOKIE_NAME] = opened.token
    client.post(f"/a/{opened.assessment.public_id}/submit/")
    before = Result.objects.get().submitted_at
    with pytest.raises(IntegrityError), transaction.atomic():
        Result.objects.update(submitted_at=written)
    assert Result.objects.get().submitted_at == before
