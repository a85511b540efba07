"""Conditions under watch on generated answers: which of them never hold, and which never fail."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.scoring.document import BankDocument
from assessment.scoring.evaluate import Compiled, Verdict
from assessment.scoring.samples import AnswerSet
from assessment.scoring.score import Scorer


@dataclass(frozen=True, slots=True)
class Seen:
    """Names of conditions. One that could never be told is among those that never held, and not among the others."""

    never_held: frozenset[str]
    never_failed: frozenset[str]


def watch(document: BankDocument, conditions: Mapping[str, Compiled], sets: Iterable[AnswerSet]) -> Seen:
    """This function will return which of `conditions`, by name, never came out one way or the other on `sets`.

    Every set is scored once, and only until each condition has been seen both ways. A condition that cannot be told
    from some answers has neither held nor failed there.
    """
    scorer = Scorer(document)
    waiting_for: dict[str, set[Verdict]] = {name: {True, False} for name in conditions}
    for each in sets:
        lookup = scorer.facts(each.answers, each.scope, scorer.score(each.answers, each.scope)).get
        for name in list(waiting_for):
            verdict = conditions[name](lookup)
            waiting_for[name].discard(verdict)
            if not waiting_for[name]:
                del waiting_for[name]
        if not waiting_for:
            break
    never_held = {name for name, verdicts in waiting_for.items() if True in verdicts}
    never_failed = {name for name, verdicts in waiting_for.items() if verdicts == {False}}
    return Seen(frozenset(never_held), frozenset(never_failed))
