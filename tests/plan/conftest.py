from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils.translation import override

from assessment.bank.models import Release
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Assessment
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.answers import Answer
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import submit_and_advise
from recommendations.playbook.actions import load_playbook, release_playbook
from recommendations.playbook.models import PlaybookRelease
from tests.playbook.samples import released_bank, written_playbook
from tests.rules.samples import LOW


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):  # a request leaves its language behind
        yield


@pytest.fixture
def bank_release(db: None) -> Release:
    return released_bank()


@pytest.fixture
def playbook_release(bank_release: Release) -> PlaybookRelease:
    return release_playbook(playbook=load_playbook(document=written_playbook()))


@pytest.fixture
def answered_assessment(bank_release: Release) -> Callable[..., Opened]:
    """This fixture will return a maker of assessments with answers, LOW unless others are given."""

    def make(answers: dict[str, Answer] | None = None, scope: Scope = Scope.FULL) -> Opened:
        opened = start_assessment(enterprise_name="Four Gears Ltd", release=bank_release, scope=scope, language="en")
        given = LOW if answers is None else answers
        save_section(assessment=opened.assessment, changes=[Change(key, answer, 0) for key, answer in given.items()])
        return opened

    return make


@pytest.fixture
def opened(playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]) -> Opened:
    """This fixture will return a submitted assessment with the key to it; its advice is A and B."""
    opened = answered_assessment()
    submit_and_advise(assessment=opened.assessment)
    opened.assessment.refresh_from_db()
    return opened


@pytest.fixture
def submitted(opened: Opened) -> Assessment:
    return opened.assessment


@pytest.fixture
def respondent(client: Client, opened: Opened) -> Client:
    client.cookies[COOKIE_NAME] = opened.token
    return client
