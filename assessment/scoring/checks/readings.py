"""Readings: each is of some questions that are scored, and leaves something for the main score."""

from collections.abc import Iterator

from assessment.scoring import walk
from assessment.scoring.document import BankDocument, Reading
from assessment.scoring.findings import Finding, error, warning


def check_readings(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for readings that are unknown, empty or the same as the main score."""
    known = {reading.key: reading for reading in document.readings}
    measured = walk.measured(document)
    reads: dict[str, set[str]] = {key: set() for key in known}
    for place, section, question in walk.questions(document):
        if question.reading is None:
            continue
        here = f"{place}.reading"
        if question.reading not in known:
            mend = f"use one of: {', '.join(known)}" if known else "write it under readings"
            yield error(here, f"there is no reading {question.reading}", mend)
        elif section.profile:
            yield error(here, "the profile is never scored, so no reading is of it", "move the question, or remove it")
        elif question.key not in measured:
            yield warning(
                here, "no node measures the question, so the reading does not know it", "measure it in a node"
            )
        else:
            reads[question.reading].add(question.key)
    for key, reading in known.items():
        yield from _reading(reading, reads[key], measured)
    yield from _main_score(document, {key for key, reading in known.items() if not reading.counts})


def _reading(reading: Reading, read: set[str], measured: frozenset[str]) -> Iterator[Finding]:
    place = f"readings.{reading.key}"
    if not read:
        yield warning(place, "no scored question belongs to the reading", "name it as the reading of some questions")
    elif reading.counts and read == measured:
        message = "all scored questions belong to the reading, so it says the same as the score"
        yield warning(place, message, "remove it, or let it read fewer questions")


def _main_score(document: BankDocument, apart: set[str]) -> Iterator[Finding]:
    """A node all of whose questions belong to readings that do not count has no main score for anybody.

    Beside the score, below a weight of 0, that is what such a node is for.
    """
    counted = {question.key for _, _, question in walk.questions(document) if question.reading not in apart}
    views = [node for _, node in walk.nodes(document) if node.weight == 0]
    beside = {place for view in views for place, _ in walk.nodes_below(view)}
    for place, node in walk.nodes(document):
        if place in beside:
            continue
        if node.measures and not any(measure.question in counted for measure in node.measures):
            message = "all questions of the node belong to readings that do not count, so it never has a score"
            yield warning(f"{place}.measures", message, "measure a question that counts, or write counts: true")
