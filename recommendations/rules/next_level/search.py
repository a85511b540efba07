"""Branch and bound: the cheapest sets of steps that reach a goal, proven to be the cheapest."""

from collections.abc import Callable
from dataclasses import dataclass, field

from recommendations.rules.next_level.cover import Gains, Need
from recommendations.rules.next_level.formula import Formula
from recommendations.rules.next_level.puzzle import Puzzle, bits

# Cost, days, number of steps, and their places in the order of keys: the first of these is the best set.
Place = tuple[int, int, int, tuple[int, ...]]

# Steps in `chosen` and steps in `banned`.
Branch = tuple[int, int]
# Binary digits by which prices per point are told apart when choosing what to try first.
FINE = 64


@dataclass(frozen=True, slots=True)
class Goal:
    """`needed` holds for every set that reaches the goal. Where it is not the goal itself, `reached` tells.

    `is_rising` says that doing more never undoes what is reached.
    """

    needed: Formula
    reached: Callable[[int], bool] | None
    is_rising: bool

    def holds(self, mask: int) -> bool:
        """This function will return whether the steps in `mask` reach the goal."""
        need = self.needed.need(mask, 0)
        return need is not None and not need.gains and (self.reached is None or self.reached(mask))

    def is_out_of_reach(self, mask: int) -> bool:
        """This function will return whether no part of `mask` reaches the goal, as far as scoring it tells."""
        return self.reached is not None and self.is_rising and not self.reached(mask)


@dataclass(frozen=True, slots=True)
class Findings:
    """Sets in order, the best first, none of which contains another. `is_complete` = no better one was left out."""

    sets: tuple[int, ...]
    is_complete: bool


class OutOfNodes(Exception):
    """The search has looked at as many sets as it may."""


@dataclass(slots=True)
class Search:
    """One search for the `most` best of the least-cost sets that reach a goal, in at most `nodes` looks."""

    puzzle: Puzzle
    goal: Goal
    most: int
    nodes: int
    _found: dict[int, Place] = field(default_factory=dict)
    _least: int | None = None
    _last: Place | None = None
    _only_cost: bool = True

    def run(self) -> Findings:
        """This function will return the best sets, as far as it got: first the least cost, then the sets of that cost."""
        pairs = zip(self.puzzle.closures, self.puzzle.rivals, strict=True)
        impossible = sum(1 << place for place, (closure, rivals) in enumerate(pairs) if closure & rivals)
        try:
            self._explore(impossible)
            self._only_cost = False
            self._explore(impossible)
        except OutOfNodes:
            return Findings(self._best(), is_complete=False)
        return Findings(self._best(), is_complete=True)

    def _best(self) -> tuple[int, ...]:
        kept = sorted(self._found, key=self._found.__getitem__)
        return tuple([mask for mask in kept if not any(other & ~mask == 0 for other in kept if other != mask)])

    def _explore(self, banned: int) -> None:
        waiting = [(0, banned)]
        while waiting:
            self.nodes -= 1
            if self.nodes < 0:
                raise OutOfNodes
            waiting += self._branches(*waiting.pop())

    def _branches(self, chosen: int, banned: int) -> list[Branch]:
        """What is left to look at of all that contains `chosen` and nothing of `banned`; the last one comes first."""
        if any(known & ~chosen == 0 for known in self._found):
            return []
        spent = self.puzzle.spent(chosen)
        banned = self._also_banned(chosen, banned, spent[0])
        open_ = self.puzzle.every & ~chosen & ~banned
        need = self.goal.needed.need(chosen, open_)
        if need is None or self._is_hopeless(chosen, open_, spent, need):
            return []
        if not need.gains and (self.goal.reached is None or self.goal.reached(chosen)):
            self._keep(self._least_part(chosen) if self.goal.is_rising else chosen)
            return []
        if not open_ or self.goal.is_out_of_reach(chosen | open_):
            return []
        step = self._next_step(open_, need.gains)
        rivals = self.puzzle.without_followers(self.puzzle.rivals[step])
        take = (chosen | self.puzzle.closures[step], banned | rivals)
        if self._only_cost and self._is_free(step):
            return [take]
        return [(chosen, banned | self.puzzle.followers[step]), take]

    def _also_banned(self, chosen: int, banned: int, cost: int) -> int:
        """Steps that would only complete a set that is known to do, and those that are too dear."""
        for known in self._found:
            rest = known & ~chosen
            if not rest & (rest - 1) and not rest & banned:
                banned |= self.puzzle.followers[rest.bit_length() - 1]
        if self._least is not None:
            left = self._least - cost - self._only_cost
            for step in bits(self.puzzle.every & ~chosen & ~banned):
                if self.puzzle.costs[step] > left:
                    banned |= self.puzzle.followers[step]
        return banned

    def _is_hopeless(self, chosen: int, open_: int, spent: tuple[int, int, int], need: Need) -> bool:
        cost, days, count = spent[0] + need.cost, spent[1] + need.days, spent[2] + need.count
        if self._least is not None and cost > self._least - self._only_cost:
            return True
        if self._only_cost or self._last is None or (cost, days, count) < self._last[:3]:
            return False
        if (cost, days, count) > self._last[:3]:
            return True
        lowest = [*bits(chosen), *list(bits(open_))[: need.count]]
        return tuple(sorted(lowest)) >= self._last[3]

    def _next_step(self, open_: int, gains: Gains) -> int:
        """The best for its money in the sum that is dearest to reach."""
        costs, days = self.puzzle.costs, self.puzzle.days
        if not gains:
            return min(bits(open_), key=lambda step: (costs[step], step))
        return min(((costs[step] << FINE) // gain, (days[step] << FINE) // gain, -gain, step) for gain, step in gains)[
            3
        ]

    def _is_free(self, step: int) -> bool:
        """Whether taking a step can only help, as far as cost goes."""
        closure = self.puzzle.closures[step]
        return self.goal.is_rising and not self.puzzle.rivals[step] and not self.puzzle.spent(closure)[0]

    def _least_part(self, mask: int) -> int:
        """A part of `mask` that does as well and that nothing can be left out of; the dearest is left out first."""
        costs, days = self.puzzle.costs, self.puzzle.days
        for step in sorted(bits(mask), key=lambda step: (-costs[step], -days[step], -step)):
            less = mask & ~self.puzzle.followers[step]
            if less != mask and self.goal.holds(less):
                mask = less
        return mask

    def _keep(self, mask: int) -> None:
        place = (*self.puzzle.spent(mask), tuple(bits(mask)))
        if self._least is None or place[0] < self._least:
            self._least = place[0]
            self._found.clear()
        self._found[mask] = place
        if self.goal.is_rising and len(self._found) >= self.most:
            self._last = sorted(self._found.values())[self.most - 1]
