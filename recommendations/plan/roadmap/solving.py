"""From a round to its solved roadmaps. What was solved once in this process is remembered."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from django.utils.translation import gettext

from assessment.scoring.scorecard import Scope
from recommendations.plan.roadmap.memory import Memory
from recommendations.plan.roadmap.wanted import Solved, Wanted
from recommendations.plan.rounds import Round
from recommendations.playbook.releases import adviser_of
from recommendations.rules.advice import Advice, Recommendation
from recommendations.rules.freeze import thaw_advice
from recommendations.rules.roadmap.choose import choose
from recommendations.rules.roadmap.more import with_more
from recommendations.rules.roadmap.options import Clash, Limits, Option, Patience, PinnedDoNotFit
from recommendations.rules.roadmap.plan import Planner
from recommendations.rules.roadmap.result import More

PLANNERS: Memory[Planner] = Memory(16)
SOLVED: Memory[Solved] = Memory(128)
MORE: Memory[More] = Memory(256)
PARTS: Memory["tuple[Part, ...]"] = Memory(64)
SOON = Patience(nodes=20)  # where a good roadmap will do, need not be the best
NO_ADVICE = Advice(recommendations=(), undecided=(), failures=())


@dataclass(frozen=True, slots=True)
class Part:
    """One action with what it costs and the points it adds to those before it."""

    action: str
    cost: Fraction
    points: Fraction


class CannotStand(Exception):
    """What must be in the roadmap breaks a limit; `without_pins` asks for the same without it."""

    def __init__(self, wanted: Wanted, clash: Clash) -> None:
        super().__init__(clash.value)
        self.clash = clash
        self.without_pins = replace(wanted, pinned=frozenset())

    def sentence(self) -> str:
        """This function will return what is wrong, in the active language."""
        return {
            Clash.BUDGET: gettext("What you put in costs more than your budget, so it is left open again."),
            Clash.SCHEDULE: gettext("There are not enough days for what you put in, so it is left open again."),
            Clash.EXCLUDED: gettext("What you put in cannot be done side by side, so it is left open again."),
        }.get(self.clash, gettext("What you put in needs something that you left out, so it is left open again."))


class Solver:
    """The roadmaps of one round. Only where the round has advice and its overall score is shown."""

    def __init__(self, current: Round) -> None:
        self._current = current

    @cached_property
    def _advice(self) -> Advice:
        run = self._current.run
        return NO_ADVICE if run is None else thaw_advice(run.advice)

    @cached_property
    def advised(self) -> dict[str, Recommendation]:
        return {one.action: one for one in self._advice.recommendations}

    @property
    def can_solve(self) -> bool:
        """Whether there is a score to gain on and anything that gains on it."""
        return self._current.scorecard.overall.shown is not None and bool(self.advised) and bool(self.options)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The recommended actions that can be done, by rank."""
        return self._planner(frozenset(), frozenset()).task.options

    def solved(self, wanted: Wanted) -> Solved:
        """This function will return the roadmap for what is wanted. Raises CannotStand."""
        return SOLVED.get(self._key(wanted), lambda: self._solve(wanted))

    def parts(self, wanted: Wanted) -> tuple[Part, ...]:
        """This function will return what a good roadmap is made of, in its order; found sooner than the best one."""
        return PARTS.get(self._key(wanted), lambda: tuple(self._parts(wanted)))

    def _parts(self, wanted: Wanted) -> Iterator[Part]:
        planner = self._planner(wanted.pinned, wanted.barred)
        limits = Limits(Fraction(wanted.budget), Fraction(wanted.days))
        costs = {option.key: option.cost for option in planner.task.options}
        done, before = frozenset[str](), Fraction(0)
        for key in choose(replace(planner.task, limits=limits), patience=SOON).quarters:
            done |= {key}
            points = planner.gains.value(done)
            yield Part(key, costs[key], points - before)
            before = points

    def more(self, solved: Solved) -> More:
        """This function will return what more money would change."""
        wanted = solved.wanted
        planner = self._planner(wanted.pinned, wanted.barred)
        return MORE.get(self._key(wanted), lambda: with_more(planner, solved.roadmap))

    def _solve(self, wanted: Wanted) -> Solved:
        planner = self._planner(wanted.pinned, wanted.barred)
        try:
            roadmap = planner.roadmap(Fraction(wanted.budget), Fraction(wanted.days))
        except PinnedDoNotFit as clash:
            raise CannotStand(wanted, clash.clash) from clash
        return Solved(wanted, roadmap, planner.gains.scorecard(roadmap.actions))

    def _planner(self, pinned: frozenset[str], barred: frozenset[str]) -> Planner:
        return PLANNERS.get(self._key(pinned, barred), lambda: self._make_planner(pinned, barred))

    def _make_planner(self, pinned: frozenset[str], barred: frozenset[str]) -> Planner:
        current, result = self._current, self._current.result
        if current.run is None:
            raise LookupError("A round without advice has no roadmap.")
        adviser = adviser_of(current.run.playbook_release_id, result.release_id)
        return Planner.of(
            adviser,
            current.answers,
            Scope(result.scope),
            current.scorecard,
            self._advice,
            pinned=pinned,
            barred=barred,
        )

    def _key(self, *more: Hashable) -> Hashable:
        run = self._current.run
        return (None if run is None else run.pk, *more)
