"""Conditions are refused with the place, the fault and the way to mend it."""

import pytest

from assessment.scoring.check_conditions import (
    EVERYTHING,
    GATE,
    Standing,
    before_question,
    check_condition,
    comparisons_of,
)
from assessment.scoring.fact_catalogue import facts_of
from tests.scoring.banks import (
    FIVE_LEVELS,
    asked_only,
    bank,
    condition,
    fact,
    multi,
    node,
    percent,
    question,
    single,
    table,
)

BANK = bank(
    single("A"),
    multi("B", {"x": 1, "y": 1}),
    percent("C"),
    question("N", "number", minimum=5),
    question("M", "number", maximum=9),
    table("D", ("r",), {"no": 0, "yes": 1}),
    question("T", "text"),
    profile=(asked_only("p"),),
    tree=node("all", node("left", measures={"A": 1}), node("right", measures={"B": 1})),
    levels=FIVE_LEVELS,
)
CATALOGUE = facts_of(BANK)


def found(tree: dict, standing: Standing = EVERYTHING) -> list[tuple[str, str, str]]:
    findings = check_condition(condition(tree), CATALOGUE, standing, "here")
    return [(finding.place, finding.message, finding.mend) for finding in findings]


@pytest.mark.parametrize(
    "tree",
    [
        fact("answer.A", "is", "half"),
        fact("answer.A", "in", ["half", "full"]),
        fact("answer.A", "known"),
        fact("answer.B", "has", "x"),
        fact("answer.B", "has_any", ["x", "y"]),
        fact("answer.D", "has_none", ["r:yes"]),
        fact("answer.C", "between", [0, 100]),
        fact("answer.N", "gt", 1_000_000),
        fact("answer.T", "known"),
        fact("profile.p", "is", "yes"),
        fact("unknown.A", "is", "yes"),
        fact("node.left", "lt", "40.5"),
        fact("level", "gte", 4),
        fact("level.left", "between", [0, 1]),
        fact("coverage.all", "gte", 0.6),
        fact("rank.left", "eq", 2),
        fact("contribution.A", "gt", 10),
    ],
)
def test_sound_condition_has_no_finding(tree: dict) -> None:
    assert found(tree) == []


