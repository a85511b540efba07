"""Keys: each names one thing, and none takes a word that means something else."""

from collections import Counter
from collections.abc import Iterable, Iterator

from assessment.scoring import walk
from assessment.scoring.document import BankDocument, Question
from assessment.scoring.findings import Finding, error

RESERVED_OPTIONS = frozenset({"unknown", "not_applicable"})
SIZE_CLASS = "size_class"


def check_keys(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every key that is used twice or reserved."""
    yield from _once("sections", "section", (section.key for section in document.sections))
    yield from _questions_once(document)
    yield from _once("nodes", "node", (node.key for _, node in walk.nodes(document)))
    yield from _once("levels", "level", (level.key for level in document.levels))
    yield from _once("ladders", "ladder", (ladder.key for ladder in document.ladders))
    for ladder in document.ladders:
        yield from _once(f"ladders.{ladder.key}.levels", "level", (level.key for level in ladder.levels))
    yield from _once("readings", "reading", (reading.key for reading in document.readings))
    yield from _once("consistency", "consistency check", (check.key for check in document.consistency))
    yield from _once("reference_lines", "reference line", (line.key for line in document.reference_lines))
    yield from _once("examples", "worked example", (example.key for example in document.examples))
    yield from _once("frameworks", "framework", (framework.key for framework in document.frameworks))
    for framework in document.frameworks:
        yield from _once(f"frameworks.{framework.key}.items", "framework item", (item.key for item in framework.items))
    for place, section, question in walk.questions(document):
        yield from _options(place, question)
        if section.profile and document.size is not None and question.key == SIZE_CLASS:
            yield error(
                place, f"the key {SIZE_CLASS} is taken by the derived size class", "give the question another key"
            )


def _questions_once(document: BankDocument) -> Iterator[Finding]:
    homes: dict[str, str] = {}
    for place, section, question in walk.questions(document):
        if question.key in homes:
            message = f"the question key {question.key} is used already in section {homes[question.key]}"
            yield error(place, message, "give every question a key of its own, across all sections")
        homes.setdefault(question.key, section.key)


def _options(place: str, question: Question) -> Iterator[Finding]:
    yield from _once(f"{place}.options", "option", (option.key for option in question.options))
    yield from _once(f"{place}.rows", "row", (row.key for row in question.rows))
    for option in question.options:
        if option.key in RESERVED_OPTIONS:
            message = f"the option key {option.key} is reserved for the answer state of that name"
            yield error(
                f"{place}.options.{option.key}", message, f"rename it, or allow {option.key} on the question instead"
            )


def _once(place: str, thing: str, keys: Iterable[str]) -> Iterator[Finding]:
    for key, count in Counter(keys).items():
        if count > 1:
            yield error(
                f"{place}.{key}", f"the {thing} key {key} is used {count} times", f"give every {thing} a key of its own"
            )
