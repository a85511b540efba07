"""Answers of enterprises that do not exist, in great variety and always the same, to try out what a bank decides."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessment.scoring import walk
from assessment.scoring.answers import NOT_APPLICABLE, UNKNOWN, Answer
from assessment.scoring.check_conditions import comparisons_of, number_in
from assessment.scoring.conditions import Condition
from assessment.scoring.document import BankDocument, Measure
from assessment.scoring.draws import Draws
from assessment.scoring.sample_aims import Aims, Answers
from assessment.scoring.sample_choices import Choices
from assessment.scoring.scorecard import Scope

SETS = 5_000
QUICK_SHARE = 0.2
WITH_GAPS = 0.25
BENT_AWAY = 0.25


@dataclass(frozen=True, slots=True)
class AnswerSet:
    answers: dict[str, Answer]
    scope: Scope


def answer_sets(
    document: BankDocument, count: int = SETS, conditions: Sequence[Condition] = (), start: int = 0
) -> Iterator[AnswerSet]:
    """This function will yield `count` sets of answers, the same at every call, each admitted by its question.

    The first are the extremes: everything at its best, at its worst, nothing answered, nothing known, nothing
    applicable. Then every second one is bent towards or away from one of the conditions, those of the bank and
    `conditions` in turn; the others answer by chance, by one ability, or by another ability for each section.
    Conditions must be free of faults. `start` leaves out the first ones, for whoever has looked at them before.
    """
    made = _Maker(document, conditions)
    for number in range(start, count):
        yield made.answer_set(number)


def conditions_of(document: BankDocument) -> list[Condition]:
    """This function will return every condition of a bank once: what shows questions, gates, consistency checks."""
    gates = [
        level.gate for ladder in (document.levels, *(each.levels for each in document.ladders)) for level in ladder
    ]
    shown = [question.visible_if for _, _, question in walk.questions(document)]
    found = [*shown, *gates, *(check.when for check in document.consistency)]
    return list({repr(condition): condition for condition in found if condition is not None}.values())


class _Maker:
    def __init__(self, document: BankDocument, conditions: Sequence[Condition]) -> None:
        self._document = document
        self._conditions = [*conditions_of(document), *conditions]
        constants = _constants([*self._conditions], document)
        measures = [measure for _, node in walk.nodes(document) for measure in node.measures]
        self._choices = {
            question.key: Choices(question, _of(question.key, measures), constants.get(question.key, ()))
            for _, _, question in walk.questions(document)
        }
        self._aims = Aims(document, self._choices)

    def answer_set(self, number: int) -> AnswerSet:
        draws = Draws(f"{self._document.slug} {number}")
        if number < len(_EXTREMES):
            return AnswerSet(_EXTREMES[number](self, draws), Scope.FULL)
        scope = Scope.QUICK if draws.chance(QUICK_SHARE) else Scope.FULL
        answers = draws.pick(_WAYS)(self, draws)
        if draws.chance(WITH_GAPS):
            self._leave_gaps(answers, draws)
        if number % 2 and self._conditions:
            condition = self._conditions[(number // 2) % len(self._conditions)]
            self._aims.bend(answers, condition, not draws.chance(BENT_AWAY), draws)
        return AnswerSet(answers, scope)

    def _able(self, draws: Draws, ability: float | None = None) -> Answers:
        own = draws.share() if ability is None else ability
        return {key: choices.answer(draws, own) for key, choices in self._choices.items()}

    def _uneven(self, draws: Draws) -> Answers:
        answers: Answers = {}
        for section in self._document.sections:
            own = draws.share()
            answers |= {each.key: self._choices[each.key].answer(draws, own) for each in section.questions}
        return answers

    def _by_chance(self, draws: Draws) -> Answers:
        return {key: choices.answer(draws) for key, choices in self._choices.items()}

    def _best(self, draws: Draws) -> Answers:
        return self._able(draws, 2.0)

    def _worst(self, draws: Draws) -> Answers:
        return self._able(draws, -1.0)

    def _nothing(self, draws: Draws) -> Answers:
        return {}

    def _nothing_known(self, draws: Draws) -> Answers:
        return {key: UNKNOWN for key, choices in self._choices.items() if choices.question.allow_unknown}

    def _nothing_applies(self, draws: Draws) -> Answers:
        return {key: NOT_APPLICABLE for key, each in self._choices.items() if each.question.allow_not_applicable}

    def _leave_gaps(self, answers: Answers, draws: Draws) -> None:
        """Some questions unanswered, not known or not applicable; how many differs from set to set."""
        likely = draws.share()
        for key, choices in self._choices.items():
            if not draws.chance(likely):
                continue
            way = draws.below(3)
            if way == 0 and choices.question.allow_unknown:
                answers[key] = UNKNOWN
            elif way == 1 and choices.question.allow_not_applicable:
                answers[key] = NOT_APPLICABLE
            else:
                answers.pop(key, None)


_Way = Callable[[_Maker, Draws], Answers]
_EXTREMES: Sequence[_Way] = (
    _Maker._best,
    _Maker._worst,
    _Maker._nothing,
    _Maker._nothing_known,
    _Maker._nothing_applies,
)
_WAYS: Sequence[_Way] = (_Maker._able, _Maker._uneven, _Maker._by_chance)


def _of(key: str, measures: Sequence[Measure]) -> list[Measure]:
    return [measure for measure in measures if measure.question == key]


def _constants(conditions: Sequence[Condition], document: BankDocument) -> dict[str, list[Decimal]]:
    """The numbers with which answers are compared, by question; the thresholds of the size classes as well."""
    found: dict[str, list[Decimal]] = {}
    for condition in conditions:
        for test in comparisons_of(condition):
            for value in test.value if isinstance(test.value, list) else [test.value]:
                number = number_in(value)
                if number is not None:
                    found.setdefault(test.fact.partition(".")[2], []).append(number)
    for rule in document.size.rules if document.size else []:
        for each in rule.classes:
            _threshold(found, document.size.employees, each.employees)  # type: ignore[union-attr]
            _threshold(found, document.size.revenue, each.revenue)  # type: ignore[union-attr]
    return found


def _threshold(found: dict[str, list[Decimal]], key: str, threshold: Decimal | None) -> None:
    if threshold is not None:
        found.setdefault(key, []).append(threshold)
