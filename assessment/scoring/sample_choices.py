"""What may be answered to one question: anything, or what an enterprise of a certain ability would answer."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from assessment.scoring.answers import Answer, AnswerState, Value, plain
from assessment.scoring.credit import NUMBERS
from assessment.scoring.document import Kind, Measure, Option, Question
from assessment.scoring.draws import Draws
from assessment.scoring.points import adds_up

# How far an answer strays from the ability of who gives it, to either side.
SPREAD = 0.3
WIDE = 1000
WITHOUT_BOUND = Decimal(1_000_000)


class Choices:
    """The possible answers of one question. `worth` orders its options, from 0 to 1, where they are worth anything."""

    def __init__(self, question: Question, measures: Iterable[Measure], constants: Iterable[Decimal]) -> None:
        self.question = question
        self.worth = _worths(question, measures)
        self.keys = [option.key for option in question.options]
        self._together = [option.key for option in question.options if not option.exclusive]
        self._rows = [row.key for row in question.rows]
        self._alone = [option.key for option in question.options if option.exclusive]
        self.numbers = _numbers(question, constants) if question.kind in NUMBERS else []

    def answer(self, draws: Draws, ability: float | None = None) -> Answer:
        """This function will return an answer with a value: of that ability, from 0 to 1, or any at all."""
        return Answer(AnswerState.ANSWERED, self._value(draws, ability))

    def variations(self, answer: Answer) -> Iterator[Answer]:
        """This function will yield `answer` with one thing in it changed, in every way that there is.

        `answer` has a value; of a number the variations are the numbers that matter.
        """
        for value in self._varied(answer.value):
            yield Answer(AnswerState.ANSWERED, value)

    def _varied(self, value: Value) -> Iterator[Value]:
        if self.question.kind is Kind.TABLE and isinstance(value, dict):
            for row in self._rows:
                for changed in self._varied_row(value.get(row)):
                    rows: dict[str, Any] = {**value, row: changed}
                    yield {key: rows[key] for key in self._rows if rows.get(key)}
        elif isinstance(value, list):
            yield from (ticks for ticks in self._toggled(value) if ticks)
        elif self.numbers:
            yield from map(plain, self.numbers)
        else:
            yield from self.keys

    def _varied_row(self, chosen: object) -> Iterator[str | list[str]]:
        if self.question.multiple:
            yield from self._toggled(chosen if isinstance(chosen, list) else [])
        else:
            yield from self.keys

    def _toggled(self, ticks: list[str]) -> Iterator[list[str]]:
        for key in self._alone:
            yield [key]
        for toggled in self._together:
            yield [key for key in self._together if (key in ticks) is not (key == toggled)]

    def _value(self, draws: Draws, ability: float | None) -> Value:
        question = self.question
        if question.kind is Kind.TEXT:
            return "words"
        if question.kind in NUMBERS:
            return plain(self._number(draws, ability))
        if question.kind is Kind.TABLE and question.multiple:
            ticked = {row.key: self._ticks(draws, ability, least=0) for row in question.rows}
            return {row: ticks for row, ticks in ticked.items() if ticks}
        if question.kind is Kind.TABLE:
            return {row.key: self._option(draws, ability) for row in question.rows}
        return self._ticks(draws, ability, least=1) if adds_up(question) else self._option(draws, ability)

    def _option(self, draws: Draws, ability: float | None) -> str:
        if ability is None or not self.worth:
            return draws.pick(self.keys)
        aim = _strayed(ability, draws)
        return min(self.keys, key=lambda key: abs(self.worth[key] - aim))

    def _ticks(self, draws: Draws, ability: float | None, least: int) -> list[str]:
        likely = draws.share() if ability is None else _strayed(ability, draws)
        if self._alone and (likely < 0.05 or not self._together):
            return [draws.pick(self._alone)]
        ticked = [key for key in self._together if draws.chance(likely)]
        if len(ticked) >= least:
            return ticked
        return [draws.pick(self._alone or self._together)]

    def _number(self, draws: Draws, ability: float | None) -> Decimal:
        if ability is not None and (self.question.bands or self.question.linear):
            return self.within(*_stretch(self.question, _strayed(ability, draws)), draws)
        if draws.chance(0.5):
            return draws.pick(self.numbers)
        return self.within(self.numbers[0], self.numbers[-1], draws)

    def within(self, low: Decimal, high: Decimal, draws: Draws) -> Decimal:
        """This function will return a number from `low` to `high` with the digits of the question; over a wide range
        small numbers are as likely as large ones."""
        share, width = draws.share(), high - low
        if width > WIDE and draws.chance(0.5):
            share = share**4
        return _fitting(self.question, low + width * Decimal(share))


def _strayed(ability: float, draws: Draws) -> float:
    return min(1.0, max(0.0, ability + SPREAD * (draws.share() - draws.share())))


def _worths(question: Question, measures: Iterable[Measure]) -> dict[str, float]:
    """By what the options say themselves, else by the first measure that says it for them; scaled to the best."""
    found: Mapping[str, Decimal] = {
        option.key: worth for option in question.options if (worth := _own(option)) is not None
    }
    for measure in measures:
        found = found or measure.credits or measure.points
    best = max(found.values(), default=Decimal(0))
    return {option.key: float(found.get(option.key, 0) / best) for option in question.options} if best else {}


def _own(option: Option) -> Decimal | None:
    return option.credit if option.credit is not None else option.points


def _numbers(question: Question, constants: Iterable[Decimal]) -> list[Decimal]:
    """The ends of the range, the edges of bands and the numbers that conditions compare with, and their neighbours."""
    digit = Decimal(1).scaleb(-question.decimals)
    edges = [*constants, *(band.upto for band in question.bands)]
    edges += [question.linear.zero_at, question.linear.full_at] if question.linear else []
    low = question.minimum if question.minimum is not None else min([Decimal(0), *edges])
    high = question.maximum if question.maximum is not None else max([WITHOUT_BOUND, low, *edges])
    around = [edge + step for edge in edges for step in (-digit, Decimal(0), digit)]
    return sorted({_fitting(question, number) for number in [low, *around, high] if low <= number <= high} | {low})


def _fitting(question: Question, number: Decimal) -> Decimal:
    """The nearest number that may be entered, towards zero."""
    digit = Decimal(1).scaleb(-question.decimals)
    fitted = (number // digit) * digit
    if question.minimum is not None and fitted < question.minimum:
        return question.minimum
    return fitted


def _stretch(question: Question, aim: float) -> tuple[Decimal, Decimal]:
    """From where to where the numbers lie that are worth about as much as `aim`."""
    low = question.minimum if question.minimum is not None else Decimal(0)
    if question.bands:
        edges = [low, *(band.upto for band in question.bands)]
        credits = [float(band.credit) for band in question.bands]
        nearest = min(range(len(credits)), key=lambda place: abs(credits[place] - aim))
        return list(pairwise(edges))[nearest]
    assert question.linear is not None
    zero, full = Fraction(question.linear.zero_at), Fraction(question.linear.full_at)
    exact = Decimal(float(zero + Fraction(aim) * (full - zero)))
    high = question.maximum if question.maximum is not None else max(exact, low)
    bounded = min(max(exact, low), high)
    return bounded, bounded
