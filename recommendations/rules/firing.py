"""Which rules fire and which actions come out, without reasons, ranks and points: for looking at thousands of answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.scoring.answers import Answer
from assessment.scoring.evaluate import Compiled, compile_condition
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope, Scorecard
from recommendations.rules.advise import FAULTS, UnknownAction
from recommendations.rules.case import Case
from recommendations.rules.document import Action, PlaybookDocument
from recommendations.rules.lifting import Lifting
from recommendations.rules.sources import Sources


@dataclass(frozen=True, slots=True)
class Fired:
    """Keys of rules by what became of them, and of the actions that advice would recommend."""

    held: frozenset[str]
    undecided: frozenset[str]
    failed: frozenset[str]
    recommended: frozenset[str]


class Firing:
    """The same verdicts as `Adviser`, many times as fast: conditions are compiled once, effects remembered."""

    def __init__(self, scorer: Scorer, playbook: PlaybookDocument) -> None:
        self._scorer = scorer
        sources = Sources(scorer.document)
        self._lifting = Lifting(scorer.document, sources)
        actions = {action.key: action for action in playbook.actions}
        suits = {key: _compiled(action) for key, action in actions.items()}
        self._rules = [
            (rule.key, compile_condition(rule.when), actions.get(rule.recommends), suits.get(rule.recommends))
            for rule in playbook.rules
        ]

    def fired(self, answers: Mapping[str, Answer], scope: Scope, scorecard: Scorecard) -> Fired:
        """This function will return what the rules say about `answers`, whose `scorecard` in `scope` is given."""
        case = Case.of(self._scorer, answers, scope, scorecard)
        held, undecided, failed = set(), set(), set()
        candidates: dict[str, Action] = {}
        for key, when, action, suits in self._rules:
            try:
                if action is None:
                    raise UnknownAction(key)
                verdict = when(case.lookup)
                may_suit = suits is None or suits(case.lookup) is not False
            except FAULTS:
                failed.add(key)
                continue
            if not may_suit:
                continue
            if verdict:
                held.add(key)
                candidates[action.key] = action
            elif verdict is None:
                undecided.add(key)
        recommended = {key for key, action in candidates.items() if self._lifting.lifts(action, case)}
        return Fired(frozenset(held), frozenset(undecided), frozenset(failed), frozenset(recommended))


def _compiled(action: Action) -> Compiled | None:
    return None if action.suits is None else compile_condition(action.suits)
