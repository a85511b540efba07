"""How much of a question's worth an answer earns: by what the bank declares, never by position.

Credits are counted in units: with `unit` = 4 a quarter is the integer 1. Scoring then adds integers, which is as
exact as adding fractions and many times quicker; a credit that is no whole number of units stays a `Fraction`.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.answers import Value, number_of
from assessment.scoring.document import Kind, Question
from assessment.scoring.points import adds_up, full_points, most_points, option_points, row_weights

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
    if adds_up(question):
        return _added_credit(question, unit)
    if question.kind in NUMBERS:
        return _number_credit(question, unit)
    if question.kind is Kind.TABLE:
        return _table_credit(question, unit)
    raise NotScorable(f"question {question.key}: {question.kind.value} answers have no credit")


def best_credit(question: Question, unit: int = 1) -> Exact:
    """This function will return the highest credit that any answer to `question` can earn, in units."""
    if adds_up(question):
        full, points = _full(question), option_points(question)
        most = most_points(question, points) * _row_total(question)
        steps = [(Fraction(step.points), _in_units(step.credit, unit)) for step in question.steps]
        return _stepped(sorted(steps, reverse=True), most) if steps else min(Fraction(unit), most * unit / full)
    if question.kind in NUMBERS and question.bands:
        return max(_in_units(band.credit, unit) for band in question.bands)
    if question.kind in NUMBERS:
        return _best_linear(question, unit)
    best = max(_option_credits(question, unit).items(), key=lambda option: option[1])[0]
    return credit_function(question, unit)(dict.fromkeys(row_weights(question), best) if question.rows else best)


def declared_credits(question: Question) -> list[Fraction]:
    """This function will return every credit that the question writes down, to find a unit that divides them all."""
    declared = [option.credit for option in question.options if option.credit is not None]
    declared += [band.credit for band in question.bands] + [step.credit for step in question.steps]
    full = full_points(question)
    by_points = [points / full for points in option_points(question).values()] if full else []
    return [*[Fraction(credit) for credit in declared], *by_points]


def _in_units(credit: Decimal | Fraction, unit: int) -> Exact:
    scaled = Fraction(credit) * unit
    return scaled.numerator if scaled.denominator == 1 else scaled


def _option_credits(question: Question, unit: int) -> dict[str, Exact]:
    """Points of one chosen option are read against the highest, or against `maximum`, and never earn more than all."""
    full = max([*option_points(question).values(), Fraction(0)])
    if question.kind in CHOICES and question.maximum is not None:
        full = Fraction(question.maximum)
    credits: dict[str, Exact] = {}
    for option in question.options:
        if option.credit is not None:
            credits[option.key] = _in_units(option.credit, unit)
        elif option.points is not None and full > 0:
            credits[option.key] = min(Fraction(unit), _in_units(Fraction(option.points) / full, unit))
    without = [option.key for option in question.options if option.key not in credits]
    if without or not question.options:
        raise NotScorable(f"question {question.key}: no credit on {', '.join(without) or 'any option'}")
    return credits


def _table_credit(question: Question, unit: int) -> CreditOf:
    """The mean of the rows by their weights; points with a `maximum` are added up and read against it."""
    credits, weights = _option_credits(question, unit), row_weights(question)
    total: Exact = sum(weights.values())
    if question.maximum is not None and (points := option_points(question)):
        total = Fraction(question.maximum) / max(points.values())
    if total <= 0:
        raise NotScorable(f"question {question.key}: the table has no rows")

    def mean_of_rows(value: Value) -> Exact:
        rows = value.items() if isinstance(value, dict) else ()
        added = sum([weights[row] * credits[str(chosen)] for row, chosen in rows], start=Fraction(0))
        return min(Fraction(unit), added / total)

    return mean_of_rows


def _added_credit(question: Question, unit: int) -> CreditOf:
    """Several options may be chosen: their points are added up, in a table by the weights of the rows."""
    points = {key: _in_units(each, 1) for key, each in option_points(question).items()}
    weights = {row: _in_units(each, 1) for row, each in row_weights(question).items()}

    def added(ticks: Iterable[str]) -> Exact:
        total: Exact = 0
        for key in ticks:
            total += points.get(key, 0)
        return total

    def added_rows(value: Value) -> Exact:
        rows = value.items() if isinstance(value, dict) else ()
        return sum([weights[row] * added(ticks) for row, ticks in rows], start=Fraction(0))

    sum_of = added_rows if question.kind is Kind.TABLE else lambda value: added(value or ())
    if question.steps:
        steps = [(_in_units(step.points, 1), _in_units(step.credit, unit)) for step in question.steps]
        steps.sort(reverse=True)
        return lambda value: _stepped(steps, sum_of(value))
    full = _full(question)
    return lambda value: min(Fraction(unit), sum_of(value) * unit / full)


def _full(question: Question) -> Fraction:
    full = full_points(question)
    if full <= 0 and not question.steps:
        raise NotScorable(f"question {question.key}: its options carry no points")
    return full


def _row_total(question: Question) -> Fraction:
    return sum(row_weights(question).values(), start=Fraction(0)) if question.kind is Kind.TABLE else Fraction(1)


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


def _best_linear(question: Question, unit: int) -> Exact:
    """Of the two ends of what may be entered; where the better end is open, full credit can be reached."""
    credit = _number_credit(question, unit)
    if question.minimum is None or question.maximum is None:
        return unit
    ends = [credit(format(end, "f")) for end in (question.minimum, question.maximum)]
    return max(ends)


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
