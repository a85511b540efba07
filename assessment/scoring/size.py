"""The size class of an enterprise by published thresholds, which stand in the bank document."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.answers import Answer, AnswerState, number_of
from assessment.scoring.document import Size, SizeClass, SizeRule


def size_class(size: Size, answers: Mapping[str, Answer]) -> str | None:
    """This function will return the key of the size class, or None while the profile does not decide it.

    A class needs employees and revenue both; falling short of either drops it, so one known number may be enough.
    """
    sector = answers.get(size.sector)
    if sector is None or sector.state is not AnswerState.ANSWERED:
        return None
    employees, revenue = _number(answers.get(size.employees)), _number(answers.get(size.revenue))
    for candidate in _largest_first(_rule(size, str(sector.value))):
        verdicts = (_reaches(employees, candidate.employees), _reaches(revenue, candidate.revenue))
        if False in verdicts:
            continue
        return None if None in verdicts else candidate.size
    return size.smallest


def _rule(size: Size, sector: str) -> SizeRule:
    named = [rule for rule in size.rules if sector in rule.sectors]
    default = [rule for rule in size.rules if not rule.sectors]
    return (named + default + list(size.rules))[0]


def _largest_first(rule: SizeRule) -> list[SizeClass]:
    return sorted(rule.classes, key=lambda each: (each.employees or 0, each.revenue or 0), reverse=True)


def _number(answer: Answer | None) -> Fraction | None:
    if answer is None or answer.state is not AnswerState.ANSWERED:
        return None
    return number_of(answer.value)


def _reaches(number: Fraction | None, threshold: Decimal | None) -> bool | None:
    if threshold is None:
        return True
    return None if number is None else number >= Fraction(threshold)
