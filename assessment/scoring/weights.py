"""How much each part weighs in its node. In a sum a part weighs as much as it can add."""

from fractions import Fraction

from assessment.scoring.document import Aggregate, BankDocument, Measure, Node, Passes
from assessment.scoring.points import ONE
from assessment.scoring.scales import Scales, weight_in_sum


class Weights:
    """`of_node` by key, None = it weighs what applies below it; `of_measure` by (node, question).

    A sum within a sum is one sum: its parts weigh as if they stood in the outer one, so that what does not apply
    leaves both. A scale of its own, or anything else than its score to pass on, makes it a part of fixed worth.
    """

    def __init__(self, document: BankDocument, scales: Scales) -> None:
        self._scales = scales
        self.of_node: dict[str, Fraction | None] = {document.tree.key: None}
        self.of_measure: dict[tuple[str, str], Fraction] = {}
        self._weigh(document.tree, ONE)

    def _weigh(self, node: Node, times: Fraction) -> None:
        adds = node.aggregate is Aggregate.SUM
        for measure in node.measures:
            self.of_measure[node.key, measure.question] = self._measure(measure, adds) * times
        for child in node.children:
            if adds and _is_open_sum(child):
                self.of_node[child.key] = None if child.weight != 0 else Fraction(0)
                self._weigh(child, times * (weight_in_sum(child) or ONE))
                continue
            own = self._node(child, adds)
            self.of_node[child.key] = None if own is None else own * times
            self._weigh(child, times if own is None else ONE)

    def _measure(self, measure: Measure, adds: bool) -> Fraction:
        return Fraction(measure.weight) * (self._scales.of_measure(measure) if adds else ONE)

    def _node(self, child: Node, adds: bool) -> Fraction | None:
        if adds:
            return weight_in_sum(child) * self._scales.passed[child.key]
        return None if child.weight is None else Fraction(child.weight)


def _is_open_sum(node: Node) -> bool:
    return node.aggregate is Aggregate.SUM and node.scale is None and node.passes is Passes.SCORE
