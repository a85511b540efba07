"""Generated answers: always the same, all admitted, of every sort, and bent towards what is rare."""

from collections.abc import Callable
from itertools import islice

import pytest

from assessment.scoring.answers import AnswerState, read_answer
from assessment.scoring.conditions import Condition
from assessment.scoring.document import BankDocument
from assessment.scoring.evaluate import evaluate
from assessment.scoring.samples import SETS, AnswerSet, answer_sets, conditions_of
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from tests.scoring.banks import (
    Fields,
    asked_only,
    bank,
    condition,
    fact,
    level,
    node,
    question,
    questions_of,
    yes_no,
)
from tests.scoring.everything import EVERYTHING, SETS_OF_EVERYTHING


def test_five_thousand_is_the_usual_number() -> None:
    assert SETS == 5000
    assert sum(1 for _ in answer_sets(bank(yes_no("A")))) == 5000


def test_sets_are_the_same_at_every_call_and_for_every_count() -> None:
    assert list(answer_sets(EVERYTHING, 100)) == SETS_OF_EVERYTHING[:100]


def test_every_answer_is_admitted_and_canonical() -> None:
    asked = questions_of(EVERYTHING)
    for each in SETS_OF_EVERYTHING:
        for key, answer in each.answers.items():
            raw = answer.state.value if answer.value is None else answer.value
            assert read_answer(asked[key], raw) == answer


def test_first_sets_are_the_extremes() -> None:
    best, worst, nothing, unknown, inapplicable = (each.answers for each in SETS_OF_EVERYTHING[:5])
    scorer = Scorer(EVERYTHING)
    assert [scorer.score(best).nodes[key].score for key in ("left", "right")] == [100, 100]
    assert [scorer.score(worst).nodes[key].score for key in ("left", "right")] == [0, 0]
    assert nothing == {}
    assert {answer.state for answer in unknown.values()} == {AnswerState.UNKNOWN}
    assert set(questions_of(EVERYTHING)) - set(unknown) == {"E"}
    assert {answer.state for answer in inapplicable.values()} == {AnswerState.NOT_APPLICABLE}


def test_both_scopes_come_up_and_all_three_states() -> None:
    assert {each.scope for each in SETS_OF_EVERYTHING} == {Scope.FULL, Scope.QUICK}
    states = {answer.state for each in SETS_OF_EVERYTHING[5:] for answer in each.answers.values()}
    assert states == set(AnswerState)
    assert any("A" not in each.answers for each in SETS_OF_EVERYTHING[5:])


def values_of(key: str) -> list[object]:
    return [each.answers[key].value for each in SETS_OF_EVERYTHING if key in each.answers]


def test_every_option_and_many_combinations_come_up() -> None:
    assert set(values_of("A")) == {"none", "low", "half", "high", "full", None}
    assert {tuple(value) for value in values_of("B") if isinstance(value, list)} == {
        ("x",), ("y",), ("z",), ("x", "y"), ("x", "z"), ("y", "z"), ("x", "y", "z"), ("none",)
    }  # fmt: skip
    rows = [value for value in values_of("D") if isinstance(value, dict)]
    assert {(row["r"], row["s"]) for row in rows} == {("no", "no"), ("no", "yes"), ("yes", "no"), ("yes", "yes")}
    ticked = [value for value in values_of("K") if isinstance(value, dict)]
    assert {} in ticked and {"r": ["none"], "s": ["none"]} in ticked and {"r": ["x", "y"], "s": ["x", "y"]} in ticked


def test_numbers_reach_the_ends_of_their_range_and_both_sides_of_every_edge() -> None:
    assert {"0", "9.99", "10", "10.01", "60", "60.01", "100"} <= set(values_of("C"))
    assert {"1", "9", "8.9", "1.1"} <= set(values_of("N"))
    people = {int(str(value)) for value in values_of("people") if value is not None}
    assert {0, 19, 20, 21, 100_000} <= people and len(people) > 50


