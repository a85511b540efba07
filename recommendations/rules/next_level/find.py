"""The next level of a case: looked for, and proven by scoring the answers again."""

from recommendations.rules.advise import Adviser
from recommendations.rules.case import Case
from recommendations.rules.gains import Gains
from recommendations.rules.next_level.demand import Demand
from recommendations.rules.next_level.formula import ALWAYS
from recommendations.rules.next_level.obstacles import Obstacles
from recommendations.rules.next_level.puzzle import Puzzle
from recommendations.rules.next_level.result import NextLevel, Outlook
from recommendations.rules.next_level.search import Findings, Goal, Search
from recommendations.rules.next_level.ways import way

ALTERNATIVES = 5
NODES = 20_000


def next_level(adviser: Adviser, case: Case, nodes: int = NODES) -> NextLevel | None:
    """This function will return the least-cost ways from `case` to its next level, or what stands in the way.

    None where the bank has no levels. The search looks at no more than `nodes` sets of actions.
    """
    held = case.scorecard.level
    if not held.checks:
        return None
    if held.checks[0].bound_holds is None:
        return NextLevel(Outlook.TOO_LITTLE_ANSWERED)
    if held.next_key is None:
        return NextLevel(Outlook.TOP, level=held.key)
    return _Quest(adviser, case, nodes).result()


class _Quest:
    def __init__(self, adviser: Adviser, case: Case, nodes: int) -> None:
        self._adviser, self._case, self._nodes = adviser, case, nodes
        self._target = 0 if case.scorecard.level.index is None else case.scorecard.level.index + 1
        self._gains = Gains(adviser.scorer, case, adviser.steps(case))
        self._puzzle = Puzzle.of(self._gains.steps.values())

    def result(self) -> NextLevel:
        """This function will return what was found, every way proven by scoring its answers."""
        found = self._found()
        held = self._case.scorecard.level
        obstacles = Obstacles(self._adviser, self._gains, self._target)
        return NextLevel(
            outlook=_outlook(found),
            level=held.key,
            next=held.next_key,
            ways=tuple([way(self._gains, self._puzzle.actions(mask)) for mask in found.sets[: 1 + ALTERNATIVES]]),
            has_more=len(found.sets) > 1 + ALTERNATIVES,
            is_proven=found.is_complete,
            obstacles=() if found.sets or not found.is_complete else obstacles.found(),
        )

    def _found(self) -> Findings:
        """Should a set that was found by adding up not prove itself, everything is looked for by scoring."""
        found = self._search(self._goal())
        if all(self._reaches(mask) for mask in found.sets):
            return found
        return self._search(Goal(ALWAYS, self._reaches, is_rising=False))

    def _goal(self) -> Goal:
        index = self._adviser.scorer.index
        demand = Demand(self._gains, self._puzzle, self._adviser.scorer, self._adviser.sources)
        needed = demand.of_levels(index.ladders[index.tree.root.key][: self._target + 1])
        return Goal(needed, None if demand.is_all else self._reaches, demand.is_rising)

    def _search(self, goal: Goal) -> Findings:
        return Search(self._puzzle, goal, most=ALTERNATIVES + 2, nodes=self._nodes).run()

    def _reaches(self, mask: int) -> bool:
        reached = self._gains.scorecard(self._puzzle.actions(mask)).level.index
        return reached is not None and reached >= self._target


def _outlook(found: Findings) -> Outlook:
    if found.sets:
        return Outlook.REACHABLE
    return Outlook.IMPOSSIBLE if found.is_complete else Outlook.NOT_FOUND
