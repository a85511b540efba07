"""Proofs about conditions, held against generated answers: what is called impossible never happens."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.scoring.answers import read_answer
from assessment.scoring.check_conditions import EVERYTHING as ANYWHERE
from assessment.scoring.check_conditions import check_condition
from assessment.scoring.checks.attainable import world_of
from assessment.scoring.conditions import Operator
from assessment.scoring.contradictions import is_impossible, is_never_false
from assessment.scoring.document import BankDocument
from assessment.scoring.evaluate import evaluate
from assessment.scoring.fact_catalogue import NUMBER_OPERATORS, OPERATORS, Fact, facts_of
from assessment.scoring.samples import answer_sets
from assessment.scoring.score import Scorer
from tests.scoring.banks import Fields, condition, fact, questions_of
from tests.scoring.everything import EVERYTHING, SETS_OF_EVERYTHING
from tests.scoring.strategies import banks

CATALOGUE = facts_of(EVERYTHING)
WORLD = world_of(EVERYTHING, CATALOGUE, set())
SCORER = Scorer(EVERYTHING)
LOOKUPS = [
    SCORER.facts(each.answers, each.scope, SCORER.score(each.answers, each.scope)).get
    for each in SETS_OF_EVERYTHING[:150]
]
# A few facts only, so that comparisons meet.
NAMES = ["answer.A", "answer.B", "answer.C", "answer.F", "profile.p", "unknown.A", "node.left", "level", "rank.last"]


def operands(each: Fact, operator: Operator) -> st.SearchStrategy[Any]:
    if operator is Operator.KNOWN:
        return st.none()
    if operator in NUMBER_OPERATORS:
        numbers = st.integers(int(each.minimum or 0), int(each.maximum or 100))
        return st.tuples(numbers, numbers).map(sorted) if operator is Operator.BETWEEN else numbers
    options = st.sampled_from(list(each.options))
    return options if operator in (Operator.IS, Operator.HAS) else st.lists(options, min_size=1, max_size=3)


@st.composite
def comparisons(draw: st.DrawFn) -> Fields:
    each = CATALOGUE[draw(st.sampled_from(NAMES))]
    operator = draw(st.sampled_from(OPERATORS[each.type]))
    return fact(each.name, operator.value, draw(operands(each, operator)))


def joined(part: st.SearchStrategy[Fields]) -> st.SearchStrategy[Fields]:
    lists = st.lists(part, min_size=1, max_size=4)
    return (
        lists.map(lambda parts: {"all": parts})
        | lists.map(lambda parts: {"any": parts})
        | part.map(lambda one: {"not": one})
    )


@settings(max_examples=200, deadline=None)
@given(st.recursive(comparisons(), joined, max_leaves=8))
def test_what_is_called_impossible_never_holds_and_what_is_never_false_never_fails(tree: Fields) -> None:
    asked = condition(tree)
    assert check_condition(asked, CATALOGUE, ANYWHERE, "here") == []
    verdicts = {evaluate(asked, lookup) for lookup in LOOKUPS}
    assert not (is_impossible(asked, WORLD) and True in verdicts)
    assert not (is_never_false(asked, WORLD) and False in verdicts)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(banks())
def test_generated_answers_of_any_bank_are_admitted_and_canonical(document: BankDocument) -> None:
    asked = questions_of(document)
    for each in answer_sets(document, 40):
        for key, answer in each.answers.items():
            raw = answer.state.value if answer.value is None else answer.value
            assert read_answer(asked[key], raw) == answer
