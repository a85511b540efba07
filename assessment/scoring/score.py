"""The one scoring function: answers and a bank document go in, a scorecard comes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.credit import Exact
from assessment.scoring.document import BankDocument
from assessment.scoring.evaluate import compile_condition
from assessment.scoring.facts import Facts
from assessment.scoring.index import BankIndex
from assessment.scoring.levels import LevelRules
from assessment.scoring.scorecard import Contribution, LevelReached, NodeScore, OnDemand, Scope, Scorecard, Status
from assessment.scoring.size import SizeRules
from assessment.scoring.tree import Mark, Marks, Tallies, Tally
from assessment.scoring.visibility import Visibility

HUNDRED = 100


class Scorer:
    """Scores answers against one bank document, which is prepared once; safe to share between threads."""

    def __init__(self, document: BankDocument) -> None:
        self.document = document
        self.index = BankIndex(document)
        self._visibility = Visibility(self.index)
        self._levels = LevelRules(self.index)
        self._bounds = [Fraction(level.lower).as_integer_ratio() for level in document.levels]
        self._minimum = Fraction(document.minimum_coverage).as_integer_ratio()
        self._sizes = SizeRules(document.size) if document.size else None
        self._consistency = [(check.key, compile_condition(check.when)) for check in document.consistency]

    def visible(self, answers: Mapping[str, Answer], scope: Scope = Scope.FULL) -> frozenset[str]:
        """This function will return the keys of the questions that are in scope and asked, given `answers`."""
        return frozenset(self._visibility.visible(answers, scope, self._size(answers)))

    def facts(
        self, answers: Mapping[str, Answer], scope: Scope = Scope.FULL, scorecard: Scorecard | None = None
    ) -> Facts:
        """This function will return the facts that conditions may ask about; scores only with a `scorecard`."""
        size = self._size(answers)
        return Facts(self.index, answers, self._visibility.visible(answers, scope, size), size, scorecard)

    def score(self, answers: Mapping[str, Answer], scope: Scope = Scope.FULL) -> Scorecard:
        """This function will return the scorecard of `answers`, exact; absent keys are unanswered questions.

        Hidden and not-applicable questions leave numerator and denominator; unknown and unanswered ones earn nothing
        and open the interval from `low` (they are worth nothing) to `high` (they are worth their best).
        """
        size = self._size(answers)
        shown = self._visibility.visible(answers, scope, size)
        scores = self._scores(self._marks(answers, shown))
        facts = Facts(self.index, answers, shown, size, scores)
        scores.level = self._levels.reached(scores.nodes[self.index.tree.root.key], facts)
        return Scorecard(
            scope=scope,
            root=self.index.tree.root.key,
            nodes=scores.nodes,
            level=scores.level,
            visible=tuple(shown),
            unanswered=tuple([key for key in shown if key not in answers]),
            contributions=scores.contributions,
            inconsistent=tuple([key for key, holds in self._consistency if holds(facts.get)]),
            size_class=size,
        )

    def _size(self, answers: Mapping[str, Answer]) -> str | None:
        return self._sizes.size_class(answers) if self._sizes else None

    def _scores(self, marks: Marks) -> "_Scores":
        tree, found = self.index.tree, self.index.tree.tallies(marks)
        return _Scores(
            nodes=OnDemand(tree.branches, lambda key: self._node_score(key, found)),
            contributions=OnDemand(tree.branches, lambda key: tree.contributions(key, marks, found)),
        )

    def _marks(self, answers: Mapping[str, Answer], shown: Mapping[str, bool]) -> Marks:
        marks: dict[str, Mark] = {}
        best = self.index.tree.best
        for key, credit in self.index.tree.credit.items():
            if key not in shown:
                continue
            answer = answers.get(key)
            if answer is None or answer.state is AnswerState.UNKNOWN:
                marks[key] = (0, best[key], False)
            elif answer.state is AnswerState.ANSWERED:
                earned = credit(answer.value)
                marks[key] = (earned, earned, True)
        return marks

    def _node_score(self, key: str, tallies: Tallies) -> NodeScore:
        tally, parent = tallies[key], self.index.tree.branches[key].parent
        if not tally.weight:
            return NodeScore(key, parent, Status.NOT_ASSESSED, None, None, None, None, None)
        score = self._points(tally, tally.earned)
        high = self._points(tally, tally.best)
        coverage = Fraction(tally.answered) / (tally.weight * tally.scale)
        if not _at_least(coverage, self._minimum):
            return NodeScore(key, parent, Status.NOT_ENOUGH_ANSWERS, score, score, high, coverage, None)
        level = sum(1 for bound in self._bounds if _at_least(score, bound)) - 1
        return NodeScore(key, parent, Status.SCORED, score, score, high, coverage, level if level >= 0 else None)

    def _points(self, tally: Tally, part: Exact) -> Fraction:
        return self.index.tree.share(tally, part * HUNDRED)


def _at_least(number: Fraction, bound: tuple[int, int]) -> bool:
    """Compared crosswise as integers: the same as comparing fractions, in a fifth of the time."""
    return number.numerator * bound[1] >= bound[0] * number.denominator


@dataclass(slots=True)
class _Scores:
    """The scores while a scorecard is being made: gates are asked of them, consistency checks of the level as well."""

    nodes: Mapping[str, NodeScore]
    contributions: Mapping[str, tuple[Contribution, ...]]
    level: LevelReached | None = None
