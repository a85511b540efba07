"""What full marks are called at each node: 100, 3, 12 or 5.005. Derived from the document, so that no divisor is typed."""

from collections.abc import Mapping
from fractions import Fraction

from assessment.scoring.document import Aggregate, BankDocument, Kind, Measure, Node, Passes, Question
from assessment.scoring.ladders import ladders_of

HUNDRED = Fraction(100)
ONE = Fraction(1)


class Scales:
    """`full[node]` is what a node's full marks are called, `passed[node]` what those are that it hands to its parent."""

    def __init__(self, document: BankDocument) -> None:
        self._questions = {question.key: question for section in document.sections for question in section.questions}
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
        """This function will return what the best answer to a measured question adds to a sum, before its weight."""
        question = self._questions.get(measure.question)
        if measure.credits or question is None:
            return ONE
        if measure.points:
            return points_for_full(question, {key: Fraction(points) for key, points in measure.points.items()}) or ONE
        return points_for_full(question, option_points(question)) or ONE


def weight_in_sum(node: Node) -> Fraction:
    """This function will return how often a node counts in the sum of its parent: once, unless it says otherwise."""
    return ONE if node.weight is None else Fraction(node.weight)


def option_points(question: Question) -> dict[str, Fraction]:
    """This function will return the points of the options that carry any, by key."""
    return {option.key: Fraction(option.points) for option in question.options if option.points is not None}


def points_for_full(question: Question, points: Mapping[str, Fraction]) -> Fraction:
    """This function will return how many points make full credit, 0 where options carry none.

    That is the question's `maximum` where it writes one. Otherwise the highest points where one option is chosen, and
    the sum of all where several may be; for the rows of a table times their weights.
    """
    if not points or question.steps:
        return Fraction(0)
    if question.maximum is not None:
        return Fraction(question.maximum)
    several = question.kind is Kind.MULTI or question.multiple
    best = sum(points.values(), start=Fraction(0)) if several else max(points.values())
    return best * _row_weight(question) if question.kind is Kind.TABLE else best


def _row_weight(question: Question) -> Fraction:
    return sum((ONE if row.weight is None else Fraction(row.weight) for row in question.rows), start=Fraction(0))
