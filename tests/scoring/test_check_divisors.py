"""Divisors typed by hand: what looks like a rounded part of a whole, and what does not."""

import pytest

from assessment.scoring.check import check_bank
from tests.scoring.banks import Fields, bands, multi, node, options, percent, question, single, table
from tests.scoring.checking import Q, errors, of_question, sound, warnings

POINTS = "write points such as 0, 1, 2, 3: the divisor follows from them"


def credits(*written: float) -> Fields:
    return {f"o{place}": credit for place, credit in enumerate(written)}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ((0, 0.33, 0.67, 1), "0.33 looks like 1/3"),
        ((0, 0.333, 0.667, 1), "0.333 looks like 1/3"),
        ((0, 0.33, 0.66, 1), "0.33 looks like 1/3"),
        ((0, 0.66, 1), "0.66 looks like 2/3"),
        ((0, 0.17, 0.5, 0.83, 1), "0.17 looks like 1/6"),
        ((0, 0.1667, 1), "0.1667 looks like 1/6"),
        ((0, 0.143, 1), "0.143 looks like 1/7"),
        ((0, 0.111, 0.333, 1), "0.111 looks like 1/9"),
        ((0, 0.0833, 0.25, 1), "0.0833 looks like 1/12"),
        ((0, 0.25, 0.5, 0.75, 1), None),
        ((0, 0.2, 0.4, 1), None),
        ((0, 0.3, 0.6, 1), None),
        ((0, 0.15, 0.45, 1), None),
        ((0, 0.143, 0.254, 1), None),
        ((0, 0.33, 0.4, 1), None),
    ],
)
def test_credits_that_look_like_parts(written: tuple[float, ...], said: str | None) -> None:
    found = [(f"{Q}B.options", f"the credit {said}, rounded")] if said else []
    assert of_question(single("B", credits(*written))) == ([], found)


def test_points_of_three_are_three_exact_thirds() -> None:
    made = [{**each, "credit": None, "points": place} for place, each in enumerate(options(credits(0, 0, 0, 0)))]
    assert of_question(question("B", "single", options=made)) == ([], [])


@pytest.mark.parametrize(
    ("asked", "place", "message"),
    [
        (multi("B", {"x": 0.333, "y": 0.667}), "options", "the points 0.333 looks like 1/3, rounded"),
        (percent("B", bands=bands((50, 0.67), (100, 1))), "bands", "the credit 0.67 looks like 2/3, rounded"),
        (multi("B", {"x": 1, "y": 1}, steps=[{"points": 0, "credit": 0}, {"points": 1, "credit": 0.33}, {"points": 2, "credit": 1}]), "steps", "the credit 0.33 looks like 1/3, rounded"),
    ],
)  # fmt: skip
def test_other_worths_that_look_like_parts(asked: Fields, place: str, message: str) -> None:
    assert of_question(asked) == ([], [(f"{Q}B.{place}", message)])


def test_row_weights_that_look_like_parts() -> None:
    asked = table("B", ("r", "s", "t"), {"no": 0, "yes": 1})
    asked["rows"] = [{**row, "weight": 0.333} for row in asked["rows"]]
    assert of_question(asked) == ([], [(f"{Q}B.rows", "the weight 0.333 looks like 1/3, rounded")])


def test_weights_of_the_tree_that_look_like_parts() -> None:
    thirds = [node(key, measures={key.upper(): 1}, weight=33.33) for key in ("a", "b", "c")]
    by_child = sound(*map(single, "ABC"), tree=node("all", *thirds))
    assert (errors(by_child), warnings(by_child)) == (
        [],
        [("nodes.all.children", "the weight 33.33 looks like 100/3, rounded")],
    )
    by_measure = sound(*map(single, "ABC"), tree=node("all", measures={"A": 0.1667, "B": 0.1667, "C": 0.6667}))
    assert warnings(by_measure) == [("nodes.all.measures", "the weight 0.1667 looks like 1/6, rounded")]
    assert [each.mend for each in check_bank(by_measure)] == [
        "write whole weights such as 1, 1, 1: they are divided by their sum"
    ]


def test_published_weights_are_no_parts_though_one_of_them_alone_would_be() -> None:
    published = {"A": 0.254, "B": 0.143, "C": 0.102, "D": 0.185, "E": 0.138, "F": 0.179}
    assert check_bank(sound(*map(single, "ABCDEF"), tree=node("all", measures=published))) == []


def test_worth_in_a_measure_that_looks_like_parts() -> None:
    tree = node("all", measures={"A": 1})
    tree["measures"][0] |= {"credits": {"none": 0, "low": 0.17, "half": 0.33, "high": 0.67, "full": 1}}
    assert warnings(sound(tree=tree)) == [("nodes.all.measures.A.credits", "the credit 0.17 looks like 1/6, rounded")]
