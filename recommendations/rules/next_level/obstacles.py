"""Why the next level is out of reach: the demands that fail with everything done that can be."""

from recommendations.rules.advise import Adviser
from recommendations.rules.gains import Gains
from recommendations.rules.next_level.hindrances import Hindrances
from recommendations.rules.next_level.result import Obstacle


class Obstacles:
    """Asked only where no set of actions reaches the level at place `target` of the root's ladder."""

    def __init__(self, adviser: Adviser, gains: Gains, target: int) -> None:
        self._adviser, self._gains, self._target = adviser, gains, target
        self._levels = adviser.scorer.index.ladders[gains.case.scorecard.root]

    def found(self) -> tuple[Obstacle, ...]:
        """This function will return the demands that fail with everything done, in the order of the levels.

        Where all actions together would do, but some rule each other out, it is told of as many as go together.
        """
        every = frozenset(self._gains.steps)
        return self._failing(every) or self._failing(self._compatible())

    def _compatible(self) -> frozenset[str]:
        steps = self._gains.steps
        taken: set[str] = set()
        for key in sorted(steps):
            closure = {key, *steps[key].requires}
            ruled_out = {rival for one in closure | taken for rival in steps[one].excludes}
            if ruled_out.isdisjoint(closure | taken):
                taken |= closure
        return frozenset(taken)

    def _failing(self, done: frozenset[str]) -> tuple[Obstacle, ...]:
        told = Hindrances(self._adviser, self._gains, done)
        checks = zip(self._levels, told.card.level.checks, strict=True)
        found = [one for level, check in list(checks)[: self._target + 1] for one in told.of_level(level, check)]
        return tuple({(one.level, one.fact): one for one in reversed(found)}.values())[::-1]
