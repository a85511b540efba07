"""Where gains add up: what a tree and a questionnaire must be like so that changes do not disturb each other."""

from assessment.scoring import walk
from assessment.scoring.check_conditions import comparisons_of
from assessment.scoring.document import Aggregate, BankDocument, Node, Passes
from assessment.scoring.tree import ADDING
from recommendations.rules.sources import Sources


class Structure:
    """One bank, asked about the questions that change."""

    def __init__(self, document: BankDocument, sources: Sources) -> None:
        self._nodes = {node.key: node for _, node in walk.nodes(document)}
        self._sources = sources
        shown_if = [question.visible_if for _, _, question in walk.questions(document)]
        tests = [test for condition in shown_if if condition is not None for test in comparisons_of(condition)]
        self._deciding = frozenset(key for test in tests for key in sources.behind(test.fact))

    def adds_up(self, node: str, changed: frozenset[str]) -> bool:
        """This function will return whether the score of `node` is a sum of what each changed question gives to it.

        That is so where nothing but means and sums stands above the questions, and none of them decides which
        questions are asked. A part that a level decides may depend on anything.
        """
        return self.is_steady(changed) and self._is_linear(self._nodes[node], changed)

    def is_steady(self, changed: frozenset[str]) -> bool:
        """This function will return whether the same questions are asked, whatever is answered to those that change."""
        return changed.isdisjoint(self._deciding)

    def rises(self, node: str, changed: frozenset[str]) -> bool:
        """This function will return whether better answers never lower the score of `node`.

        A table or a level may fall, and a node that counts an option otherwise than its question may do so too.
        """
        below = [child for _, child in walk.nodes_below(self._nodes[node])]
        counted = [measure for child in below for measure in child.measures if measure.question in changed]
        as_asked = not any(measure.credits or measure.points for measure in counted)
        return as_asked and self.is_steady(changed) and not _may_fall(below)

    def _is_linear(self, node: Node, changed: frozenset[str]) -> bool:
        below = [child for _, child in walk.nodes_below(node)]
        if _may_fall(below):
            return False
        moved = [child for child in below if not changed.isdisjoint(self._sources.measured[child.key])]
        plain = all(child.passes is Passes.SCORE for child in moved if child is not node)
        return plain and all(child.aggregate in ADDING for child in moved)


def _may_fall(nodes: list[Node]) -> bool:
    """Whether levels decide a score, of the first node or of what is handed up to it."""
    by_table = any(node.aggregate is Aggregate.TABLE for node in nodes)
    return by_table or any(node.passes is Passes.LEVEL for node in nodes[1:])
