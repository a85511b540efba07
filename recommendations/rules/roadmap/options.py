"""What a roadmap chooses from, and the limits it has to keep."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

QUARTERS = 4
Worth = Callable[[frozenset[str]], Fraction]


@dataclass(frozen=True, slots=True)
class Option:
    """One action that may be done: `cost` in yuan and `days` of the own people for all of its `quarters` together.

    `gains` are points of the overall score per question; of two options that lift one question the greater counts.
    `requires` and `excludes` bind only between options that are given together. What it `follows` comes before it where
    both are chosen and the quarters allow it: that decides when an option is done, never which ones are.
    """

    key: str
    cost: Fraction = Fraction(0)
    days: Fraction = Fraction(0)
    quarters: int = 1
    requires: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()
    gains: Mapping[str, Fraction] = field(default_factory=dict)
    follows: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Limits:
    """`budget` in yuan for the whole year; `days_per_quarter` of the own people, None = as many as it takes."""

    budget: Fraction
    days_per_quarter: Fraction | None = None
    quarters: int = QUARTERS


@dataclass(frozen=True, slots=True)
class Patience:
    """How much is tried before the best found so far stands: parts of the search, and steps of placing one set.

    `asked`: for how many sets it is asked what they are worth, where gains do not add up, before no more are looked at.
    Few steps are spent on a set that is only a guess, more on one that decides.
    """

    nodes: int = 600
    asked: int = 1_500
    few_steps: int = 150
    steps: int = 6_000
    earliest_steps: int = 20_000


class Clash(StrEnum):
    """Why the actions that are settled already cannot stand together."""

    BARRED = "barred"
    UNKNOWN = "unknown"
    BUDGET = "budget"
    EXCLUDED = "excluded"
    SCHEDULE = "schedule"


class PinnedDoNotFit(ValueError):
    """What must be done does not fit the limits; `keys` are the actions concerned, in the order given."""

    def __init__(self, clash: Clash, keys: Iterable[str]) -> None:
        self.clash = clash
        self.keys = tuple(keys)
        super().__init__(f"{clash.value}: {', '.join(self.keys)}")
