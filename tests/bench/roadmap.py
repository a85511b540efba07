"""Roadmaps of sixty actions against weighing each action once by gain for money, which proves nothing."""

from collections.abc import Callable
from fractions import Fraction
from random import Random

from recommendations.rules.roadmap.choose import Task, choose
from recommendations.rules.roadmap.options import Limits, Option
from tests.bench.measure import Row, median_seconds, say

ACTIONS = 60
CASES = 10
ROUNDS = 3
COSTS = (0, 5_000, 30_000, 125_000, 350_000, 500_000)
HOW_OFTEN = (35, 28, 20, 12, 4, 1)
SPANS = {5: (1, 1, 1, 1, 2), 15: (1, 1, 2, 3), 40: (2, 3, 3, 4)}


def _option(random: Random, rank: int, weights: list[Fraction]) -> Option:
    """One question in two is lifted by a neighbour as well; two actions in five need another one first."""
    days = random.choice((5, 5, 5, 15, 15, 40))
    first = random.randrange(len(weights))
    lifted = [(first + step) % len(weights) for step in range(random.randint(1, 6))]
    needs = frozenset({f"A{random.randrange(rank):02}"} if rank and random.random() < 0.4 else ())
    return Option(
        key=f"A{rank:02}",
        cost=Fraction(random.choices(COSTS, HOW_OFTEN)[0]),
        days=Fraction(days),
        quarters=random.choice(SPANS[days]),
        requires=needs,
        gains={f"q{number}": weights[number] * random.randint(1, 4) / 4 for number in lifted},
    )


def _task(seed: int) -> Task:
    random = Random(seed)
    weights = [Fraction(random.randint(1, 40), random.choice((7, 12, 20, 36))) for _ in range(ACTIONS)]
    options = tuple(_option(random, rank, weights) for rank in range(ACTIONS))
    budget = random.choice((50_000, 100_000, 300_000, 600_000, 1_000_000))
    return Task(options, Limits(Fraction(budget), Fraction(random.choice((10, 20, 30, 45, 60)))))


def _weigh_once(task: Task) -> Callable[[], object]:
    """The least that could be called a plan: best gain for money first, as long as money and days last."""

    def work() -> list[str]:
        taken: list[str] = []
        money, days = task.limits.budget, (task.limits.days_per_quarter or 0) * task.limits.quarters
        for option in sorted(task.options, key=lambda each: -sum(each.gains.values()) / (each.cost + 1)):
            if option.cost <= money and option.days <= days:
                taken.append(option.key)
                money, days = money - option.cost, days - option.days
        return taken

    return work


def measure() -> list[Row]:
    """This function will return the row for a roadmap, in milliseconds each; the note says how many are proven."""
    tasks = [_task(seed) for seed in range(CASES)]
    say(f"Choosing {CASES} roadmaps from {ACTIONS} actions")
    proven = sum(choose(task).is_proven for task in tasks)
    seconds = [median_seconds(lambda task=task: choose(task), ROUNDS) for task in tasks]  # type: ignore[misc]
    floors = [median_seconds(_weigh_once(task), ROUNDS) for task in tasks]
    middle = sorted(seconds)[CASES // 2]
    note = f"{proven} of {CASES} proven best; slowest {max(seconds) * 1000:.0f} ms; overlap, chains, capacity, exact"
    return [Row("roadmap of 60 actions", middle * 1000, sorted(floors)[CASES // 2] * 1000, "ms", "≤ 200", note)]
