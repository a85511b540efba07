"""Tables of levels: every combination has a cell, every cell a combination."""

from typing import Any

import pytest

from assessment.scoring.check import check_bank
from assessment.scoring.document import BankDocument
from tests.scoring.banks import Fields, node, single
from tests.scoring.checking import errors, ladder, rung, sound, warnings

STEPS = ladder("steps", rung("low", lower=0), rung("high", lower=50))


def cell(score: float, **when: list[str]) -> Fields:
    return {"when": when, "score": score}


def looked_up(*cells: Fields, **fields: Any) -> BankDocument:
    children = [node(key, measures={key.upper(): 1}, ladder="steps") for key in ("a", "b")]
    tree = node("all", *children, **{"aggregate": "table", "cells": list(cells), **fields})
    return sound(single("A"), single("B"), tree=tree, ladders=[STEPS])


ALL_FOUR = [cell(0, a=["low"], b=["low", "high"]), cell(50, a=["high"], b=["low"]), cell(100, a=["high"])]


def test_complete_table_has_no_finding() -> None:
    assert check_bank(looked_up(*ALL_FOUR)) == []


def test_combinations_without_a_cell_are_counted_and_three_are_named() -> None:
    assert errors(looked_up(cell(100, a=["high"], b=["high"]))) == [
        (
            "nodes.all.cells",
            "3 combinations of levels have no cell, such as a low, b low; a low, b high; a high, b low",
        )
    ]
    three = [node(key, measures={key.upper(): 1}, ladder="steps") for key in ("a", "b", "c")]
    tree = node("all", *three, aggregate="table", cells=[cell(100, a=["high"])])
    document = sound(*map(single, "ABC"), tree=tree, ladders=[STEPS])
    assert errors(document) == [
        (
            "nodes.all.cells",
            "4 combinations of levels have no cell, such as "
            "a low, b low, c low; a low, b low, c high; a low, b high, c low",
        )
    ]


def test_cell_in_the_shade_of_earlier_ones_is_doubted() -> None:
    shaded = looked_up(*ALL_FOUR, cell(70, a=["high"], b=["high"]))
    assert (errors(shaded), warnings(shaded)) == (
        [],
        [("nodes.all.cells.3", "the cell is never reached: earlier cells cover all of it")],
    )


@pytest.mark.parametrize(
    ("wrong", "place", "message"),
    [
        (cell(1, c=["low"]), "when.c", "the node has no child c"),
        (cell(1, a=["middle"]), "when.a", "the child a has no level middle"),
        (cell(101, a=["low"]), "score", "the score 101 is beyond the scale of the node, which ends at 100"),
    ],
)
def test_fault_of_a_cell(wrong: Fields, place: str, message: str) -> None:
    assert errors(looked_up(*ALL_FOUR, wrong)) == [(f"nodes.all.cells.3.{place}", message)]


def test_score_is_on_the_scale_of_the_node() -> None:
    assert [place for place, _ in errors(looked_up(*ALL_FOUR, scale=50))] == ["nodes.all.cells.2.score"]


def test_table_without_cells_or_children_and_cells_without_a_table() -> None:
    assert errors(looked_up()) == [("nodes.all", "a table node without cells has nothing to look up")]
    alone = node("all", measures={"A": 1}, aggregate="table", cells=[cell(1, a=["low"])])
    assert errors(sound(tree=alone)) == [("nodes.all", "a table node without children has nothing to look up")]
    assert errors(looked_up(*ALL_FOUR, aggregate="mean")) == [
        ("nodes.all.cells", "a node that takes the mean of its parts has no use for cells")
    ]


def test_child_without_levels_cannot_be_looked_up() -> None:
    children = [node("a", measures={"A": 1}, ladder="steps"), node("b", measures={"B": 1})]
    tree = node("all", *children, aggregate="table", cells=[cell(0, a=["low"]), cell(1, a=["high"])])
    assert errors(sound(single("A"), single("B"), tree=tree, ladders=[STEPS])) == [
        ("nodes.all.cells", "the child b has no levels to be looked up by")
    ]


def test_a_table_too_large_to_look_through_is_left_alone() -> None:
    many = ladder("many", *(rung(f"l{step}", lower=step) for step in range(28)))
    children = [node(key, measures={key.upper(): 1}, ladder="many") for key in ("a", "b", "c")]
    tree = node("all", *children, aggregate="table", cells=[cell(1, a=["l0"])])
    assert errors(sound(*map(single, "ABC"), tree=tree, ladders=[many])) == []
