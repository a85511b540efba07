"""What is admitted and hardly ever meant: credit that rises and falls, examples that hardly anything could fail."""

from typing import Any

import pytest

from assessment.scoring.checks.doubts import check_doubts
from assessment.scoring.document import BankDocument
from tests.scoring.banks import Fields, asked_only, multi, node, single
from tests.scoring.checking import EXAMPLE, THREE, Q, Said, sound

UP_AND_DOWN = [(f"{Q}A.options", "the credit of the options goes up and down")]


def doubts(document: BankDocument) -> Said:
    return [(each.place, each.message) for each in check_doubts(document)]


@pytest.mark.parametrize(
    ("credits", "said"),
    [
        ((0, 0.25, 0.5, 0.75, 1), []),
        ((1, 0.5, 0.5, 0), []),
        ((0, 0, 1), []),
        ((1, 0), []),
        ((0, 0.25, 0.1, 0.75, 1), UP_AND_DOWN),
        ((0, 1, 0), UP_AND_DOWN),
    ],
)
def test_credit_goes_one_way(credits: tuple[float, ...], said: Said) -> None:
    options = {f"o{number}": credit for number, credit in enumerate(credits)}
    examples = [{**each, "answers": {"A": "o0"}} for each in THREE]
    assert doubts(sound(single("A", options), examples=examples)) == said


def test_what_is_ticked_or_asked_only_may_have_credit_in_any_order() -> None:
    document = sound(single("A"), multi("B", {"x": 1, "y": 0, "z": 2}), profile=(asked_only("p"),))
    assert doubts(document) == []


@pytest.mark.parametrize(
    ("tolerance", "expected", "scale", "widest"),
    [
        ("0.5", {"score": 50}, 100, ""),
        ("0.51", {"score": 50}, 100, "0.5"),
        ("100", {"level": "one"}, 100, "0.5"),
        ("0.05", {"points": 2}, 5, ""),
        ("0.06", {"points": 2}, 5, "0.05"),
        ("0.05", {"score": 50}, 5, ""),
        ("1", {"points": 500}, 1000, "0.5"),
    ],
)
def test_tolerance_is_narrow_enough_to_guard(tolerance: str, expected: dict[str, Any], scale: int, widest: str) -> None:
    wide: Fields = {**EXAMPLE, "key": "e4", "tolerance": tolerance, "expect": {"all": expected}}
    document = sound(tree=node("all", measures={"A": 1}, scale=scale), examples=[*THREE, wide])
    message = f"the tolerance {tolerance} lets wrong figures pass: {widest} is the widest that still guards them"
    assert doubts(document) == ([("examples.e4.tolerance", message)] if widest else [])
