"""The next level, on cases that can be reckoned by hand."""

import json
from fractions import Fraction
from random import Random

import pytest

from assessment.scoring.document import Aggregate
from recommendations.rules.next_level.demand import Demand
from recommendations.rules.next_level.find import next_level
from recommendations.rules.next_level.formula import ALWAYS
from recommendations.rules.next_level.freeze import freeze_next_level, thaw_next_level
from recommendations.rules.next_level.result import NextLevel, Outlook, Standing, Work
from tests.rules.level_cases import every_minimal_way
from tests.rules.next_levels import bank, case_of, found_on, lifting, sets_of, start

FREE, SOME, MUCH = "free", "some", "much"


def test_cheapest_action_that_reaches_the_bound_is_the_way() -> None:
    found = found_on(bank(None, None, None), [lifting("A", 0, cost_band=SOME), lifting("B", 0, 1, cost_band=FREE)])
    way = found.ways[0]
    assert (found.outlook, found.level, found.next, found.is_proven) == (Outlook.REACHABLE, "l0", "l1", True)
    assert way.works == (Work("B", Fraction(0), 2, Fraction(10)),)
    assert (way.cost, way.days, way.level) == (0, 2, "l1")
    assert way.overall == Standing("all", Fraction(15), Fraction(25))
    assert way.barriers[:3] == (
        Standing("n0", Fraction(25), Fraction(50)),
        Standing("n1", Fraction(25), Fraction(50)),
        Standing("n2", Fraction(25), Fraction(25)),
    )
    assert len(way.barriers) == 5
    assert (sets_of(found), found.has_more, found.obstacles) == ([["B"]], False, ())


def test_bound_itself_is_enough_unless_the_level_begins_above_it() -> None:
    at_least = found_on(bank(None, None), [lifting("A", 0)])
    assert sets_of(at_least) == [["A"]]
    document = bank(None, None)
    above = document.levels[1].model_copy(update={"lower": None, "above": document.levels[1].lower})
    more = document.model_copy(update={"levels": [document.levels[0], above]})
    assert found_on(more, [lifting("A", 0)]).outlook is Outlook.IMPOSSIBLE
    assert sets_of(found_on(more, [lifting("A", 0), lifting("B", 1)])) == [["A", "B"]]


def test_days_then_number_then_keys_decide_between_equal_costs_and_the_others_are_named() -> None:
    actions = [
        lifting("A", 0, effort="high"),
        lifting("B", 1),
        lifting("C", 2),
        lifting("D", 3, cost_band=SOME),
    ]
    assert sets_of(found_on(bank(None, None), actions)) == [["B"], ["C"], ["A"]]


def test_at_most_five_alternatives_are_named_and_whether_there_are_more() -> None:
    six = [lifting(f"A{number}", number % 5) for number in range(6)]
    found = found_on(bank(None, None), six)
    assert (sets_of(found), found.has_more) == ([[f"A{number}"] for number in range(6)], False)
    found = found_on(bank(None, None), [*six, lifting("A6", 4)])
    assert (sets_of(found), found.has_more) == ([[f"A{number}"] for number in range(6)], True)


@pytest.mark.parametrize("seed", range(8))
def test_of_many_ways_that_cost_the_same_the_best_are_named(seed: int) -> None:
    chance = Random(seed)
    actions = [
        lifting(f"A{number}", *chance.sample(range(5), 2), effort=chance.choice(["low", "high"]), cost_band=SOME)
        for number in range(9)
    ]
    document = bank(None, None, None)
    found = found_on(document, actions, start(q3="a1"))
    expected = every_minimal_way(*case_of(document, actions, start(q3="a1")))
    assert [sorted(one) for one in sets_of(found)] == [list(one) for one in expected[:6]]
    assert (found.has_more, found.is_proven) == (len(expected) > 6, True)


def test_prerequisites_come_along_and_stand_first() -> None:
    actions = [
        lifting("A", 0, 1, by=2, requires=["C"]),
        lifting("B", 0, 1, by=2, cost_band=MUCH),
        lifting("C", 4, cost_band=SOME),
    ]
    found = found_on(bank(None, None, None), actions, start(q0="a2"))
    assert (found.level, sets_of(found)) == ("l1", [["C", "A"]])
    assert [work.gain for work in found.ways[0].works] == [5, 20]
    assert found.ways[0].cost == 500


def test_actions_that_rule_each_other_out_are_not_done_together() -> None:
    actions = [lifting("A", 0, excludes=["B"]), lifting("B", 1), lifting("C", 2, cost_band=MUCH)]
    assert sets_of(found_on(bank(None, None), actions, start(q2="a0"))) == [["A", "C"], ["B", "C"]]


