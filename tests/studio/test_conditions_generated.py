"""Generated conditions, sound and not, in the builder: none changes, and the builder faults what the checker faults."""

import json
from typing import Any

from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.scoring.check_conditions import EVERYTHING as ANYTHING
from assessment.scoring.check_conditions import check_condition
from assessment.scoring.conditions import Operator
from assessment.scoring.fact_catalogue import OPERATORS, Fact, FactType, facts_of
from recommendations.studio.conditions.faults import faults_of
from recommendations.studio.conditions.fields import ConditionSubject
from recommendations.studio.conditions.posted import read_sketch
from recommendations.studio.conditions.sketch import data_of, group_of
from recommendations.studio.conditions.widgets import CONDITION
from tests.scoring.everything import EVERYTHING
from tests.studio.conditions import posted_condition

FACTS = facts_of(EVERYTHING)
RULE = ConditionSubject.rule(EVERYTHING)
LISTS = {Operator.IN, Operator.HAS_ANY, Operator.HAS_NONE}
NUMBERS = st.one_of(
    st.integers(-5, 120), st.decimals(0, 100, places=2).map(float), st.decimals(0, 100, places=3).map(str)
)
ODD_OPERANDS = st.one_of(
    st.none(), NUMBERS, st.text("axyz9:_ ", max_size=6), st.lists(st.sampled_from(["a", "none", 1, 2.5]), max_size=3)
)
ODD_NAMES = st.sampled_from(["answer.GONE", "node.nowhere", "level", "profile.size_class", "answer", "x.y.z"])


@st.composite
def sound_tests(draw: st.DrawFn) -> dict[str, Any]:
    """Comparisons that mostly hold together."""
    fact = draw(st.sampled_from(list(FACTS.values())))
    operator = draw(st.sampled_from(OPERATORS[fact.type]))
    value = draw(operands(fact, operator))
    return {"fact": fact.name, "op": operator.value} | ({} if value is None else {"value": value})


def operands(fact: Fact, operator: Operator) -> st.SearchStrategy[Any]:
    if operator is Operator.KNOWN:
        return st.none()
    if fact.type in {FactType.NUMBER, FactType.LEVEL}:
        return st.lists(NUMBERS, min_size=2, max_size=2) if operator is Operator.BETWEEN else NUMBERS
    options = st.sampled_from([*fact.options, "gone"])
    return st.lists(options, min_size=1, max_size=4) if operator in LISTS else options


@st.composite
def odd_tests(draw: st.DrawFn) -> dict[str, Any]:
    """Comparisons as they may stand in a document that was changed elsewhere."""
    name = draw(st.one_of(ODD_NAMES, st.sampled_from(list(FACTS))))
    value = draw(ODD_OPERANDS)
    operator = draw(st.sampled_from(list(Operator)))
    return {"fact": name, "op": operator.value} | ({} if value is None else {"value": value})


def conditions(tests: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.recursive(
        tests,
        lambda parts: st.one_of(
            st.lists(parts, min_size=1, max_size=4).map(lambda each: {"all": each}),
            st.lists(parts, min_size=1, max_size=4).map(lambda each: {"any": each}),
            parts.map(lambda each: {"not": each}),
        ),
        max_leaves=10,
    )


def sent_back(condition: dict[str, Any]) -> dict[str, Any] | None:
    data = QueryDict(mutable=True)
    for name, values in posted_condition("when", condition, RULE).items():
        data.setlist(name, values)
    return data_of(read_sketch(data, "when", FACTS).group)


def written(condition: dict[str, Any]) -> str:
    return json.dumps(CONDITION.validate_python(condition).model_dump(mode="json", by_alias=True))


@settings(deadline=None, max_examples=150)
@given(conditions(st.one_of(sound_tests(), odd_tests())))
def test_condition_sent_back_unchanged_is_the_same(condition: dict[str, Any]) -> None:
    back = sent_back(condition)
    assert back is not None
    assert written(back) == written(condition)


@settings(deadline=None, max_examples=300)
@given(conditions(st.one_of(sound_tests(), odd_tests())))
def test_builder_faults_what_the_checker_faults(condition: dict[str, Any]) -> None:
    found = check_condition(CONDITION.validate_python(condition), FACTS, ANYTHING, "")
    assert bool(faults_of(group_of(condition), RULE)) is bool(found)


def test_deepest_condition_of_a_file_is_kept() -> None:
    condition: dict[str, Any] = {"fact": "answer.A", "op": "is", "value": "full"}
    for depth in range(20):
        condition = {"any" if depth % 2 else "all": [condition, {"fact": "answer.C", "op": "known"}]}
    back = sent_back(condition)
    assert back == condition
