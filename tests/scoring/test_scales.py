"""Full marks of every node follow from its parts; no divisor is typed."""

from fractions import Fraction

import pytest

from assessment.scoring.document import Node
from assessment.scoring.scales import Scales
from tests.scoring.banks import Fields, bank, node, pointed, score, single, ticked, yes_no

FIVE = {f"l{level}": level for level in range(6)}


def scales(tree: Fields, *asked: Fields) -> dict[str, Fraction]:
    return Scales(bank(*asked, tree=tree)).full


def test_node_counts_to_100_unless_something_says_otherwise() -> None:
    assert scales(node("all", measures={"A": 3}), single("A")) == {"all": 100}


def test_sum_adds_up_credits_as_ones_and_points_as_points() -> None:
    tree = node("all", measures={"A": 2, "B": 1, "C": "0.5"}, aggregate="sum")
    asked = [yes_no("A"), pointed("B", FIVE), ticked("C", ("r", "s"), {"have": 2, "plan": 1, "none": 0})]
    assert scales(tree, *asked) == {"all": 2 + 5 + Fraction(6, 2)}


def test_sum_of_sums_and_the_mean_of_equals_need_no_scale_written() -> None:
    stream = [
        node(f"s{place}", measures={f"Q{place}{level}": 1 for level in range(3)}, aggregate="sum") for place in (1, 2)
    ]
    asked = [single(f"Q{place}{level}") for place in (1, 2) for level in range(3)]
    assert scales(node("all", *stream), *asked) == {"all": 3, "s1": 3, "s2": 3}
    assert scales(node("all", *stream, aggregate="sum"), *asked)["all"] == 6


def test_parts_of_different_scales_average_to_percent() -> None:
    tree = node("all", node("a", measures={"A": 1}, scale=5), node("b", measures={"B": 1}, scale=3))
    assert scales(tree, single("A"), single("B"))["all"] == 100


def test_part_that_does_not_count_has_no_say() -> None:
    tree = node("all", node("a", measures={"A": 1}, scale=5, weight=1), node("b", measures={"A": 1}, weight=0))
    assert scales(tree, single("A"))["all"] == 5


@pytest.mark.parametrize(("passes", "scale"), [("score", 5), ("target", 3), ("level", 1)])
def test_what_is_passed_on_makes_the_scale_above(passes: str, scale: int) -> None:
    child = node("a", measures={"A": 1}, scale=5, target=3, passes=passes, ladder="two")
    assert Scales(bank(single("A"), tree=node("all", child), ladders=[TWO])).full["all"] == scale


TWO = {
    "key": "two",
    "levels": [
        {"key": "low", "title": {"en": "Low"}, "lower": 0},
        {"key": "high", "title": {"en": "High"}, "lower": 3},
    ],
}


def test_weights_that_do_not_sum_to_one_are_no_fault() -> None:
    weights = {"A": "0.254", "B": "0.143", "C": "0.604"}
    tree = node("all", measures=weights, aggregate="sum")
    card = score(bank(*[pointed(key, FIVE) for key in weights], tree=tree), A="l5", B="l0", C="l1")
    assert card.overall.scale == 5 * Fraction("1.001")
    assert card.overall.points == 5 * Fraction("0.254") + Fraction("0.604")


def test_sum_within_a_sum_is_one_sum_also_for_what_does_not_apply() -> None:
    inner = node("in", measures={"A": 1, "B": 1}, aggregate="sum")
    nested = node("all", inner, node("out", measures={"C": 1, "D": 1}, aggregate="sum"), aggregate="sum")
    flat = node("all", measures={"A": 1, "B": 1, "C": 1, "D": 1}, aggregate="sum")
    given = {"A": "yes", "B": "not_applicable", "C": "no", "D": "yes"}
    asked = [yes_no(key) for key in given]
    assert score(bank(*asked, tree=nested), **given).overall.score == Fraction(200, 3)
    assert score(bank(*asked, tree=flat), **given).overall.score == Fraction(200, 3)


def test_weight_multiplies_what_a_sum_puts_into_another() -> None:
    inner = node("in", measures={"A": 1, "B": 1}, aggregate="sum", weight=3)
    tree = node("all", inner, node("out", measures={"C": 1}, aggregate="sum"), aggregate="sum")
    card = score(bank(yes_no("A"), yes_no("B"), yes_no("C"), tree=tree), A="yes", B="no", C="yes")
    assert (card.overall.points, card.overall.scale) == (4, 7)


def test_scale_is_read_from_the_document_alone() -> None:
    assert Node.model_validate(node("a", scale="0.5")).scale is not None
