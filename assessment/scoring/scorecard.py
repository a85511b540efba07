"""The pure result of scoring. Scores are exact `Fraction`s from 0 to 100; rounding happens once, in `figures`."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

Part = TypeVar("Part")


class Status(StrEnum):
    SCORED = "scored"
    NOT_ENOUGH_ANSWERS = "not_enough_answers"
    NOT_ASSESSED = "not_assessed"


class Scope(StrEnum):
    """`quick` asks the profile and the core questions, `full` asks everything."""

    QUICK = "quick"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class NodeScore:
    """`score`, `low`, `high` are None when nothing applies; `shown` is None as well while coverage is too low.

    `level` is the highest level whose lower bound the score reaches, as an index; gates are not asked of single nodes.
    """

    key: str
    parent: str | None
    status: Status
    score: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    level: int | None

    @property
    def shown(self) -> Fraction | None:
        return self.score if self.status is Status.SCORED else None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one question gave to a node and what it could still give, in points of that node's 0–100 scale."""

    question: str
    gained: Fraction
    open: Fraction


@dataclass(frozen=True, slots=True)
class LevelCheck:
    """Whether one level's bound and gate hold; None = cannot be told from the answers."""

    level: str
    bound_holds: bool | None
    gate_holds: bool | None


@dataclass(frozen=True, slots=True)
class LevelReached:
    """`index` and `key` are None when the bank has no levels or the overall score is withheld."""

    index: int | None
    key: str | None
    next_key: str | None
    points_to_next: Fraction | None
    checks: tuple[LevelCheck, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """`nodes` in tree order, the root first. `contributions[node]` sum to that node's score and to 100 minus it."""

    scope: Scope
    root: str
    nodes: Mapping[str, NodeScore]
    level: LevelReached
    visible: tuple[str, ...]
    unanswered: tuple[str, ...]
    contributions: Mapping[str, tuple[Contribution, ...]]
    inconsistent: tuple[str, ...]
    size_class: str | None

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

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __eq__(self, other: object) -> bool:
        return dict(self) == dict(other) if isinstance(other, Mapping) else NotImplemented
