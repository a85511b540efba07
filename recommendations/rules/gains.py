"""Exact gains: what steps win together, by scoring again what they change, never by adding what overlaps."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import lcm

from assessment.scoring.answers import Answer
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import NodeScore, Scorecard
from recommendations.rules.additive import Structure
from recommendations.rules.advice import Change
from recommendations.rules.case import Case
from recommendations.rules.sources import Sources
from recommendations.rules.steps import Step, answers_after, changed_answers

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Points:
    """What each action gives to one figure through each question, in whole numbers: `unit` of them are one.

    Several actions give what the best of them gives, question by question; `now` is what the figure is without any.
    """

    unit: int
    now: int
    of: Mapping[str, Mapping[str, int]]

    def together(self, actions: Iterable[str]) -> int:
        """This function will return what `actions` give together."""
        best: dict[str, int] = {}
        for action in actions:
            for question, points in self.of[action].items():
                best[question] = max(points, best.get(question, points))
        return sum(best.values())


class Gains:
    """The gains of one case's steps. Everything is counted on 0–100; a node without a number stands at 0."""

    def __init__(self, scorer: Scorer, case: Case, steps: Iterable[Step]) -> None:
        self.case = case
        self.steps = {step.action: step for step in steps}
        self.changed = frozenset(change.question for step in self.steps.values() for change in step.changes)
        self._structure = Structure(scorer.document, Sources(scorer.document))
        self._scores: dict[str, Points | None] = {}
        self._coverages: dict[str, Points] = {}

    @property
    def is_additive(self) -> bool:
        """Whether gains of the overall score are a sum of what each question gives at its best."""
        return self.points(self.case.scorecard.root) is not None

    def by_question(self, action: str) -> Mapping[str, Fraction]:
        """This function will return the points that an action alone gives to the overall score, by question.

        Several actions give the best of each question, if `is_additive`; else these points say nothing of several.
        """
        changes = self.steps[action].changes
        root = self.case.scorecard.root
        now = _score(self.case.scorecard.nodes[root])
        return {change.question: _score(self.alone(change).nodes[root]) - now for change in changes}

    def value(self, actions: frozenset[str]) -> Fraction:
        """This function will return the points that the overall score gains when all `actions` are done."""
        points = self.points(self.case.scorecard.root)
        if points is not None:
            return Fraction(points.together(actions), points.unit)
        return _score(self.scorecard(actions).overall) - _score(self.case.scorecard.overall)

    def answers(self, actions: frozenset[str]) -> dict[str, Answer]:
        """This function will return the answers once all `actions` are done."""
        return answers_after(self.case.answers, [self.steps[action] for action in actions])

    def scorecard(self, actions: frozenset[str]) -> Scorecard:
        """This function will return the scorecard once all `actions` are done."""
        return self.case.rescored(changed_answers([self.steps[action] for action in actions]))

    def alone(self, change: Change) -> Scorecard:
        """This function will return the scorecard when one answer changes and nothing else."""
        return self.case.rescored({change.question: change.after})

    def points(self, node: str) -> Points | None:
        """This function will return what each action gives to the score of `node`, None where that does not add up."""
        if node not in self._scores:
            self._scores[node] = self._points(node)
        return self._scores[node]

    def covered(self, node: str) -> Points:
        """This function will return what each action gives to the answered share of `node`, 0 to 1.

        Only to be asked where `points` of the node are not None.
        """
        if node not in self._coverages:
            self._coverages[node] = self._table(node, _coverage)
        return self._coverages[node]

    @property
    def is_steady(self) -> bool:
        """Whether the same questions are asked, whatever is done."""
        return self._structure.is_steady(self.changed)

    def rises(self, node: str) -> bool:
        """This function will return whether doing more never lowers the score of `node`."""
        return self._structure.rises(node, self.changed)

    def _points(self, node: str) -> Points | None:
        """Shown by the structure, and checked by doing everything at once."""
        if not self._structure.adds_up(node, self.changed):
            return None
        table = self._table(node, _score)
        everything = _score(self.scorecard(frozenset(self.steps)).nodes[node])
        adds_up = Fraction(table.now + table.together(self.steps), table.unit) == everything
        return table if adds_up and self._best_credit_gives_most(table) else None

    def _table(self, node: str, read: Callable[[NodeScore], Fraction]) -> Points:
        now = read(self.case.scorecard.nodes[node])
        gained = {
            key: {change.question: read(self.alone(change).nodes[node]) - now for change in step.changes}
            for key, step in self.steps.items()
        }
        unit = lcm(now.denominator, *(each.denominator for given in gained.values() for each in given.values()))
        return Points(
            unit=unit,
            now=int(now * unit),
            of={
                key: {question: int(points * unit) for question, points in given.items() if points}
                for key, given in gained.items()
            },
        )

    def _best_credit_gives_most(self, table: Points) -> bool:
        """Answers are chosen by the credit of their question; where a node counts them otherwise, nothing adds up."""
        earned: dict[str, list[tuple[Fraction, int]]] = {}
        for key, step in self.steps.items():
            for change, credit in zip(step.changes, step.credits, strict=True):
                earned.setdefault(change.question, [(ZERO, 0)]).append((credit, table.of[key].get(change.question, 0)))
        ordered = [sorted(set(each)) for each in earned.values()]
        return all(
            before[0] < after[0] and before[1] <= after[1] for each in ordered for before, after in pairwise(each)
        )


def _score(node: NodeScore) -> Fraction:
    return node.score or ZERO


def _coverage(node: NodeScore) -> Fraction:
    return node.coverage or ZERO
