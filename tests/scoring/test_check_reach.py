"""Conditions that can never hold, and conditions that can never fail: proved, not tried."""

from typing import Any

import pytest

from assessment.scoring.check import Severity, check_bank
from assessment.scoring.checks.attainable import world_of
from assessment.scoring.contradictions import is_impossible, is_never_false
from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import facts_of
from tests.scoring.banks import (
    FIVE_LEVELS,
    Fields,
    asked_only,
    bank,
    condition,
    fact,
    multi,
    node,
    options,
    percent,
    question,
    single,
    table,
    text,
    yes_no,
)
from tests.scoring.checking import Q, errors, sound, warnings

HIDDEN = fact("profile.p", "is", "no")
BANK = bank(
    single("A"),
    multi("B", {"x": 1, "y": 1, "z": 1}),
    percent("C"),
    question("N", "number", minimum=5, maximum=90),
    question("M", "number"),
    table("D", ("r",), {"no": 0, "yes": 1}),
    question("T", "text"),
    yes_no("E", visible_if=HIDDEN),
    yes_no("F", visible_if=fact("answer.E", "is", "yes")),
    profile=(asked_only("p"),),
    tree=node("all", node("left", measures={"A": 1}), node("right", measures={"B": 1})),
    levels=FIVE_LEVELS,
)
WORLD = world_of(BANK, facts_of(BANK), set())


def both(*parts: Fields) -> Fields:
    return {"all": list(parts)}


def either(*parts: Fields) -> Fields:
    return {"any": list(parts)}


def denied(part: Fields) -> Fields:
    return {"not": part}


@pytest.mark.parametrize(
    "tree",
    [
        both(fact("answer.A", "is", "full"), fact("answer.A", "is", "half")),
        both(fact("answer.A", "in", ["full", "half"]), denied(fact("answer.A", "in", ["half", "full", "low"]))),
        denied(fact("answer.A", "in", ["none", "low", "half", "high", "full"])),
        both(fact("answer.A", "known"), denied(fact("answer.A", "known"))),
        both(fact("answer.T", "known"), denied(fact("answer.T", "known"))),
        denied(fact("unknown.A", "known")),
        both(fact("answer.B", "has", "x"), denied(fact("answer.B", "has_any", ["x", "y"]))),
        both(fact("answer.B", "has_any", ["x", "y"]), fact("answer.B", "has_none", ["x", "y"])),
        both(fact("answer.D", "has", "r:yes"), fact("answer.D", "has_none", ["r:yes"])),
        both(fact("answer.C", "gt", 20), fact("answer.C", "lt", 20)),
        both(fact("answer.C", "gt", 20), fact("answer.C", "lte", 20)),
        both(fact("answer.C", "between", [0, 10]), fact("answer.C", "gte", "10.01")),
        both(fact("answer.C", "eq", 5), fact("answer.C", "gt", 5)),
        both(fact("answer.M", "gt", 5), fact("answer.M", "lt", 5)),
        fact("answer.N", "lt", 5),
        fact("node.left", "gt", 100),
        both(fact("level", "gt", 2), fact("level", "lt", 3)),
        both(fact("rank.left", "gt", 1), fact("rank.left", "lt", 2)),
        both(either(fact("answer.A", "is", "full"), fact("answer.A", "is", "high")), fact("answer.A", "is", "low")),
        denied(either(fact("answer.A", "is", "full"), denied(fact("answer.A", "is", "full")))),
        both(fact("answer.E", "is", "yes"), fact("profile.p", "is", "yes")),
        both(fact("answer.F", "known"), fact("profile.p", "is", "yes")),
        both(fact("answer.F", "known"), fact("answer.E", "is", "no")),
    ],
)  # fmt: skip
def test_impossible_condition(tree: Fields) -> None:
    assert is_impossible(condition(tree), WORLD)


@pytest.mark.parametrize(
    "tree",
    [
        fact("answer.A", "is", "full"),
        denied(fact("answer.A", "is", "full")),
        both(fact("answer.A", "in", ["full", "half"]), denied(fact("answer.A", "is", "full"))),
        denied(fact("answer.A", "known")),
        both(denied(fact("answer.A", "known")), fact("unknown.A", "is", "yes")),
        both(fact("answer.B", "has", "x"), fact("answer.B", "has", "y"), fact("answer.B", "has_none", ["z"])),
        both(fact("answer.C", "gte", 20), fact("answer.C", "lte", 20)),
        both(fact("answer.C", "gt", 20), fact("answer.C", "lt", "20.01")),
        both(denied(fact("answer.C", "eq", 20)), fact("answer.C", "between", [20, 20.5])),
        both(fact("answer.M", "gt", 5), fact("answer.M", "lt", 6)),
        fact("answer.M", "lt", 0),
        both(fact("level", "gt", 2), fact("level", "lt", 4)),
        both(fact("answer.F", "known"), fact("answer.E", "is", "yes")),
        either(fact("answer.N", "lt", 5), fact("answer.N", "gt", 5)),
        fact("answer.T", "known"),
    ],
)  # fmt: skip
def test_possible_condition(tree: Fields) -> None:
    assert not is_impossible(condition(tree), WORLD)


def test_condition_with_too_many_alternatives_counts_as_possible() -> None:
    never = both(fact("answer.A", "is", "full"), fact("answer.A", "is", "half"))
    choice = either(*(fact("answer.C", "eq", number) for number in range(30)))
    assert is_impossible(condition(both(choice, never)), WORLD)
    assert not is_impossible(condition(both(choice, choice, never)), WORLD)
    assert not is_never_false(condition(denied(both(choice, choice, never))), WORLD)
    assert not is_impossible(condition(either(both(choice, choice, never), never)), WORLD)


