"""How a node stands on its ladder: the level it reached, the next one, and what that one still asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessment.bank.bounds import bound_of, span
from assessment.scoring.conditions import All
from assessment.scoring.document import BankDocument, Level
from assessment.scoring.evaluate import evaluate
from assessment.scoring.explain import explain_condition
from assessment.scoring.fact_catalogue import Fact
from assessment.scoring.facts import Lookup
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import LevelReached, NodeScore, Scorecard


@dataclass(frozen=True)
class Climb:
    """A node, the levels it may reach, and how they were decided."""

    node: NodeScore
    levels: tuple[Level, ...]
    reached: LevelReached

    @property
    def next_index(self) -> int | None:
        keys = [level.key for level in self.levels]
        return keys.index(self.reached.next_key) if self.reached.next_key in keys else None

    @property
    def following(self) -> Level | None:
        return None if self.next_index is None else self.levels[self.next_index]

    @property
    def is_withheld(self) -> bool:
        """Whether too little is answered to tell any level."""
        return not self.reached.checks or self.reached.checks[0].bound_holds is None

    @property
    def missing(self) -> Fraction | None:
        """Points of the node's own scale. 0 is missing something where the next level begins above its bound."""
        points, following = self.node.on_scale(self.reached.points_to_next), self.following
        if points is None or following is None or bound_of(following) is None:
            return None
        is_at_open_bound = following.above is not None and self.node.points == Fraction(following.above)
        return points if points > 0 or is_at_open_bound else None

    def span_of(self, index: int) -> str:
        return span(self.levels, index, self.node.scale)

    @property
    def next_span(self) -> str:
        return "" if self.next_index is None else self.span_of(self.next_index)


@dataclass(frozen=True, slots=True)
class Demand:
    """One condition in words; `holds` is None while nobody can tell."""

    text: str
    holds: bool | None


def climb_of(document: BankDocument, card: Scorecard, key: str) -> Climb | None:
    """This function will return how the root, or a node with a ladder of its own, stands on its levels.

    None where there are none, and for such nodes in scorecards that were frozen before they said so.
    """
    reached = card.level if key == card.root else card.levels.get(key)
    levels = ladders_of(document)[key]
    return None if reached is None or not levels else Climb(card.nodes[key], levels, reached)


def demands_of(
    level: Level | None,
    document: BankDocument,
    locale: str,
    lookup: Lookup,
    catalogue: Mapping[str, Fact] | None = None,
) -> tuple[Demand, ...]:
    """This function will return the single conditions of a level's gate, each with the own value beside it."""
    if level is None or level.gate is None:
        return ()
    parts = level.gate.all if isinstance(level.gate, All) else [level.gate]
    return tuple(
        Demand(explain_condition(part, document, locale, lookup, catalogue), evaluate(part, lookup)) for part in parts
    )
