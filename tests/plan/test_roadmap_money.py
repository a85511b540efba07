"""Who pays for a roadmap: its actions that cost money, by their cost bands, with the schemes that run."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessment.responses.actions import Opened
from assessment.responses.tokens import COOKIE_NAME
from tests.catalogue.funding_samples import load_schemes, scheme
from tests.plan.roadmaps import submitted_with_roadmap


@pytest.fixture
def opened(db: None) -> Opened:
    return submitted_with_roadmap()


def shown(client: Client, opened: Opened, budget: int) -> Any:
    client.cookies[COOKIE_NAME] = opened.token
    address = reverse("plan:roadmap", args=[opened.assessment.public_id])
    return client.get(address, {"budget": budget, "days": 60}, headers={"accept-language": "en"})


def test_actions_that_cost_money_are_split_and_those_that_cost_nothing_left_out(client: Client, opened: Opened) -> None:
    """`lead` costs 2,000 to 8,000 yuan; 30 % of that is 600 to 2,400. `learn` is free."""
    load_schemes(scheme("s", valid_until=None))
    page = shown(client, opened, 5_000)
    money = page.context["money"]
    assert [(line.key, line.price, line.enterprise, line.support) for line in money.lines] == [
        ("lead", "CNY 2,000–8,000", "CNY 1,400–8,000", "CNY 0–2,400")
    ]
    html = page.content.decode()
    assert html.index("Who pays for this") < html.index("Scheme s") < html.index("Nothing here is a promise")


def test_nothing_is_said_where_nothing_is_bought(client: Client, opened: Opened) -> None:
    page = shown(client, opened, 0)
    assert page.context["money"] is None
    assert "Who pays for this" not in page.content.decode()
