"""Effects that name the answers they bring about: these come true, and no others."""

from typing import Any

import pytest

from assessment.scoring.answers import read_answer
from assessment.scoring.document import Question
from recommendations.rules.check import check_playbook
from recommendations.rules.document import Raise
from recommendations.rules.improve import improved_answer, improved_answers
from tests.rules.samples import MULTI, SHARE, action, playbook, rule, sample_bank, steps_of_five

STEPS = Question.model_validate(steps_of_five("steps"))
TOOLS = Question.model_validate(MULTI)
PERCENT = Question.model_validate(SHARE)


def after(question: Question, now: object, options: list[str], levels: int = 4, up_to: int = 4) -> object:
    before = None if now is None else read_answer(question, now)
    lift = Raise(node="n", question=question.key, options=options, levels=levels, up_to=up_to)
    found = improved_answer(question, before, lift)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("now", "options", "levels", "then"),
    [
        ("a0", ["a3"], 1, "a3"),  # not by one level: to what is named
        ("a0", ["a2", "a3"], 1, "a2"),  # the next one that is named
        ("a2", ["a2", "a3"], 1, "a3"),
        ("a3", ["a2", "a3"], 1, None),
        ("unknown", ["a1"], 1, "a1"),
        ("a4", ["a3"], 4, None),
    ],
)
def test_of_one_choice_the_next_named_answer_is_reached(
    now: object, options: list[str], levels: int, then: object
) -> None:
    assert after(STEPS, now, options, levels) == then


@pytest.mark.parametrize(
    ("now", "options", "levels", "then"),
    [
        (["small"], ["big"], 4, ["big", "small"]),
        (["none"], ["other"], 4, ["other"]),
        (["other"], ["other"], 4, None),
        (["none"], ["small", "other"], 1, ["small"]),  # one of them is as much as a level takes
    ],
)
def test_of_several_ticks_only_the_named_ones_are_added(
    now: object, options: list[str], levels: int, then: object
) -> None:
    assert after(TOOLS, now, options, levels) == then


def test_named_ticks_come_true_even_where_the_last_one_earns_nothing_more() -> None:
    """At three points and at four the credit may be one and the same; what is named is done all the same."""
    flat = MULTI | {"steps": [{"points": 0, "credit": 0}, {"points": 1, "credit": 0.5}, {"points": 5, "credit": 1}]}
    assert after(Question.model_validate(flat), ["none"], ["small", "other"]) == ["small", "other"]


def test_other_questions_of_the_node_stay_as_they_are() -> None:
    lift = Raise(node="n", question="steps", options=["a3"], levels=1, up_to=4)
    found = improved_answers([lift], {"n": [STEPS, TOOLS, PERCENT]}, {})
    assert [(change.question, change.after.value) for change in found] == [("steps", "a3")]


def findings(**lift: Any) -> list[tuple[str, str, str]]:
    document = playbook([action("A", raises=[{"node": "machines", "levels": 1, "up_to": 4, **lift}])], [rule("a", "A")])
    return [(found.severity.value, found.place, found.message) for found in check_playbook(document, sample_bank())]


@pytest.mark.parametrize(
    ("lift", "said"),
    [
        ({}, ("warning", "it is not said which answers of tools come true")),
        ({"question": "tools"}, ("warning", "it is not said which answers of tools come true")),
        ({"options": ["big"]}, ("error", "answers are named, but not their question")),
        ({"question": "lead", "options": []}, ("error", "no question lead is measured under machines")),
        (
            {"question": "tools", "options": ["hammer"]},
            ("error", "hammer is no answer of tools that an action can lead to"),
        ),
        (
            {"question": "tools", "options": ["none"]},
            ("error", "none is no answer of tools that an action can lead to"),
        ),
        ({"question": "share", "options": ["a1"]}, ("error", "a1 is no answer of share that an action can lead to")),
    ],
)
def test_effect_that_names_no_answer_or_a_wrong_one(lift: dict[str, Any], said: tuple[str, str]) -> None:
    severity, message = said
    assert (severity, "actions.A.raises", message) in findings(**lift)


@pytest.mark.parametrize(
    "lift", [{"question": "tools", "options": ["big", "small"]}, {"question": "steps"}, {"question": "share"}]
)
def test_effect_that_names_what_it_changes_is_sound(lift: dict[str, Any]) -> None:
    assert findings(**lift) == []


def test_one_node_may_be_raised_by_several_questions_but_by_each_once() -> None:
    named = {"node": "machines", "question": "steps", "levels": 1, "up_to": 4}
    other = named | {"question": "share"}
    document = playbook([action("A", raises=[named, other, named])], [rule("a", "A")])
    assert [(found.place, found.message) for found in check_playbook(document, sample_bank())] == [
        ("actions.A.raises.machines", "the raised node key machines steps is used 2 times")
    ]
