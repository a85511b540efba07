"""Worked examples: enough of them, and nothing in them that the bank does not have."""

from collections.abc import Iterator

from assessment.scoring import walk
from assessment.scoring.answers import InvalidAnswer, read_answer
from assessment.scoring.document import BankDocument, Expectation, WorkedExample
from assessment.scoring.findings import Finding, error
from assessment.scoring.scorecard import Status

# So that a change of weights cannot pass by chance: a weak, a middling and a strong enterprise.
EXAMPLES_NEEDED = 3


def check_examples(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for missing examples and for keys and answers that do not exist."""
    count = len(document.examples)
    if count < EXAMPLES_NEEDED:
        message = f"{count} worked examples, at least {EXAMPLES_NEEDED} are needed"
        yield error("examples", message, "calculate some by hand: a weak, a middling and a strong enterprise")
    nodes = {node.key for _, node in walk.nodes(document)}
    for example in document.examples:
        place = f"examples.{example.key}"
        yield from _answers(place, example, document)
        if not example.expect:
            yield error(f"{place}.expect", "the example expects nothing", "write at least one expected score")
        for key, expectation in example.expect.items():
            if key not in nodes:
                yield error(f"{place}.expect.{key}", f"there is no node {key}", "correct the key")
            yield from _expectation(f"{place}.expect.{key}", expectation, document)


def _answers(place: str, example: WorkedExample, document: BankDocument) -> Iterator[Finding]:
    questions = {question.key: question for _, _, question in walk.questions(document)}
    for key, raw in example.answers.items():
        here = f"{place}.answers.{key}"
        if key not in questions:
            yield error(here, f"there is no question {key}", "correct the key")
            continue
        try:
            read_answer(questions[key], raw)
        except InvalidAnswer as fault:
            yield error(here, f"the answer is not admitted: {fault}", "write an answer that the question admits")


def _expectation(place: str, expectation: Expectation, document: BankDocument) -> Iterator[Finding]:
    levels = [level.key for level in document.levels]
    if expectation.level is not None and expectation.level not in levels:
        yield error(f"{place}.level", f"there is no level {expectation.level}", f"use one of: {', '.join(levels)}")
    statuses = [status.value for status in Status]
    if expectation.status is not None and expectation.status not in statuses:
        yield error(f"{place}.status", f"there is no status {expectation.status}", f"use one of: {', '.join(statuses)}")
