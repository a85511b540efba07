"""Levels: bounds that are open or closed, ladders of a node's own, gates over the nodes below."""

from typing import Any

import pytest

from assessment.scoring.credit import NotScorable
from assessment.scoring.freeze import freeze_scorecard, thaw_scorecard
from assessment.scoring.scorecard import Status
from tests.scoring.banks import Fields, bands, bank, fact, node, percent, score, single

NPLF: Fields = {
    "key": "nplf",
    "levels": [
        {"key": "n", "title": {"en": "Not"}, "lower": 0, "upto": 15},
        {"key": "p", "title": {"en": "Partly"}, "above": 15, "upto": 50},
        {"key": "l", "title": {"en": "Largely"}, "above": 50, "upto": 85},
        {"key": "f", "title": {"en": "Fully"}, "above": 85},
    ],
}
LINEAR = {"zero_at": 0, "full_at": 100}


def rated(*keys: str, **fields: Any) -> Any:
    asked = [percent(key, linear=LINEAR) for key in keys]
    nodes = [node(f"pa{key}", measures={key: 1}, ladder="nplf", weight=1) for key in keys]
    tree = {**node("process", *nodes), **fields.pop("root", {})}
    return bank(*asked, tree=tree, ladders=[NPLF, *fields.pop("ladders", [])], **fields)


@pytest.mark.parametrize(
    ("given", "level"),
    [("0", 0), ("15", 0), ("15.01", 1), ("50", 1), ("50.01", 2), ("85", 2), ("85.01", 3), ("100", 3)],
)
def test_bounds_open_below_and_closed_above(given: str, level: int) -> None:
    assert score(rated("A"), A=given).nodes["paA"].level == level


def capability() -> Fields:
    def gate(*tests: Fields) -> Fields:
        return {"all": list(tests)}

    return {
        "key": "capability",
        "levels": [
            {"key": "l0", "title": {"en": "Incomplete"}},
            {"key": "l1", "title": {"en": "Performed"}, "gate": fact("level.paA", "gte", 2)},
            {
                "key": "l2",
                "title": {"en": "Managed"},
                "gate": gate(fact("level.paA", "eq", 3), fact("level.paB", "gte", 2)),
            },
        ],
    }


@pytest.mark.parametrize(
    ("given", "reached"),
    [
        ({"A": 50, "B": 100}, "l0"),
        ({"A": 85, "B": 100}, "l1"),
        ({"A": "85.5", "B": 50}, "l1"),
        ({"A": "85.5", "B": 51}, "l2"),
    ],
)
def test_gates_ask_the_ratings_below_also_without_a_number(given: dict[str, object], reached: str) -> None:
    document = rated("A", "B", ladders=[capability()], root={"aggregate": "none", "ladder": "capability"})
    card = score(document, **given)
    assert (card.overall.status, card.overall.score, card.contributions["process"]) == (Status.UNSCORED, None, ())
    assert card.level.key == reached
    assert card.overall.level == card.level.index


def test_level_of_the_whole_is_that_of_its_root() -> None:
    levels = [
        {"key": "low", "title": {"en": "Low"}, "lower": 0},
        {"key": "high", "title": {"en": "High"}, "lower": 40, "gate": fact("node.paB", "gte", 50)},
    ]
    card = score(rated("A", "B", levels=levels), A=100, B=0)
    assert (card.overall.points, card.level.key, card.overall.level) == (50, "low", 0)
    assert card.level.points_to_next == 0


def test_nodes_without_a_ladder_are_read_against_the_bank_in_proportion() -> None:
    tree = node(
        "all", node("a", measures={"A": 1}, scale=4, weight=1), node("b", measures={"B": 1}, weight=1), scale=10
    )
    levels = [{"key": "low", "title": {"en": "Low"}, "lower": 0}, {"key": "high", "title": {"en": "High"}, "lower": 5}]
    card = score(bank(single("A"), single("B"), tree=tree, levels=levels), A="half", B="low")
    assert [card.nodes[key].level for key in ("a", "b", "all")] == [1, 0, 0]


def test_nothing_that_applies_reaches_no_level() -> None:
    document = rated("A", "B", ladders=[capability()], root={"aggregate": "none", "ladder": "capability"})
    card = score(document, A="not_applicable", B="not_applicable")
    assert card.overall.status is Status.NOT_ASSESSED
    assert (card.level.index, card.nodes["paA"].level) == (None, None)


