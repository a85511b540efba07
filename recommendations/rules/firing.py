"""Which rules fire and which actions come out, without reasons, ranks and points: for looking at thousands of answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern

from assessment.scoring.answers import Answer
from assessment.scoring.conditions import Condition
from assessment.scoring.evaluate import Compiled, Verdict, compile_condition
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


Known = dict[object, Verdict]


class Firing:
    """The same verdicts as `Adviser`, many times as fast: conditions are compiled once, effects remembered."""

    def __init__(self, scorer: Scorer, playbook: PlaybookDocument) -> None:
        self._scorer = scorer
        self._lifting = Lifting(scorer.document, Sources(scorer.document))
        actions = {action.key: _Asked(action) for action in playbook.actions}
        self._rules = [(rule.key, _Condition.of(rule.when), actions.get(rule.recommends)) for rule in playbook.rules]

    def fired(self, answers: Mapping[str, Answer], scope: Scope, scorecard: Scorecard) -> Fired:
        """This function will return what the rules say about `answers`, whose `scorecard` in `scope` is given."""
        return self.fired_in(Case.of(self._scorer, answers, scope, scorecard), {})

    def fired_in(self, case: Case, known: Known) -> Fired:
        """This function will return what the rules say in `case`.

        `known` remembers what was found out about it: two playbooks that are asked about the same case share it.
        """
        held, undecided, failed = set(), set(), set()
        candidates: dict[str, _Asked] = {}
        for key, when, asked in self._rules:
            try:
                if asked is None:
                    raise UnknownAction(key)
                verdict = when.verdict(case, known)
                may_suit = asked.suits is None or asked.suits.verdict(case, known) is not False
            except FAULTS:
                failed.add(key)
                continue
            if not may_suit:
                continue
            if verdict:
                held.add(key)
                candidates[asked.action.key] = asked
            elif verdict is None:
                undecided.add(key)
        recommended = {key for key, asked in candidates.items() if self._lifts(asked, case, known)}
        return Fired(frozenset(held), frozenset(undecided), frozenset(failed), frozenset(recommended))

    def _lifts(self, asked: "_Asked", case: Case, known: Known) -> bool:
        if asked.raises not in known:
            known[asked.raises] = self._lifting.lifts(asked.action, case)
        return bool(known[asked.raises])


@dataclass(frozen=True, slots=True)
class _Condition:
    """`written` tells it from others, in whatever playbook it stands."""

    written: str
    holds: Compiled

    @classmethod
    def of(cls, condition: Condition) -> "_Condition":
        return cls(intern(repr(condition)), compile_condition(condition))

    def verdict(self, case: Case, known: Known) -> Verdict:
        if self.written not in known:
            known[self.written] = self.holds(case.lookup)
        return known[self.written]


class _Asked:
    """An action with its compiled condition; `raises` tells what it lifts from what others do."""

    __slots__ = ("action", "raises", "suits")

    def __init__(self, action: Action) -> None:
        self.action = action
        self.suits = None if action.suits is None else _Condition.of(action.suits)
        self.raises = ("raises", *(repr(lift) for lift in action.raises))
