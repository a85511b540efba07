"""The one scoring function: answers and a bank document go in, a scorecard comes out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from assessment.scoring import walk
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.contributions import contributions
from assessment.scoring.credit import Exact, NotScorable
from assessment.scoring.document import Aggregate, BankDocument
from assessment.scoring.evaluate import compile_condition
from assessment.scoring.facts import Facts, Lookup
from assessment.scoring.index import BankIndex
from assessment.scoring.levels import LevelRules
from assessment.scoring.scorecard import Contribution, LevelReached, NodeScore, OnDemand, Scope, Scorecard, Status
from assessment.scoring.size import SizeRules
from assessment.scoring.tree import Mark, Marks, Tally, World
from assessment.scoring.visibility import Visibility

HUNDRED = 100
NOTHING_SUPPOSED: Mapping[str, bool] = MappingProxyType({})


class Scorer:
    """Scores answers against one bank document, which is prepared once; safe to share between threads."""

    def __init__(self, document: BankDocument) -> None:
        self.document = document
        self.index = BankIndex(document)
        self._visibility = Visibility(self.index)
        self._levels = LevelRules(self.index)
        self._sizes = SizeRules(document.size) if document.size else None
        self._consistency = [(check.key, compile_condition(check.when)) for check in document.consistency]
        self._targets = {node.key: Fraction(node.target) for _, node in walk.nodes(document) if node.target is not None}

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
        return self._scorecard(
            Asked(answers, self._visibility.visible(answers, scope, size), size, NOTHING_SUPPOSED), scope
        )

    def score_on(
        self, answers: Mapping[str, Answer], questions: Collection[str], supposed: Mapping[str, bool] = NOTHING_SUPPOSED
    ) -> Scorecard:
        """This function will return the scorecard of `answers` read from `questions` alone, all of them as asked.

        Every other question leaves the measure as if it did not apply, whatever conditions say. It is made to compare
        rounds: the gates of a level may ask for what is left out. Questions that are `supposed`, unless answered, leave
        nothing open: they are worth their best (True) or nothing (False).
        """
        shown = {key: True for key in self.index.questions if key in questions}
        return self._scorecard(Asked(answers, shown, self._size(answers), supposed), Scope.FULL)

    def _scorecard(self, asked: "Asked", scope: Scope) -> Scorecard:
        marks = self._marks(asked)
        counted = {key: mark for key, mark in marks.items() if self._counts(key)} if self.index.silent else marks
        scores = _Scores(self, asked, counted)
        level = scores.decide_level(self._levels)
        return Scorecard(
            scope=scope,
            root=self.index.tree.root.key,
            nodes=scores.nodes,
            level=level,
            visible=tuple(asked.shown),
            unanswered=tuple([key for key in asked.shown if key not in asked.answers]),
            contributions=scores.contributions,
            inconsistent=tuple([key for key, holds in self._consistency if holds(scores.facts.get)]),
            size_class=asked.size,
            readings={key: self._reading(key, asked, marks) for key in self.index.readings},
            levels=OnDemand(
                self.index.own_ladders, lambda key: self._levels.reached(scores.nodes[key], scores.facts.get)
            ),
        )

    def _size(self, answers: Mapping[str, Answer]) -> str | None:
        return self._sizes.size_class(answers) if self._sizes else None

    def _counts(self, item: str) -> bool:
        return self.index.tree.items[item].question not in self.index.silent

    def _reading(self, reading: str, asked: "Asked", marks: Marks) -> Mapping[str, NodeScore]:
        """The tree read from the questions of one reading: all others are as if they did not apply."""
        questions, items = self.index.readings[reading], self.index.tree.items
        own = {key: mark for key, mark in marks.items() if items[key].question in questions}
        return _Scores(self, asked, own).nodes

    def _marks(self, asked: "Asked") -> Marks:
        marks: dict[str, Mark] = {}
        answers, shown = asked.answers, asked.shown
        for key, (question, credit, best, standing_in) in self.index.tree.items.items():
            if question not in shown:
                continue
            answer = answers.get(question)
            if answer is None or answer.state is AnswerState.UNKNOWN:
                settled = asked.supposed.get(question)
                marks[key] = (best if settled else 0, 0 if settled is False else best, False)
            elif answer.state is AnswerState.ANSWERED:
                earned = credit(answer.value)
                marks[key] = (earned, earned, True)
            elif standing_in is not None:
                marks[key] = (standing_in, standing_in, True)
        return marks

    def node_score(self, key: str, scores: "_Scores") -> NodeScore:
        """This function will return the score of one node while a scorecard is being made."""
        tree, tally = self.index.tree, scores.tallies[key]
        branch, scale, target = tree.branches[key], tree.scales.full[key], self._targets.get(key)
        if not tally.weight:
            return NodeScore(key, branch.parent, Status.NOT_ASSESSED, None, None, None, None, None, scale, target)
        coverage = Fraction(tally.answered) / (tally.weight * tally.scale)
        covered = self._levels.is_covered(coverage)
        if branch.aggregate is Aggregate.NONE:
            level = self._levels.index_of(key, None, scores.lookup) if covered else None
            return NodeScore(key, branch.parent, Status.UNSCORED, None, None, None, coverage, level, scale, target)
        score, high = self._points(tally, tally.earned), self._points(tally, tally.best)
        level = self._levels.index_of(key, score, scores.lookup) if covered else None
        status = Status.SCORED if covered else Status.NOT_ENOUGH_ANSWERS
        return NodeScore(key, branch.parent, status, score, score, high, coverage, level, scale, target)

    def _points(self, tally: Tally, part: Exact) -> Fraction:
        return self.index.tree.share(tally, part * HUNDRED)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is scored: the answers, the questions that are shown, the size class, and what open questions are worth."""

    answers: Mapping[str, Answer]
    shown: Mapping[str, bool]
    size: str | None
    supposed: Mapping[str, bool]