def test_level_that_depends_on_itself_is_refused_instead_of_running_for_ever() -> None:
    circle = {
        "key": "circle",
        "levels": [
            {"key": "low", "title": {"en": "Low"}, "lower": 0},
            {"key": "high", "title": {"en": "High"}, "gate": fact("level.a", "gte", 1)},
        ],
    }
    tree = node("all", node("a", measures={"A": 1}, ladder="circle"))
    document = bank(percent("A", bands=bands((100, 1))), tree=tree, ladders=[circle])
    with pytest.raises(NotScorable, match="node a: its level depends on itself"):
        score(document, A=3).nodes["a"].level  # noqa: B018 (asking is what fails)


def levels_of(*edges: float) -> list[Fields]:
    return [{"key": f"k{place}", "title": {"en": "K"}, "lower": edge} for place, edge in enumerate(edges)]


def test_levels_of_children_average_and_round_half_up() -> None:
    children = [
        node(key.lower(), measures={key: 1}, ladder="five", passes="level", weight=weight)
        for key, weight in (("A", 1), ("B", 1), ("C", 2))
    ]
    ladders = [
        {"key": "five", "levels": levels_of(0, 20, 40, 60, 80)},
        {"key": "rounded", "levels": levels_of(0, 0.5, 1.5, 2.5, 3.5)},
    ]
    tree = node("all", *children, ladder="rounded")
    document = bank(*[percent(key, linear=LINEAR) for key in "ABC"], tree=tree, ladders=ladders)
    card = score(document, A=100, B=79, C=39)  # levels 4, 3 and 1, of weights 1, 1, 2: 9 / 4
    assert (card.overall.points, card.overall.scale, card.overall.level) == (9 / 4, 4, 2)
    assert sum(part.gained for part in card.contributions["all"]) == card.overall.score
    assert sum(part.open for part in card.contributions["all"]) == 100 - card.overall.score


def test_interval_of_passed_levels_runs_to_the_best_that_is_open() -> None:
    child = node("a", measures={"A": 1, "B": 1}, ladder="five", passes="level")
    ladders = [{"key": "five", "levels": levels_of(0, 20, 40, 60, 80)}]
    document = bank(
        *[percent(key, linear=LINEAR) for key in "AB"], tree=node("all", child), ladders=ladders, minimum_coverage=0
    )
    card = score(document, A=50, B="unknown")
    assert [card.overall.on_scale(each) for each in (card.overall.low, card.overall.high)] == [1, 3]


def test_too_few_answers_give_no_level_also_without_a_number() -> None:
    document = rated("A", "B", ladders=[capability()], root={"aggregate": "none", "ladder": "capability"})
    card = score(document, A=100)
    assert (card.overall.status, card.overall.level, card.level.index) == (Status.UNSCORED, None, None)
    assert {check.bound_holds for check in card.level.checks} == {None}


def test_written_bound_cannot_be_told_without_a_number() -> None:
    levels = [{"key": "low", "title": {"en": "Low"}, "lower": 0}, {"key": "high", "title": {"en": "High"}, "lower": 40}]
    card = score(rated("A", levels=levels, root={"aggregate": "none"}), A=100)
    assert (card.level.index, card.overall.level, card.nodes["paA"].level) == (None, None, 3)


def test_not_knowing_never_pays_where_a_gate_falls() -> None:
    falling = {
        "key": "falling",
        "levels": [
            {"key": "a", "title": {"en": "A"}, "lower": 0},
            {"key": "b", "title": {"en": "B"}, "lower": 0, "gate": fact("coverage.y", "lte", 0.5)},
        ],
    }
    tree = node("all", node("x", node("y", measures={"A": 1}), ladder="falling", passes="level"))
    document = bank(single("A"), tree=tree, ladders=[falling], minimum_coverage=0)
    card = score(document, A="unknown")
    assert (card.nodes["x"].level, card.overall.low, card.overall.high) == (1, 0, 100)
    assert score(document, A="full").overall.score == 0


def test_scorecard_says_how_the_level_of_each_ladder_came_about() -> None:
    document = rated("A", "B", ladders=[capability()], root={"ladder": "capability"})
    card = score(document, A=70, B=100)
    process, rating = card.levels["process"], card.levels["paA"]
    assert (process.key, process.next_key) == ("l1", "l2")
    assert [(check.level, check.gate_holds) for check in process.checks] == [("l0", True), ("l1", True), ("l2", False)]
    assert (rating.key, rating.next_key, rating.points_to_next) == ("l", "f", 15)
    assert card.level == process
    assert thaw_scorecard(freeze_scorecard(card)) == card
