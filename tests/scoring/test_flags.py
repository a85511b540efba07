"""Respondent flags: where each begins, what it counts, and what must not raise it."""

from fractions import Fraction

import pytest

from assessment.scoring.answers import UNKNOWN, Answer, AnswerState
from assessment.scoring.flags import (
    FlagRules,
    Flags,
    StraightLine,
    TooFast,
    answer_seconds,
    reading_seconds,
    straight_line,
    too_fast,
)
from tests.scoring import banks

LADDERS = [banks.single(f"Q{number}") for number in range(12)]
ROWS = tuple(f"row{number}" for number in range(10))
BANK = banks.bank(
    *LADDERS,
    banks.yes_no("Y1"),
    banks.table("T1", ROWS, {"never": 0, "some": 0.5, "often": 1}),
    profile=(banks.single("sector"),),
)
KEYS = [question["key"] for question in LADDERS]
ASKED = frozenset([*KEYS, "Y1", "T1", "sector"])
FIRST, LAST = Fraction(0), Fraction(1)


def given(value: object) -> Answer:
    return Answer(AnswerState.ANSWERED, value)  # type: ignore[arg-type]


def flags(answers: dict[str, Answer], asked: frozenset[str] = ASKED) -> Flags:
    return FlagRules(BANK).flags(answers, asked, (), (), "en")


@pytest.mark.parametrize(
    ("alike", "other", "found"),
    [
        (10, 0, StraightLine(10, 10)),
        (9, 0, None),  # nine answers are no long run
        (9, 1, StraightLine(9, 10)),
        (17, 2, None),  # 17 of 19 are less than nine in ten
        (18, 2, StraightLine(18, 20)),
        (0, 0, None),
    ],
)
def test_straight_line_is_nine_in_ten_of_at_least_ten(alike: int, other: int, found: StraightLine | None) -> None:
    assert straight_line([LAST] * alike + [FIRST] * other) == found


def test_straight_line_counts_the_place_on_the_scale_not_the_credit_nor_the_key() -> None:
    assert flags({key: given("full") for key in KEYS[:10]}).straight_line == StraightLine(10, 10)


def test_rows_of_a_table_are_answers_on_a_scale() -> None:
    assert flags({"T1": given(dict.fromkeys(ROWS, "some"))}).straight_line == StraightLine(10, 10)


def test_middle_of_a_long_and_of_a_short_scale_is_the_same_place() -> None:
    answers = {"T1": given(dict.fromkeys(ROWS, "some")), "Q0": given("half"), "Q1": given("half")}
    assert flags(answers).straight_line == StraightLine(12, 12)


def test_unknown_yes_no_profile_and_hidden_questions_are_no_scale_answers() -> None:
    answers = {key: given("none") for key in KEYS[:9]} | {"Q9": UNKNOWN, "Y1": given("no"), "sector": given("none")}
    assert flags(answers).straight_line is None
    hidden = {key: given("none") for key in KEYS}
    assert flags(hidden, ASKED - set(KEYS[:3])).straight_line is None


def test_too_fast_compares_the_medians() -> None:
    needed = [2.0, 3.0, 4.0]
    assert too_fast([1.0] * 6 + [60.0] * 5, needed) == TooFast(1.0, 3.0)
    assert too_fast([3.0] * 11, needed) is None
    assert too_fast([1.0] * 5 + [60.0] * 6, needed) is None


def test_few_timed_answers_or_nothing_read_say_nothing() -> None:
    assert too_fast([0.1] * 9, [3.0]) is None
    assert too_fast([0.1] * 10, []) is None


def test_seconds_run_from_the_save_before() -> None:
    assert answer_seconds([5.0, 9.0, 12.0]) == [5.0, 4.0, 3.0]


def test_order_of_saves_does_not_matter() -> None:
    assert answer_seconds([12.0, 5.0, 9.0]) == [5.0, 4.0, 3.0]


def test_answers_saved_together_share_the_time_before_them() -> None:
    """A form without script, or a queue sent after being offline: nobody answered four questions in half a second."""
    assert answer_seconds([60.0, 60.2, 60.5, 60.5, 70.5]) == [15.125, 15.125, 15.125, 15.125, 10.0]


def test_answers_taken_over_at_the_start_say_nothing() -> None:
    assert answer_seconds([0.02] * 40 + [20.0]) == [20.0]


def test_steady_haste_from_the_first_second_is_seen() -> None:
    assert answer_seconds([number * 0.5 for number in range(1, 21)]) == [0.5] * 20


def test_nothing_saved_took_no_time() -> None:
    assert answer_seconds([]) == []


def test_reading_takes_a_fifth_of_a_second_a_word() -> None:
    assert reading_seconds("Which of these machines are networked?") == pytest.approx(6 * 0.2)


def test_reading_chinese_goes_by_characters() -> None:
    # 14 characters are 10 words; punctuation and the one English word beside them: one word
    assert reading_seconds("贵公司的生产设备多少已经联网？MES") == pytest.approx(11 * 0.2)


def test_speed_goes_by_the_questions_that_were_answered_in_their_language() -> None:
    answers = {key: given("half") for key in KEYS[:4]}
    found = FlagRules(BANK).flags(answers, ASKED, (), [0.1] * 12, "en")
    assert found.too_fast == TooFast(0.1, 0.4)  # “Question Q0”: two words


def test_contradictions_are_those_of_the_scorecard() -> None:
    found = FlagRules(BANK).flags({}, ASKED, ("none_but_some",), (), "en")
    assert found == Flags(None, None, ("none_but_some",))
    assert bool(found) is True


def test_careful_answers_have_no_flags() -> None:
    steps = ["none", "low", "half", "high", "full"]
    found = flags({key: given(steps[place % 5]) for place, key in enumerate(KEYS)})
    assert (found, bool(found)) == (Flags(None, None, ()), False)
