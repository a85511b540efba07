"""Which levels a node may reach: those of the ladder it names, else those of the bank."""

from collections.abc import Mapping

from assessment.scoring.document import BankDocument, Level, Node


def ladders_of(document: BankDocument) -> Mapping[str, tuple[Level, ...]]:
    """This function will return the levels of every node by its key, from the lowest; empty where it has none.

    A node that names a ladder which is not there has none; the checker refuses it.
    """
    ladders = {ladder.key: tuple(ladder.levels) for ladder in document.ladders}
    found: dict[str, tuple[Level, ...]] = {}
    waiting: list[Node] = [document.tree]
    while waiting:
        node = waiting.pop()
        found[node.key] = tuple(document.levels) if node.ladder is None else ladders.get(node.ladder, ())
        waiting.extend(node.children)
    return found
