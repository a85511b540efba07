"""What conditions see: answers, profile, scores, and what is not known."""

from fractions import Fraction

import pytest

from assessment.scoring.document import BankDocument, Question
from assessment.scoring.facts import Facts, UnknownFact
from assessment.scoring.index import fact_function
from assessment.scoring.score import Scorer
from tests.scoring.banks import (
    FIVE_LEVELS,
    answers,
    asked_only,
    bank,
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
    percent("C", linear={"zero_at": 0, "full_at": 100}, ratio={"numerator": {}, "denominator": {}}),
    table("D", ("r",), {"no": 0, "yes": 1}),
    question("T", "text"),
    single("H", visible_if=fact("profile.p", "is", "yes")),
    profile=(asked_only("p"),),
    tree=node("all", node("left", measures={"A": 1, "B": 1}), node("right", measures={"C": 1, "D": 1, "H": 1})),
    levels=FIVE_LEVELS,
    minimum_coverage=0.5,
)


def facts(document: BankDocument = BANK, **raw: object) -> Facts:
    scorer, given = Scorer(document), answers(document, **raw)
    return scorer.facts(given, scorecard=scorer.score(given))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("answer.A", "half"),
        ("answer.B", frozenset({"x"})),
        ("answer.C", Fraction(40)),
        ("answer.D", frozenset({"r:yes"})),
        ("answer.T", "words"),
        ("answer.H", None),
        ("profile.p", "no"),
        ("unknown.A", "no"),
        ("unknown.H", "no"),
        ("node.all", Fraction(60)),  # (50 + 50 + 40 + 100) / 4, as nodes without weight weigh what applies
        ("node.left", Fraction(50)),
        ("node.right", Fraction(70)),
        ("level", 3),
        ("level.left", 2),
        ("coverage.right", Fraction(1)),
        ("rank.left", 1),
        ("rank.right", 2),
        ("rank.all", 1),
        ("contribution.A", Fraction(25, 2)),
        ("contribution.D", Fraction(0)),
        ("contribution.H", None),
    ],
)
def test_fact(name: str, value: object) -> None:
    given = facts(p="no", A="half", B=["x"], C={"numerator": 4, "denominator": 10}, D={"r": "yes"}, T="words", H="full")
    assert given.get(name) == value
    assert given.get(name) == value, "a fact read twice stays the same"


def test_unanswered_and_unknown_answers_are_not_known() -> None:
    given = facts(A="unknown", B="not_applicable")
    assert [given.get(f"answer.{key}") for key in "ABC"] == [None, None, None]
    assert [given.get(f"unknown.{key}") for key in "ABC"] == ["yes", "no", "yes"]


def test_scores_are_not_known_below_the_minimum_coverage() -> None:
    given = facts(A="half")
    assert [given.get(name) for name in ("node.all", "rank.right", "level", "level.right")] == [None] * 4
    assert given.get("coverage.all") == Fraction(1, 4)


def test_scores_are_not_known_without_a_scorecard() -> None:
    given = Scorer(BANK).facts({})
    names = ("level", "level.all", "node.all", "coverage.all", "rank.left", "contribution.A")
    assert [given.get(name) for name in names] == [None] * 6


@pytest.mark.parametrize(
    "name",
    ["answer.Z", "profile.A", "profile.size_class", "unknown.Z", "node.z", "level.z", "coverage.z", "nonsense", "x.y"],
)
def test_fact_that_does_not_exist_raises(name: str) -> None:
    with pytest.raises(UnknownFact):
        facts().get(name)


@pytest.mark.parametrize(("kind", "value"), [("multi", None), ("table", None)])
def test_fact_of_no_choice_is_the_empty_set(kind: str, value: None) -> None:
    assert fact_function(Question.model_validate(question("Q", kind)))(value) == frozenset()