def test_ability_shows_in_the_scores() -> None:
    scorer = Scorer(EVERYTHING)
    scores = [scorer.score(each.answers).overall.score for each in SETS_OF_EVERYTHING]
    tenths = {int(score // 10) for score in scores if score is not None}
    assert tenths >= set(range(10))


def test_question_without_bounds_or_worth_is_answered_too() -> None:
    plain = bank(question("M", "number"), question("L", "number", minimum=2_000_000), tree=node("all", measures={}))
    values = [(key, answer.value) for each in answer_sets(plain, 60) for key, answer in each.answers.items()]
    assert {("M", "0"), ("M", "1000000"), ("L", "2000000")} <= set(values)
    assert {value for key, value in values if key == "L"} == {"2000000", None}


def test_worth_is_taken_from_a_measure_where_the_options_have_none() -> None:
    tree = node("all", measures={"A": 1})
    tree["measures"][0] |= {"credits": {"no": 1, "yes": 0}}
    document = bank(asked_only("A"), tree=tree)
    best, worst = (each.answers["A"].value for each in islice(answer_sets(document), 2))
    assert (best, worst) == ("no", "yes")


def test_conditions_of_a_bank_are_listed_once() -> None:
    twice = bank(
        yes_no("A"),
        yes_no("B", visible_if=fact("answer.A", "is", "yes")),
        yes_no("C", visible_if=fact("answer.A", "is", "yes")),
        levels=[level("a", 0), level("b", 50, fact("node.all", "gt", 1))],
    )
    assert conditions_of(twice) == [
        condition(fact("answer.A", "is", "yes")),
        condition(fact("node.all", "gt", 1)),
    ]
    assert len(conditions_of(EVERYTHING)) == 4


def held(document: BankDocument, asked: Condition, sets: Callable[[], list[AnswerSet]]) -> list[bool | None]:
    scorer = Scorer(document)
    return [
        evaluate(asked, scorer.facts(each.answers, each.scope, scorer.score(each.answers, each.scope)).get)
        for each in sets()
    ]


CHAIN = {
    "all": [fact("answer.F", "is", "no"), fact("answer.A", "is", "low"), fact("profile.size_class", "is", "small")]
}


@pytest.mark.parametrize(
    "tree",
    [
        CHAIN,
        {"not": {"any": [{"not": part} for part in CHAIN["all"]]}},
        {"all": [fact("answer.C", "gt", "41.2"), fact("answer.C", "lt", "41.23"), fact("answer.O", "eq", 777)]},
        {"all": [fact("answer.B", "has", "x"), fact("answer.B", "has_none", ["y"]), fact("answer.N", "lt", "1.1")]},
        {"all": [fact("answer.D", "has", "r:yes"), fact("answer.D", "has", "s:no"), fact("answer.K", "has", "s:y")]},
        {"all": [fact("unknown.A", "is", "yes"), fact("unknown.F", "in", ["yes"]), fact("node.right", "gte", 90)]},
        {"all": [fact("node.left", "lt", 5), fact("node.right", "gt", 95), fact("coverage.last", "eq", 1)]},
        {"all": [fact("rank.left", "eq", 1), fact("rank.right", "gte", 3), fact("node.last", "known")]},
        {"all": [fact("rank.right", "lt", 2), fact("contribution.A", "gt", 10)]},
        {"all": [fact("contribution.A", "lte", 1), fact("node.all", "lt", 20)]},
        {"all": [fact("level", "eq", 4), fact("unknown.B", "is", "no")]},
        {"all": [fact("level.last", "gte", 1), fact("level.left", "lt", 1)]},
        {"all": [{"not": fact("coverage.right", "known")}, fact("coverage.left", "known")]},
        {"all": [{"not": fact("coverage.last", "known")}, fact("coverage.left", "known")]},
        {"all": [fact("profile.size_class", "is", "medium"), fact("node.all", "lt", 30)]},
        {"all": [fact("coverage.all", "between", [0.3, 0.6]), {"not": fact("profile.p", "known")}]},
        {"all": [{"not": fact("profile.p", "known")}, fact("profile.sector", "is", "trade"), {"not": fact("node.left", "gt", 4)}]},
        {"all": [{"not": fact("answer.B", "has_any", ["x", "y", "z"])}, fact("answer.T", "known")]},
    ],
)  # fmt: skip
def test_rare_condition_is_met_and_missed(tree: Fields) -> None:
    asked = condition(tree)
    verdicts = held(EVERYTHING, asked, lambda: list(answer_sets(EVERYTHING, 400, [asked])))
    assert {True, False} <= set(verdicts)


def test_questions_behind_questions_are_opened_up_to_a_depth() -> None:
    asked = [
        yes_no("Q0"),
        *(yes_no(f"Q{step}", visible_if=fact(f"answer.Q{step - 1}", "is", "yes")) for step in range(1, 12)),
    ]
    document = bank(*asked)
    for deepest, is_sure in ((5, True), (11, False)):
        wanted = condition(fact(f"answer.Q{deepest}", "is", "no"))
        verdicts = held(document, wanted, lambda wanted=wanted: list(answer_sets(document, 200, [wanted])))  # type: ignore[misc]
        assert (verdicts.count(True) > 5) is is_sure


def test_bending_is_what_makes_a_rare_condition_hold() -> None:
    asked = condition(CHAIN)
    bent = held(EVERYTHING, asked, lambda: list(answer_sets(EVERYTHING, 400, [asked]))).count(True)
    by_chance = held(EVERYTHING, asked, lambda: SETS_OF_EVERYTHING[:400]).count(True)
    assert bent > 5 * by_chance
