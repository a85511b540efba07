"""What may be answered to one question: by ability, by chance, and with one thing changed."""

from decimal import Decimal
from typing import Any

import pytest

from assessment.scoring.answers import Answer, AnswerState, Value, read_answer
from assessment.scoring.document import Question
from assessment.scoring.draws import Draws
from assessment.scoring.sample_choices import Choices
from tests.scoring.banks import Fields, bands, multi, percent, question, single, table


def choices(asked: Fields, *constants: int) -> Choices:
    return Choices(Question.model_validate(asked), [], [Decimal(each) for each in constants])


def varied(asked: Fields, value: Value, *constants: int) -> list[Value]:
    made = choices(asked, *constants)
    found = list(made.variations(Answer(AnswerState.ANSWERED, value)))
    assert all(read_answer(made.question, each.value) == each for each in found)
    return [each.value for each in found]


MANY = multi("B", {"x": 1, "y": 1, "none": 0}, exclusive="none")
TICKS = {**table("K", ("r", "s"), {}), "options": MANY["options"], "multiple": True}


@pytest.mark.parametrize(
    ("asked", "value", "expected"),
    [
        (single("A", {"no": 0, "yes": 1}), "no", ["no", "yes"]),
        (MANY, ["x"], [["none"], ["x", "y"]]),
        (MANY, ["x", "y"], [["none"], ["y"], ["x"]]),
        (MANY, ["none"], [["none"], ["x"], ["y"]]),
        (table("D", ("r", "s"), {"no": 0, "yes": 1}), {"r": "no", "s": "yes"}, [
            {"r": "no", "s": "yes"}, {"r": "yes", "s": "yes"}, {"r": "no", "s": "no"}, {"r": "no", "s": "yes"}
        ]),
        (TICKS, {"r": ["x"]}, [
            {"r": ["none"]}, {}, {"r": ["x", "y"]}, {"r": ["x"], "s": ["none"]}, {"r": ["x"], "s": ["x"]}, {"r": ["x"], "s": ["y"]}
        ]),
        (question("N", "number", minimum=0, maximum=9), "5", ["0", "3", "4", "5", "9"]),
    ],
)  # fmt: skip
def test_variations_change_one_thing(asked: Fields, value: Any, expected: list[Value]) -> None:
    assert varied(asked, value, *([4] if asked["key"] == "N" else [])) == expected


def test_numbers_that_matter_lie_within_the_range_and_around_each_constant() -> None:
    asked = percent("C", decimals=1, bands=bands((10, 0), (100, 1)))
    numbers = [str(number.normalize()) for number in choices(asked, 55, 300).numbers]
    assert [Decimal(number) for number in numbers] == [
        Decimal(each) for each in ("0", "9.9", "10", "10.1", "54.9", "55", "55.1", "99.9", "100")
    ]


def test_number_that_cannot_be_hit_exactly_stays_within_the_range() -> None:
    odd = choices(question("N", "number", minimum="0.5", maximum=9))
    assert {odd.answer(Draws(str(number))).value for number in range(200)} >= {"0.5", "9", "4"}


def test_ability_decides_about_how_good_an_answer_is() -> None:
    asked = choices(single("A"))
    draws = Draws("ability")
    for ability, allowed in ((0.0, {"none", "low"}), (0.5, {"low", "half", "high"}), (1.0, {"high", "full"})):
        assert {asked.answer(draws, ability).value for _ in range(200)} == allowed
    falling = choices(question("N", "number", minimum=0, maximum=10, linear={"zero_at": 10, "full_at": 0}))
    assert {falling.answer(draws, 2.0).value for _ in range(20)} == {"0"}
    assert {falling.answer(draws, -1.0).value for _ in range(20)} == {"10"}


def test_question_of_options_that_stand_alone_is_answered_with_one_of_them() -> None:
    alone = choices(multi("B", {"none": 0}, exclusive="none"))
    draws = Draws("alone")
    assert [alone.answer(draws).value for _ in range(3)] == [["none"]] * 3