@pytest.mark.parametrize(
    ("tree", "message", "mend"),
    [
        (fact("answer.a", "known"), "there is no fact answer.a", "did you mean answer.A?"),
        (fact("answer.p", "known"), "there is no fact answer.p", "did you mean profile.p?"),
        (fact("left", "known"), "there is no fact left", "did you mean node.left?"),
        (fact("node.lfet", "lt", 1), "there is no fact node.lfet", "did you mean node.left?"),
        (fact("zzzzzz", "known"), "there is no fact zzzzzz", "use a fact that the bank has"),
        (fact("answer.A", "lt", 3), "lt does not fit answer.A, which is a choice", "use one of: is, in, known"),
        (fact("answer.B", "is", "x"), "is does not fit answer.B, which is a set of choices", "use one of: has, has_any, has_none, known"),
        (fact("answer.T", "is", "x"), "is does not fit answer.T, which is free text", "use one of: known"),
        (fact("profile.p", "has", "yes"), "has does not fit profile.p, which is a yes or no", "use one of: is, in, known"),
        (fact("node.all", "is", "x"), "is does not fit node.all, which is a number", "use one of: lt, lte, eq, gte, gt, between, known"),
        (fact("level", "is", "one"), "is does not fit level, which is a level", "use one of: lt, lte, eq, gte, gt, between, known"),
        (fact("answer.A", "is", "hlaf"), "answer.A has no option hlaf", "did you mean half?"),
        (fact("answer.D", "has", "yes"), "answer.D has no option yes", "did you mean r:yes?"),
        (fact("answer.B", "has_any", ["zzz"]), "answer.B has no option zzz", "use one of: x, y"),
        (fact("answer.A", "is", ["half"]), "is needs one option, not ['half']", "write the key of one option"),
        (fact("answer.A", "in", "half"), "in needs a list of options, not 'half'", "write [option, option]"),
        (fact("answer.A", "in", []), "in needs a list of options, not []", "write [option, option]"),
        (fact("answer.A", "known", "yes"), "known takes no value, not 'yes'", "remove the value"),
        (fact("node.all", "lt"), "node.all is compared with None, which is not a number", "write a number"),
        (fact("node.all", "lt", "many"), "node.all is compared with 'many', which is not a number", "write a number"),
        (fact("node.all", "lt", "NaN"), "node.all is compared with 'NaN', which is not a number", "write a number"),
        (fact("node.all", "gt", 100.5), "100.5 is outside the scale of node.all, which runs from 0 to 100", "write a number on that scale"),
        (fact("coverage.all", "gte", 60), "60 is outside the scale of coverage.all, which runs from 0 to 1", "write a number on that scale"),
        (fact("answer.C", "lt", -1), "-1 is outside the scale of answer.C, which runs from 0 to 100", "write a number on that scale"),
        (fact("answer.N", "lt", 4), "4 is outside the scale of answer.N, which runs from 5", "write a number on that scale"),
        (fact("answer.M", "lt", 10), "10 is outside the scale of answer.M, which runs up to 9", "write a number on that scale"),
        (fact("level", "gte", 5), "5 is outside the scale of level, which runs from 0 to 4", "write a number on that scale"),
        (fact("level", "gte", 1.5), "1.5 is not the number of a level", "write a whole number from 0 to 4"),
        (fact("rank.left", "eq", 3), "3 is outside the scale of rank.left, which runs from 1 to 2", "write a number on that scale"),
        (fact("node.all", "between", 3), "between needs two numbers, not 3", "write [low, high]"),
        (fact("node.all", "between", [1, 2, 3]), "between needs two numbers, not [1, 2, 3]", "write [low, high]"),
        (fact("node.all", "between", [9, 3]), "between 9 and 3 is never true", "write [3, 9]"),
        (fact("node.all", "between", ["x", 3]), "node.all is compared with 'x', which is not a number", "write a number"),
    ],
)  # fmt: skip
def test_faulty_condition(tree: dict, message: str, mend: str) -> None:
    assert found(tree) == [("here", message, mend)]


def test_place_leads_to_the_faulty_part() -> None:
    tree = {"all": [fact("level", "gte", 1), {"any": [{"not": fact("answer.Z", "known")}, fact("answer.A", "known")]}]}
    assert [place for place, _, _ in found(tree)] == ["here.all.1.any.0.not"]


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        (fact("answer.A", "known"), None),
        (fact("profile.p", "is", "yes"), None),
        (fact("unknown.A", "is", "yes"), None),
        (fact("answer.C", "lt", 3), "answer.C refers to the question itself"),
        (fact("unknown.C", "is", "yes"), "unknown.C refers to the question itself"),
        (fact("answer.N", "gt", 10), "answer.N is asked later"),
        (fact("node.all", "lt", 3), "visible_if cannot ask for node.all"),
        (fact("level", "gte", 1), "visible_if cannot ask for level"),
        (fact("contribution.A", "gt", 1), "visible_if cannot ask for contribution.A"),
    ],
)
def test_visible_if_asks_only_what_stands_before_it(tree: dict, message: str | None) -> None:
    # C is the fourth to be asked: p, A, B, C
    assert [said for _, said, _ in found(tree, before_question("C", 3))] == ([message] if message else [])


def test_gate_cannot_ask_for_the_level_it_decides() -> None:
    assert found(fact("level", "gte", 1), GATE) == [
        ("here", "a gate decides the level and cannot ask for it", "use the score or level of a node")
    ]
    assert found(fact("level.left", "gte", 1), GATE) == []


def test_tests_of_lists_every_comparison_in_order() -> None:
    tree = {"all": [fact("a", "known"), {"not": {"any": [fact("b", "known"), fact("c", "known")]}}]}
    assert [test.fact for test in comparisons_of(condition(tree))] == ["a", "b", "c"]
