"""Rounds compared on their common questions: by hand, and for random banks and answers."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.scoring import walk
from assessment.scoring.answers import NOT_APPLICABLE, UNKNOWN, Answer, AnswerState, Value
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from assessment.scoring.trend import (
    NO_CHANGE_KNOWN,
    Change,
    Compared,
    Round,
    Turn,
    changed_answers,
    common_questions,
    compare,
    measured_change,
    moves,
    questions_below,
)
from tests.scoring.banks import bank, node, single, text
from tests.scoring.strategies import answer_sets, banks

SOME = settings(max_examples=25, deadline=None)
STEPS = {"no": 0, "half": 0.5, "yes": 1}


def answered(value: Value) -> Answer:
    return Answer(AnswerState.ANSWERED, value)


def steps(**values: str | None) -> dict[str, Answer]:
    known = {"unknown": UNKNOWN, "na": NOT_APPLICABLE}
    return {key: known.get(value) or answered(value) for key, value in values.items() if value}


def small(*keys: str, **credits: float) -> BankDocument:
    """Two parts: `left` over the first two questions, `right` over the rest."""
    questions = [single(key, STEPS | credits, allow_not_applicable=True) for key in keys]
    left = node("left", measures=dict.fromkeys(keys[:2], 1))
    right = node("right", measures=dict.fromkeys(keys[2:], 1))
    sections = [{"key": "s", "title": text("S"), "questions": questions}]
    return bank(sections=sections, tree=node("all", left, right))


def round_of(document: BankDocument, answers: dict[str, Answer]) -> Round:
    return Round(walk.questions_by_key(document), Scorer(document).visible(answers), answers)


def compared(*rounds: tuple[BankDocument, dict[str, Answer]]) -> tuple[Scorer, Compared]:
    scorer = Scorer(rounds[-1][0])
    return scorer, compare(scorer, [round_of(*each) for each in rounds])


FOUR = small("a", "b", "c", "d")


def test_a_round_and_the_next_by_hand() -> None:
    before, after = steps(a="no", b="half", c="yes", d="no"), steps(a="yes", b="half", c="half", d="no")
    scorer, found = compared((FOUR, before), (FOUR, after))
    assert found.questions == ("a", "b", "c", "d")
    assert found.change("all") == Change(*[Fraction(25, 2)] * 3)
    assert found.change("left") == Change(*[Fraction(50)] * 3)
    assert found.change("right") == Change(*[Fraction(-25)] * 3)
    assert moves(found, "all") == [("a", Fraction(25)), ("c", Fraction(-25, 2))]
    assert changed_answers(scorer, found) == [("a", Turn.BETTER), ("c", Turn.WORSE)]
    assert measured_change(scorer, found, ["a"], "all").points == 25
    assert measured_change(scorer, found, ["a"], "right").points == 0
    assert measured_change(scorer, found, ["a", "c", "no_such"], "all") == found.change("all")


def test_only_what_was_asked_and_applied_alike_in_all_rounds_is_common() -> None:
    newer = small("a", "b", "c", "e", half=0.25)
    assert common_questions(Scorer(newer), [round_of(FOUR, {}), round_of(newer, {})]) == ()
    added = small("a", "b", "c", "e")
    _, found = compared((FOUR, steps(a="no", b="na", c="no")), (added, steps(a="no", b="yes", c="yes", e="yes")))
    assert found.questions == ("a", "c")
    assert [card.overall.score for card in found.cards] == [0, 50]
    _, hidden = compared((FOUR, {}), (FOUR, {}), (added, steps(c="na")))
    assert hidden.questions == ("a", "b")


def test_what_is_not_known_opens_the_change_and_knowing_it_closes_it() -> None:
    before, after = steps(a="unknown", b="no", c="no", d="no"), steps(a="half", b="no", c="no", d="no")
    scorer, found = compared((FOUR, before), (FOUR, after))
    change, eighth = found.change("all"), Fraction(25, 2)
    assert (change.points, change.low, change.high, change.is_interval) == (eighth, -eighth, eighth, True)
    assert not found.change("right").is_interval
    assert changed_answers(scorer, found) == [("a", Turn.NEWLY_KNOWN)]
    _, back = compared((FOUR, after), (FOUR, before))
    assert changed_answers(scorer, back) == [("a", Turn.NO_LONGER_KNOWN)]


def test_what_is_unknown_in_both_rounds_is_the_same_unknown() -> None:
    before, after = steps(a="unknown", b="no", c="no", d="no"), steps(b="no", c="yes", d="no")
    _, found = compared((FOUR, before), (FOUR, after))
    assert [(card.overall.low, card.overall.high) for card in found.cards] == [(0, 25), (25, 50)]
    assert found.change("all") == Change(*[Fraction(25)] * 3)
    assert found.change("left") == Change(None, Fraction(0), Fraction(0))  # half of it is too little for a number
    _, opened = compared((FOUR, before), (FOUR, {**after, **steps(d="unknown")}))
    assert opened.change("all") == Change(None, Fraction(25), Fraction(50))


def test_leaving_open_and_not_knowing_are_no_change() -> None:
    scorer, found = compared((FOUR, steps(a="unknown", b="yes")), (FOUR, steps(b="yes")))
    assert changed_answers(scorer, found) == []


def test_another_answer_worth_as_much_is_neither_better_nor_worse() -> None:
    document = small("a", "b", "c", "d", other=0.5)
    scorer, found = compared((document, steps(a="half", b="no")), (document, steps(a="other", b="no")))
    assert changed_answers(scorer, found) == [("a", Turn.SAME)]


def test_a_part_without_common_questions_has_no_change() -> None:
    _, found = compared((FOUR, steps(c="na", d="na")), (FOUR, {}))
    assert found.change("right") == NO_CHANGE_KNOWN


def test_a_withheld_score_has_no_change_but_an_interval() -> None:
    _, found = compared((FOUR, {}), (FOUR, steps(a="yes", b="yes", c="yes", d="yes")))
    assert found.change("all") == Change(None, Fraction(0), Fraction(100))


def test_questions_below_a_node_are_those_of_its_parts() -> None:
    below = questions_below(Scorer(FOUR))
    assert below == {"all": frozenset("abcd"), "left": frozenset("ab"), "right": frozenset("cd")}


@st.composite
def two_rounds(draw: st.DrawFn, states: bool = True) -> tuple[Scorer, Compared]:
    document = draw(banks())
    return compared(*[(document, draw(answer_sets(document, states=states))) for _round in range(2)])


@SOME
@given(two_rounds())
def test_identical_rounds_change_nothing(case: tuple[Scorer, Compared]) -> None:
    scorer, found = case
    again = compare(scorer, [found.rounds[0]] * 2)
    assert {again.change(key).points for key in again.cards[0].nodes} <= {Fraction(0), None}
    assert changed_answers(scorer, again) == []
    assert all(moves(again, key) == [] for key in again.cards[0].nodes)


@SOME
@given(two_rounds())
def test_turning_the_order_of_rounds_turns_the_sign(case: tuple[Scorer, Compared]) -> None:
    scorer, found = case
    back = compare(scorer, found.rounds[::-1])
    assert back.questions == found.questions
    for key in found.cards[0].nodes:
        one, other = found.change(key), back.change(key)
        assert (one.points, one.low, one.high) == tuple(
            None if number is None else -number for number in (other.points, other.high, other.low)
        )


@SOME
@given(two_rounds(states=False))
def test_intervals_close_where_everything_is_known(case: tuple[Scorer, Compared]) -> None:
    _, found = case
    assert not any(found.change(key).is_interval for key in found.cards[0].nodes)


@SOME
@given(two_rounds())
def test_a_change_lies_in_its_interval(case: tuple[Scorer, Compared]) -> None:
    _, found = case
    for change in map(found.change, found.cards[0].nodes):
        if change.points is not None:
            assert change.low <= change.points <= change.high  # type: ignore[operator]


@SOME
@given(two_rounds())
def test_moves_add_up_to_the_change(case: tuple[Scorer, Compared]) -> None:
    _, found = case
    for key in found.cards[0].nodes:
        if (points := found.change(key).points) is not None:
            assert sum((moved for _, moved in moves(found, key)), start=Fraction(0)) == points


@SOME
@given(two_rounds())
def test_all_questions_together_measure_the_whole_change(case: tuple[Scorer, Compared]) -> None:
    scorer, found = case
    for key in found.cards[0].nodes:
        assert measured_change(scorer, found, found.questions, key).points == found.change(key).points
        assert measured_change(scorer, found, [], key).points in {0, None}


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_line_has_a_card_for_each_round_in_order(count: int) -> None:
    values = ["no", "half", "yes"][:count]
    _, found = compared(*[(FOUR, steps(a=value, b=value, c=value, d=value)) for value in values])
    assert [card.overall.score for card in found.cards] == [0, 50, 100][:count]
