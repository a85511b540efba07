"""The roadmap of one case: the feasible actions that gain most within a budget and the days of a year."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from assessment.scoring.answers import Answer
from assessment.scoring.scorecard import Scope, Scorecard
from recommendations.rules.advice import Advice
from recommendations.rules.advise import Adviser
from recommendations.rules.gains import Gains
from recommendations.rules.roadmap.begun import Begun, with_begun
from recommendations.rules.roadmap.choose import NONE, PATIENCE, Choice, Task, choose
from recommendations.rules.roadmap.left_out import left_out
from recommendations.rules.roadmap.options import Limits, Option, Patience
from recommendations.rules.roadmap.result import Change, NoRoadmap, Roadmap, Stage, Unavailable
from recommendations.rules.steps import Step

ZERO = Fraction(0)
GLANCE = Patience(nodes=6, steps=1_500, earliest_steps=1_500)
NOTHING_BEGUN: Mapping[str, Begun] = {}


def roadmap_of(
    adviser: Adviser,
    answers: Mapping[str, Answer],
    scope: Scope,
    scorecard: Scorecard,
    advice: Advice,
    *,
    budget: Fraction,
    days_per_quarter: Fraction | None,
    pinned: Iterable[str] = (),
    barred: Iterable[str] = (),
    known: Iterable[frozenset[str]] = (),
) -> Roadmap | NoRoadmap:
    """This function will return the roadmap of `advice` on `answers`; see `Planner` for doing so more than once.

    Raises `PinnedDoNotFit` where what is pinned breaks a limit by itself.
    """
    if scorecard.overall.shown is None:
        return NoRoadmap(Unavailable.SCORE_WITHHELD)
    planner = Planner.of(adviser, answers, scope, scorecard, advice, pinned=pinned, barred=barred)
    return planner.roadmap(budget, days_per_quarter, known)


@dataclass(frozen=True)
class Planner:
    """The options of one case, weighed once for any number of budgets. Only for a case whose overall score is shown.

    Options are all feasible actions: the recommended ones in order of rank, then those that no rule recommends in the
    order of the playbook. Whatever else is pinned or barred concerns no option and is left aside.
    """

    gains: Gains
    task: Task

    @classmethod
    def of(
        cls,
        adviser: Adviser,
        answers: Mapping[str, Answer],
        scope: Scope,
        scorecard: Scorecard,
        advice: Advice,
        *,
        pinned: Iterable[str] = (),
        barred: Iterable[str] = (),
        begun: Mapping[str, Begun] = NOTHING_BEGUN,
    ) -> "Planner":
        """This function will return the planner of `advice`, whose answers and scorecard are given.

        What is `begun` is weighed as it stands; whether it must be on a roadmap is for `pinned` to say.
        """
        case = adviser.case(answers, scope, scorecard)
        every = {step.action: step for step in adviser.steps(case)}
        ranked = [one.action for one in advice.recommendations]
        keys = [key for key in dict.fromkeys([*ranked, *every]) if key in every]
        gains = Gains(adviser.scorer, case, [every[key] for key in keys])
        adds_up = gains.is_additive
        options = tuple(_option(every[key], gains.by_question(key) if adds_up else {}) for key in keys)
        task = Task(
            options=with_begun(options, begun),
            limits=Limits(ZERO),
            pinned=frozenset(pinned) & frozenset(keys),
            barred=frozenset(barred) & frozenset(keys),
            worth=None if adds_up else gains.value,
        )
        return cls(gains, task)

    def choose(
        self,
        budget: Fraction,
        days_per_quarter: Fraction | None,
        known: Iterable[frozenset[str]] = (),
        patience: Patience = PATIENCE,
    ) -> Choice:
        """This function will return what to choose for `budget` yuan and so many days of the own people a quarter."""
        return choose(self._task_for(budget, days_per_quarter), known, patience)

    def finds(self, is_enough: Callable[[Fraction], bool], budget: Fraction, days_per_quarter: Fraction | None) -> bool:
        """This function will return whether `choose` finds points that are enough; more of them are so as well.

        A short look tells it nearly always; only where it does not, the whole search decides.
        """
        glance = self.choose(budget, days_per_quarter, patience=GLANCE)
        if is_enough(glance.points) or not is_enough(glance.bound):
            return is_enough(glance.points)
        return is_enough(self.choose(budget, days_per_quarter, [glance.keys]).points)

    def roadmap(
        self, budget: Fraction, days_per_quarter: Fraction | None, known: Iterable[frozenset[str]] = ()
    ) -> Roadmap:
        """This function will return the roadmap for `budget` yuan and so many days of the own people a quarter."""
        task = self._task_for(budget, days_per_quarter)
        choice = choose(task, known)
        before, after = self.gains.case.scorecard, self.gains.scorecard(choice.keys)
        nodes = [key for key, node in before.nodes.items() if node.parent == before.root]
        return Roadmap(
            budget=budget,
            days_per_quarter=days_per_quarter,
            stages=self._stages(choice),
            left_out=left_out(task, choice, self.gains.value),
            loads=self._loads(choice),
            overall=_change(before.root, before, after),
            barriers=tuple(_change(key, before, after) for key in nodes),
            level_before=before.level.index,
            level_after=after.level.index,
            is_proven=choice.is_proven,
            gap=choice.gap,
        )

    def _task_for(self, budget: Fraction, days_per_quarter: Fraction | None) -> Task:
        return replace(self.task, limits=Limits(budget, days_per_quarter))

    @cached_property
    def _options(self) -> dict[str, Option]:
        return {option.key: option for option in self.task.options}

    def _stages(self, choice: Choice) -> tuple[Stage, ...]:
        stages: list[Stage] = []
        done: frozenset[str] = NONE
        cost = points = ZERO
        for key, quarter in choice.quarters.items():
            option, done = self._options[key], done | {key}
            before, points = points, self.gains.value(done)
            cost += option.cost
            last = quarter + option.quarters - 1
            stages.append(Stage(key, quarter, last, option.cost, option.days, points - before, cost, points))
        return tuple(stages)

    def _loads(self, choice: Choice) -> tuple[Fraction, ...]:
        loads = [ZERO] * self.task.limits.quarters
        for key, quarter in choice.quarters.items():
            option = self._options[key]
            for running in range(quarter - 1, quarter - 1 + option.quarters):
                loads[running] += option.days / option.quarters
        return tuple(loads)


def _option(step: Step, gains: Mapping[str, Fraction]) -> Option:
    return Option(
        key=step.action,
        cost=step.cost,
        days=Fraction(step.days),
        quarters=step.quarters,
        requires=step.requires,
        excludes=step.excludes,
        gains=gains,
        follows=step.follows,
    )


def _change(node: str, before: Scorecard, after: Scorecard) -> Change:
    return Change(node, before.nodes[node].shown, after.nodes[node].shown)
