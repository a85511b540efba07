"""The size class of an enterprise by published thresholds, which stand in the bank document."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.answers import Answer, number_of
from assessment.scoring.document import Size, SizeRule


class SizeRules:
    """The thresholds of one bank, in order from the largest class, by sector."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self._by_sector = {sector: _thresholds(rule) for rule in size.rules for sector in rule.sectors}
        default = next((rule for rule in size.rules if not rule.sectors), size.rules[0])
        self._default = _thresholds(default)

    def size_class(self, answers: Mapping[str, Answer]) -> str | None:
        """This function will return the key of the size class, or None while the profile does not decide it.

        A class needs employees and revenue both; falling short of either drops it, so one known number may do.
        """
        sector = answers.get(self._size.sector)
        if sector is None or sector.value is None:
            return None
        employees, revenue = _number(answers.get(self._size.employees)), _number(answers.get(self._size.revenue))
        for size, least_employees, least_revenue in self._by_sector.get(str(sector.value), self._default):
            verdicts = (_reaches(employees, least_employees), _reaches(revenue, least_revenue))
            if False in verdicts:
                continue
            return None if None in verdicts else size
        return self._size.smallest


Thresholds = list[tuple[str, Fraction | None, Fraction | None]]


def _thresholds(rule: SizeRule) -> Thresholds:
    largest_first = sorted(rule.classes, key=lambda each: (each.employees or 0, each.revenue or 0), reverse=True)
    return [(each.size, _fraction(each.employees), _fraction(each.revenue)) for each in largest_first]


def _fraction(threshold: Decimal | None) -> Fraction | None:
    return None if threshold is None else Fraction(threshold)


def _number(answer: Answer | None) -> Fraction | None:
    return None if answer is None or answer.value is None else number_of(answer.value)


def _reaches(number: Fraction | None, threshold: Fraction | None) -> bool | None:
    if threshold is None:
        return True
    return None if number is None else number >= threshold
