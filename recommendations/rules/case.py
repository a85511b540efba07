"""One set of answers with all that is known about it, as rules and plans look at it."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.scoring.answers import Answer
from assessment.scoring.facts import Lookup
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope, Scorecard


@dataclass(frozen=True, slots=True)
class Case:
    """`lookup` gives the facts of the answers, scores included; `visible` are the questions asked in `scope`."""

    answers: Mapping[str, Answer]
    scope: Scope
    scorecard: Scorecard
    lookup: Lookup
    visible: frozenset[str]

    @classmethod
    def of(cls, scorer: Scorer, answers: Mapping[str, Answer], scope: Scope, scorecard: Scorecard) -> "Case":
        """This function will return the case of `answers`, whose `scorecard` in `scope` is given."""
        lookup = scorer.facts(answers, scope, scorecard).get
        return cls(answers, scope, scorecard, lookup, frozenset(scorer.visible(answers, scope)))
