"""The pure result of scoring. Scores are exact `Fraction`s from 0 to 100; rounding happens once, in `figures`."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

Part = TypeVar("Part")

HUNDRED = Fraction(100)


class Status(StrEnum):
    """`unscored` is a node to which the bank gives no number of its own: only its parts are read."""

    SCORED = "scored"
    UNSCORED = "unscored"
    NOT_ENOUGH_ANSWERS = "not_enough_answers"
    NOT_ASSESSED = "not_assessed"


class Scope(StrEnum):
    """`quick` asks the profile and the core questions, `full` asks everything."""

    QUICK = "quick"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class NodeScore:
    """`score`, `low`, `high` are None when nothing applies; `shown` is None as well while coverage is too low.

    `level` is an index into the node's levels (see `ladders`): of a ladder of its own with its gates, of the bank's
    levels by their bounds alone. `scale` is what full marks are called, and `target` stands on it; the scores are
    shares of it in percent, the `points` what they make on it.
    """

    key: str
    parent: str | None
    status: Status
    score: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    level: int | None
    scale: Fraction = HUNDRED
    target: Fraction | None = None

    @property
    def shown(self) -> Fraction | None:
        return self.score if self.status is Status.SCORED else None

    @property
    def points(self) -> Fraction | None:
        """The score on the node's own scale, None while it is withheld."""
        return self.on_scale(self.score) if self.status is Status.SCORED else None

    def on_scale(self, score: Fraction | None) -> Fraction | None:
        """This function will return a score of this node, 0 to 100, as points of its own scale."""
        if score is None or self.scale is HUNDRED:
            return score
        return score * self.scale / HUNDRED

    @property
    def target_gap(self) -> Fraction | None:
        """Points that are missing to the target, on the node's own scale; 0 once it is reached."""
        if self.target is None or self.points is None:
            return None
        return max(Fraction(0), self.target - self.points)

    @property
    def percent_of_target(self) -> Fraction | None:
        """How much of the target is reached, 0 to 100: what goes beyond it gives no credit."""
        if self.target is None or self.points is None:
            return None
        return min(HUNDRED, self.points * HUNDRED / self.target)

    def progress_since(self, before: "NodeScore") -> Fraction | None:
        """This function will return how much of the way from an earlier score to the target is done, 0 to 100.

        Falling back gives a negative number. None where a number or the target is missing, or nothing was left to do.
        """
        if self.target is None or self.points is None or before.points is None or before.points >= self.target:
            return None
        return (min(self.points, self.target) - before.points) * HUNDRED / (self.target - before.points)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one question gave to a node and what it could still give, in points of that node's 0–100 scale."""

    question: str
    gained: Fraction
    open: Fraction

    @property
    def carries(self) -> bool:
        """More than half of what it could give; exactly half neither carries nor holds back."""
        return self.gained > self.open

    @property
    def holds_back(self) -> bool:
        return self.open > self.gained


@dataclass(frozen=True, slots=True)
class LevelCheck:
    """Whether one level's bound and gate hold; None = cannot be told from the answers."""

    level: str
    bound_holds: bool | None
    gate_holds: bool | None


@dataclass(frozen=True, slots=True)
class LevelReached:
    """`index` and `key` are None where there are no levels, or too little is answered. `points_to_next` counts percent."""

    index: int | None
    key: str | None
    next_key: str | None
    points_to_next: Fraction | None
    checks: tuple[LevelCheck, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """`nodes` in tree order, the root first. `contributions[node]` sum to that node's score and to 100 minus it.

    `readings` hold the same nodes, each time scored from the questions of one reading of the bank. `levels` say how
    the level of each node came about that has a ladder of its own; `level` is that of the whole.
    """

    scope: Scope
    root: str
    nodes: Mapping[str, NodeScore]
    level: LevelReached
    visible: tuple[str, ...]
    unanswered: tuple[str, ...]
    contributions: Mapping[str, tuple[Contribution, ...]]
    inconsistent: tuple[str, ...]
    size_class: str | None
    readings: Mapping[str, Mapping[str, NodeScore]] = field(default_factory=dict)
    levels: Mapping[str, LevelReached] = field(default_factory=dict)

    @property
    def overall(self) -> NodeScore:
        return self.nodes[self.root]


class OnDemand(Mapping[str, Part]):
    """A mapping whose values are worked out when first asked for: most readers look at a few nodes of many."""

    def __init__(self, keys: Collection[str], make: Callable[[str], Part]) -> None:
        self._keys = keys
        self._make = make
        self._made: dict[str, Part] = {}

    def __getitem__(self, key: str) -> Part:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def settle(self, key: str, part: Part) -> None:
        """This function will put `part` in the place of what was made for `key`."""
        self._made[key] = part

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __eq__(self, other: object) -> bool:
        return dict(self) == dict(other) if isinstance(other, Mapping) else NotImplemented
