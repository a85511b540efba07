"""From a round to its solved roadmaps. What was solved once in this process is remembered."""

from collections.abc import Hashable
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from django.utils.translation import gettext

from assessment.scoring.scorecard import Scope
from recommendations.plan.roadmap.memory import Memory
from recommendations.plan.roadmap.planned import Planned
from recommendations.plan.roadmap.wanted import NONE, Solved, Wanted
from recommendations.plan.rounds import Round
from recommendations.playbook.releases import adviser_of
from recommendations.rules.advice import Advice, Recommendation
from recommendations.rules.freeze import thaw_advice
from recommendations.rules.roadmap.more import with_more
from recommendations.rules.roadmap.options import Clash, Option, PinnedDoNotFit
from recommendations.rules.roadmap.plan import Planner
from recommendations.rules.roadmap.result import More

PLANNERS: Memory[Planner] = Memory(16)
SOLVED: Memory[Solved] = Memory(128)
MORE: Memory[More] = Memory(256)
MOST: Memory[Fraction] = Memory(128)
ENOUGH: Memory[int] = Memory(128)
NO_ADVICE = Advice(recommendations=(), undecided=(), failures=())


class CannotStand(Exception):
    """What must be in the roadmap breaks a limit."""

    def __init__(self, clash: Clash) -> None:
        super().__init__(clash.value)
        self.clash = clash

    def sentence(self) -> str:
        """This function will return what is wrong, in the active language."""
        return {
            Clash.BUDGET: gettext("What you put in costs more than your budget, so it is left open again."),
            Clash.SCHEDULE: gettext("There are not enough days for what you put in, so it is left open again."),
            Clash.EXCLUDED: gettext("What you put in cannot be done side by side, so it is left open again."),
        }.get(self.clash, gettext("What you put in needs something that you left out, so it is left open again."))


class Solver:
    """The roadmaps of one round beside what its enterprise has in the plan. Only where the overall score is shown."""

    def __init__(self, current: Round, planned: Planned) -> None:
        self._current, self._planned = current, planned

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
        has_run = self._current.run is not None
        return has_run and self._current.scorecard.overall.shown is not None and bool(self.options)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The actions that can be done: recommended ones by rank, then the others."""
        return self._planner(Wanted(0, 0)).task.options

    @cached_property
    def everything(self) -> Fraction:
        """Yuan that all options cost together."""
        return sum((option.cost for option in self.options), Fraction(0))

    def solved(self, wanted: Wanted) -> Solved:
        """This function will return the roadmap for what is wanted. Raises CannotStand."""
        return SOLVED.get(self._key(wanted), lambda: self._solve(wanted))

    def standing(self, wanted: Wanted) -> tuple[Solved, str]:
        """This function will return the roadmap without what cannot stand, and a sentence on that, "" for none."""
        try:
            return self.solved(wanted), ""
        except CannotStand as cannot:
            sentence, left = cannot.sentence(), replace(wanted, pinned=NONE)
        try:
            if wanted.pinned:
                return self.solved(left), sentence
        except CannotStand:
            pass
        return self.solved(replace(left, keeps_begun=False)), gettext(
            "What is under way in your plan does not fit this budget and these days, so it is left open here."
        )

    def most(self, wanted: Wanted) -> Fraction:
        """This function will return the points that all the money there is gains within the same days."""
        same = replace(wanted, budget=0)
        return MOST.get(self._key(same), lambda: self.points(same, self.everything, same.days))

    def points(self, wanted: Wanted, budget: Fraction, days: int | None) -> Fraction:
        """This function will return the points that another budget and other days gain; None for any number of days."""
        return self._planner(wanted).choose(budget, None if days is None else Fraction(days)).points

    def enough(self, wanted: Wanted, share: Fraction, step: int) -> int:
        """This function will return the smallest multiple of `step` yuan that gains `share` of the most, within the same

        days. Looked for from below, where it is found sooner.
        """
        return ENOUGH.get(self._key(wanted, share, step), lambda: self._enough(wanted, share, step))

    def _enough(self, wanted: Wanted, share: Fraction, step: int) -> int:
        planner, least = self._planner(wanted), share * self.most(wanted)

        def does(steps: int) -> bool:
            try:
                return planner.finds(lambda points: points >= least, Fraction(steps * step), Fraction(wanted.days))
            except PinnedDoNotFit:
                return False

        low, high, last = 0, 0, -(-self.everything // step)
        while high < last and not does(high):
            low, high = high + 1, min(2 * high + 1, last)
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if does(middle) else (middle + 1, high)
        return high * step

    def more(self, solved: Solved) -> More:
        """This function will return what more money would change."""
        wanted = solved.wanted
        planner = self._planner(wanted)
        return MORE.get(self._key(wanted), lambda: with_more(planner, solved.roadmap, most=lambda: self.most(wanted)))

    def _solve(self, wanted: Wanted) -> Solved:
        planner = self._planner(wanted)
        try:
            roadmap = planner.roadmap(Fraction(wanted.budget), Fraction(wanted.days))
        except PinnedDoNotFit as clash:
            raise CannotStand(clash.clash) from clash
        after = planner.gains.scorecard(roadmap.actions)
        return Solved(wanted, roadmap, after, self._planned.done & roadmap.actions)

    def _planner(self, wanted: Wanted) -> Planner:
        pinned = wanted.pinned | self._planned.done | (self._planned.doing if wanted.keeps_begun else NONE)
        declined = self._planned.declined - wanted.opened - wanted.pinned
        barred = wanted.barred | declined
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
            begun=self._planned.begun,
        )

    @cached_property
    def _plan_key(self) -> Hashable:
        return frozenset(self._planned.begun.items()), self._planned.declined

    def _key(self, *more: Hashable) -> Hashable:
        run = self._current.run
        return (None if run is None else run.pk, self._plan_key, *more)
