"""Every condition of a bank where it stands: whether it is sound, and whether it can come out either way."""

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
from assessment.scoring.checks.attainable import world_of
from assessment.scoring.checks.cycles import check_cycles
from assessment.scoring.checks.gates import check_gates
from assessment.scoring.checks.levels import staircases
from assessment.scoring.conditions import Condition
from assessment.scoring.contradictions import World, is_impossible, is_never_false
from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.findings import Finding, Severity, error, warning


def check_conditions(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every fault of a `visible_if`, gate or consistency check, and for those
    that can never hold or never fail."""
    catalogue = facts_of(document)
    faults = [*_visibility(document, catalogue), *_gates(document, catalogue), *_consistency(document, catalogue)]
    yield from faults
    yield from check_cycles(document, catalogue)
    faulty = {finding.place for finding in faults if finding.severity is Severity.ERROR}
    world = world_of(document, catalogue, faulty)
    for place, _, question in walk.questions(document):
        if question.key in world.asked_if:
            yield from _of_question(f"{place}.visible_if", world.asked_if[question.key], world)
    for check in document.consistency:
        place = f"consistency.{check.key}.when"
        if not any(each.startswith(place) for each in faulty):
            yield from _of_check(place, check.when, world)
    yield from check_gates(document, world, faulty)


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
            for key in sorted(questions_in(question.visible_if, catalogue) & asked - core):
                message = f"a core question depends on {key}, which the quick scan does not ask"
                yield warning(here, message, f"make {key} a core question too")


def _gates(document: BankDocument, catalogue: Catalogue) -> Iterator[Finding]:
    for staircase in staircases(document):
        for level in staircase.levels:
            if level.gate is not None:
                yield from check_condition(level.gate, catalogue, GATE, f"{staircase.place}.{level.key}.gate")


def _consistency(document: BankDocument, catalogue: Catalogue) -> Iterator[Finding]:
    keys = {question.key for _, _, question in walk.questions(document)}
    for check in document.consistency:
        place = f"consistency.{check.key}"
        yield from check_condition(check.when, catalogue, EVERYTHING, f"{place}.when")
        for key in check.questions:
            if key not in keys:
                yield error(f"{place}.questions", f"there is no question {key}", "correct the key")


def questions_in(condition: Condition, catalogue: Catalogue) -> set[str]:
    """This function will return the keys of the questions that `condition` asks about directly."""
    facts = [catalogue[test.fact] for test in comparisons_of(condition) if test.fact in catalogue]
    return {fact.question for fact in facts if fact.question is not None}


def _of_question(place: str, condition: Condition, world: World) -> Iterator[Finding]:
    if is_impossible(condition, world):
        yield error(place, "the condition can never hold, so the question is never asked", "correct the condition")
    elif is_never_false(condition, world):
        message = "the condition is never false: it hides the question only until it can be told"
        yield warning(place, message, "ask whether the fact is known, or remove the condition")


def _of_check(place: str, condition: Condition, world: World) -> Iterator[Finding]:
    if is_impossible(condition, world):
        yield error(place, "the condition can never hold, so the message is never shown", "correct the condition")
    elif is_never_false(condition, world):
        yield warning(place, "the condition is never false, so everybody gets the message", "correct the condition")
