"""The normal form means the same as the condition, and names who is to blame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.scoring.conditions import Condition
from assessment.scoring.evaluate import evaluate
from assessment.scoring.normal_form import Group, Literal, Part, condition_of, failed_parts, guarded, normal_form
from tests.scoring.banks import Fields, condition, fact
from tests.scoring.test_evaluate import FALSE, OPEN, TRUE

NUMBER = {"n": 40, "o": "a", "s": frozenset("ab")}
LEAVES = [
    *(fact("n", op, value) for op in ("lt", "lte", "eq", "gte", "gt") for value in (39, 40, 41)),
    fact("n", "between", [40, 41]),
    fact("o", "is", "a"),
    fact("o", "in", ["b"]),
    fact("o", "in", ["a", "b"]),
    fact("s", "has", "c"),
    fact("s", "has_any", ["a"]),
    fact("s", "has_any", ["c", "d"]),
    fact("s", "has_none", ["c"]),
    fact("s", "has_none", ["a", "d"]),
    fact("x", "known"),
    fact("x", "is", "a"),
]


def anything() -> st.SearchStrategy[Fields]:
    return st.recursive(
        st.sampled_from(LEAVES),
        lambda part: st.one_of(
            st.lists(part, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
            st.lists(part, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
            part.map(lambda one: {"not": one}),
        ),
        max_leaves=8,
    )


def literals(part: Part) -> list[Literal]:
    return [part] if isinstance(part, Literal) else [each for one in part.parts for each in literals(one)]


@given(anything())
def test_normal_form_means_the_same(tree: Fields) -> None:
    original = condition(tree)
    assert evaluate(condition_of(normal_form(original)), NUMBER.get) is evaluate(original, NUMBER.get)


@given(anything())
def test_normal_form_denies_no_order_and_nests_no_like_groups(tree: Fields) -> None:
    part = normal_form(condition(tree))
    assert not any(each.negated and each.test.op in ("lt", "lte", "gte", "gt") for each in literals(part))
    assert "has_none" not in [each.test.op for each in literals(part)]
    if isinstance(part, Group):
        assert len(part.parts) > 1
        assert not any(isinstance(each, Group) and each.is_any is part.is_any for each in part.parts)


@given(anything())
def test_failed_parts_are_empty_exactly_when_the_condition_holds(tree: Fields) -> None:
    original = condition(tree)
    assert (failed_parts(original, NUMBER.get) == []) is (evaluate(original, NUMBER.get) is True)


def failed(tree: Fields, facts: dict | None = None) -> list[Condition]:
    return failed_parts(condition(tree), (facts or {"yes": "y", "no": "n"}).get)


def test_failed_parts_of_all_are_those_that_fail() -> None:
    assert failed({"all": [TRUE, FALSE, {"all": [OPEN, TRUE]}]}) == [condition(FALSE), condition(OPEN)]


def test_failed_any_is_returned_whole() -> None:
    assert failed({"any": [FALSE, OPEN]}) == [condition({"any": [FALSE, OPEN]})]


def test_failed_denial_is_returned_as_denial() -> None:
    assert failed({"not": {"any": [TRUE, FALSE]}}) == [condition({"not": TRUE})]


def demand(node: str = "left", guard: str = "left") -> Fields:
    return {"any": [{"not": fact(f"coverage.{guard}", "known")}, fact(f"node.{node}", "gte", 50)]}


def test_failed_demand_where_it_applies_is_the_demand() -> None:
    assert failed(demand(), {"coverage.left": 1, "node.left": 40}) == [condition(fact("node.left", "gte", 50))]
    assert failed(demand(), {}) == [] == failed(demand(), {"coverage.left": 1, "node.left": 60})


@pytest.mark.parametrize(
    "tree",
    [
        demand(node="right"),
        fact("node.left", "gte", 50),
        {"all": demand()["any"]},
        {"any": [*demand()["any"], TRUE]},
        {"any": [fact("coverage.left", "known"), fact("node.left", "gte", 50)]},
        {"any": [{"all": [TRUE, FALSE]}, fact("node.left", "gte", 50)]},
        {"any": [{"not": fact("coverage.left", "known")}, {"all": [TRUE, FALSE]}]},
    ],
)
def test_other_forms_are_no_demand_where_it_applies(tree: Fields) -> None:
    assert guarded(normal_form(condition(tree))) is None
