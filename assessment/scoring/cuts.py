"""Cuts between the numbers of a scale, so that open and closed ends are compared by one order.

A cut stands just before a number or just after it. From a cut up to another one lies something exactly when the first
is the smaller; two stretches leave a gap or overlap exactly when the end of one is not the beginning of the next.
"""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from assessment.scoring.figures import shown_scale


class Cut(NamedTuple):
    """`after` = the number itself lies before the cut."""

    at: Fraction
    after: bool

    @classmethod
    def before(cls, number: Decimal | Fraction | int) -> "Cut":
        return cls(Fraction(number), False)

    @classmethod
    def behind(cls, number: Decimal | Fraction | int) -> "Cut":
        return cls(Fraction(number), True)


def between(low: Cut, high: Cut) -> Fraction:
    """This function will return a number that lies from `low` up to `high`: the middle, or the only one."""
    return (low.at + high.at) / 2


def span(low: Cut, high: Cut) -> str:
    """This function will return what lies from `low` up to `high` in words, such as "scores above 2.5 to below 2.6"."""
    if low.at == high.at:
        return f"the score {shown_scale(low.at)}"
    begin = "above" if low.after else "from"
    end = "up to" if high.after else "to below"
    return f"scores {begin} {shown_scale(low.at)} {end} {shown_scale(high.at)}"
