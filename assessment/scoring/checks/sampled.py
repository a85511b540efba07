"""What no proof finds: questions, levels and consistency checks that thousands of generated answers never bring up."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.scoring import walk
from assessment.scoring.checks.levels import staircases
from assessment.scoring.conditions import Condition, Operator, Test
from assessment.scoring.document import BankDocument
from assessment.scoring.evaluate import compile_condition
from assessment.scoring.findings import Finding, warning
from assessment.scoring.samples import SETS, answer_sets
from assessment.scoring.watch import watch

LOOK_AGAIN = "look at it again; if it is right, write a worked example that shows it"


@dataclass(frozen=True, slots=True)
class Watched:
    """A condition at its place, with what it means that it never holds or never fails."""

    place: str
    condition: Condition
    never_holds: str
    never_fails: str


def check_samples(document: BankDocument, count: int = SETS) -> Iterator[Finding]:
    """This function will yield a warning for what `count` generated sets of answers never did, or did every time.

    The document must be free of errors. What is found here may still happen; nothing that matters should be so rare.
    """
    watched = {str(number): each for number, each in enumerate(_watched(document))}
    conditions = {name: compile_condition(each.condition) for name, each in watched.items()}
    seen = watch(document, conditions, answer_sets(document, count))
    for name, each in watched.items():
        if name in seen.never_held:
            yield warning(each.place, f"in {count:,} generated sets of answers {each.never_holds}", LOOK_AGAIN)
        elif name in seen.never_failed:
            yield warning(each.place, f"in {count:,} generated sets of answers {each.never_fails}", LOOK_AGAIN)


def _watched(document: BankDocument) -> Iterator[Watched]:
    for place, _, question in walk.questions(document):
        if question.visible_if is not None:
            never, always = "the question was never asked", "the condition never hid the question"
            yield Watched(f"{place}.visible_if", question.visible_if, never, always)
    yield from _levels(document)
    for check in document.consistency:
        never, always = "the message never appeared", "the message appeared whenever it could be told"
        yield Watched(f"consistency.{check.key}.when", check.when, never, always)


def _levels(document: BankDocument) -> Iterator[Watched]:
    for staircase in staircases(document):
        for node in staircase.climbers:
            fact = "level" if node is document.tree else f"level.{node.key}"
            for index, level in list(enumerate(staircase.levels))[1:]:
                reached = Test(fact=fact, op=Operator.GTE, value=index)
                never, always = f"{node.key} never reached the level", f"{node.key} always got as far as this level"
                yield Watched(f"{staircase.place}.{level.key}", reached, never, always)
