"""One submitted round as plans see it: where the answers stand, and what actions would make of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from assessment.bank.releases import scorer_of
from assessment.responses.models import Assessment, Result
from assessment.responses.queries import result_of
from assessment.scoring.answers import Answer
from assessment.scoring.freeze import thaw_answers, thaw_scorecard
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope, Scorecard
from recommendations.plan.models import AdviceRun
from recommendations.plan.queries import advice_run_of
from recommendations.playbook.releases import playbook_of
from recommendations.rules.advice import Change
from recommendations.rules.case import Case
from recommendations.rules.document import Action, PlaybookDocument
from recommendations.rules.effects import Effects
from recommendations.rules.improve import best_changes
from recommendations.rules.sources import Sources


@dataclass(frozen=True)
class Round:
    """A frozen result with its advice run; None where the bank had no playbook."""

    result: Result
    run: AdviceRun | None

    @cached_property
    def scorer(self) -> Scorer:
        return scorer_of(self.result.release_id)

    @cached_property
    def playbook(self) -> PlaybookDocument | None:
        return None if self.run is None else playbook_of(self.run.playbook_release_id)

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        return {} if self.playbook is None else {action.key: action for action in self.playbook.actions}

    @cached_property
    def answers(self) -> dict[str, Answer]:
        return thaw_answers(self.result.answers)

    @cached_property
    def scorecard(self) -> Scorecard:
        return thaw_scorecard(self.result.scorecard)

    @cached_property
    def case(self) -> Case:
        return Case.of(self.scorer, self.answers, Scope(self.result.scope), self.scorecard)

    @cached_property
    def _effects(self) -> Effects:
        return Effects(Sources(self.scorer.document))

    def changes(self, actions: Iterable[Action]) -> tuple[Change, ...]:
        """This function will return the answers that change when all of `actions` are done: the best, never a sum."""
        in_order = sorted(actions, key=lambda action: action.key)
        found = [change for action in in_order for change in self._effects.changes(action, self.case)]
        return best_changes(zip(found, self._effects.credits(found), strict=True))

    def gains(self, changes: Iterable[Change]) -> dict[str, Fraction]:
        """This function will return the points that each node gains, on 0–100, where a score is shown and it moves."""
        nodes = self.scorecard.nodes
        gains = self._effects.gains(self.case, changes)
        return {key: gain for key, gain in gains.items() if nodes[key].shown is not None}


def round_of(assessment: Assessment) -> Round | None:
    """This function will return the submitted round of an assessment, None before submission. Two queries."""
    result = result_of(assessment)
    return None if result is None else Round(result, advice_run_of(result))
