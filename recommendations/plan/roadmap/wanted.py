"""What a roadmap is asked for, and what came out."""

from dataclasses import dataclass
from fractions import Fraction

from assessment.scoring.scorecard import Scorecard
from recommendations.plan.planning import Placement
from recommendations.rules.roadmap.result import Roadmap


@dataclass(frozen=True, slots=True)
class Wanted:
    """Yuan for the year, own working days per quarter, and actions that must or must not be in."""

    budget: int
    days: int
    pinned: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Solved:
    """`after` is the scorecard once everything on the roadmap is done."""

    wanted: Wanted
    roadmap: Roadmap
    after: Scorecard

    @property
    def left(self) -> Fraction:
        """Yuan of the budget that are not spent."""
        return self.wanted.budget - self.roadmap.cost

    @property
    def placements(self) -> list[Placement]:
        """The same as a plan takes it up."""
        return [Placement(stage.action, stage.quarter, stage.last_quarter) for stage in self.roadmap.stages]
