"""Steps: who is among them, what they take, need, rule out and change, and what several change together."""

from fractions import Fraction
from typing import Any

import pytest

from assessment.scoring.answers import NOT_APPLICABLE, Answer
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.rules.advice import Change
from recommendations.rules.advise import Adviser
from recommendations.rules.steps import Step, answers_after
from tests.rules.samples import LOW, Json, action, answered, both, playbook, rule, sample_bank, steps_of_five

PEOPLE = [{"node": "people", "levels": 1, "up_to": 4}]


def steps_by_key(
    *actions: Json,
    answers: dict[str, Answer] | None = None,
    scope: Scope = Scope.FULL,
    bank: BankDocument | None = None,
    **changes: Any,
) -> dict[str, Step]:
    scorer = Scorer(bank or sample_bank())
    adviser = Adviser(scorer, playbook(list(actions), [rule("r", actions[0]["key"])], **changes))
    given = LOW if answers is None else answers
    return {step.action: step for step in adviser.steps(adviser.case(given, scope, scorer.score(given, scope)))}


def test_step_says_what_an_action_takes_and_changes() -> None:
    efforts = [{"key": "low", "title": both("Low"), "days": 5}]
    one = steps_by_key(
        action("A", cost_band="some", weeks={"minimum": 1, "maximum": 27}, raises=PEOPLE), efforts=efforts
    )["A"]
    assert (one.cost, one.days, one.quarters) == (500, 5, 3)
    assert (one.requires, one.excludes) == (frozenset(), frozenset())
    # delay 30 → 22.5 days is not whole: 22 earns 8/30; each row of the grid one step up; lead has nothing between
    assert {change.question: change.after.value for change in one.changes} == {
        "delay": "22",
        "grid": {"north": "fair", "south": "good"},
        "skill": "a1",
        "lead": "yes",
    }
    assert one.changes[0] == Change("delay", LOW["delay"], Answer(LOW["delay"].state, "22"))
    assert one.credits == (Fraction(8, 30), Fraction(3, 4), Fraction(1, 4), Fraction(1))


@pytest.mark.parametrize(
    ("weeks", "quarters"),
    [({"minimum": 0, "maximum": 0}, 1), ({"minimum": 1, "maximum": 13}, 1), ({"minimum": 1, "maximum": 14}, 2)],
)
def test_quarter_has_thirteen_weeks_and_every_action_takes_one_at_least(weeks: Json, quarters: int) -> None:
    assert steps_by_key(action("A", weeks=weeks))["A"].quarters == quarters


def test_band_that_is_open_upwards_costs_its_lower_end() -> None:
    assert steps_by_key(action("A", cost_band="much"))["A"].cost == 1000


@pytest.mark.parametrize(
    "changes",
    [
        {"suits": {"fact": "profile.has_plant", "op": "is", "value": "no"}},
        {"raises": [{"node": "machines", "levels": 1, "up_to": 1}]},  # everything stands there already
        {"suits": {"fact": "answer.nothing", "op": "is", "value": "no"}},  # a fault that the checker refuses
    ],
)
def test_action_that_does_not_suit_or_gains_nothing_is_no_step(changes: Json) -> None:
    answers = LOW | answered(tools=["big"], share="30", steps="a2")
    assert sorted(steps_by_key(action("A", **changes), action("B"), answers=answers)) == ["B"]


def test_action_that_may_suit_is_a_step() -> None:
    wanted = {"fact": "profile.staff", "op": "gt", "value": 50}
    assert sorted(steps_by_key(action("A", suits=wanted), answers=LOW | answered(staff=None))) == ["A"]


def test_what_is_not_asked_or_does_not_apply_is_not_raised() -> None:
    only_steps = {"steps"}
    changed = {change.question for change in steps_by_key(action("A"))["A"].changes}
    assert only_steps < changed
    hidden = steps_by_key(action("A"), answers=LOW | answered(has_plant="no"))["A"]
    without = steps_by_key(action("A"), answers=LOW | {"steps": NOT_APPLICABLE})["A"]
    for step in (hidden, without):
        assert {change.question for change in step.changes} == changed - only_steps
    quick = steps_by_key(action("A"), scope=Scope.QUICK)["A"]
    assert {change.question for change in quick.changes} == {"steps", "tools"}


def test_question_without_credits_makes_no_step() -> None:
    bare = steps_of_five("bare", options=[{"key": "x", "label": both("x")}, {"key": "y", "label": both("y")}])
    own = {"question": "bare", "weight": 1, "credits": {"x": 0, "y": 1}}
    bank = sample_bank(
        sections=[{"key": "s", "title": both("S"), "questions": [bare]}],
        tree={"key": "all", "title": both("All"), "measures": [own]},
    )
    lift = [{"node": "all", "levels": 1, "up_to": 4}]
    assert steps_by_key(action("A", raises=lift), answers=answered(bare="x"), bank=bank) == {}


def test_prerequisites_are_those_that_can_be_done_near_and_far() -> None:
    unsuited = {"suits": {"fact": "profile.has_plant", "op": "is", "value": "no"}}
    steps = steps_by_key(
        action("A", requires=["B"]),
        action("B", requires=["C", "X"]),
        action("C"),
        action("D", requires=["X"]),
        action("X", requires=["C"], **unsuited),
    )
    needs = {key: sorted(step.requires) for key, step in steps.items()}
    assert needs == {"A": ["B", "C"], "B": ["C"], "C": [], "D": []}


def test_exclusion_holds_both_ways_whoever_names_it() -> None:
    unsuited = {"suits": {"fact": "profile.has_plant", "op": "is", "value": "no"}}
    steps = steps_by_key(
        action("A", excludes=["B", "X"]), action("B"), action("C", excludes=["A"]), action("X", **unsuited)
    )
    rivals = {key: sorted(step.excludes) for key, step in steps.items()}
    assert rivals == {"A": ["B", "C"], "B": ["A"], "C": ["A"]}


def test_several_steps_lead_each_question_to_the_best_that_one_of_them_does() -> None:
    steps = steps_by_key(
        action("A", raises=[{"node": "people", "levels": 3, "up_to": 3}]),
        action("B", raises=[{"node": "people", "levels": 1, "up_to": 4}]),
    )
    together = answers_after(LOW, steps.values())
    assert together == answers_after(LOW, reversed(list(steps.values())))
    assert {key: together[key].value for key in ("skill", "lead")} == {"skill": "a3", "lead": "yes"}
    assert {key: value for key, value in together.items() if key not in {"delay", "grid", "skill", "lead"}} == {
        key: value for key, value in LOW.items() if key not in {"delay", "grid", "skill", "lead"}
    }


def test_among_equals_the_action_first_by_key_decides() -> None:
    def step(key: str, tools: list[str]) -> Step:
        change = Change("tools", LOW["tools"], answered(tools=tools)["tools"])
        return Step(key, Fraction(0), 0, 1, frozenset(), frozenset(), (change,), (Fraction(1, 2),))

    first, second = step("A", ["small", "other"]), step("B", ["other", "small"])
    for order in ([first, second], [second, first]):
        assert answers_after(LOW, order)["tools"].value == ["small", "other"]
