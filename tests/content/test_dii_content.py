"""Digital Intensity Index: twelve conditions counted by hand, published classes, and the shares of 2021."""

from decimal import Decimal
from typing import Any

import pytest

from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import Scorecard
from tests.content.frameworks import shipped
from tests.frameworks.answering import questions_of, random_cases, score

DII = shipped("eurostat-dii")
DEMANDING = {"finance", "erp", "crm", "security", "database", "platform"}
ONE_EACH: list[tuple[str, Any]] = [
    ("internet_use", "50.1"),
    ("line_speed", "30"),
    ("erp", "yes"),
    ("crm", "yes"),
    ("analytics", "both"),
    ("ai", ["text"]),
    ("e_sales", "1"),
    ("cloud_services", ["mail"]),
    ("cloud_services", ["mail", "database"]),
    ("social_media", ["blog"]),
    ("social_media", ["networks", "blog"]),
    ("consumer_share", "10.1"),
]
NOTHING = {
    "internet_use": "0",
    "line_speed": "0",
    "cloud_services": ["none"],
    "erp": "no",
    "crm": "no",
    "analytics": "no",
    "ai": ["none"],
    "social_media": ["none"],
    "e_sales": "0",
    "web_sales": "1.01",
    "consumer_share": "0",
}


def level_of(card: Scorecard, node: str) -> str:
    index = card.nodes[node].level
    assert index is not None
    return ladders_of(DII)[node][index].key


def conditions_met(raw: dict[str, Any]) -> int:
    """The published conditions of the survey of 2023, counted without the engine."""
    cloud, social, web = set(raw["cloud_services"]), set(raw["social_media"]), Decimal(raw["web_sales"])
    return sum(
        [
            Decimal(raw["internet_use"]) > 50,
            Decimal(raw["line_speed"]) >= 30,
            bool(cloud - {"none"}),
            bool(cloud & DEMANDING),
            raw["erp"] == "yes",
            raw["crm"] == "yes",
            raw["analytics"] != "no",
            bool(set(raw["ai"]) - {"none"}),
            len(social - {"none"}) >= 1,
            len(social - {"none"}) >= 2,
            Decimal(raw["e_sales"]) >= 1,
            web > 1 and Decimal(raw["consumer_share"]) > 10,
        ]
    )


@pytest.mark.parametrize(
    ("points", "dii_class", "basic"),
    [
        (0, "very_low", "not_basic"),
        (3, "very_low", "not_basic"),
        (4, "low", "basic"),
        (6, "low", "basic"),
        (7, "high", "basic"),
        (9, "high", "basic"),
        (10, "very_high", "basic"),
        (12, "very_high", "basic"),
    ],
)
def test_published_classes_and_flag(points: int, dii_class: str, basic: str) -> None:
    card = score(DII, NOTHING | dict(ONE_EACH[:points]))
    assert (card.overall.points, level_of(card, "intensity"), level_of(card, "basic_level")) == (
        points,
        dii_class,
        basic,
    )


def test_each_condition_is_worth_one_point() -> None:
    gained = [score(DII, NOTHING | dict(ONE_EACH[: number + 1])).overall.points for number in range(12)]
    assert gained == list(range(1, 13))
    assert score(DII, NOTHING).overall.scale == 12


def test_points_are_the_conditions_that_are_met() -> None:
    found = {conditions_met(raw): score(DII, raw) for raw in random_cases(DII, states=False)}
    assert {points: card.overall.points for points, card in found.items()} == {points: points for points in found}
    assert {card.nodes["basic_level"].points for card in found.values()} == set(found)
    assert {points for points, card in found.items() if level_of(card, "basic_level") == "basic"} == {
        points for points in found if points >= 4
    }
    assert len(found) >= 8


@pytest.mark.parametrize(
    ("question", "just_short", "just_enough"),
    [
        ("internet_use", "50", "50.1"),
        ("internet_use", {"numerator": 20, "denominator": 40}, {"numerator": 21, "denominator": 41}),
        ("line_speed", "29.9", "30"),
        ("e_sales", "0.99", "1"),
        ("consumer_share", "10", "10.1"),
        ("social_media", ["none"], ["sharing"]),
        ("cloud_services", ["none"], ["computing"]),
    ],
)
def test_edges_of_the_conditions(question: str, just_short: object, just_enough: object) -> None:
    points = [score(DII, NOTHING | {question: answer}).overall.points for answer in (just_short, just_enough)]
    assert points == [0, 1]


def test_at_least_one_percent_is_asked_without_counts() -> None:
    """995 of 100,000 lie between the last number of the lower band and 1 %, and would wrongly meet the condition."""
    assert questions_of(DII)["e_sales"].ratio is None


def test_consumers_are_asked_about_only_where_web_sales_are_large_enough() -> None:
    card = score(DII, NOTHING | {"web_sales": "1", "consumer_share": "100"})
    assert (card.nodes["web_to_consumers"].points, card.overall.points) == (0, 0)


def test_not_knowing_opens_the_range_by_the_conditions_that_hang_on_it() -> None:
    overall = score(DII, NOTHING | {"social_media": "unknown", "cloud_services": "unknown"}).overall
    assert (overall.points, overall.on_scale(overall.low), overall.on_scale(overall.high)) == (0, 0, 4)


def test_cohort_of_2021_adds_up_and_its_basic_share_follows() -> None:
    lines = {line.key: line for line in DII.reference_lines if line.period == "2021"}
    shares = {key.removesuffix("_2021"): int(line.value) for key, line in lines.items()}
    assert shares == {"very_low": 45, "low": 34, "high": 18, "very_high": 3, "basic": 55}
    classes = [shares[level.key] for level in ladders_of(DII)["intensity"]]
    assert (sum(classes), sum(classes[1:])) == (100, shares["basic"])


def test_target_of_2030_is_more_than_ninety_percent_at_four_points() -> None:
    target = next(line for line in DII.reference_lines if line.key == "target_2030")
    assert (target.value, target.kind, target.period, DII.tree.target) == (90, "target", "2030", 4)
