"""The page of suppositions for tests: opened, sent, and what it must not change."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from assessment.responses.actions import Opened
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.figures import shown_points
from recommendations.plan.rounds import Round, round_of
from tests.rules.samples import LOW

Ask = Callable[..., Any]


@pytest.fixture
def current(opened: Opened) -> Round:
    found = round_of(opened.assessment)
    assert found is not None
    return found


@pytest.fixture
def ask(client: Client, opened: Opened) -> Ask:
    """This fixture will return a function that opens the page as its owner."""
    client.cookies[COOKIE_NAME] = opened.token

    def get(query: str = "", **headers: Any) -> Any:
        return client.get(page_of(opened) + query, headers=headers)

    return get


@pytest.fixture
def send(client: Client, opened: Opened) -> Ask:
    """This fixture will return a function that sends the form; `script=True` as the page's script does."""
    client.cookies[COOKIE_NAME] = opened.token

    def post(data: dict[str, Any], query: str = "", script: bool = False) -> Any:
        headers = {"accept": "application/json"} if script else {}
        return client.post(
            reverse("plan:what-if-change", args=[opened.assessment.public_id]) + query, data, headers=headers
        )

    return post


def page_of(opened: Opened) -> str:
    return reverse("plan:what-if", args=[opened.assessment.public_id])


def whole_database() -> dict[str, list[Any]]:
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found


def score_of(current: Round, **answers: Answer | None) -> str:
    given = {key: answer for key, answer in {**LOW, **answers}.items() if answer is not None}
    return shown_points(current.scorer.score(given).overall.score)


def said(value: Any) -> Answer:
    return Answer(AnswerState.ANSWERED, value)
