"""What an answer is worth, for each kind of question, calculated by hand."""

from fractions import Fraction

import pytest

from assessment.scoring.answers import Value
from assessment.scoring.credit import NotScorable, best_credit, credit_function, declared_credits
from assessment.scoring.document import Question
from tests.scoring.banks import Fields, bands, multi, options, percent, question, single, table, yes_no

STEPS = [{"points": 0, "credit": 0}, {"points": 2, "credit": 0.5}, {"points": 4, "credit": 1}]
BANDS = bands((10, 0), (20, 0.25), (40, 0.5), (60, 0.75), (100, 1))
MULTI = multi("Q", {"a": 1, "b": 2, "c": 2, "none": 0}, exclusive="none")


def credit(fields: Fields, value: Value, unit: int = 1) -> Fraction:
    return Fraction(credit_function(Question.model_validate(fields), unit)(value))


@pytest.mark.parametrize(
    ("fields", "value", "worth"),
    [
        (single("Q"), "high", "3/4"),
        (yes_no("Q"), "no", "0"),
        (MULTI, ["a"], "1/5"),
        (MULTI, ["a", "b", "c"], "1"),
        (MULTI, ["none"], "0"),
        ({**MULTI, "maximum": 4}, ["a"], "1/4"),
        ({**MULTI, "maximum": 4}, ["a", "b", "c"], "1"),
        ({**MULTI, "steps": STEPS}, ["a"], "0"),
        ({**MULTI, "steps": STEPS}, ["b"], "1/2"),
        ({**MULTI, "steps": STEPS}, ["a", "b"], "1/2"),
        ({**MULTI, "steps": STEPS}, ["b", "c"], "1"),
        ({**MULTI, "steps": STEPS[1:]}, ["a"], "0"),
        (percent("Q", bands=BANDS), "10", "0"),
        (percent("Q", bands=BANDS), "10.01", "1/4"),
        (percent("Q", bands=BANDS), {"numerator": "1", "denominator": "10"}, "0"),
        (percent("Q", bands=BANDS), {"numerator": "2", "denominator": "3"}, "1"),
        (percent("Q", bands=bands((10, 0), (20, 1))), "99", "1"),
        (percent("Q", bands=bands((10, 0), (20, 1))), {"numerator": "9", "denominator": "10"}, "1"),
        (percent("Q", linear={"zero_at": 20, "full_at": 50}), "10", "0"),
        (percent("Q", linear={"zero_at": 20, "full_at": 50}), "30", "1/3"),
        (percent("Q", linear={"zero_at": 20, "full_at": 50}), "70", "1"),
        (percent("Q", linear={"zero_at": 50, "full_at": 0}), "10", "4/5"),
        (table("Q", ("x", "y", "z"), {"no": 0, "half": 0.5, "yes": 1}), {"x": "no", "y": "half", "z": "yes"}, "1/2"),
    ],
)
def test_credit(fields: Fields, value: Value, worth: str) -> None:
    assert credit(fields, value) == Fraction(worth)
    assert credit(fields, value, unit=20) == 20 * Fraction(worth)


@pytest.mark.parametrize(
    ("fields", "best"),
    [
        (single("Q", {"a": 0, "b": 0.8}), "4/5"),
        (MULTI, "1"),
        ({**MULTI, "maximum": 10}, "1/2"),
        ({**MULTI, "steps": STEPS}, "1"),
        (percent("Q", bands=bands((50, 0.9), (100, 0))), "9/10"),
        (percent("Q", linear={"zero_at": 0, "full_at": 50}), "1"),
        (table("Q", ("x",), {"no": 0, "yes": 0.7}), "7/10"),
    ],
)
def test_best_credit(fields: Fields, best: str) -> None:
    assert Fraction(best_credit(Question.model_validate(fields), 10)) == 10 * Fraction(best)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        (question("Q", "text"), "text answers have no credit"),
        (question("Q", "single"), "no credit on any option"),
        (single("Q", {"a": 0, "b": None}), "no credit on b"),
        (question("Q", "table", options=options({"a": 0})), "no rows"),
        (multi("Q", {"a": 0, "b": 0}), "carry no points"),
        (percent("Q"), "neither bands nor a linear credit"),
        (percent("Q", linear={"zero_at": 5, "full_at": 5}), "the same number"),
    ],
)
def test_question_that_declares_too_little_is_not_scorable(fields: Fields, why: str) -> None:
    with pytest.raises(NotScorable, match=why):
        credit_function(Question.model_validate(fields))


def test_declared_credits_of_every_kind() -> None:
    fields = {**MULTI, "steps": STEPS, "options": options({"a": 0.2})}
    assert declared_credits(Question.model_validate(fields)) == [Fraction(1, 5), 0, Fraction(1, 2), 1]
    assert declared_credits(Question.model_validate(percent("Q", bands=bands((100, 0.3))))) == [Fraction(3, 10)]
