"""Worked examples name only what the bank has."""

from typing import Any

import pytest

from tests.scoring.banks import FIVE_LEVELS, Fields, node, single
from tests.scoring.checking import EXAMPLE, THREE, Said, errors, ladder, rung, sound


def said(example: Fields, **fields: Any) -> Said:
    return errors(sound(**{"examples": [*THREE, {**EXAMPLE, "key": "e4", **example}], **fields}))


def expecting(**figures: Any) -> Fields:
    return {"expect": {"all": figures}}


@pytest.mark.parametrize(
    ("example", "place", "message"),
    [
        ({"baseline": {"Z": 1}}, "baseline.Z", "there is no question Z"),
        ({"baseline": {"A": "x"}}, "baseline.A", "the answer is not admitted: no such option (given: x, allowed: none, low, half, high, full)"),
        (expecting(percent_of_target=50), "expect.all.percent_of_target", "the node all has no target"),
        (expecting(readings={"sure": 5}), "expect.all.readings.sure", "there is no reading sure"),
        (expecting(level="one"), "expect.all.level", "there is no level one"),
    ],
)  # fmt: skip
def test_fault_of_an_example(example: Fields, place: str, message: str) -> None:
    assert said(example) == [(f"examples.e4.{place}", message)]


def test_progress_needs_a_target_and_a_baseline() -> None:
    tree = node("all", measures={"A": 1}, target=80)
    assert said(expecting(progress=10)) == [
        ("examples.e4.expect.all.progress", "the node all has no target"),
        ("examples.e4.expect.all.progress", "there is nothing to count progress from"),
    ]
    assert said(expecting(progress=10), tree=tree) == [
        ("examples.e4.expect.all.progress", "there is nothing to count progress from")
    ]
    assert said({**expecting(progress=10, percent_of_target=5), "baseline": {"A": "none"}}, tree=tree) == []


def test_level_is_one_of_the_node_s_own() -> None:
    tree = node("all", measures={"A": 1}, ladder="own")
    own = [ladder("own", rung("weak", lower=0), rung("strong", lower=50))]
    fields = {"tree": tree, "ladders": own, "levels": FIVE_LEVELS}
    assert said(expecting(level="strong"), **fields) == []
    assert said(expecting(level="one"), **fields) == [("examples.e4.expect.all.level", "there is no level one")]


def test_reading_of_an_example_is_one_of_the_bank() -> None:
    reading = {"key": "sure", "title": {"en": "Sure"}, "counts": False}
    tree = node("all", measures={"A": 1, "S": 1})
    document = sound(
        single("A"),
        single("S", reading="sure"),
        tree=tree,
        readings=[reading],
        examples=[*THREE, {**EXAMPLE, "key": "e4", **expecting(readings={"sure": 5})}],
    )
    assert errors(document) == []
