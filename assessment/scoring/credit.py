"""How much of a question's worth an answer earns: by what the bank declares, never by position.

Credits are counted in units: with `unit` = 4 a quarter is the integer 1. Scoring then adds integers, which is as
exact as adding fractions and many times quicker; a credit that is no whole number of units stays a `Fraction`.
"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.answers import Value, number_of
from assessment.scoring.document import Kind, Question

Exact = int | Fraction
CreditOf = Callable[[Value], Exact]

CHOICES = frozenset({Kind.SINGLE, Kind.YES_NO, Kind.LIKERT})
NUMBERS = frozenset({Kind.NUMBER, Kind.PERCENT})


class NotScorable(ValueError):
    """The question is measured, but the bank does not say what its answers are worth."""


def credit_function(question: Question, unit: int = 1) -> CreditOf:
    """This function will return the function from a canonical value to its credit: 0 to `unit`, exact.

    It raises `NotScorable` where the question declares too little.
    """
    if question.kind in CHOICES:
        credits = _option_credits(question, unit)
        return lambda value: credits[value]  # type: ignore[index]
    if question.kind is Kind.MULTI:
        return _multi_credit(question, unit)
    if question.kind in NUMBERS:
        return _number_credit(question, unit)
    if question.kind is Kind.TABLE:
        return _table_credit(question, unit)
    raise NotScorable(f"question {question.key}: {question.kind.value} answers have no credit")


def best_credit(question: Question, unit: int = 1) -> Exact:
    """This function will return the highest credit that any answer to `question` can earn, in units."""
    if question.kind is Kind.MULTI:
        return credit_function(question, unit)([option.key for option in question.options if not option.exclusive])
    if question.kind in NUMBERS and question.bands:
        return max(_in_units(band.credit, unit) for band in question.bands)
    if question.kind in NUMBERS:
        return unit
    return max(_option_credits(question, unit).values())


def declared_credits(question: Question) -> list[Fraction]:
    """This function will return every credit that the question writes down, to find a unit that divides them all."""
    declared = [option.credit for option in question.options if option.credit is not None]
    declared += [band.credit for band in question.bands] + [step.credit for step in question.steps]
    return [Fraction(credit) for credit in declared]


def _in_units(credit: Decimal | Fraction, unit: int) -> Exact:
    scaled = Fraction(credit) * unit
    return scaled.numerator if scaled.denominator == 1 else scaled


def _option_credits(question: Question, unit: int) -> dict[str, Exact]:
    without = [option.key for option in question.options if option.credit is None]
    if without or not question.options:
        raise NotScorable(f"question {question.key}: no credit on {', '.join(without) or 'any option'}")
    return {option.key: _in_units(option.credit, unit) for option in question.options if option.credit is not None}


def _table_credit(question: Question, unit: int) -> CreditOf:
    credits, count = _option_credits(question, unit), len(question.rows)
    if not count:
        raise NotScorable(f"question {question.key}: the table has no rows")

    def mean_of_rows(value: Value) -> Exact:
        rows = value.values() if isinstance(value, dict) else ()
        return Fraction(sum([credits[chosen] for chosen in rows], start=0)) / count

    return mean_of_rows


def _multi_credit(question: Question, unit: int) -> CreditOf:
    points = {option.key: _in_units(option.points or Decimal(0), 1) for option in question.options}

    def added(value: Value) -> Exact:
        total: Exact = 0
        for key in value or ():
            total += points[key]
        return total

    if question.steps:
        steps = [(_in_units(step.points, 1), _in_units(step.credit, unit)) for step in question.steps]
        steps.sort(reverse=True)
        return lambda value: _stepped(steps, added(value))
    full = Fraction(question.maximum) if question.maximum is not None else Fraction(sum(points.values(), start=0))
    if full <= 0:
        raise NotScorable(f"question {question.key}: its options carry no points")
    return lambda value: min(Fraction(unit), added(value) * unit / full)


def _stepped(steps: list[tuple[Exact, Exact]], points: Exact) -> Exact:
    for needed, credit in steps:
        if points >= needed:
            return credit
    return 0


def _number_credit(question: Question, unit: int) -> CreditOf:
    if question.bands:
        bands = [(band.upto, Fraction(band.upto), _in_units(band.credit, unit)) for band in question.bands]
        return lambda value: _banded(bands, value)
    if question.linear is None:
        raise NotScorable(f"question {question.key}: neither bands nor a linear credit")
    zero, full = Fraction(question.linear.zero_at), Fraction(question.linear.full_at)
    if zero == full:
        raise NotScorable(f"question {question.key}: zero_at and full_at are the same number")
    return lambda value: unit * min(Fraction(1), max(Fraction(0), (number_of(value) - zero) / (full - zero)))


def _banded(bands: list[tuple[Decimal, Fraction, Exact]], value: Value) -> Exact:
    if isinstance(value, str):  # decimals compare exactly and far quicker than fractions
        number = Decimal(value)
        for upto, _, credit in bands:
            if number <= upto:
                return credit
    else:
        ratio = number_of(value)
        for _, upto_fraction, credit in bands:
            if ratio <= upto_fraction:
                return credit
    return bands[-1][2]
