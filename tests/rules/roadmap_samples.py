"""Options by chance, and what brute force says about them."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from random import Random

from recommendations.rules.roadmap.choose import Task
from recommendations.rules.roadmap.options import Limits, Option

BANDS = (0, 5_000, 30_000, 125_000, 350_000, 500_000)
DAYS = (5, 15, 40)
Place = tuple[Fraction, Fraction, Fraction, int, tuple[int, ...]]


def option(key: str, points: int = 1, **changes: object) -> Option:
    """This function will return an option that alone lifts a question of its own by `points`."""
    given = {"gains": {f"q_{key}": Fraction(points)}, **changes}
    amounts = {name: Fraction(given[name]) for name in ("cost", "days") if name in given}  # type: ignore[arg-type]
    sets = {name: frozenset(given[name]) for name in ("requires", "excludes") if name in given}  # type: ignore[call-overload]
    return Option(key, **{**given, **amounts, **sets})  # type: ignore[arg-type]


def limits(budget: int, days: int | None = None, quarters: int = 4) -> Limits:
    return Limits(Fraction(budget), None if days is None else Fraction(days), quarters)


def random_options(random: Random, count: int, questions: int, related: float = 0.3) -> list[Option]:
    """This function will return options with gains that overlap and a tie here and there."""
    weights = [Fraction(random.randint(1, 12), random.choice((1, 4, 7))) for _ in range(questions)]
    made = []
    for index in range(count):
        lifted = random.sample(range(questions), random.randint(0, min(4, questions)))
        days = random.choice((0, *DAYS))
        made.append(
            Option(
                key=f"a{index:02}",
                cost=Fraction(random.choice((*BANDS, *BANDS, random.randint(1, 90) * 1_000))),
                days=Fraction(days),
                quarters=random.choice((1, 1, 1, 2, 3, 4)),
                requires=frozenset(
                    f"a{random.randrange(index):02}" for _ in range(2) if index and random.random() < related
                ),
                excludes=frozenset({f"a{random.randrange(count):02}"} - {f"a{index:02}"})
                if random.random() < 0.1
                else frozenset(),
                gains={f"q{number}": weights[number] * random.randint(1, 4) / 4 for number in lifted},
            )
        )
    return made


def random_task(random: Random, count: int) -> Task:
    options = random_options(random, count, random.randint(2, 10))
    budget = random.choice((0, 5_000, 40_000, 100_000, 300_000, 1_000_000))
    days = random.choice((None, 5, 10, 20, 40, 60))
    keys = [each.key for each in options]
    barred = frozenset(random.sample(keys, 1)) if random.random() < 0.2 else frozenset()
    return Task(tuple(options), limits(budget, days), barred=barred)


def points_of(task: Task, keys: frozenset[str]) -> Fraction:
    """This function will return the points of a set by the definition: per question the greatest gain."""
    if task.worth is not None:
        return task.worth(keys)
    best: dict[str, Fraction] = {}
    for each in task.options:
        for question, gain in each.gains.items() if each.key in keys else ():
            best[question] = max(gain, best.get(question, Fraction(0)))
    return sum(best.values(), Fraction(0))


def place(task: Task, keys: frozenset[str]) -> Place:
    """This function will return the place of a set among all: the smaller the better."""
    chosen = [(index, each) for index, each in enumerate(task.options) if each.key in keys]
    return (
        -points_of(task, keys),
        sum((each.cost for _, each in chosen), Fraction(0)),
        sum((each.days for _, each in chosen), Fraction(0)),
        len(chosen),
        tuple(index for index, _ in chosen),
    )


def is_scheduled(task: Task, starts: Mapping[str, int]) -> bool:
    """This function will return whether first quarters, from 1, keep horizon, capacity and prerequisites."""
    chosen = {each.key: each for each in task.options if each.key in starts}
    ends = {key: starts[key] + each.quarters - 1 for key, each in chosen.items()}
    if any(end > task.limits.quarters for end in ends.values()) or any(start < 1 for start in starts.values()):
        return False
    for key, each in chosen.items():
        if any(ends[need] > starts[key] for need in each.requires if need in chosen):
            return False
    if task.limits.days_per_quarter is None:
        return True
    for quarter in range(1, task.limits.quarters + 1):
        running = [each for key, each in chosen.items() if starts[key] <= quarter <= ends[key]]
        if sum((each.days / each.quarters for each in running), Fraction(0)) > task.limits.days_per_quarter:
            return False
    return True


def schedules(task: Task, keys: Sequence[str]) -> Iterator[dict[str, int]]:
    """This function will yield every way to begin `keys`, in lexicographic order of the quarters."""
    span = {each.key: each.quarters for each in task.options}
    ranges = [range(1, task.limits.quarters - span[key] + 2) for key in keys]
    for starts in product(*ranges):
        yield dict(zip(keys, starts, strict=True))


def is_allowed(task: Task, keys: frozenset[str]) -> bool:
    """This function will return whether a set keeps all limits but those of time."""
    given = {each.key: each for each in task.options}
    chosen = [given[key] for key in keys]
    if not task.pinned <= keys or keys & task.barred:
        return False
    if any((each.requires & given.keys()) - keys for each in chosen) or any(each.excludes & keys for each in chosen):
        return False
    return sum((each.cost for each in chosen), Fraction(0)) <= task.limits.budget


def brute_force(task: Task) -> frozenset[str] | None:
    """This function will return the best of all sets, tried one by one, or None where none is allowed."""
    keys = [each.key for each in task.options]
    every = [frozenset(some) for size in range(len(keys) + 1) for some in combinations(keys, size)]
    allowed = sorted((some for some in every if is_allowed(task, some)), key=lambda some: place(task, some))
    return next((some for some in allowed if can_be_scheduled(task, some)), None)


def can_be_scheduled(task: Task, keys: frozenset[str]) -> bool:
    """This function will try starts one option after the other, and drop a beginning that breaks a limit already."""
    order = in_turn(task, keys)
    partial: list[dict[str, int]] = [{}]
    while partial:
        starts = partial.pop()
        if len(starts) == len(order):
            return True
        key = order[len(starts)]
        for start in range(task.limits.quarters, 0, -1):
            then = {**starts, key: start}
            if is_scheduled(task, then):
                partial.append(then)
    return False


def in_turn(task: Task, keys: frozenset[str]) -> list[str]:
    """This function will return a set in order of rank, what an option requires standing before it."""
    given = {each.key: each for each in task.options}
    order: list[str] = []
    for key in [each.key for each in task.options if each.key in keys]:
        order += [each for each in _with_needs(key, given, keys) if each not in order]
    return order


def _with_needs(key: str, given: Mapping[str, Option], keys: frozenset[str]) -> list[str]:
    needs = [need for need in given if need in given[key].requires & keys]
    return [each for need in needs for each in _with_needs(need, given, keys)] + [key]
