"""What every part of a measure tree weighs in what is above it, and how many points can be reached, all exact."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from assessment.scoring import walk
from assessment.scoring.document import Aggregate, BankDocument, Passes
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import NodeScore
from assessment.scoring.tree import Branch

ADDING = frozenset({Aggregate.MEAN, Aggregate.SUM})
ONE, ZERO = Fraction(1), Fraction(0)
# What a working copy that can be stored but not be scored may raise: credits that are missing, divisors that are 0.
UNSCORABLE = (ValueError, ArithmeticError, LookupError)


@dataclass(frozen=True, slots=True)
class Reach:
    """Of one question in one node, each None where the node has no such number.

    `share` is its weight among all questions that are asked there: they add up to 1. `points` are what it brings at
    its best, on the node's scale: what would be missing if it, and it alone, earned nothing.
    """

    share: Fraction | None
    points: Fraction | None


def weighing_of(document: BankDocument) -> "Weighing | None":
    """This function will return what the parts of the tree weigh, or None where the bank cannot be scored yet."""
    try:
        return Weighing(_without_conditions(document))
    except UNSCORABLE:
        return None


def _without_conditions(document: BankDocument) -> BankDocument:
    """Everything is asked, and bounds alone decide levels: what is hidden or barred is another question."""
    kept: dict[str, Any] = {"consistency": [], "examples": [], "size": None}
    kept["levels"] = [level.model_copy(update={"gate": None}) for level in document.levels]
    kept["ladders"] = [
        ladder.model_copy(update={"levels": [level.model_copy(update={"gate": None}) for level in ladder.levels]})
        for ladder in document.ladders
    ]
    return document.model_copy(update=kept)


class Weighing:
    """The weights of one document. `of_parent` and `of_whole` are shares by node, None where no weights decide."""

    def __init__(self, document: BankDocument) -> None:
        self._scorer = Scorer(document)
        self.index = self._scorer.index
        self._branches = self.index.tree.branches
        self._measured = walk.measured(document)
        self._below: dict[str, Fraction] = {}
        self.of_parent: dict[str, Fraction | None] = {}
        self.of_whole: dict[str, Fraction | None] = {}
        self._weigh(self.index.tree.root, ONE)
        self.best: Mapping[str, NodeScore] = self._with_all_but(None)

    def of_measure(self, node: str, question: str) -> Fraction | None:
        """This function will return the share of a measured question in the node that measures it."""
        branch = self._branches[node]
        total = self._total(branch)
        if branch.aggregate not in ADDING or not total:
            return None
        return sum((weight for key, weight in self._measures(branch) if self._asks(key, question)), ZERO) / total

    def reach(self, node: str, question: str) -> Reach:
        """This function will return what a question weighs and brings in a node, 0 where it does not feed it."""
        if node not in self._branches:
            return Reach(None, None)
        return Reach(self._share(self._branches[node], question), self._points(node, question))

    def feeds(self, node: str, question: str) -> bool:
        """This function will return whether a question is measured in a node or below it."""
        return node in self._branches and self._is_fed(self._branches[node], question)

    def reachable(self, node: str) -> Fraction | None:
        """This function will return the most points that can be reached in a node, on its own scale."""
        return self.best[node].on_scale(self.best[node].high)

    def _weigh(self, branch: Branch, of_whole: Fraction | None) -> None:
        total = self._total(branch)
        self.of_whole[branch.key] = of_whole
        for child in branch.children:
            by_weight = branch.aggregate in ADDING and total
            own = self._weight(child) / total if by_weight else None
            self.of_parent[child.key] = own
            self._weigh(child, None if own is None or of_whole is None else own * of_whole)

    def _total(self, branch: Branch) -> Fraction:
        """What stands below a node, summed up; 0 where nothing does that counts."""
        if branch.key not in self._below:
            below = sum((self._weight(child) for child in branch.children), ZERO)
            self._below[branch.key] = below + sum((weight for _key, weight in self._measures(branch)), ZERO)
        return self._below[branch.key]

    def _weight(self, child: Branch) -> Fraction:
        total = self._total(child)
        return total if child.weight is None or not total else Fraction(child.weight)

    def _measures(self, branch: Branch) -> list[tuple[str, Fraction]]:
        items = self.index.tree.items
        return [
            (key, Fraction(weight)) for key, weight in branch.measures if items[key].question not in self.index.silent
        ]

    def _asks(self, item: str, question: str) -> bool:
        return self.index.tree.items[item].question == question

    def _is_fed(self, branch: Branch, question: str) -> bool:
        measured = any(self._asks(item, question) for item, _weight in branch.measures)
        return measured or any(self._is_fed(child, question) for child in branch.children)

    def _share(self, branch: Branch, question: str) -> Fraction | None:
        total = self._total(branch)
        if not total or not self._is_fed(branch, question):
            return ZERO if total else None
        if branch.aggregate not in ADDING:
            return None
        earned = sum((weight for item, weight in self._measures(branch) if self._asks(item, question)), ZERO)
        for child in branch.children:
            weight = self._weight(child)
            below = self._share(child, question) if weight else ZERO
            if below is None or (below and child.passes is not Passes.SCORE):
                return None
            earned += below * weight
        return earned / total

    def _points(self, node: str, question: str) -> Fraction | None:
        best = self.reachable(node)
        if best is None:
            return None
        without = self._without(question)[node]
        return best - (without.on_scale(without.high) or ZERO)

    def _without(self, question: str) -> Mapping[str, NodeScore]:
        if question not in self._missing:
            self._missing[question] = self._with_all_but(question)
        return self._missing[question]

    @cached_property
    def _missing(self) -> dict[str, Mapping[str, NodeScore]]:
        return {}

    def _with_all_but(self, question: str | None) -> Mapping[str, NodeScore]:
        """The scores with every question at its best, but for one that earns nothing."""
        supposed = {key: key != question for key in self._measured}
        return dict(self._scorer.score_on({}, self._measured, supposed).nodes)
