"""One set of answers with all that is known about it, as rules and plans look at it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessment.scoring.answers import Answer
from assessment.scoring.facts import Lookup
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope, Scorecard

Changes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """`lookup` gives the facts of the answers, scores included; `visible` are the questions asked in `scope`."""

    answers: Mapping[str, Answer]
    scope: Scope
    scorecard: Scorecard
    lookup: Lookup
    visible: frozenset[str]
    _scorer: Scorer
    _rescored: dict[Changes, Scorecard] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, scorer: Scorer, answers: Mapping[str, Answer], scope: Scope, scorecard: Scorecard) -> "Case":
        """This function will return the case of `answers`, whose `scorecard` in `scope` is given."""
        lookup = scorer.facts(answers, scope, scorecard).get
        return cls(answers, scope, scorecard, lookup, frozenset(scorer.visible(answers, scope)), scorer)

    def rescored(self, changed: Mapping[str, Answer]) -> Scorecard:
        """This function will return the scorecard once some answers are `changed`; the same changes are scored once."""
        if not changed:
            return self.scorecard
        key = tuple(sorted((question, repr(answer)) for question, answer in changed.items()))
        if key not in self._rescored:
            self._rescored[key] = self._scorer.score({**self.answers, **changed}, self.scope)
        return self._rescored[key]
