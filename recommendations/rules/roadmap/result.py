"""A roadmap: what to do this year, in which quarter, what it gains, and what is left out and why."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from fractions import Fraction


class Wave(IntEnum):
    """Quarter 1, quarter 2, and the rest of the year."""

    NOW = 1
    NEXT = 2
    THEN = 3


@dataclass(frozen=True, slots=True)
class Stage:
    """One action in the order of doing: what it adds to those before it, and what they come to together.

    `quarter` and `last_quarter` count from 1. `cost` in yuan and `days` of the own people are estimates.
    """

    action: str
    quarter: int
    last_quarter: int
    cost: Fraction
    days: Fraction
    points: Fraction
    cost_so_far: Fraction
    points_so_far: Fraction

    @property
    def wave(self) -> Wave:
        return Wave(min(self.quarter, Wave.THEN))


class Cause(StrEnum):
    """Why an action is left out; the first that holds."""

    BARRED = "barred"
    TOO_LONG = "too_long"
    NO_CAPACITY = "no_capacity"
    OVER_BUDGET = "over_budget"
    EXCLUDED = "excluded"
    PREREQUISITE = "prerequisite"
    ADDS_NOTHING = "adds_nothing"
    NO_MONEY_LEFT = "no_money_left"
    NO_DAYS_LEFT = "no_days_left"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`cost`, `days` and `quarters` are those of the action with what it still requires; `points` what they would add.

    `over_budget` and `no_money_left` tell the yuan that are `short`. `others` are the actions that exclude it, or that
    it requires and that are left out.
    """

    action: str
    cause: Cause
    cost: Fraction
    days: Fraction
    quarters: int
    points: Fraction
    short: Fraction | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A figure on 0–100 before and after everything on the roadmap; None where no score is shown."""

    node: str
    before: Fraction | None
    after: Fraction | None


@dataclass(frozen=True, slots=True)
class Roadmap:
    """`stages` in the order of doing. The points of the stages add up to `overall.after` − `overall.before`.

    No choice within the limits gains more than `gap` points more; `is_proven`: none is better, so that `gap` is 0.
    `loads` are the working days of each quarter. Levels are indices into the bank's levels, None = not known.
    """

    budget: Fraction
    days_per_quarter: Fraction | None
    stages: tuple[Stage, ...]
    left_out: tuple[LeftOut, ...]
    loads: tuple[Fraction, ...]
    overall: Change
    barriers: tuple[Change, ...]
    level_before: int | None
    level_after: int | None
    is_proven: bool
    gap: Fraction

    @property
    def cost(self) -> Fraction:
        return sum((stage.cost for stage in self.stages), Fraction(0))

    @property
    def days(self) -> Fraction:
        return sum((stage.days for stage in self.stages), Fraction(0))

    @property
    def points(self) -> Fraction:
        return sum((stage.points for stage in self.stages), Fraction(0))

    @property
    def actions(self) -> frozenset[str]:
        return frozenset(stage.action for stage in self.stages)


class Unavailable(StrEnum):
    """Why there is no roadmap."""

    SCORE_WITHHELD = "score_withheld"


@dataclass(frozen=True, slots=True)
class NoRoadmap:
    reason: Unavailable


@dataclass(frozen=True, slots=True)
class More:
    """What `extra` yuan would change. Where they gain nothing, `enough` is the smallest of the extras tried that would,

    None if none does. What is added and dropped then stays empty.
    """

    extra: Fraction
    points: Fraction
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    enough: Fraction | None
    is_proven: bool
