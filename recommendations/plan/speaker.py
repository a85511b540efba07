"""Names and points of one bank as this room's pages show them, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from assessment.scoring.document import BankDocument, Level, Node
from assessment.scoring.figures import displayed, shown_points, shown_scale
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import NodeScore, Scorecard, Status
from assessment.scoring.texts import Text, localise
from assessment.scoring.walk import nodes_below

HUES = 8


@dataclass(frozen=True)
class Speaker:
    document: BankDocument
    locale: str

    def say(self, text: Text) -> str:
        return localise(text, self.locale)

    @cached_property
    def ladders(self) -> Mapping[str, tuple[Level, ...]]:
        return ladders_of(self.document)

    def points(self, node: NodeScore, share: Fraction | None) -> str:
        """This function will return a part of a node's score, given on 0–100, as points of the node's own scale."""
        return shown_points(node.on_scale(share), self.document.display)

    def gain(self, node: NodeScore, share: Fraction) -> str:
        """This function will return a difference in points with its sign; one that rounds to nothing has a plus."""
        written = self.points(node, abs(share))
        return f"−{written}" if share < 0 and Fraction(written) else f"+{written}"

    def rise(self, before: NodeScore, after: NodeScore) -> Decimal:
        """This function will return by how much the shown score of a node rises: what a reader gets by subtracting."""
        display = self.document.display
        was, then = before.points or Fraction(0), after.points or Fraction(0)
        return displayed(then, display) - displayed(was, display)

    def signed(self, points: Decimal) -> str:
        """This function will return shown points with their sign."""
        return f"−{-points:f}" if points < 0 else f"+{points:f}"

    def scale(self, node: NodeScore) -> str:
        """This function will return what full marks of a node are called, such as "100"."""
        return shown_scale(node.scale)

    def level(self, node: NodeScore) -> str:
        """This function will return the title of the level a node has reached, "" without one."""
        return "" if node.level is None else self.say(self.ladders[node.key][node.level].title)

    @cached_property
    def hues(self) -> Mapping[str, tuple[int, str]]:
        """The hue (1–8) and the title of the part to which each node below the root belongs."""
        children = enumerate(self.document.tree.children)
        return {
            node.key: (place % HUES + 1, self.say(child.title))
            for place, child in children
            for _, node in nodes_below(child)
        }

    def parts(self, *cards: Scorecard) -> list[tuple[int, Node]]:
        """This function will return what the whole is made of, each with its hue (1–8), where a card assesses it."""
        children = enumerate(self.document.tree.children)
        return [(place % HUES + 1, node) for place, node in children if _is_assessed(node.key, cards)]


def _is_assessed(key: str, cards: tuple[Scorecard, ...]) -> bool:
    return any(card.nodes[key].status is not Status.NOT_ASSESSED for card in cards)
