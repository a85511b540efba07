"""What full marks are called at each node: 100, 3, 12 or 5.005. Derived from the document, so that no divisor is typed."""

from fractions import Fraction

from assessment.scoring import walk
from assessment.scoring.document import Aggregate, BankDocument, Measure, Node, Passes
from assessment.scoring.ladders import ladders_of
from assessment.scoring.points import ONE, full_points, question_here
from assessment.scoring.scorecard import HUNDRED


class Scales:
    """`full[node]` is what a node's full marks are called, `passed[node]` what those are that it hands to its parent."""

    def __init__(self, document: BankDocument) -> None:
        self._questions = walk.questions_by_key(document)
        self._ladders = ladders_of(document)
        self.full: dict[str, Fraction] = {}
        self.passed: dict[str, Fraction] = {}
        self._find(document.tree)

    def _find(self, node: Node) -> None:
        for child in node.children:
            self._find(child)
        self.full[node.key] = self._full(node)
        self.passed[node.key] = self._passed(node)

    def _full(self, node: Node) -> Fraction:
        if node.scale is not None:
            return Fraction(node.scale)
        if node.aggregate is Aggregate.SUM:
            return self._added(node) or HUNDRED
        common = {self.passed[child.key] for child in node.children if child.weight != 0}
        return common.pop() if len(common) == 1 and not node.measures else HUNDRED

    def _added(self, node: Node) -> Fraction:
        below = [weight_in_sum(child) * self.passed[child.key] for child in node.children]
        own = [Fraction(measure.weight) * self.of_measure(measure) for measure in node.measures]
        return sum([*below, *own], start=Fraction(0))

    def _passed(self, node: Node) -> Fraction:
        if node.passes is Passes.LEVEL:
            return Fraction(max(1, len(self._ladders[node.key]) - 1))
        if node.passes is Passes.TARGET and node.target is not None:
            return Fraction(node.target)
        return self.full[node.key]

    def of_measure(self, measure: Measure) -> Fraction:
        """This function will return what the best answer to a measured question adds to a sum, before its weight.

        A question whose options carry points adds those, any other one adds 1.
        """
        question = self._questions.get(measure.question)
        if question is None or measure.credits:
            return ONE
        return full_points(question_here(question, measure)) or ONE


def weight_in_sum(node: Node) -> Fraction:
    """This function will return how often a node counts in the sum of its parent: once, unless it says otherwise."""
    return ONE if node.weight is None else Fraction(node.weight)
