"""Raw answers become one canonical value, or are refused with a code that a page can say."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from assessment.scoring.answers import (
    NOT_APPLICABLE,
    UNKNOWN,
    Answer,
    AnswerState,
    InvalidAnswer,
    number_of,
    plain,
    read_answer,
)
from assessment.scoring.document import Question
from tests.scoring.banks import Fields, multi, percent, question, single, table, text, yes_no

SINGLE = single("Q")
MULTI = multi("Q", {"a": 1, "b": 2, "c": 3, "none": 0}, exclusive="none")
NUMBER = question("Q", "number", minimum=-5, maximum=1000, decimals=1)
PERCENT = percent("Q", ratio={"numerator": text("part"), "denominator": text("whole")})
TABLE = table("Q", ("r1", "r2"), {"no": 0, "yes": 1})
TEXT = question("Q", "text")


def read(fields: Fields, raw: object) -> Answer:
    return read_answer(Question.model_validate(fields), raw)


@pytest.mark.parametrize(
    ("fields", "raw", "value"),
    [
        (SINGLE, "half", "half"),
        (yes_no("Q"), "yes", "yes"),
        (MULTI, ["c", "a", "c"], ["a", "c"]),
        (MULTI, ("none",), ["none"]),
        (NUMBER, "12.50", "12.5"),
        (NUMBER, 0.1, "0.1"),
        (NUMBER, -0.0, "0"),
        (NUMBER, Decimal("1E+2"), "100"),
        (NUMBER, " 1,000 ", "1000"),
        (NUMBER, -5, "-5"),
        (PERCENT, "35 %", "35"),
        (PERCENT, "35％", "35"),
        (PERCENT, {"numerator": 4, "denominator": "10.0"}, {"numerator": "4", "denominator": "10"}),
        (TABLE, {"r2": "yes", "r1": "no"}, {"r1": "no", "r2": "yes"}),
        (TEXT, "  one\r\ntwo\rthree ", "one\ntwo\nthree"),
    ],
)
def test_read_answer_returns_the_canonical_value(fields: Fields, raw: object, value: object) -> None:
    assert read(fields, raw) == Answer(AnswerState.ANSWERED, value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "raw", "code"),
    [
        (SINGLE, "Half", "no_such_option"),
        (SINGLE, ["half"], "no_such_option"),
        (SINGLE, None, "no_such_option"),
        (MULTI, [], "choose_at_least_one"),
        (MULTI, "a", "choose_at_least_one"),
        (MULTI, ["a", "x"], "no_such_option"),
        (MULTI, ["none", "a"], "exclusive_option"),
        (NUMBER, "many", "not_a_number"),
        (NUMBER, "", "not_a_number"),
        (NUMBER, "NaN", "not_a_number"),
        (NUMBER, "Infinity", "not_a_number"),
        (NUMBER, "1e999", "not_a_number"),
        (NUMBER, "1" * 41, "not_a_number"),
        (NUMBER, True, "not_a_number"),
        (NUMBER, None, "not_a_number"),
        (NUMBER, "-5.1", "below_minimum"),
        (NUMBER, "1000.1", "above_maximum"),
        (NUMBER, "1.25", "too_many_decimals"),
        (PERCENT, "101", "above_maximum"),
        (percent("Q"), {"numerator": 1, "denominator": 2}, "not_a_number"),
        (PERCENT, {"numerator": 1}, "not_a_number"),
        (PERCENT, {"numerator": 1, "denominator": 0}, "denominator_not_positive"),
        (PERCENT, {"numerator": -1, "denominator": 2}, "below_minimum"),
        (PERCENT, {"numerator": 3, "denominator": 2}, "part_above_whole"),
        (TABLE, "yes", "answer_every_row"),
        (TABLE, {"r1": "yes"}, "answer_every_row"),
        (TABLE, {"r1": "yes", "r2": "yes", "r3": "yes"}, "no_such_row"),
        (TABLE, {"r1": "yes", "r2": "maybe"}, "no_such_option"),
        (TEXT, 3, "not_a_text"),
        (TEXT, "  ", "empty_text"),
        (TEXT, "x" * 2001, "text_too_long"),
        (TEXT, "x\n" * 40 + "x", "text_too_long"),
        (TEXT, "nul \x00", "unstorable_character"),
        (TEXT, "lone \ud800", "unstorable_character"),
    ],
)
def test_read_answer_refuses(fields: Fields, raw: object, code: str) -> None:
    with pytest.raises(InvalidAnswer) as refused:
        read(fields, raw)
    assert refused.value.code == code


@pytest.mark.parametrize("raw", ["3,5", "1,00", "12,34,56", ",5"])
def test_comma_that_is_no_thousands_separator_is_refused(raw: str) -> None:
    with pytest.raises(InvalidAnswer, match="not a number"):
        read(NUMBER, raw)


@pytest.mark.parametrize(("raw", "answer"), [("unknown", UNKNOWN), ("not_applicable", NOT_APPLICABLE)])
def test_states_are_no_values(raw: str, answer: Answer) -> None:
    assert read(SINGLE, raw) == answer
    refusing: dict[str, Any] = {f"allow_{raw}": False}
    with pytest.raises(InvalidAnswer, match=f"{raw} not allowed".replace("_", " ")):
        read({**SINGLE, **refusing}, raw)


def test_refusal_names_what_it_is_about() -> None:
    with pytest.raises(InvalidAnswer) as refused:
        read(MULTI, ["none", "a"])
    assert refused.value.params == {"option": "none"}
    assert str(refused.value) == "exclusive option (option: none)"


def test_number_of_is_exact() -> None:
    assert number_of("0.1") == Fraction(1, 10)
    assert number_of({"numerator": "1", "denominator": "3"}) == Fraction(100, 3)
    with pytest.raises(TypeError):
        number_of(["a"])


def test_plain_text_has_no_exponent_and_no_idle_zero() -> None:
    assert [plain(Decimal(written)) for written in ("1E+3", "0.10", "-0", "100")] == ["1000", "0.1", "0", "100"]
