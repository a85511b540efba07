"""With which budget and how many days the page begins, and how far its slider goes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from django.utils.translation import gettext

from recommendations.plan.models import Plan
from recommendations.plan.roadmap.solving import Solver
from recommendations.plan.roadmap.wanted import Wanted
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.rules.roadmap.options import PinnedDoNotFit

# Working days per quarter that an enterprise of each size class can spare: our assumption, to be corrected on the page.
DAYS_BY_SIZE = {"micro": 15, "small": 30, "medium": 60, "large": 120}
DAYS_OTHERWISE = 30
MOST_OF_IT = Fraction(4, 5)
STEPS_ON_SLIDER = 200
STEPS = (500, 1_000, 5_000, 10_000, 50_000, 100_000)


@dataclass(frozen=True, slots=True)
class Start:
    """A number to begin with and a sentence that says where it is from."""

    value: int
    about: str


@dataclass(frozen=True, slots=True)
class Slider:
    """Yuan; `most` pays for everything that can be done."""

    most: int
    step: int


def slider_over(costs: Iterable[Fraction]) -> Slider:
    """This function will return a slider from 0 to what all of `costs` come to, rounded up to its step."""
    total = sum(costs, Fraction(0))
    step = next((step for step in STEPS if total <= step * STEPS_ON_SLIDER), STEPS[-1])
    return Slider(most=rounded_up(total, step), step=step)


def rounded_up(amount: Fraction, step: int) -> int:
    return -(-amount.numerator // (amount.denominator * step)) * step


def usual_days(size: str | None) -> int:
    """This function will return the working days per quarter that we assume for a size class."""
    return DAYS_OTHERWISE if size is None else DAYS_BY_SIZE.get(size, DAYS_OTHERWISE)


def first_days(plan: Plan | None, current: Round, speaker: Speaker) -> Start:
    """This function will return the days per quarter of the plan, else an assumption by size class."""
    if plan is not None and plan.days_per_quarter is not None:
        return Start(plan.days_per_quarter, gettext("As in your plan."))
    size, rules = current.scorecard.size_class, current.scorer.document.size
    if size is None or rules is None or size not in DAYS_BY_SIZE:
        return Start(usual_days(None), gettext("Our assumption; please correct it."))
    about = gettext("Our assumption for the size class “%(size)s”; please correct it.")
    return Start(usual_days(size), about % {"size": speaker.say(rules.labels[size])})


def first_budget(plan: Plan | None, slider: Slider, days: int, solver: Solver) -> Start:
    """This function will return the budget of the plan, else the least that brings most of what the days allow."""
    if plan is not None and plan.budget is not None:
        return Start(plan.budget, gettext("As in your plan."))
    wanted = Wanted(0, days)
    try:
        if not solver.most(wanted):
            return Start(0, gettext("With these days no money gains points."))
    except PinnedDoNotFit:
        wanted = replace(wanted, keeps_begun=False)
    about = gettext(
        "To begin with: the smallest amount on the slider that brings at least four fifths of the points that these days"
        " allow at most."
    )
    return Start(solver.enough(wanted, MOST_OF_IT, slider.step), about)
