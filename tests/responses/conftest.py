import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from assessment.bank.models import Release
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.models import Assessment
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release

DEVICE = "device-0001"


@pytest.fixture
def release(db: None) -> Release:
    return make_release(bank_document())


@pytest.fixture
def opened(release: Release) -> Opened:
    return start_assessment(enterprise_name="Four Gears Ltd", release=release, scope=Scope.FULL, language="en")


@pytest.fixture
def assessment(opened: Opened) -> Assessment:
    return opened.assessment


@pytest.fixture
def respondent(opened: Opened) -> Client:
    return client_with(opened.token)


def client_with(token: str) -> Client:
    client = Client()
    client.cookies[COOKIE_NAME] = token
    return client


def address(name: str, assessment: Assessment, *arguments: str) -> str:
    return reverse(f"responses:{name}", args=[assessment.public_id, *arguments])


Put = Callable[..., HttpResponse]


@pytest.fixture
def put(respondent: Client, assessment: Assessment) -> Put:
    """This fixture will return a function that saves one answer as the browser does."""

    def send(key: str, value: Any = None, *, client: Client = respondent, **fields: Any) -> HttpResponse:
        body = {"base_version": 0, "device": DEVICE, "seq": 1, "release": str(assessment.release_id), **fields}
        if value is not None:
            body["value"] = value
        return client.put(
            address("answer-save", assessment, key), json.dumps(body, default=_write_uuid), "application/json"
        )

    return send


def _write_uuid(value: object) -> str:
    assert isinstance(value, UUID)
    return str(value)
