"""Points: how many an option carries, and how many make full credit. The divisor follows from the bank."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.document import Kind, Measure, Option, Question, Row

ONE = Fraction(1)


def adds_up(question: Question) -> bool:
    """This function will return whether several options may be chosen, so that their points are added up."""
    return question.kind is Kind.MULTI or (question.kind is Kind.TABLE and question.multiple)


def option_points(question: Question) -> dict[str, Fraction]:
    """This function will return the points of the options that carry any, by key."""
    return {option.key: Fraction(option.points) for option in question.options if option.points is not None}


def row_weights(question: Question) -> dict[str, Fraction]:
    """This function will return how often each row of a table counts, by key: once, unless it says otherwise."""
    return {row.key: _row_weight(row) for row in question.rows}


def _row_weight(row: Row) -> Fraction:
    return ONE if row.weight is None else Fraction(row.weight)


def full_points(question: Question) -> Fraction:
    """This function will return how many points make full credit; 0 where options carry none or steps decide.

    That is the question's `maximum` where it writes one. Otherwise the highest points where one option is chosen, and
    the sum of all where several may be; in a table for all rows, by their weights.
    """
    points = option_points(question)
    if not points or question.steps:
        return Fraction(0)
    if question.maximum is not None:
        return Fraction(question.maximum)
    best = most_points(question, points) if adds_up(question) else max(points.values())
    return best * sum(row_weights(question).values()) if question.kind is Kind.TABLE else best


def most_points(question: Question, points: Mapping[str, Fraction]) -> Fraction:
    """This function will return the most points that may be ticked at once: all, or an option that stands alone."""
    together = [points.get(option.key, Fraction(0)) for option in question.options if not option.exclusive]
    alone = [points.get(option.key, Fraction(0)) for option in question.options if option.exclusive]
    return max([sum(together, start=Fraction(0)), *alone])


def question_here(question: Question, measure: Measure) -> Question:
    """This function will return the question with what its options are worth in this measure, if it says so."""
    if measure.points:
        options = [_worth(option, points=measure.points.get(option.key)) for option in question.options]
        return question.model_copy(update={"options": options, "maximum": None, "steps": []})
    if not measure.credits:
        return question
    if not adds_up(question):
        options = [_worth(option, credit=measure.credits.get(option.key)) for option in question.options]
        return question.model_copy(update={"options": options})
    options = [_worth(option, points=measure.credits.get(option.key)) for option in question.options]
    return question.model_copy(update={"options": options, "maximum": Decimal(1), "steps": []})


def _worth(option: Option, credit: Decimal | None = None, points: Decimal | None = None) -> Option:
    return option.model_copy(update={"credit": credit, "points": points})
