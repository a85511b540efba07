"""The one scoring function: answers and a bank document go in, a scorecard comes out."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.document import BankDocument
from assessment.scoring.evaluate import compile_condition
from assessment.scoring.facts import Facts
from assessment.scoring.index import BankIndex
from assessment.scoring.levels import LevelRules
from assessment.scoring.scorecard import Contribution, LevelReached, NodeScore, OnDemand, Scope, Scorecard, Status
from assessment.scoring.size import size_class
from assessment.scoring.tree import Mark, Tallies, Tally
from assessment.scoring.visibility import Visibility

HUNDRED = 100
NO_LEVEL = LevelReached(None, None, None, None, ())


class Scorer:
    """Scores answers against one bank document, which is prepared once; safe to share between threads."""

    def __init__(self, document: BankDocument) -> None:
        self.document = document
        self.index = BankIndex(document)
        self._visibility = Visibility(self.index)
        self._levels = LevelRules(self.index)
        self._bounds = [Fraction(level.lower) for level in document.levels]
        self._minimum = Fraction(document.minimum_coverage)
        self._nodes = tuple(self.index.tree.branches)
        self._consistency = [(check.key, compile_condition(check.when)) for check in document.consistency]

    def visible(self, answers: Mapping[str, Answer], scope: Scope = Scope.FULL) -> frozenset[str]:
        """This function will return the keys of the questions that are in scope and asked, given `answers`."""
        return frozenset(self._visibility.visible(answers, scope))

    def facts(
        self, answers: Mapping[str, Answer], scope: Scope = Scope.FULL, scorecard: Scorecard | None = None
    ) -> Facts:
        """This function will return the facts that conditions may ask about; scores only with a `scorecard`."""
        size = size_class(self.document.size, answers) if self.document.size else None
        return Facts(self.index, answers, self._visibility.visible(answers, scope), size, scorecard)

    def score(self, answers: Mapping[str, Answer], scope: Scope = Scope.FULL) -> Scorecard:
        """This function will return the scorecard of `answers`, exact; absent keys are unanswered questions.

        Hidden and not-applicable questions leave numerator and denominator; unknown and unanswered ones earn nothing
        and open the interval from `low` (they are worth nothing) to `high` (they are worth their best).
        """
        shown = self._visibility.visible(answers, scope)
        marks = self._marks(answers, shown)
        tree = self.index.tree
        tallies = tree.tallies(marks)
        nodes = OnDemand[NodeScore](self._nodes, lambda key: self._node_score(key, tallies))
        contributions = OnDemand[tuple[Contribution, ...]](
            self._nodes, lambda key: tree.contributions(key, marks, tallies)
        )
        size = size_class(self.document.size, answers) if self.document.size else None
        card = Scorecard(
            scope=scope,
            root=tree.root.key,
            nodes=nodes,
            level=NO_LEVEL,
            visible=tuple(shown),
            unanswered=tuple([key for key in shown if key not in answers]),
            contributions=contributions,
            inconsistent=(),
            size_class=size,
        )
        return self._judged(card, answers, shown)

    def _judged(self, card: Scorecard, answers: Mapping[str, Answer], shown: Mapping[str, bool]) -> Scorecard:
        """Gates are asked of the scores, consistency checks of scores and level: so each comes after the other."""
        facts = Facts(self.index, answers, shown, card.size_class, card)
        card = replace(card, level=self._levels.reached(card.overall, facts))
        facts = Facts(self.index, answers, shown, card.size_class, card)
        return replace(card, inconsistent=tuple([key for key, holds in self._consistency if holds(facts.get)]))

    def _marks(self, answers: Mapping[str, Answer], shown: Mapping[str, bool]) -> dict[str, Mark]:
        marks: dict[str, Mark] = {}
        best = self.index.tree.best
        for key, credit in self.index.tree.credit.items():
            if key not in shown:
                continue
            answer = answers.get(key)
            if answer is None or answer.state is AnswerState.UNKNOWN:
                marks[key] = Mark(0, best[key], False)
            elif answer.state is AnswerState.ANSWERED:
                earned = credit(answer.value)
                marks[key] = Mark(earned, earned, True)
        return marks

    def _node_score(self, key: str, tallies: Tallies) -> NodeScore:
        tally, parent = tallies[key], self.index.tree.branches[key].parent
        if not tally.weight:
            return NodeScore(key, parent, Status.NOT_ASSESSED, None, None, None, None, None)
        score = self._points(tally, tally.earned)
        high = self._points(tally, tally.best)
        coverage = Fraction(tally.answered) / (tally.weight * tally.scale)
        status = Status.SCORED if coverage >= self._minimum else Status.NOT_ENOUGH_ANSWERS
        level = bisect_right(self._bounds, score) - 1 if status is Status.SCORED and self._bounds else None
        return NodeScore(key, parent, status, score, score, high, coverage, None if level == -1 else level)

    def _points(self, tally: Tally, part: int | Fraction) -> Fraction:
        return self.index.tree.share(tally, part * HUNDRED)
