"""Where an action leads: always to an answer that the question really has."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.scoring.answers import NOT_APPLICABLE, UNKNOWN, Answer, AnswerState, read_answer
from assessment.scoring.credit import credit_function
from assessment.scoring.document import Question
from recommendations.rules.document import Raise
from recommendations.rules.improve import improved_answer, improved_answers
from tests.rules.samples import DELAY, GRID, MULTI, SHARE, steps_of_five

STEPS = Question.model_validate(steps_of_five("steps"))
TOOLS = Question.model_validate(MULTI)
PERCENT = Question.model_validate(SHARE)
DAYS = Question.model_validate(DELAY)
TABLE = Question.model_validate(GRID)
EVERY = [STEPS, TOOLS, PERCENT, DAYS, TABLE]


def lift(levels: int, up_to: int = 4) -> Raise:
    return Raise(node="n", levels=levels, up_to=up_to)


def value_after(question: Question, value: object, levels: int, up_to: int = 4) -> object:
    before = None if value is None else read_answer(question, value)
    after = improved_answer(question, before, lift(levels, up_to))
    return None if after is None else after.value


@pytest.mark.parametrize(
    ("now", "levels", "up_to", "then"),
    [
        ("a0", 1, 4, "a1"),
        ("a1", 2, 4, "a3"),
        ("a1", 4, 3, "a3"),  # capped
        ("a3", 1, 3, None),  # at the cap already
        ("a4", 4, 4, None),  # nothing above
        (None, 2, 4, "a2"),  # unanswered stands at nothing
        ("unknown", 1, 4, "a1"),
    ],
)
def test_single_choice_rises_by_quarters_to_the_cap(now: object, levels: int, up_to: int, then: object) -> None:
    assert value_after(STEPS, now, levels, up_to) == then


def test_choice_without_the_very_step_takes_the_next_one_within_the_cap() -> None:
    yes_no = Question.model_validate(
        steps_of_five(
            "q", options=[option for option in steps_of_five("q")["options"] if option["key"] in {"a0", "a2", "a4"}]
        )
    )
    assert value_after(yes_no, "a0", 1) == "a2"
    assert value_after(yes_no, "a2", 1, up_to=3) is None
    assert value_after(yes_no, "a0", 3, up_to=3) == "a2"


@pytest.mark.parametrize(
    ("now", "levels", "then"),
    [
        (["none"], 1, ["small"]),  # the exclusive option goes
        (None, 2, ["small", "other"]),  # cheapest first, in bank order
        (["big"], 1, ["big", "small", "other"]),  # what was chosen stays
        (["big", "small"], 1, ["big", "small", "other"]),
        (["small", "idle"], 1, ["small", "other", "idle"]),
    ],
)
def test_multi_adds_the_cheapest_options_until_the_step(now: object, levels: int, then: list[str]) -> None:
    assert value_after(TOOLS, now, levels) == then


@pytest.mark.parametrize(
    ("now", "levels", "then"),
    [
        ("15", 1, "20.1"),  # the upper edge belongs to the band below
        ("15", 2, "40.1"),
        ({"numerator": "3", "denominator": "20"}, 1, "20.1"),
        (None, 1, "10.1"),
        ("99", 1, None),
    ],
)
def test_percent_goes_to_the_nearest_edge_of_the_band(now: object, levels: int, then: object) -> None:
    assert value_after(PERCENT, now, levels) == then


def test_falling_bands_are_entered_from_above() -> None:
    falling = Question.model_validate(
        SHARE | {"bands": [{"upto": 5, "credit": 1}, {"upto": 20, "credit": 0.5}, {"upto": 100, "credit": 0}]}
    )
    assert value_after(falling, "60", 2) == "20"
    assert value_after(falling, "20", 2) == "5"


def test_edges_are_answers_in_the_digits_and_range_of_the_question() -> None:
    coarse = Question.model_validate(
        SHARE
        | {"decimals": 0, "maximum": 50}
        | {"bands": [{"upto": 10.5, "credit": 0}, {"upto": 20.5, "credit": 0.5}, {"upto": 60, "credit": 1}]}
    )
    assert value_after(coarse, "3", 2) == "11"
    assert value_after(coarse, "11", 2) == "21"  # its band's upper edge, 60, is out of range


@pytest.mark.parametrize(("now", "levels", "then"), [("30", 1, "22"), ("30", 2, "15"), (None, 4, "0"), ("0", 1, None)])
def test_linear_number_takes_the_first_real_value_that_is_enough(now: object, levels: int, then: object) -> None:
    assert value_after(DAYS, now, levels) == then


def test_table_rises_row_by_row() -> None:
    assert value_after(TABLE, {"north": "bad", "south": "fair"}, 1) == {"north": "fair", "south": "good"}
    assert value_after(TABLE, {"north": "fair", "south": "good"}, 2, up_to=2) is None
    assert value_after(TABLE, None, 1, up_to=2) == {"north": "fair", "south": "fair"}


def test_not_applicable_is_never_raised() -> None:
    assert improved_answer(STEPS, NOT_APPLICABLE, lift(4)) is None


def test_two_raises_of_one_question_do_not_add_up() -> None:
    raises = [Raise(node="a", levels=1, up_to=4), Raise(node="b", levels=2, up_to=4)]
    changes = improved_answers(raises, {"a": [STEPS], "b": [STEPS]}, {"steps": read_answer(STEPS, "a1")})
    assert [(change.question, change.before.value, change.after.value) for change in changes] == [("steps", "a1", "a3")]
    assert improved_answers(raises[::-1], {"a": [STEPS], "b": [STEPS]}, {"steps": read_answer(STEPS, "a1")}) == changes


def test_raise_of_a_node_without_visible_questions_changes_nothing() -> None:
    assert improved_answers([lift(2)], {}, {}) == ()


VALUES = {
    "steps": st.sampled_from([f"a{step}" for step in range(5)]),
    "tools": st.lists(st.sampled_from(["big", "small", "other", "idle"]), min_size=1, unique=True) | st.just(["none"]),
    "share": st.integers(0, 1000).map(lambda number: f"{number / 10:g}"),
    "delay": st.integers(0, 30).map(str),
    "grid": st.fixed_dictionaries({row: st.sampled_from(["bad", "fair", "good"]) for row in ("north", "south")}),
}


@given(data=st.data(), question=st.sampled_from(EVERY), levels=st.integers(1, 4), up_to=st.integers(1, 4))
def test_improvement_is_a_real_answer_better_than_before_and_within_the_cap(
    data: st.DataObject, question: Question, levels: int, up_to: int
) -> None:
    raw = data.draw(VALUES[question.key] | st.none())
    before = UNKNOWN if raw is None else read_answer(question, raw)
    after = improved_answer(question, before, lift(levels, up_to))
    credit_of = credit_function(question)
    now = Fraction(0) if raw is None else Fraction(credit_of(before.value))
    if after is None:
        return
    assert read_answer(question, after.value) == Answer(AnswerState.ANSWERED, after.value)
    assert now < credit_of(after.value)
    if question is TABLE:  # the cap holds for each row that rises; one that was above it stays
        rows = before.value or {}
        risen = {chosen for row, chosen in after.value.items() if rows.get(row, "bad") != chosen}
        assert all(Fraction(option.credit) <= Fraction(up_to, 4) for option in TABLE.options if option.key in risen)
    else:
        assert credit_of(after.value) <= Fraction(up_to, 4)
