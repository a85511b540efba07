"""Whether two releases ask the same question."""

from fractions import Fraction

from assessment.scoring.document import Question


def same_question(one: Question, other: Question) -> bool:
    """This function will return whether two releases ask alike: same kind, same choices, worth the same.

    Words may have been polished and conditions changed. A question that means something else needs a key of its own.
    """
    return _definition(one) == _definition(other) and same_unit(one, other)


def same_unit(one: Question, other: Question) -> bool:
    """This function will return whether numbers are entered in the same unit, as far as one language tells both."""
    return all(one.unit[locale] == other.unit[locale] for locale in one.unit.keys() & other.unit.keys())


def _definition(question: Question) -> tuple[object, ...]:
    return (
        question.kind,
        question.multiple,
        {option.key: (option.credit, option.points, option.exclusive) for option in question.options},
        {row.key: Fraction(1 if row.weight is None else row.weight) for row in question.rows},
        [(band.upto, band.credit) for band in question.bands],
        question.linear and (question.linear.zero_at, question.linear.full_at),
        [(step.points, step.credit) for step in question.steps],
        (question.minimum, question.maximum),
    )
