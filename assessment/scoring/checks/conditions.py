"""Every condition of a bank where it stands, and questions that can never be shown."""

from collections.abc import Iterator

from assessment.scoring import walk
from assessment.scoring.check_conditions import (
    EVERYTHING,
    GATE,
    Catalogue,
    before_question,
    check_condition,
    comparisons_of,
)
from assessment.scoring.conditions import Condition
from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.findings import Finding, error, warning


def check_conditions(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every fault of a `visible_if`, gate or consistency check."""
    catalogue = facts_of(document)
    yield from _visibility(document, catalogue)
    for level in document.levels:
        if level.gate is not None:
            yield from check_condition(level.gate, catalogue, GATE, f"levels.{level.key}.gate")
    keys = {question.key for _, _, question in walk.questions(document)}
    for check in document.consistency:
        place = f"consistency.{check.key}"
        yield from check_condition(check.when, catalogue, EVERYTHING, f"{place}.when")
        for key in check.questions:
            if key not in keys:
                yield error(f"{place}.questions", f"there is no question {key}", "correct the key")


def _visibility(document: BankDocument, catalogue: Catalogue) -> Iterator[Finding]:
    core: set[str] = set()
    asked: set[str] = set()
    for position, (place, section, question) in enumerate(walk.questions(document)):
        asked.add(question.key)
        if question.core or section.profile:
            core.add(question.key)
        if question.visible_if is None:
            continue
        here = f"{place}.visible_if"
        yield from check_condition(question.visible_if, catalogue, before_question(question.key, position), here)
        if question.key in core:
            for key in sorted(_questions(question.visible_if, catalogue) & asked - core):
                message = f"a core question depends on {key}, which the quick scan does not ask"
                yield warning(here, message, f"make {key} a core question too")


def _questions(condition: Condition, catalogue: Catalogue) -> set[str]:
    facts = [catalogue[test.fact] for test in comparisons_of(condition) if test.fact in catalogue]
    return {fact.question for fact in facts if fact.question is not None}
