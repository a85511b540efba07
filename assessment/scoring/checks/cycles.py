"""Questions that wait for each other: shown only once the other is answered, all the way round."""

from collections.abc import Iterator, Mapping

from assessment.scoring import walk
from assessment.scoring.check_conditions import Catalogue, comparisons_of
from assessment.scoring.document import BankDocument
from assessment.scoring.facts import SIZE_CLASS
from assessment.scoring.findings import Finding, error

Waiting = Mapping[str, list[str]]


def check_cycles(document: BankDocument, catalogue: Catalogue) -> Iterator[Finding]:
    """This function will yield one finding for each loop of questions, at the one that would be asked first.

    That a question refers to itself or to a later one is a finding of its own.
    """
    waiting = _waiting(document, catalogue)
    order = {key: position for position, key in enumerate(waiting)}
    for place, _, question in walk.questions(document):
        loop = _loop(question.key, waiting)
        if len(loop) > 2 and all(order[question.key] <= order[key] for key in loop):
            message = f"the questions wait for each other: {' → '.join(loop)}"
            yield error(f"{place}.visible_if", message, "let one of them be asked without the other")


def _waiting(document: BankDocument, catalogue: Catalogue) -> dict[str, list[str]]:
    """For every question those that its condition asks about, the ones behind the size class included."""
    size = document.size
    behind_size = [size.employees, size.revenue, size.sector] if size else []
    found: dict[str, list[str]] = {}
    for _, _, question in walk.questions(document):
        found[question.key] = []
        for test in comparisons_of(question.visible_if) if question.visible_if is not None else []:
            fact = catalogue.get(test.fact)
            if test.fact == SIZE_CLASS:
                found[question.key] += behind_size
            elif fact is not None and fact.question is not None:
                found[question.key].append(fact.question)
    return found


def _loop(start: str, waiting: Waiting) -> list[str]:
    """The shortest way from a question back to itself, both ends named; nothing if there is none."""
    ways = [[start]]
    seen: set[str] = set()
    for way in ways:  # grows while it is walked through
        for key in waiting.get(way[-1], []):
            if key == start:
                return [*way, start]
            if key not in seen:
                seen.add(key)
                ways.append([*way, key])
    return []
