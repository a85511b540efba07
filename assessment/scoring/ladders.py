"""Which levels a node may reach: those of the ladder it names, else those of the bank."""

from collections.abc import Mapping

from assessment.scoring import walk
from assessment.scoring.document import BankDocument, Level


def ladders_of(document: BankDocument) -> Mapping[str, tuple[Level, ...]]:
    """This function will return the levels of every node by its key, from the lowest; empty where it has none.

    A node that names a ladder which is not there has none; the checker refuses it.
    """
    ladders = {ladder.key: tuple(ladder.levels) for ladder in document.ladders}
    of_the_bank = tuple(document.levels)
    return {
        node.key: of_the_bank if node.ladder is None else ladders.get(node.ladder, ())
        for _, node in walk.nodes(document)
    }
