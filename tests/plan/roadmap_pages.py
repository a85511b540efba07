"""The page of the roadmap for tests: opened, and what it says."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessment.responses.actions import Opened
from assessment.responses.tokens import COOKIE_NAME
from tests.plan.roadmaps import submitted_with_roadmap

Ask = Callable[..., Any]


@pytest.fixture
def opened(db: None) -> Opened:
    return submitted_with_roadmap()


@pytest.fixture
def ask(client: Client, opened: Opened) -> Ask:
    """This fixture will return a function that opens one of the pages as its owner."""
    client.cookies[COOKIE_NAME] = opened.token

    def get(query: str = "", name: str = "roadmap", **headers: Any) -> Any:
        return client.get(address(opened, name) + query, headers=headers)

    return get


def address(opened: Opened, name: str = "roadmap") -> str:
    return reverse(f"plan:{name}", args=[opened.assessment.public_id])


def chosen(page: Any) -> list[list[str]]:
    return [[row.key for row in wave.rows] for wave in page.context["shown"].waves]


def reasons(page: Any) -> dict[str, str]:
    return {row.key: row.reason for group in page.context["shown"].left_out for row in group.rows}


def points(text: str) -> int:
    """Tenths of a point, as they are written."""
    found = re.search(r"\+(\d+)\.(\d)", text)
    assert found, text
    return int(found[1]) * 10 + int(found[2])


def gained(page: Any) -> Fraction:
    points: Fraction = page.context["solved"].roadmap.points
    return points
