"""Figures of the progress page: signs, intervals, and where the drawing puts them."""

from fractions import Fraction

import pytest

from assessment.scoring.document import Display
from assessment.scoring.scorecard import NodeScore, Status
from assessment.scoring.trend import NO_CHANGE_KNOWN, Change, change_between
from recommendations.plan.progress_words import (
    ShownChange,
    ShownScore,
    shown_change,
    shown_difference,
    shown_score,
    signed,
)

DISPLAY = Display()


def scored(score: int, high: int | None = None, *, shown: bool = True) -> NodeScore:
    status = Status.SCORED if shown else Status.NOT_ENOUGH_ANSWERS
    low, top = Fraction(score), Fraction(score if high is None else high)
    return NodeScore("n", None, status, low, low, top, Fraction(1), 0)


NOTHING = NodeScore("n", None, Status.NOT_ASSESSED, None, None, None, None, None)


@pytest.mark.parametrize(
    ("points", "written"),
    [("0", "±0"), ("1/100", "±0"), ("-1/100", "±0"), ("1/20", "+0.1"), ("-71/10", "−7.1"), ("12", "+12.0")],
)
def test_a_difference_has_a_sign_unless_it_rounds_to_nothing(points: str, written: str) -> None:
    assert signed(Fraction(points), DISPLAY) == written


def test_a_score_shows_its_interval_where_it_is_open() -> None:
    assert shown_score(scored(40), DISPLAY) == ShownScore("40.0", "")
    assert shown_score(scored(40, 55), DISPLAY) == ShownScore("40.0", "40.0–55.0")
    assert shown_score(scored(40, 55, shown=False), DISPLAY) == ShownScore("–", "40.0–55.0")
    assert shown_score(NOTHING, DISPLAY) == ShownScore("–", "")
    assert shown_score(None, DISPLAY) == ShownScore("–", "")


def test_a_change_says_which_way() -> None:
    assert shown_change(Change(*[Fraction(2)] * 3), DISPLAY) == ShownChange("+2.0", "up", "")
    assert shown_change(Change(*[Fraction(-2)] * 3), DISPLAY) == ShownChange("−2.0", "down", "")
    assert shown_change(Change(*[Fraction(0)] * 3), DISPLAY) == ShownChange("±0", "level", "")
    assert shown_change(NO_CHANGE_KNOWN, DISPLAY) == ShownChange("–", "none", "")


def test_a_difference_is_what_a_reader_gets_by_subtracting() -> None:
    low, high = Fraction("46.77"), Fraction("51.33")
    before = NodeScore("n", None, Status.SCORED, low, low, low, Fraction(1), 0)
    after = NodeScore("n", None, Status.SCORED, high, high, high, Fraction(1), 0)
    assert shown_change(change_between(before, after), DISPLAY).points == "+4.6"
    assert shown_difference(before, after, change_between(before, after), DISPLAY) == ShownChange("+4.5", "up", "")


def test_a_difference_has_the_range_of_its_change() -> None:
    open_, more = scored(40, 55), scored(50, 55)
    same = Change(*[Fraction(0)] * 3)
    assert shown_difference(open_, open_, same, DISPLAY) == ShownChange("±0", "level", "")
    change = Change(Fraction(10), Fraction(-5), Fraction(15))
    moved = shown_difference(open_, more, change, DISPLAY)
    assert moved == ShownChange("+10.0", "up", "between −5.0 and +15.0")
    aside = Change(Fraction("10.1"), Fraction("10.1"), Fraction(15))  # a range never leaves out the figure beside it
    assert shown_difference(open_, more, aside, DISPLAY).span == "between +10.0 and +14.9"
    narrow = Change(Fraction(10), Fraction(10), Fraction("10.01"))
    assert shown_difference(open_, more, narrow, DISPLAY).span == ""
    unknown = Change(None, Fraction(-5), Fraction(15))
    withheld = shown_difference(scored(40, 55, shown=False), open_, unknown, DISPLAY)
    assert withheld == ShownChange("–", "none", "between −5.0 and +15.0")
    assert shown_difference(NOTHING, open_, NO_CHANGE_KNOWN, DISPLAY) == ShownChange("–", "none", "")
