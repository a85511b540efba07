"""Who pays for a roadmap: its actions that cost money, by their cost bands, with the schemes that run."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessment.responses.actions import Opened
from assessment.responses.tokens import COOKIE_NAME
from recommendations.plan.roadmap.money import roadmap_money
from recommendations.plan.rounds import round_of
from recommendations.plan.speaker import Speaker
from recommendations.rules.roadmap.begun import Begun
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


def test_scheme_that_ends_before_a_quarter_is_not_counted_in_it(client: Client, opened: Opened) -> None:
    load_schemes(scheme("s", valid_until="2026-12-31"))
    stages = shown(client, opened, 5_000).context["solved"].roadmap.stages
    current = round_of(opened.assessment)
    assert current is not None
    speaker, on = Speaker(current.scorer.document, "en"), date(2026, 11, 23)

    def support(quarter: int, **begun: Begun) -> list[str]:
        placed = [replace(stage, quarter=quarter, last_quarter=quarter) for stage in stages]
        money = roadmap_money(placed, current, begun, speaker, on)
        return [] if money is None else [line.support for line in money.lines]

    assert (support(1), support(2)) == (["CNY 0–2,400"], ["nothing"])
    assert support(2, lead=Begun(is_done=False)) == ["CNY 0–2,400"]


def test_money_set_aside_for_what_has_begun_is_no_estimate(client: Client, opened: Opened) -> None:
    stages = shown(client, opened, 5_000).context["solved"].roadmap.stages
    current = round_of(opened.assessment)
    assert current is not None
    speaker, on = Speaker(current.scorer.document, "en"), date(2026, 11, 23)
    told = [
        roadmap_money(stages, current, {"lead": Begun(is_done=False, cost=cost)}, speaker, on)
        for cost in (Fraction(4_000), Fraction(5_000))
    ]
    assert [money and money.assumptions[0] for money in told] == [
        "1 price is your own budget.",
        "1 price is an estimate: the cost band of the action, not a quotation.",
    ]
