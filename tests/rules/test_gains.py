"""Exact gains: by question where they add up, by scoring again where they do not."""

from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest

from assessment.scoring.answers import Answer
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.rules.advise import Adviser
from recommendations.rules.gains import Gains
from tests.rules.level_cases import adviser_by_chance
from tests.rules.samples import Json, action, answered, both, playbook, rule, sample_bank, steps_of_five

ACTIONS = [
    action("A", raises=[{"node": "x", "levels": 1, "up_to": 4}]),
    action("B", raises=[{"node": "x", "levels": 3, "up_to": 3}]),
    action("C", raises=[{"node": "y", "levels": 2, "up_to": 4}]),
]
START = answered(q0="a0", q1="a1", q2="a0")


def small_bank(
    *, questions: list[Json] | None = None, x: Json | None = None, y: Json | None = None, **root: Any
) -> BankDocument:
    """This function will return a bank with q0 (weight 1) and q1 (weight 3) under `x`, and q2 under `y`."""
    return sample_bank(
        sections=[
            {"key": "s", "title": both("S"), "questions": questions or [steps_of_five(f"q{n}") for n in range(3)]}
        ],
        tree={
            "key": "all",
            "title": both("All"),
            "children": [
                {
                    "key": "x",
                    "title": both("X"),
                    "weight": 1,
                    "measures": [{"question": "q0", "weight": 1}, {"question": "q1", "weight": 3}],
                }
                | (x or {}),
                {"key": "y", "title": both("Y"), "weight": 1, "measures": [{"question": "q2", "weight": 1}]}
                | (y or {}),
            ],
        }
        | root,
    )


def gains_of(bank: BankDocument, answers: dict[str, Answer] = START, actions: list[Json] = ACTIONS) -> Gains:
    scorer = Scorer(bank)
    adviser = Adviser(scorer, playbook(actions, [rule("r", "A")]))
    case = adviser.case(answers, Scope.FULL, scorer.score(answers))
    return Gains(scorer, case, adviser.steps(case))


def test_gains_by_question_are_points_of_the_overall_score() -> None:
    gains = gains_of(small_bank())
    assert gains.is_additive
    # half of the whole hangs on x: a quarter more of q0 gives 100 · 1/2 · 1/4 · 1/4, of q1 three times as much
    assert gains.by_question("A") == {"q0": Fraction(25, 8), "q1": Fraction(75, 8)}
    assert gains.by_question("B") == {"q0": Fraction(75, 8), "q1": Fraction(75, 4)}
    assert gains.by_question("C") == {"q2": Fraction(25)}


def test_gains_of_several_are_not_counted_twice() -> None:
    gains = gains_of(small_bank())
    alone = {key: gains.value(frozenset({key})) for key in "ABC"}
    assert alone == {"A": Fraction(25, 2), "B": Fraction(225, 8), "C": Fraction(25)}
    assert gains.value(frozenset("AB")) == alone["B"]
    assert gains.value(frozenset("BC")) == alone["B"] + alone["C"]
    assert gains.value(frozenset()) == 0


def test_what_is_not_answered_yet_adds_up_as_well() -> None:
    gains = gains_of(small_bank(), answered(q0="a0"))
    assert gains.is_additive
    assert gains.value(frozenset("AC")) == gains.scorecard(frozenset("AC")).overall.score


SHOWN_IF = {"fact": "answer.q0", "op": "is", "value": "a0"}


@pytest.mark.parametrize(
    "bank",
    [
        small_bank(aggregate="min"),
        small_bank(aggregate="product"),
        small_bank(x={"aggregate": "max"}),
        small_bank(x={"passes": "level"}),
        small_bank(x={"passes": "target", "target": 50}),
        small_bank(aggregate="table", cells=[{"when": {"x": ["l0"]}, "score": 40}]),
        small_bank(questions=[steps_of_five("q0"), steps_of_five("q1", visible_if=SHOWN_IF), steps_of_five("q2")]),
        # worth less as it gets better: no table of the best would be right
        small_bank(x={"measures": [{"question": "q0", "weight": 1, "credits": {"a0": 0, "a1": 1, "a2": 1, "a3": 0.5, "a4": 0}}]}),
    ],
    ids=["min", "product", "max", "level", "target", "table", "visible", "falling"],
)  # fmt: skip
def test_where_changes_disturb_each_other_sets_are_scored_again(bank: BankDocument) -> None:
    lifts = [*ACTIONS, action("D", raises=[{"node": "x", "levels": 2, "up_to": 4}])]
    gains = gains_of(bank, answered(q0="a0", q1="a0", q2="a1"), lifts)
    assert not gains.is_additive
    for keys in (frozenset(keys) for count in range(4) for keys in combinations(sorted(gains.steps), count)):
        now = gains.case.scorecard.overall.score or 0
        assert gains.value(keys) == (Scorer(bank).score(gains.answers(keys)).overall.score or 0) - now


def test_bent_part_without_changes_leaves_the_rest_adding_up() -> None:
    lifts = [one for one in ACTIONS if one["key"] != "C"]
    assert gains_of(small_bank(y={"aggregate": "min"}), actions=lifts).is_additive
    assert not gains_of(small_bank(y={"passes": "level"}), actions=lifts).is_additive


@pytest.mark.parametrize("is_plain", [True, False])
def test_value_is_what_scoring_again_says(is_plain: bool) -> None:
    for number in range(60):
        adviser, case = adviser_by_chance(number, is_plain=is_plain)
        gains = Gains(adviser.scorer, case, adviser.steps(case))
        for keys in (frozenset(keys) for count in range(5) for keys in combinations(sorted(gains.steps), count)):
            then = adviser.scorer.score(gains.answers(keys), case.scope).overall.score or 0
            assert gains.value(keys) == then - (case.scorecard.overall.score or 0)
