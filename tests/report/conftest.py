from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from assessment.bank.models import Release
from assessment.config.demo import answer_sample
from assessment.responses.actions import Opened
from assessment.responses.models import Result
from assessment.responses.tokens import COOKIE_NAME
from recommendations.plan.actions import submit_and_advise
from recommendations.report.renderer.client import renderer
from tests.world import load_content


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):  # a request leaves its language behind
        yield


@pytest.fixture(scope="session", autouse=True)
def no_renderer_is_left_behind() -> Iterator[None]:
    yield
    renderer.close()


@pytest.fixture(scope="module")
def loaded_release(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Release]:
    """The shipped content, loaded once for each module; every test rolls back to here."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_content()
        transaction.set_rollback(True)


@pytest.fixture
def bank_release(loaded_release: Release, db: None) -> Release:
    return loaded_release


@pytest.fixture
def opened(bank_release: Release) -> Opened:
    """The sample firm's answers, not yet submitted."""
    return answer_sample(bank_release)


@pytest.fixture
def result(opened: Opened) -> Result:
    result = submit_and_advise(assessment=opened.assessment)
    opened.assessment.refresh_from_db()
    return result


@pytest.fixture
def respondent(opened: Opened) -> Client:
    client = Client()
    client.cookies[COOKIE_NAME] = opened.token
    return client