def test_gate_is_demanded_beside_the_bound() -> None:
    gate = {
        "any": [{"fact": "node.n3", "op": "gte", "value": 50}, {"fact": "answer.q4", "op": "in", "value": ["a3", "a4"]}]
    }
    actions = [
        lifting("A", 0),
        lifting("B", 3, by=2, cost_band=MUCH),
        lifting("C", 4, by=2, cost_band=FREE),
        lifting("D", 4, by=3, cost_band=SOME),
    ]
    assert sets_of(found_on(bank(None, gate), actions)) == [["D"]]


def test_gates_of_lower_levels_must_go_on_holding() -> None:
    below = {"not": {"fact": "answer.q0", "op": "is", "value": "a2"}}
    actions = [lifting("A", 0), lifting("B", 1, cost_band=SOME)]
    found = found_on(bank(below, None), actions)
    assert (sets_of(found), found.is_proven) == ([["B"]], True)


def test_gate_that_falls_with_more_is_scored_again() -> None:
    gate = {"all": [{"fact": "node.n0", "op": "lt", "value": 60}, {"fact": "rank.n1", "op": "gte", "value": 1}]}
    actions = [lifting("A", 0, by=2), lifting("B", 0), lifting("C", 1, cost_band=SOME)]
    found = found_on(bank(None, gate), actions)
    assert (sets_of(found), found.is_proven) == ([["B"]], True)


@pytest.mark.parametrize(("aggregate", "way"), [(Aggregate.MIN, ["A", "C"]), (Aggregate.PRODUCT, ["A", "B"])])
def test_tree_that_does_not_add_up_is_scored_again(aggregate: Aggregate, way: list[str]) -> None:
    document = bank(None, None)
    tree = document.tree.model_copy(update={"aggregate": aggregate, "children": document.tree.children[:2]})
    actions = [lifting("A", 0, by=3), lifting("B", 1, by=3, cost_band=SOME), lifting("C", 1, by=1)]
    found = found_on(document.model_copy(update={"tree": tree}), actions, start(q0="a0", q1="a0"))
    assert (sets_of(found), found.is_proven) == ([way], True)


def test_level_below_the_lowest_has_a_next_one_too() -> None:
    document = bank(None, None)
    found = found_on(document.model_copy(update={"levels": document.levels[1:]}), [lifting("A", 0)])
    assert (found.level, found.next, sets_of(found)) == (None, "l1", [["A"]])


def test_top_and_too_little_answered_are_said_as_such() -> None:
    actions = [lifting("A", 0)]
    assert found_on(bank(None), actions) == NextLevel(Outlook.TOP, level="l0")
    little = start(q0=None, q1=None, q2=None)
    assert found_on(bank(None, None), actions, little) == NextLevel(Outlook.TOO_LITTLE_ANSWERED)


def test_bank_without_levels_has_no_next_one() -> None:
    assert next_level(*case_of(bank(), [lifting("A", 0)])) is None


def test_search_that_may_look_no_further_says_so() -> None:
    actions = [lifting(f"A{number}", number, cost_band=SOME) for number in range(5)]
    none = found_on(bank(None, None), actions, nodes=1)
    assert (none.outlook, none.ways, none.obstacles, none.is_proven) == (Outlook.NOT_FOUND, (), (), False)
    some = found_on(bank(None, None), actions, nodes=2)
    assert (some.outlook, sets_of(some), some.is_proven) == (Outlook.REACHABLE, [["A0"]], False)
    assert found_on(bank(None, None), actions, nodes=100).is_proven


def test_what_does_not_prove_itself_is_looked_for_by_scoring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Demand, "of_levels", lambda self, levels: ALWAYS)
    found = found_on(bank(None, None), [lifting("A", 0, cost_band=SOME), lifting("B", 3, cost_band=MUCH)])
    assert (sets_of(found), found.is_proven) == ([["A"]], True)


def test_frozen_next_level_comes_back_unchanged() -> None:
    reachable = found_on(bank(None, None), [lifting("A", 0, cost_band=SOME), lifting("B", 1, cost_band=SOME)])
    impossible = found_on(bank(None, None), [lifting("A", 0)], start(q1="a0"))
    assert reachable.ways and impossible.obstacles
    for found in (reachable, impossible, NextLevel(Outlook.TOP, level="l4")):
        frozen = json.loads(json.dumps(freeze_next_level(found)))
        assert (frozen["format"], frozen["outlook"]) == ("fourfold-next-level/1", found.outlook.value)
        assert thaw_next_level(frozen) == found
    (way, _) = freeze_next_level(reachable)["ways"]
    assert (way["cost"], way["cost_exact"], way["works"][0]["gain"], way["works"][0]["gain_exact"]) == (
        500,
        "500",
        5.0,
        "5",
    )
