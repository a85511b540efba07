"""What a replay counts: exact, additive, and small enough to be kept between two batches."""

from dataclasses import asdict, dataclass, field
from fractions import Fraction
from typing import Any

from recommendations.studio.impact.sides import Outcome

MILLION = 1_000_000


@dataclass(slots=True)
class Shift:
    """How scores of one node moved; sums and extremes in millionths of a point. `compared` had a score on both sides."""

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


@dataclass(slots=True)
class Advised:
    """For how many an action is recommended before and after, and for how many it appears or goes."""

    before: int = 0
    after: int = 0
    appears: int = 0
    goes: int = 0


@dataclass(slots=True)
class Fires:
    """For how many a rule fires, cannot be told, or cannot be evaluated at all."""

    held: int = 0
    undecided: int = 0
    failed: int = 0


@dataclass(slots=True)
class Tally:
    """`moves` count pairs of levels, "before>after", whoever stays where they are included; "" is no level."""

    count: int = 0
    moves: dict[str, int] = field(default_factory=dict)
    nodes: dict[str, Shift] = field(default_factory=dict)
    actions: dict[str, Advised] = field(default_factory=dict)
    rules: dict[str, Fires] = field(default_factory=dict)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Tally":
        return cls(
            data["count"],
            dict(data["moves"]),
            {key: Shift(**each) for key, each in data["nodes"].items()},
            {key: Advised(**each) for key, each in data["actions"].items()},
            {key: Fires(**each) for key, each in data["rules"].items()},
        )

    def add(self, before: Outcome | None, after: Outcome) -> None:
        """This function will count one set of answers; `before` is None where nothing was released to compare with."""
        self.count += 1
        self._add_rules(after)
        if before is None:
            for key in after.fired.recommended:
                self._advised(key).after += 1
            return
        move = f"{before.level}>{after.level}"
        self.moves[move] = self.moves.get(move, 0) + 1
        for node, score in after.scores.items():
            self.nodes.setdefault(node, Shift()).add(before.scores.get(node), score)
        self._add_actions(before.fired.recommended, after.fired.recommended)

    def _add_actions(self, before: frozenset[str], after: frozenset[str]) -> None:
        for key in before:
            self._advised(key).before += 1
        for key in after:
            self._advised(key).after += 1
        for key in after - before:
            self.actions[key].appears += 1
        for key in before - after:
            self.actions[key].goes += 1

    def _advised(self, key: str) -> Advised:
        if key not in self.actions:
            self.actions[key] = Advised()
        return self.actions[key]

    def _add_rules(self, after: Outcome) -> None:
        for key in after.fired.held:
            self._fires(key).held += 1
        for key in after.fired.undecided:
            self._fires(key).undecided += 1
        for key in after.fired.failed:
            self._fires(key).failed += 1

    def _fires(self, key: str) -> Fires:
        if key not in self.rules:
            self.rules[key] = Fires()
        return self.rules[key]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)
