"""The answers of a question that an improvement may choose from, each with its credit."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from assessment.scoring.answers import Value, number_of, plain
from assessment.scoring.credit import credit_function
from assessment.scoring.document import Kind, Linear, Question


@dataclass(frozen=True, slots=True)
class Candidate:
    """`distance` says how far the answer is from the present one, for choosing among equals."""

    value: Value
    credit: Fraction
    distance: Fraction


def candidates(question: Question, now: Value, target: Fraction, only: Collection[str] = ()) -> Iterator[Candidate]:
    """This function will yield real answers of `question`, in a fixed order, that an improvement may lead to.

    `now` is the present value (None = no answer) and `target` the credit aimed at; it matters only where credit is
    continuous. Where options are named in `only`, no other one is chosen, and of sets that earn the same the one with
    more of them is the nearest: what is named comes true. Table questions are improved row by row and have no candidates of their own.
    """
    credit_of = credit_function(question)
    for position, (value, distance) in enumerate(_VALUES[question.kind](question, now, target, only)):
        yield Candidate(value, Fraction(credit_of(value)), Fraction(position) if distance is None else distance)


Values = Iterator[tuple[Value, Fraction | None]]


def _options(question: Question, now: Value, target: Fraction, only: Collection[str]) -> Values:
    for option in question.options:
        if not only or option.key in only:
            yield option.key, None


def _sets(question: Question, now: Value, target: Fraction, only: Collection[str]) -> Values:
    """Options that earn something are added cheapest first; those already chosen stay, exclusive ones go."""
    open_ended = [option for option in question.options if not option.exclusive]
    chosen = {option.key for option in open_ended if isinstance(now, list) and option.key in now}
    wanted = [option for option in open_ended if option.points and (not only or option.key in only)]
    for added, option in enumerate(sorted(wanted, key=lambda option: option.points or 0)):
        chosen.add(option.key)
        yield [other.key for other in question.options if other.key in chosen], Fraction(-added) if only else None


def _numbers(question: Question, now: Value, target: Fraction, only: Collection[str]) -> Values:
    present = number_of(now) if now is not None else None
    line = None if question.bands else question.linear
    for number in _edges(question, present) if line is None else _along(question, line, target):
        if _in_range(question, number):
            yield plain(number), Fraction(0) if present is None else abs(Fraction(number) - present)


def _edges(question: Question, present: Fraction | None) -> Iterator[Decimal]:
    """The upper edge of a band belongs to it, so that the nearest value from below is one digit past the edge before."""
    digit = Decimal(1).scaleb(-question.decimals)
    edges = [_in_digits(question, floor(Fraction(band.upto) * 10**question.decimals)) for band in question.bands]
    yield edges[0]
    for before, upto in pairwise(edges):
        yield from sorted({before + digit, upto}, key=lambda edge: abs(Fraction(edge) - (present or 0)))


def _along(question: Question, line: Linear, target: Fraction) -> Iterator[Decimal]:
    exact = Fraction(line.zero_at) + target * (Fraction(line.full_at) - Fraction(line.zero_at))
    scaled = exact * 10**question.decimals
    yield _in_digits(question, floor(scaled))
    yield _in_digits(question, ceil(scaled))


def _in_digits(question: Question, whole: int) -> Decimal:
    return Decimal(whole).scaleb(-question.decimals)


def _in_range(question: Question, number: Decimal) -> bool:
    above = question.minimum is None or number >= question.minimum
    return above and (question.maximum is None or number <= question.maximum)


_VALUES: dict[Kind, Callable[[Question, Value, Fraction, Collection[str]], Values]] = {
    Kind.SINGLE: _options,
    Kind.YES_NO: _options,
    Kind.LIKERT: _options,
    Kind.MULTI: _sets,
    Kind.NUMBER: _numbers,
    Kind.PERCENT: _numbers,
}
