"""Process capability: ratings with closed upper bounds, levels that ask for everything below, and no overall number."""

from typing import Any

import pytest

from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import Scope, Scorecard, Status
from tests.content.frameworks import shipped
from tests.frameworks.answering import random_cases, read_all, score, scorer_of

BANK = shipped("process-capability")
PROCESSES = ("order", "planning", "change")
ATTRIBUTES = {
    1: ["performance"],
    2: ["management", "products"],
    3: ["definition", "deployment"],
    4: ["analysis", "control"],
    5: ["innovation", "implementation"],
}
LARGELY, FULLY = 2, 3
LISTS = {question.key: question.options for section in BANK.sections for question in section.questions}


def named(card: Scorecard, node: str) -> str | None:
    index = card.nodes[node].level
    return None if index is None else ladders_of(BANK)[node][index].key


def answers(process: str, quarters: dict[str, int]) -> dict[str, Any]:
    """Answers that achieve so many quarters of each attribute; attributes that are not named achieve nothing."""
    raw: dict[str, Any] = {}
    for attribute in (each for level in ATTRIBUTES.values() for each in level):
        key, count = f"{process}_{attribute}_asked", quarters.get(attribute, 0)
        options = [option.key for option in LISTS[key][:count]] or ["none"]
        raw[key] = options if LISTS[key] else str(count * 25)
    return raw


def ratings(card: Scorecard, process: str) -> dict[str, int]:
    found = {each: card.nodes[f"{process}_{each}"].level for level in ATTRIBUTES.values() for each in level}
    return {each: -1 if rating is None else rating for each, rating in found.items()}


def rule(rated: dict[str, int]) -> int:
    """ISO/IEC 33020 in plain words: own attributes largely or fully, all lower ones fully."""
    reached = 0
    for level, own in ATTRIBUTES.items():
        lower = [each for below in range(1, level) for each in ATTRIBUTES[below]]
        if min(rated[each] for each in own) < LARGELY or any(rated[each] < FULLY for each in lower):
            break
        reached = level
    return reached


@pytest.mark.parametrize(
    ("percent", "rating"),
    [
        ("0", "N"),
        ("15", "N"),
        ("15.1", "P"),
        ("50", "P"),
        ("50.1", "L"),
        ("85", "L"),
        ("85.1", "F"),
        ("100", "F"),
        ({"numerator": 17, "denominator": 20}, "L"),
        ({"numerator": 851, "denominator": 1000}, "F"),
        ({"numerator": 15_000_001, "denominator": 100_000_000}, "P"),
    ],
)
def test_upper_bounds_belong_to_the_rating(percent: object, rating: str) -> None:
    card = score(BANK, {"has_production": "yes", "order_performance_asked": percent})
    assert named(card, "order_performance") == rating


@pytest.mark.parametrize("level", range(1, 6))
@pytest.mark.parametrize("process", PROCESSES)
def test_least_that_holds_a_level(process: str, level: int) -> None:
    quarters = {each: 4 for below in range(1, level) for each in ATTRIBUTES[below]}
    quarters |= dict.fromkeys(ATTRIBUTES[level], 3)
    card = score(BANK, {"has_production": "yes"} | answers(process, quarters))
    assert card.nodes[f"{process}_process"].level == level


@pytest.mark.parametrize("gap", [each for level in ATTRIBUTES.values() for each in level])
def test_a_gap_below_holds_back_everything_above(gap: str) -> None:
    home = next(level for level, attributes in ATTRIBUTES.items() if gap in attributes)
    quarters = {each: 4 for level in ATTRIBUTES.values() for each in level}
    largely, partially = (answers("order", quarters | {gap: count}) for count in (3, 2))
    reached = [
        score(BANK, {"has_production": "yes"} | raw).nodes["order_process"].level for raw in (largely, partially)
    ]
    assert reached == [home, home - 1]


def test_levels_follow_the_rule_on_any_answers() -> None:
    for raw in random_cases(BANK, states=False, cases=60):
        card = score(BANK, raw)
        for process in PROCESSES:
            asked = card.nodes[f"{process}_process"].status is not Status.NOT_ASSESSED
            assert card.nodes[f"{process}_process"].level == (rule(ratings(card, process)) if asked else None)


def test_no_number_for_a_process_or_for_the_whole() -> None:
    card = score(BANK, {"has_production": "yes"} | answers("order", {"performance": 4}))
    unscored = {key for key, node in card.nodes.items() if node.status is Status.UNSCORED}
    assert unscored == {"processes", *(f"{process}_process" for process in PROCESSES)}
    assert {card.nodes[key].score for key in unscored} == {None}
    assert card.level.key is None


def test_process_without_answers_has_no_level_rather_than_the_lowest() -> None:
    card = score(BANK, {"has_production": "no"} | answers("order", {}))
    assert [named(card, f"{process}_process") for process in PROCESSES] == ["incomplete", None, None]


def test_quick_scan_shows_nothing_above_the_second_level() -> None:
    quarters = {each: 4 for level in ATTRIBUTES.values() for each in level}
    raw = read_all(BANK, {"has_production": "yes"} | answers("order", quarters))
    found = {scope: named(scorer_of(BANK).score(raw, scope), "order_process") for scope in Scope}
    assert found == {Scope.QUICK: "managed", Scope.FULL: "innovating"}
