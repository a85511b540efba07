import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from assessment.bank.models import Release
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.models import Assessment
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.answers import Answer, AnswerState, Value
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


def answered(value: Value) -> Answer:
    return Answer(AnswerState.ANSWERED, value)


def client_with(token: str) -> Client:
    client = Client()
    client.cookies[COOKIE_NAME] = token
    return client


def address(name: str, assessment: Assessment, *arguments: str) -> str:
    return reverse(f"responses:{name}", args=[assessment.public_id, *arguments])


@pytest.fixture
def real_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """This fixture will let threads meet in a real database.

    SQLite's tests live in memory, where threads share one cache with locks of its own; a file locks as in production.
    """
    if connection.vendor != "sqlite":
        yield
        return
    kept, name, path = connection.connection, connection.settings_dict["NAME"], tmp_path / "real.sqlite3"
    with sqlite3.connect(path) as target:
        kept.backup(target)
    target.close()
    connection.connection, connection.settings_dict["NAME"] = None, path
    yield
    connection.close()
    connection.connection, connection.settings_dict["NAME"] = kept, name


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
