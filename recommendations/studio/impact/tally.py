"""What a replay counts: exact, additive, and small enough to be kept between two batches."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from recommendations.studio.impact.sides import Outcome

MILLION = 1_000_000


class Shift(BaseModel):
    """How scores of one node moved; sums and extremes in millionths of a point. `compared` had a score on both sides."""

    model_config = ConfigDict(extra="forbid")

    compared: int = 0
    rose: int = 0
    fell: int = 0
    total: int = 0
    most_up: int = 0
    most_down: int = 0

    def add(self, before: Fraction | None, after: Fraction | None) -> None:
        if before is None or after is None:
            return
        moved = round((after - before) * MILLION)
        self.compared += 1
        self.rose += after > before
        self.fell += after < before
        self.total += moved
        self.most_up, self.most_down = max(self.most_up, moved), min(self.most_down, moved)


class Advised(BaseModel):
    """For how many an action is recommended before and after, and for how many it appears or goes."""

    model_config = ConfigDict(extra="forbid")

    before: int = 0
    after: int = 0
    appears: int = 0
    goes: int = 0


class Fires(BaseModel):
    """For how many a rule fires, cannot be told, or cannot be evaluated at all."""

    model_config = ConfigDict(extra="forbid")

    held: int = 0
    undecided: int = 0
    failed: int = 0


class Tally(BaseModel):
    """`moves` count pairs of levels, "before>after", whoever stays where they are included; "" is no level."""

    model_config = ConfigDict(extra="forbid")

    count: int = 0
    moves: dict[str, int] = Field(default_factory=dict)
    nodes: dict[str, Shift] = Field(default_factory=dict)
    actions: dict[str, Advised] = Field(default_factory=dict)
    rules: dict[str, Fires] = Field(default_factory=dict)

    def add(self, before: Outcome | None, after: Outcome) -> None:
        """This function will count one set of answers; `before` is None where nothing was released to compare with."""
        self.count += 1
        self._add_rules(after)
        if before is None:
            for key in after.fired.recommended:
                self.actions.setdefault(key, Advised()).after += 1
            return
        move = f"{before.level}>{after.level}"
        self.moves[move] = self.moves.get(move, 0) + 1
        for node, score in after.scores.items():
            self.nodes.setdefault(node, Shift()).add(before.scores.get(node), score)
        self._add_actions(before.fired.recommended, after.fired.recommended)

    def _add_actions(self, before: frozenset[str], after: frozenset[str]) -> None:
        for key in before | after:
            advised = self.actions.setdefault(key, Advised())
            advised.before += key in before
            advised.after += key in after
            advised.appears += key in after - before
            advised.goes += key in before - after

    def _add_rules(self, after: Outcome) -> None:
        groups: Mapping[str, frozenset[str]] = {
            "held": after.fired.held,
            "undecided": after.fired.undecided,
            "failed": after.fired.failed,
        }
        for name, keys in groups.items():
            for key in keys:
                fires = self.rules.setdefault(key, Fires())
                setattr(fires, name, getattr(fires, name) + 1)

    def as_json(self) -> dict[str, Any]:
        return self.model_dump()
