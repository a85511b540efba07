from typing import Any

import pytest

from assessment.responses.typed import read_typed
from assessment.scoring.answers import UNKNOWN, AnswerState, InvalidAnswer
from assessment.scoring.document import Question
from tests.responses.conftest import answered

PEOPLE = {"en": "people", "zh-hans": "人"}
MONEY = {"en": "× 10,000 yuan", "zh-hans": "万元"}


def number(kind: str = "number", **fields: Any) -> Question:
    return Question.model_validate({"key": "Q", "kind": kind, "text": {"en": "How many?"}, "decimals": 1} | fields)


@pytest.mark.parametrize(
    ("unit", "typed", "read"),
    [
        (PEOPLE, "40人", "40"),
        (PEOPLE, " 40 People ", "40"),
        (PEOPLE, "40 名", "40"),
        (PEOPLE, "1,250人", "1250"),
        (PEOPLE, "４０人", "40"),
        ({}, "12个", "12"),
        (MONEY, "350万元", "350"),
        (MONEY, "3.5 × 10,000 YUAN", "3.5"),
        ({"en": "%"}, "40 %", "40"),
    ],
)
def test_a_unit_behind_the_number_is_dropped(unit: dict[str, str], typed: str, read: str) -> None:
    assert read_typed(number(unit=unit), typed) == answered(read)


@pytest.mark.parametrize(
    ("unit", "typed"),
    [
        (PEOPLE, "40万人"),
        (PEOPLE, "人"),
        (PEOPLE, "about 40 people"),
        (PEOPLE, "40 kg"),
        (MONEY, "40人"),
        (MONEY, "350元"),
        ({"en": "%"}, "3,5 %"),
    ],
)
def test_what_may_mean_another_number_is_still_refused(unit: dict[str, str], typed: str) -> None:
    with pytest.raises(InvalidAnswer) as caught:
        read_typed(number(unit=unit), typed)
    assert caught.value.code == "not_a_number"


def test_counts_of_a_share_may_name_what_is_counted() -> None:
    label = {"en": "Machines"}
    share = number("percent", unit={"en": "%"}, ratio={"numerator": label, "denominator": label})
    typed = {"numerator": "4台", "denominator": "10 台"}
    assert read_typed(share, typed) == answered({"numerator": "4", "denominator": "10"})


@pytest.mark.parametrize("word", ["unknown", " not_applicable\n"])
def test_a_word_in_a_text_is_a_word(word: str) -> None:
    text = Question.model_validate({"key": "Q", "kind": "text", "text": {"en": "Say"}})
    assert read_typed(text, word) == answered(word.strip())
    assert read_typed(text, AnswerState.UNKNOWN) == UNKNOWN


def test_a_state_that_is_not_allowed_is_refused() -> None:
    with pytest.raises(InvalidAnswer) as caught:
        read_typed(number(), AnswerState.NOT_APPLICABLE)
    assert caught.value.code == "not_applicable_not_allowed"
