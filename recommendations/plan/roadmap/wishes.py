"""With which budget and how many days the page begins, and how far its slider goes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext

from recommendations.plan.models import Plan
from recommendations.plan.roadmap.solving import Part
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker

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
    """Yuan; `most` pays for everything that is recommended."""

    most: int
    step: int


def slider_over(costs: Iterable[Fraction]) -> Slider:
    """This function will return a slider from 0 to what all of `costs` come to, rounded up to its step."""
    total = sum(costs, Fraction(0))
    step = next((step for step in STEPS if total <= step * STEPS_ON_SLIDER), STEPS[-1])
    return Slider(most=rounded_up(total, step), step=step)


def rounded_up(amount: Fraction, step: int) -> int:
    return -(-amount.numerator // (amount.denominator * step)) * step


def first_days(plan: Plan | None, current: Round, speaker: Speaker) -> Start:
    """This function will return the days per quarter of the plan, else an assumption by size class."""
    if plan is not None and plan.days_per_quarter is not None:
        return Start(plan.days_per_quarter, gettext("As in your plan."))
    size, rules = current.scorecard.size_class, current.scorer.document.size
    if size is None or rules is None or size not in DAYS_BY_SIZE:
        return Start(DAYS_OTHERWISE, gettext("Our assumption; please correct it."))
    about = gettext("Our assumption for the size class “%(size)s”; please correct it.")
    return Start(DAYS_BY_SIZE[size], about % {"size": speaker.say(rules.labels[size])})


def first_budget(plan: Plan | None, slider: Slider, parts: Callable[[], Sequence[Part]]) -> Start:
    """This function will return the budget of the plan, else one that buys most of what a year can bring.

    `parts` gives what a year with all the money would be made of.
    """
    if plan is not None and plan.budget is not None:
        return Start(plan.budget, gettext("As in your plan."))
    about = gettext("To begin with: enough for about four fifths of the points that a year can bring.")
    return Start(min(rounded_up(_cost_of_most(parts()), slider.step), slider.most), about)


def _cost_of_most(parts: Sequence[Part]) -> Fraction:
    """The cheapest points first, until most of them are there."""
    gained = spent = Fraction(0)
    most = MOST_OF_IT * sum(part.points for part in parts)
    for part in sorted(parts, key=_price):
        if gained >= most:
            break
        gained, spent = gained + part.points, spent + part.cost
    return spent


def _price(part: Part) -> tuple[int, Fraction, str]:
    """Free first, then yuan per point; what adds nothing by itself goes last."""
    if not part.cost:
        return 0, Fraction(0), part.action
    return (1, part.cost / part.points, part.action) if part.points > 0 else (2, part.cost, part.action)
