"""Worked examples: what was calculated by hand or published, beside what the scorer says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.answers import Answer, read_answer
from assessment.scoring.document import BankDocument, Expectation, WorkedExample
from assessment.scoring.figures import shown_points
from assessment.scoring.ladders import ladders_of
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import NodeScore, Scope, Scorecard

NUMBERS = ("score", "low", "high", "points", "coverage", "percent_of_target")
COVERAGE_TOLERANCE = Decimal("0.0005")

Figure = Fraction | str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One expected figure: `what` is a key of `Expectation`, or `readings.` and the key of a reading."""

    example: str
    node: str
    what: str
    expected: Figure
    actual: Figure
    agrees: bool


def run_examples(document: BankDocument) -> list[Comparison]:
    """This function will return every expected figure of every worked example beside the calculated one.

    Numbers agree within the example's tolerance, coverage within half of a tenth of a percent. An answer that its
    question does not admit raises `InvalidAnswer`.
    """
    scorer = Scorer(document)
    return [comparison for example in document.examples for comparison in _Run(scorer, example).comparisons()]


class _Run:
    """One example: its scorecard, that of its baseline, and what is expected of them."""

    def __init__(self, scorer: Scorer, example: WorkedExample) -> None:
        self._example = example
        self._display = scorer.document.display
        self._ladders = ladders_of(scorer.document)
        self._card = self._score(scorer, example.answers)
        self._before = self._score(scorer, example.baseline) if example.baseline else None

    def _score(self, scorer: Scorer, raw: Mapping[str, object]) -> Scorecard:
        questions = scorer.index.questions
        answers: dict[str, Answer] = {key: read_answer(questions[key], value) for key, value in raw.items()}
        return scorer.score(answers, Scope(self._example.scope))

    def comparisons(self) -> Iterator[Comparison]:
        """This function will yield every expected figure of the example, in its order."""
        for key, expected in self._example.expect.items():
            found = self._card.nodes[key]
            yield from self._numbers(found, expected)
            yield from self._words(found, expected)

    def _numbers(self, found: NodeScore, expected: Expectation) -> Iterator[Comparison]:
        for what in NUMBERS:
            yield from self._number(found.key, what, getattr(expected, what), getattr(found, what))
        yield from self._number(found.key, "progress", expected.progress, self._progress(found))
        for reading, points in expected.readings.items():
            actual = self._card.readings[reading][found.key].points
            yield from self._number(found.key, f"readings.{reading}", points, actual)

    def _progress(self, found: NodeScore) -> Fraction | None:
        return found.progress_since(self._before.nodes[found.key]) if self._before else None

    def _words(self, found: NodeScore, expected: Expectation) -> Iterator[Comparison]:
        yield from self._word(found.key, "shown", expected.shown, shown_points(found.points, self._display))
        yield from self._word(found.key, "status", expected.status, found.status.value)
        yield from self._word(found.key, "level", expected.level, self._level(found))

    def _level(self, found: NodeScore) -> str | None:
        """Of the root the level reached, gates and all; of any other node the level of its score."""
        index = self._card.level.index if found.key == self._card.root else found.level
        return None if index is None else self._ladders[found.key][index].key

    def _number(self, node: str, what: str, expected: Decimal | None, actual: Fraction | None) -> Iterator[Comparison]:
        if expected is None:
            return
        tolerance = Fraction(COVERAGE_TOLERANCE if what == "coverage" else self._example.tolerance)
        agrees = actual is not None and abs(actual - Fraction(expected)) <= tolerance
        yield Comparison(self._example.key, node, what, Fraction(expected), actual, agrees)

    def _word(self, node: str, what: str, expected: str | None, actual: str | None) -> Iterator[Comparison]:
        if expected is not None:
            yield Comparison(self._example.key, node, what, expected, actual, expected == actual)