def test_condition_whose_prerequisites_have_too_many_alternatives_counts_as_possible() -> None:
    wide = either(*(fact("answer.C", "gt", 50 + number / 5) for number in range(200)))
    document = bank(percent("C"), yes_no("E", visible_if=wide), yes_no("F", visible_if=wide))
    world = world_of(document, facts_of(document), set())
    asked = both(fact("answer.E", "known"), fact("answer.F", "known"), fact("answer.C", "lt", 10))
    assert not is_impossible(condition(asked), world)
    assert is_impossible(condition(both(fact("answer.E", "known"), fact("answer.C", "lt", 10))), world)


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (fact("answer.A", "in", ["none", "low", "half", "high", "full"]), True),
        (either(fact("answer.C", "lte", 40), fact("answer.C", "gt", 40)), True),
        (fact("unknown.A", "in", ["yes", "no"]), True),
        (fact("node.all", "lte", 100), True),
        (fact("answer.A", "known"), False),
        (fact("answer.C", "gt", 0), False),
        (either(fact("answer.C", "lt", 40), fact("answer.C", "gt", 40)), False),
    ],
)
def test_condition_that_is_never_false(tree: Fields, expected: bool) -> None:
    assert is_never_false(condition(tree), WORLD) is expected


def shown(tree: Fields) -> BankDocument:
    return sound(single("A"), single("B"), yes_no("C", visible_if=tree))


def test_question_that_is_never_asked_and_question_that_is_always_asked() -> None:
    never = shown(both(fact("answer.A", "is", "full"), fact("answer.A", "is", "none")))
    assert errors(never) == [(f"{Q}C.visible_if", "the condition can never hold, so the question is never asked")]
    always = shown(fact("answer.A", "in", ["none", "low", "half", "high", "full"]))
    assert (errors(always), warnings(always)) == (
        [],
        [(f"{Q}C.visible_if", "the condition is never false: it hides the question only until it can be told")],
    )


def test_question_behind_another_that_hides_it_for_good() -> None:
    document = sound(
        single("A"),
        yes_no("B", visible_if=fact("answer.A", "is", "full")),
        yes_no("C", visible_if=both(fact("answer.B", "is", "yes"), fact("answer.A", "is", "none"))),
    )
    assert [place for place, _ in errors(document)] == [f"{Q}C.visible_if"]


def check(tree: Fields) -> list[Fields]:
    return [{"key": "c", "when": tree, "message": text("C"), "questions": ["A"]}]


def test_message_that_nobody_gets_and_message_that_everybody_gets() -> None:
    never = sound(consistency=check(both(fact("answer.A", "is", "full"), fact("node.all", "gt", 100))))
    assert errors(never) == [("consistency.c.when", "the condition can never hold, so the message is never shown")]
    always = sound(consistency=check(fact("unknown.A", "in", ["yes", "no"])))
    assert warnings(always) == [("consistency.c.when", "the condition is never false, so everybody gets the message")]


def test_faulty_condition_is_not_looked_at_twice() -> None:
    wrong = both(fact("answer.A", "is", "gone"), fact("answer.A", "is", "full"))
    assert errors(shown(wrong)) == [(f"{Q}C.visible_if.all.0", "answer.A has no option gone")]
    assert [place for place, _ in errors(sound(consistency=check(wrong)))] == ["consistency.c.when.all.0"]


def waiting(key: str, on: str) -> Fields:
    return single(key, visible_if=fact(f"answer.{on}", "is", "full"))


def loops(*asked: Fields, **fields: Any) -> list[tuple[str, str]]:
    said = errors(sound(*asked, **{"examples": [], **fields}))
    return [(place, message) for place, message in said if "wait for each other" in message]


def test_questions_that_wait_for_each_other_are_named_as_a_loop() -> None:
    assert loops(waiting("A", "B"), waiting("B", "A")) == [
        (f"{Q}A.visible_if", "the questions wait for each other: A → B → A")
    ]
    assert loops(waiting("A", "C"), waiting("B", "A"), waiting("C", "B"), waiting("D", "C")) == [
        (f"{Q}A.visible_if", "the questions wait for each other: A → C → B → A")
    ]
    assert loops(single("A"), waiting("B", "A"), waiting("C", "B")) == []
    assert loops(waiting("A", "A"), waiting("B", "Z")) == []


def test_loop_is_found_beside_the_later_question_that_makes_it() -> None:
    said = errors(sound(waiting("A", "B"), waiting("B", "A"), examples=[]))
    assert (f"{Q}A.visible_if", "answer.B is asked later") in said


def test_loop_through_the_size_class() -> None:
    rule = {"sectors": [], "classes": [{"size": "small", "employees": 10}]}
    labels = {"micro": text("Micro"), "small": text("Small")}
    names = {"employees": "people", "revenue": "turnover", "sector": "sector", "smallest": "micro"}
    size = {**names, "labels": labels, "rules": [rule], "source": text("Published")}
    sector = question("sector", "single", options=options({"industry": None, "trade": None}))
    people = question("people", "number", visible_if=fact("profile.size_class", "is", "small"))
    found = loops(single("A"), profile=(sector, people, question("turnover", "number")), size=size)
    assert found == []  # it refers to itself, one step away: no loop of several
    sector["visible_if"] = fact("profile.people", "gt", 5)
    assert [
        message
        for _, message in loops(single("A"), profile=(sector, people, question("turnover", "number")), size=size)
    ] == ["the questions wait for each other: sector → people → sector"]


def test_every_proof_is_an_error_and_every_doubt_a_warning() -> None:
    document = sound(consistency=check(both(fact("answer.A", "is", "full"), fact("answer.A", "is", "low"))))
    assert [each.severity for each in check_bank(document)] == [Severity.ERROR]