class _Scores:
    """The scores while a scorecard is being made: gates are asked of them, consistency checks of the level as well."""

    def __init__(self, scorer: Scorer, asked: Asked, marks: Marks) -> None:
        tree = scorer.index.tree
        self._scorer, self._asked, self._marks = scorer, asked, marks
        self.level: LevelReached | None = None
        self._deciding: set[str] = set()
        self.tallies = tree.tallies(marks, World(self._level, self._best_level))
        self.nodes: OnDemand[NodeScore] = OnDemand(tree.branches, lambda key: scorer.node_score(key, self))
        self.contributions: Mapping[str, tuple[Contribution, ...]] = OnDemand(
            tree.branches, lambda key: contributions(tree, key, marks, self.tallies)
        )
        self.facts = Facts(scorer.index, asked.answers, asked.shown, asked.size, self)

    def decide_level(self, levels: LevelRules) -> LevelReached:
        """This function will return the level of the whole, and make it that of the root: one level, whoever asks."""
        root = self.nodes[self._scorer.index.tree.root.key]
        self.level = levels.reached(root, self.facts.get)
        if root.level != self.level.index:
            self.nodes.settle(root.key, replace(root, level=self.level.index))
        return self.level

    def lookup(self, node: str) -> Lookup:
        """This function will return the facts that decide the level of `node`, once: they must not ask for it again."""
        if node in self._deciding:
            raise NotScorable(f"node {node}: its level depends on itself")
        self._deciding.add(node)
        return self.facts.get

    def _level(self, node: str) -> int | None:
        return self.nodes[node].level

    def _best_level(self, node: str) -> int | None:
        return self._best.nodes[node].level

    @cached_property
    def _best(self) -> "_Scores":
        """The same with everything that is open answered at its best, for the upper end of what levels pass on."""
        return _Scores(
            self._scorer, self._asked, {key: (best, best, True) for key, (_, best, _) in self._marks.items()}
        )
