"""What a roadmap is asked for, and what came out."""

from dataclasses import dataclass, replace
from fractions import Fraction

from assessment.scoring.scorecard import Scorecard
from recommendations.plan.planning import Placement
from recommendations.rules.roadmap.result import Roadmap

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Yuan for the year, own working days per quarter, and what the reader settled.

    `pinned` must be in, `barred` must not, and `opened` may be in though the plan decided against it. `keeps_begun`:
    what is under way in the plan must be in.
    """

    budget: int
    days: int
    pinned: frozenset[str] = NONE
    barred: frozenset[str] = NONE
    opened: frozenset[str] = NONE
    keeps_begun: bool = True

    def pin(self, action: str) -> "Wanted":
        """This function will return the same with the action in it."""
        free = self.free(action)
        return replace(free, pinned=free.pinned | {action})

    def bar(self, action: str) -> "Wanted":
        """This function will return the same without the action."""
        free = self.free(action)
        return replace(free, barred=free.barred | {action})

    def open(self, action: str) -> "Wanted":
        """This function will return the same with the action left open, whatever the plan says."""
        free = self.free(action)
        return replace(free, opened=free.opened | {action})

    def free(self, action: str) -> "Wanted":
        """This function will return the same with nothing settled about the action."""
        own = {action}
        return replace(self, pinned=self.pinned - own, barred=self.barred - own, opened=self.opened - own)

    def fields(self) -> list[tuple[str, str]]:
        """This function will return what an address or a form carries of it, by name, in a fixed order."""
        return [("budget", str(self.budget)), ("days", str(self.days)), *self.settled()]

    def settled(self) -> list[tuple[str, str]]:
        """This function will return the fields for what the reader settled."""
        groups = (("pin", self.pinned), ("bar", self.barred), ("open", self.opened))
        return [(name, key) for name, keys in groups for key in sorted(keys)]


@dataclass(frozen=True, slots=True)
class Solved:
    """`after` is the scorecard once everything on the roadmap is done; `done` are those of it that are done already."""

    wanted: Wanted
    roadmap: Roadmap
    after: Scorecard
    done: frozenset[str] = NONE

    @property
    def left(self) -> Fraction:
        """Yuan of the budget that are not spent."""
        return self.wanted.budget - self.roadmap.cost

    @property
    def placements(self) -> list[Placement]:
        """What is still to do, as a plan takes it up."""
        stages = [stage for stage in self.roadmap.stages if stage.action not in self.done]
        return [Placement(stage.action, stage.quarter, stage.last_quarter) for stage in stages]
