"""Worked examples show every expected figure beside the calculated one."""

from fractions import Fraction

import pytest

from assessment.scoring.answers import InvalidAnswer
from assessment.scoring.worked_examples import Comparison, run_examples
from tests.scoring.banks import FIVE_LEVELS, Fields, bank, fact, level, node, single, text

TREE = node("all", node("left", measures={"A": 1}), node("right", measures={"B": 2}))


def run(expect: Fields, raw: Fields | None = None, **fields: object) -> list[Comparison]:
    example = {"key": "e", "title": text("E"), "answers": raw or {"A": "full", "B": "half"}, "expect": expect}
    example |= {key: fields.pop(key) for key in ("scope", "tolerance") if key in fields}
    asked = (single("A", core=True), single("B"))
    return run_examples(bank(*asked, tree=TREE, examples=[example], **{"levels": FIVE_LEVELS, **fields}))


def test_every_expected_figure_is_compared() -> None:
    # (1 x 100 + 2 x 50) / 3 = 66.67
    expected = {"score": 66.7, "low": 66.7, "high": 66.7, "coverage": 1, "status": "scored", "level": "three"}
    found = run({"all": expected})
    assert [(each.example, each.node, each.what, each.agrees) for each in found] == [
        ("e", "all", what, True) for what in ("score", "low", "high", "coverage", "status", "level")
    ]
    assert found[0] == Comparison("e", "all", "score", Fraction("66.7"), Fraction(200, 3), True)


@pytest.mark.parametrize(("written", "agrees"), [(66.6, False), (66.7, True), (66.8, False), ("66.6667", True)])
def test_scores_agree_within_the_tolerance(written: object, agrees: bool) -> None:
    assert [each.agrees for each in run({"all": {"score": written}})] == [agrees]


def test_tolerance_of_none_asks_for_the_exact_score() -> None:
    assert [each.agrees for each in run({"all": {"score": 66.7}}, tolerance=0)] == [False]
    assert [each.agrees for each in run({"left": {"score": 100}}, tolerance=0)] == [True]


def test_difference_is_shown() -> None:
    assert run({"left": {"score": 50, "status": "not_assessed", "level": "one"}}) == [
        Comparison("e", "left", "score", Fraction(50), Fraction(100), False),
        Comparison("e", "left", "status", "not_assessed", "scored", False),
        Comparison("e", "left", "level", "one", "four", False),
    ]


def test_score_that_is_missing_agrees_with_nothing() -> None:
    found = run({"left": {"score": 0, "level": "zero"}}, {"A": "not_applicable", "B": "half"})
    assert [(each.actual, each.agrees) for each in found] == [(None, False), (None, False)]


def test_level_of_the_root_passes_its_gates_that_of_a_node_only_its_bound() -> None:
    gated = [level("zero", 0), level("one", 20, fact("node.right", "gte", 60))]
    found = run({"all": {"level": "zero"}, "left": {"level": "one"}}, levels=gated)
    assert [each.agrees for each in found] == [True, True]


def test_scope_of_the_example_counts() -> None:
    assert [each.agrees for each in run({"all": {"score": 100, "coverage": 1}}, scope="quick")] == [True, True]


def test_answer_that_is_not_admitted_raises() -> None:
    with pytest.raises(InvalidAnswer):
        run({"all": {"score": 0}}, {"A": "nothing"})
