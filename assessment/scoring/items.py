"""The measured questions of a bank, and what their answers are worth where they are measured."""

from fractions import Fraction
from math import lcm
from typing import NamedTuple

from assessment.scoring import walk
from assessment.scoring.credit import CreditOf, Exact, best_credit, credit_function, declared_credits
from assessment.scoring.document import BankDocument, Measure, Node, NotApplicable, Question
from assessment.scoring.points import question_here
from assessment.scoring.scales import Scales


class Item(NamedTuple):
    """A measured question and what its answers are worth here, in units; one for all nodes that say nothing else.

    `standing_in` is what “does not apply” counts as; None = it leaves the measure.
    """

    question: str
    credit: CreditOf
    best: Exact
    standing_in: Exact | None


class Items:
    """The measured questions of a bank. A node with credits of its own, or a target to stand in, has its own item."""

    def __init__(self, document: BankDocument, nodes: list[Node], scales: Scales) -> None:
        questions = walk.questions_by_key(document)
        self._document, self._scales = document, scales
        here = {
            self.key(node, measure): (node, question_here(questions[measure.question], measure))
            for node in nodes
            for measure in node.measures
        }
        self.unit = lcm(*(credit.denominator for _, each in here.values() for credit in declared_credits(each)), 1)
        self.items = {key: self._item(node, question) for key, (node, question) in here.items()}

    def key(self, node: Node, measure: Measure) -> str:
        """This function will return the key of an item: that of its question, unless it differs from node to node."""
        apart = measure.credits or measure.points or self._document.not_applicable is NotApplicable.TARGET
        return f"{node.key}/{measure.question}" if apart else measure.question

    def _item(self, node: Node, question: Question) -> Item:
        return Item(
            question.key,
            credit_function(question, self.unit),
            best_credit(question, self.unit),
            self._standing_in(node),
        )

    def _standing_in(self, node: Node) -> Exact | None:
        if self._document.not_applicable is NotApplicable.TARGET and node.target is not None:
            return min(Fraction(1), Fraction(node.target) / self._scales.full[node.key]) * self.unit
        return {NotApplicable.ZERO: 0, NotApplicable.FULL: self.unit}.get(self._document.not_applicable)
