"""Three-valued logic and every operator."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.scoring.conditions import Condition
from assessment.scoring.evaluate import ConditionError, evaluate
from tests.scoring.banks import condition, fact

TRUE, FALSE, OPEN = fact("yes", "is", "y"), fact("no", "is", "y"), fact("open", "is", "y")
SAY = {True: TRUE, False: FALSE, None: OPEN}
FACTS = {"yes": "y", "no": "n", "open": None}

KLEENE = [
    # a, b, a and b, a or b
    (True, True, True, True),
    (True, False, False, True),
    (True, None, None, True),
    (False, True, False, True),
    (False, False, False, False),
    (False, None, False, None),
    (None, True, None, True),
    (None, False, False, None),
    (None, None, None, None),
]


def verdict(tree: dict) -> bool | None:
    return evaluate(condition(tree), FACTS.get)


@pytest.mark.parametrize(("a", "b", "both", "either"), KLEENE)
def test_kleene_all_and_any(a: bool | None, b: bool | None, both: bool | None, either: bool | None) -> None:
    assert verdict({"all": [SAY[a], SAY[b]]}) is both
    assert verdict({"any": [SAY[a], SAY[b]]}) is either


@pytest.mark.parametrize(("a", "denied"), [(True, False), (False, True), (None, None)])
def test_kleene_not(a: bool | None, denied: bool | None) -> None:
    assert verdict({"not": SAY[a]}) is denied


@pytest.mark.parametrize(
    ("op", "value", "below", "at", "above"),
    [
        ("lt", 40, True, False, False),
        ("lte", 40, True, True, False),
        ("eq", 40, False, True, False),
        ("gte", 40, False, True, True),
        ("gt", 40, False, False, True),
        ("between", [40, 40], False, True, False),
        ("between", ["39.9", "40.1"], True, True, True),
    ],
)
def test_operator_of_numbers(op: str, value: object, below: bool, at: bool, above: bool) -> None:
    tested = condition(fact("n", op, value))
    numbers = (Fraction("39.9"), Fraction(40), Fraction("40.1"))
    assert [evaluate(tested, {"n": number}.get) for number in numbers] == [below, at, above]
    assert evaluate(tested, {}.get) is None


def test_number_constants_are_exact() -> None:
    assert evaluate(condition(fact("n", "eq", 0.1)), {"n": Fraction(1, 10)}.get) is True


@pytest.mark.parametrize(
    ("op", "value", "given_", "holds"),
    [
        ("is", "a", "a", True),
        ("is", "a", "b", False),
        ("in", ["a", "b"], "b", True),
        ("in", ["a", "b"], "c", False),
        ("has", "a", frozenset("ab"), True),
        ("has", "c", frozenset("ab"), False),
        ("has_any", ["c", "a"], frozenset("ab"), True),
        ("has_any", ["c", "d"], frozenset("ab"), False),
        ("has_none", ["c", "d"], frozenset("ab"), True),
        ("has_none", ["c", "a"], frozenset("ab"), False),
    ],
)
def test_operator_of_options(op: str, value: object, given_: object, holds: bool) -> None:
    tested = condition(fact("o", op, value))
    assert evaluate(tested, {"o": given_}.get) is holds
    assert evaluate(tested, {}.get) is None


def test_known_is_never_undecided() -> None:
    tested = condition(fact("o", "known"))
    assert evaluate(tested, {"o": "a"}.get) is True
    assert evaluate(tested, {}.get) is False


@pytest.mark.parametrize(
    ("op", "value"),
    [
        ("lt", None),
        ("lt", "many"),
        ("lt", "1/0"),
        ("lt", [1]),
        ("between", 3),
        ("between", [1]),
        ("between", [1, "x"]),
        ("is", 3),
        ("is", ["a"]),
        ("in", "a"),
        ("has", ["a"]),
        ("has_any", "a"),
        ("has_none", None),
    ],
)
def test_condition_with_a_wrong_constant_cannot_be_evaluated(op: str, value: object) -> None:
    with pytest.raises(ConditionError, match=f"q {op}"):
        evaluate(condition(fact("q", op, value)), {}.get)


@pytest.mark.parametrize(
    ("op", "value"), [("lt", 3), ("between", [1, 2]), ("has", "a"), ("has_any", ["a"]), ("has_none", ["a"])]
)
def test_condition_on_a_fact_of_another_type_raises(op: str, value: object) -> None:
    with pytest.raises(ConditionError, match="the fact is not"):
        evaluate(condition(fact("q", op, value)), {"q": "text"}.get)


def trees() -> st.SearchStrategy[Condition]:
    leaves = st.sampled_from([TRUE, FALSE, OPEN])
    return st.recursive(
        leaves,
        lambda part: st.one_of(
            st.lists(part, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
            st.lists(part, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
            part.map(lambda one: {"not": one}),
        ),
        max_leaves=8,
    ).map(condition)


@given(trees(), st.booleans())
def test_answering_more_never_turns_a_verdict(tree: Condition, answer: bool) -> None:
    before = evaluate(tree, FACTS.get)
    after = evaluate(tree, {**FACTS, "open": "y" if answer else "n"}.get)
    assert after is not None
    assert before in (None, after)
