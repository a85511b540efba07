"""Worked examples: what was calculated by hand, beside what the scorer says."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.answers import read_answer
from assessment.scoring.document import BankDocument, Expectation, WorkedExample
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope, Scorecard

SCORES = ("score", "low", "high", "coverage")
COVERAGE_TOLERANCE = Decimal("0.0005")

Figure = Fraction | str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One expected figure: `what` is score, low, high, coverage, status or level; scores run from 0 to 100."""

    example: str
    node: str
    what: str
    expected: Figure
    actual: Figure
    agrees: bool


def run_examples(document: BankDocument) -> list[Comparison]:
    """This function will return every expected figure of every worked example beside the calculated one.

    Scores agree within the example's tolerance, coverage within half of a tenth of a percent. An answer that its
    question does not admit raises `InvalidAnswer`.
    """
    scorer = Scorer(document)
    return [comparison for example in document.examples for comparison in _run(scorer, example)]


def _run(scorer: Scorer, example: WorkedExample) -> Iterator[Comparison]:
    questions = scorer.index.questions
    answers = {key: read_answer(questions[key], raw) for key, raw in example.answers.items()}
    card = scorer.score(answers, Scope(example.scope))
    for node, expectation in example.expect.items():
        yield from _compare(example, node, expectation, card)


def _compare(example: WorkedExample, node: str, expectation: Expectation, card: Scorecard) -> Iterator[Comparison]:
    found = card.nodes[node]
    for what in SCORES:
        expected: Decimal | None = getattr(expectation, what)
        if expected is not None:
            tolerance = COVERAGE_TOLERANCE if what == "coverage" else example.tolerance
            yield _number(example, node, what, Fraction(expected), getattr(found, what), Fraction(tolerance))
    if expectation.status is not None:
        yield _word(example, node, "status", expectation.status, found.status.value)
    if expectation.level is not None:
        yield _word(
            example, node, "level", expectation.level, _level(node, card, [check.level for check in card.level.checks])
        )


def _level(node: str, card: Scorecard, keys: list[str]) -> str | None:
    """Of the root the level reached, gates and all; of any other node the level of its score."""
    index = card.level.index if node == card.root else card.nodes[node].level
    return None if index is None else keys[index]


def _number(
    example: WorkedExample, node: str, what: str, expected: Fraction, actual: Fraction | None, tolerance: Fraction
) -> Comparison:
    agrees = actual is not None and abs(actual - expected) <= tolerance
    return Comparison(example.key, node, what, expected, actual, agrees)


def _word(example: WorkedExample, node: str, what: str, expected: str, actual: str | None) -> Comparison:
    return Comparison(example.key, node, what, expected, actual, expected == actual)
