"""Worked examples: enough of them, and nothing in them that the bank does not have."""

from collections.abc import Callable, Iterator, Mapping

from assessment.scoring import walk
from assessment.scoring.answers import InvalidAnswer, read_answer
from assessment.scoring.document import BankDocument, Expectation, Node, Question
from assessment.scoring.findings import Finding, error
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import Status

# So that a change of weights cannot pass by chance: a weak, a middling and a strong enterprise.
EXAMPLES_NEEDED = 3

# What is wrong with an answer, and how to write one that is admitted.
Refusal = Callable[[Question, object, InvalidAnswer], tuple[str, str]]


def plain_refusal(question: Question, raw: object, fault: InvalidAnswer) -> tuple[str, str]:
    """This function will return why `raw` is refused, in the words of the fault itself."""
    return f"the answer is not admitted: {fault}", "write an answer that the question admits"


def check_examples(document: BankDocument, refusal: Refusal = plain_refusal) -> Iterator[Finding]:
    """This function will yield a finding for missing examples and for keys and answers that do not exist.

    `refusal` says in words why an answer is not admitted, and what would be.
    """
    count = len(document.examples)
    if count < EXAMPLES_NEEDED:
        message = f"{count} worked examples, at least {EXAMPLES_NEEDED} are needed"
        yield error("examples", message, "calculate some by hand: a weak, a middling and a strong enterprise")
    nodes = {node.key: node for _, node in walk.nodes(document)}
    ladders = ladders_of(document)
    for example in document.examples:
        place = f"examples.{example.key}"
        yield from _answers(f"{place}.answers", example.answers, document, refusal)
        yield from _answers(f"{place}.baseline", example.baseline, document, refusal)
        if not example.expect:
            yield error(f"{place}.expect", "the example expects nothing", "write at least one expected score")
        for key, expectation in example.expect.items():
            here = f"{place}.expect.{key}"
            if key not in nodes:
                yield error(here, f"there is no node {key}", "correct the key")
                continue
            yield from _words(here, expectation, [level.key for level in ladders[key]])
            yield from _targets(here, expectation, nodes[key], bool(example.baseline))
            yield from _readings(here, expectation, document)


def _answers(place: str, answers: Mapping[str, object], document: BankDocument, refusal: Refusal) -> Iterator[Finding]:
    questions = walk.questions_by_key(document)
    for key, raw in answers.items():
        here = f"{place}.{key}"
        if key not in questions:
            yield error(here, f"there is no question {key}", "correct the key")
            continue
        try:
            read_answer(questions[key], raw)
        except InvalidAnswer as fault:
            yield error(here, *refusal(questions[key], raw, fault))


def _words(place: str, expectation: Expectation, levels: list[str]) -> Iterator[Finding]:
    if expectation.level is not None and expectation.level not in levels:
        mend = f"use one of: {', '.join(levels)}" if levels else "the node has no levels: name a ladder"
        yield error(f"{place}.level", f"there is no level {expectation.level}", mend)
    statuses = [status.value for status in Status]
    if expectation.status is not None and expectation.status not in statuses:
        yield error(f"{place}.status", f"there is no status {expectation.status}", f"use one of: {', '.join(statuses)}")


def _targets(place: str, expectation: Expectation, node: Node, has_baseline: bool) -> Iterator[Finding]:
    for name in ("percent_of_target", "progress"):
        if getattr(expectation, name) is not None and node.target is None:
            yield error(f"{place}.{name}", f"the node {node.key} has no target", "write its target")
    if expectation.progress is not None and not has_baseline:
        yield error(f"{place}.progress", "there is nothing to count progress from", "write the baseline's answers")


def _readings(place: str, expectation: Expectation, document: BankDocument) -> Iterator[Finding]:
    known = [reading.key for reading in document.readings]
    for key in expectation.readings:
        if key not in known:
            mend = f"use one of: {', '.join(known)}" if known else "write it under readings"
            yield error(f"{place}.readings.{key}", f"there is no reading {key}", mend)
