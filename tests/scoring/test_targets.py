"""Targets, what goes beyond them, progress, and what “does not apply” stands for."""

from fractions import Fraction
from typing import Any

import pytest

from assessment.scoring.scorecard import Scorecard
from tests.scoring.banks import Fields, bank, node, pointed, score

FIVE = {f"l{level}": level for level in range(6)}


def controls(not_applicable: str = "excluded", **fields: Any) -> Any:
    asked = [pointed(key, FIVE) for key in "ABC"]
    nodes = [node(key.lower(), measures={key: 1}, scale=5, target=3, passes="target", weight=1) for key in "ABC"]
    return bank(*asked, tree=node("all", *nodes, target=3), not_applicable=not_applicable, **fields)


def scored(document: Any = None, **raw: object) -> Scorecard:
    return score(document or controls(), **raw)


def test_what_goes_beyond_the_target_gives_no_credit() -> None:
    card = scored(A="l5", B="l2", C="l3")
    assert (card.overall.points, card.overall.scale) == (Fraction(8, 3), 3)
    assert [card.nodes[key].points for key in "abc"] == [5, 2, 3]
    assert [card.nodes[key].target_gap for key in "abc"] == [0, 1, 0]
    assert [card.nodes[key].percent_of_target for key in "abc"] == [100, Fraction(200, 3), 100]


def test_contributions_still_add_up_behind_a_target() -> None:
    card = scored(A="l5", B="l2", C="unknown")
    assert sum(part.gained for part in card.contributions["all"]) == card.overall.score
    assert sum(part.open for part in card.contributions["all"]) == 100 - card.overall.score
    assert {part.question: part.open for part in card.contributions["all"]}["A"] == 0


@pytest.mark.parametrize(
    ("rule", "points"),
    [("excluded", Fraction(3, 2)), ("zero", 1), ("full", 2), ("target", 2)],
)
def test_does_not_apply_counts_as_the_bank_says(rule: str, points: Fraction | int) -> None:
    card = scored(controls(rule), A="l1", B="l2", C="not_applicable")
    assert card.overall.points == points
    assert card.overall.coverage == 1
    assert card.overall.low == card.overall.high


def test_standing_in_for_the_target_is_on_the_scale_of_the_node() -> None:
    assert scored(controls("target"), A="l1", B="l2", C="not_applicable").nodes["c"].points == 3


def test_hidden_questions_are_never_stood_in_for() -> None:
    asked: list[Fields] = [pointed("A", FIVE), pointed("B", FIVE)]
    asked[1]["visible_if"] = {"fact": "answer.A", "op": "is", "value": "l5"}
    document = bank(*asked, not_applicable="full")
    assert score(document, A="l0", B="not_applicable").overall.score == 0


def test_progress_is_the_share_of_the_way_from_the_baseline_to_the_target() -> None:
    before, after = scored(A="l1", B="l0", C="l3"), scored(A="l2", B="l5", C="l5")
    progress = {key: after.nodes[key].progress_since(before.nodes[key]) for key in "abc"}
    assert progress == {"a": 50, "b": 100, "c": None}
    assert before.nodes["a"].progress_since(after.nodes["a"]) == -100


def test_no_number_has_no_gap_and_no_progress() -> None:
    card = scored(A="not_applicable", B="unknown", C="unknown")
    assert [card.nodes[key].target_gap for key in "ab"] == [None, None]
    assert card.nodes["a"].progress_since(card.nodes["c"]) is None
