"""Steps: the actions that can be done in a case, with what each takes, needs, rules out and changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from assessment.scoring.answers import Answer
from assessment.scoring.credit import NotScorable
from assessment.scoring.evaluate import ConditionError
from assessment.scoring.facts import UnknownFact
from recommendations.rules.advice import Change
from recommendations.rules.case import Case
from recommendations.rules.document import Action, PlaybookDocument
from recommendations.rules.effects import Effects
from recommendations.rules.improve import best_changes
from recommendations.rules.ranking import typical_cost

WEEKS_PER_QUARTER = 13


@dataclass(frozen=True, slots=True)
class Step:
    """One feasible action. `cost` in yuan and `days` of the enterprise's own people are estimates.

    `requires` holds every action that must be done before, near and far; `follows` those that are done before where
    they are done as well; `excludes` every one that is not done as well. All name feasible actions only. `credits` are those of the answers in `changes`, in the same order.
    """

    action: str
    cost: Fraction
    days: int
    quarters: int
    requires: frozenset[str]
    excludes: frozenset[str]
    changes: tuple[Change, ...]
    credits: tuple[Fraction, ...]
    follows: frozenset[str] = frozenset()


class Steps:
    """The steps of one playbook on one bank."""

    def __init__(self, playbook: PlaybookDocument, effects: Effects) -> None:
        self._actions = {action.key: action for action in playbook.actions}
        self._effects = effects
        costs = {band.key: typical_cost(band) for band in playbook.cost_bands}
        days = {effort.key: effort.days for effort in playbook.efforts}
        self._cost = {action.key: costs[action.cost_band] for action in playbook.actions}
        self._days = {action.key: days[action.effort] for action in playbook.actions}
        self._excludes = _both_ways(playbook.actions)

    def of(self, case: Case) -> tuple[Step, ...]:
        """This function will return the steps of every feasible action, in the order of the playbook.

        Feasible is what suits, or may suit, and changes answers so that some node that it raises gains points.
        """
        found = {key: self._feasible_changes(action, case) for key, action in self._actions.items()}
        feasible = {key: changes for key, changes in found.items() if changes}
        needs = {key: [need for need in self._actions[key].requires if need in feasible] for key in feasible}
        return tuple(
            Step(
                action=key,
                cost=self._cost[key],
                days=self._days[key],
                quarters=max(1, ceil(self._actions[key].weeks.maximum / WEEKS_PER_QUARTER)),
                requires=_all_needed(key, needs),
                excludes=self._excludes[key] & feasible.keys(),
                changes=changes,
                credits=self._effects.credits(changes),
                follows=frozenset(self._actions[key].follows) & feasible.keys(),
            )
            for key, changes in feasible.items()
        )

    def unsuited_changes(self, case: Case) -> dict[str, tuple[Change, ...]]:
        """This function will return what the actions that do not suit would change, by action."""
        return {
            key: changes
            for key, action in self._actions.items()
            if self._suits(action, case) is False and (changes := self._changes(action, case))
        }

    def _feasible_changes(self, action: Action, case: Case) -> tuple[Change, ...]:
        changes = self._changes(action, case) if self._suits(action, case) else ()
        return changes if self._effects.lifts(action, case, changes) else ()

    def _suits(self, action: Action, case: Case) -> bool | None:
        """None where it cannot be evaluated: advice names that as a failure wherever a rule recommends the action."""
        try:
            return self._effects.suits(action, case)
        except (ConditionError, UnknownFact):
            return None

    def _changes(self, action: Action, case: Case) -> tuple[Change, ...]:
        try:
            return self._effects.changes(action, case)
        except NotScorable:
            return ()


def answers_after(answers: Mapping[str, Answer], steps: Iterable[Step]) -> dict[str, Answer]:
    """This function will return `answers` once `steps` are done: each question at the best that any of them leads to."""
    return {**answers, **changed_answers(steps)}


def changed_answers(steps: Iterable[Step]) -> dict[str, Answer]:
    """This function will return the answers that change when `steps` are done.

    Among answers that earn the same the one of the action that comes first by key counts, whatever the order given.
    """
    in_order = sorted(steps, key=lambda step: step.action)
    best = best_changes(pair for step in in_order for pair in zip(step.changes, step.credits, strict=True))
    return {change.question: change.after for change in best}


def _both_ways(actions: Iterable[Action]) -> dict[str, frozenset[str]]:
    """Two actions rule each other out, whichever of them says so."""
    pairs = {(action.key, other) for action in actions for other in action.excludes if other != action.key}
    pairs |= {(other, key) for key, other in pairs}
    return {action.key: frozenset(other for key, other in pairs if key == action.key) for action in actions}


def _all_needed(key: str, needs: Mapping[str, Iterable[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(needs[key])
    while waiting:
        need = waiting.pop()
        if need not in found:
            found.add(need)
            waiting += needs[need]
    return frozenset(found - {key})
