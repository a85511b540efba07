"""The submitted rounds of an enterprise, and what changed from one to the next on what both asked alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.timezone import localdate

from assessment.bank.releases import scorer_of
from assessment.responses.models import Assessment, Result
from assessment.responses.round_queries import SubmittedRound, submitted_rounds
from assessment.scoring.freeze import thaw_answers, thaw_scorecard
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scorecard
from assessment.scoring.trend import Compared, Round, compare


@dataclass(frozen=True)
class TakenRound:
    """One submitted round: what it said then, and what can be compared of it. `number` counts from 1."""

    submitted: SubmittedRound
    number: int

    @property
    def result(self) -> Result:
        return self.submitted.result

    @property
    def day(self) -> date:
        return localdate(self.result.submitted_at)

    @cached_property
    def scorer(self) -> Scorer:
        return scorer_of(self.result.release_id)

    @cached_property
    def stated(self) -> Scorecard:
        return thaw_scorecard(self.result.scorecard)

    @cached_property
    def round(self) -> Round:
        answers = thaw_answers(self.result.answers)
        return Round(self.scorer.index.questions, frozenset(self.result.scorecard["visible"]), answers)


@dataclass(frozen=True)
class Comparison:
    """`taken` rounds, oldest first, on their common questions; `scorer` is that of the newest release among them."""

    taken: tuple[TakenRound, ...]
    scorer: Scorer
    compared: Compared

    @property
    def first(self) -> TakenRound:
        return self.taken[0]

    @property
    def last(self) -> TakenRound:
        return self.taken[-1]


def taken_rounds(assessment: Assessment) -> list[TakenRound]:
    """This function will return the submitted rounds of the enterprise with this bank, oldest first. Two queries."""
    return [TakenRound(each, number) for number, each in enumerate(submitted_rounds(assessment), start=1)]


def compare_rounds(taken: Sequence[TakenRound]) -> Comparison:
    """This function will compare two or more rounds, oldest first."""
    newest = max(taken, key=lambda each: (each.result.release.major, each.result.release.minor))
    return Comparison(tuple(taken), newest.scorer, compare(newest.scorer, [each.round for each in taken]))
