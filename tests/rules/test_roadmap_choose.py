"""The choice equals the best of all, tried one by one; it never gets worse where there is more to spend."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from recommendations.rules.roadmap.choose import Choice, Task, choose
from recommendations.rules.roadmap.options import Clash, Option, Patience, PinnedDoNotFit
from tests.rules.roadmap_samples import (
    Place,
    brute_force,
    can_be_scheduled,
    in_turn,
    is_allowed,
    is_scheduled,
    limits,
    option,
    place,
    points_of,
    random_options,
    random_task,
    schedules,
)

QUICK = Patience(nodes=1, asked=1)


def task(*options: Option, budget: int = 100, days: int | None = None, **changes: object) -> Task:
    return Task(options, limits(budget, days), **changes)  # type: ignore[arg-type]


def chosen(*options: Option, **changes: object) -> dict[str, int]:
    return dict(choose(task(*options, **changes)).quarters)  # type: ignore[arg-type]


def assert_best(given: Task, choice: Choice) -> None:
    assert choice.keys == brute_force(given)
    assert (choice.is_proven, choice.gap) == (True, 0)
    assert choice.points == points_of(given, choice.keys)
    assert is_scheduled(given, choice.quarters)


@pytest.mark.parametrize("part", range(8))
def test_choice_is_the_best_of_all(part: int) -> None:
    for seed in range(part * 50, part * 50 + 50):
        random = Random(seed)
        given = random_task(random, random.randint(1, 9))
        assert_best(given, choose(given))


@pytest.mark.parametrize("seed", range(8))
def test_choice_of_twelve_to_fifteen_is_the_best_of_all(seed: int) -> None:
    random = Random(10_000 + seed)
    given = random_task(random, 12 + seed % 4)
    assert_best(given, choose(given))


@pytest.mark.parametrize("seed", range(60))
def test_choice_is_the_best_of_all_where_gains_do_not_add_up(seed: int) -> None:
    """What counts is the weaker of two halves, as where a node is the minimum of its parts."""
    random = Random(seed)
    given = random_task(random, random.randint(2, 8))
    halves = [replace(given, options=given.options[half::2]) for half in (0, 1)]

    def worth(keys: frozenset[str]) -> Fraction:
        return min(points_of(half, keys) for half in halves) + points_of(given, keys) / 10

    weaker = replace(given, worth=worth)
    choice = choose(weaker)
    assert choice.keys == brute_force(weaker)
    assert (choice.is_proven, choice.gap, choice.points) == (True, 0, worth(choice.keys))
    assert is_scheduled(weaker, choice.quarters)


@pytest.mark.parametrize("seed", range(60))
def test_pinned_are_in_the_best_choice_or_refused(seed: int) -> None:
    random = Random(seed)
    drawn = random_task(random, random.randint(3, 8))
    given = replace(drawn, pinned=frozenset(random.sample([each.key for each in drawn.options], 2)))
    best = brute_force(given)
    if best is None:
        with pytest.raises(PinnedDoNotFit):
            choose(given)
    else:
        assert choose(given).keys == best


@pytest.mark.parametrize("seed", range(60))
def test_schedule_is_the_earliest_in_order_of_rank(seed: int) -> None:
    random = Random(seed)
    given = random_task(random, 6)
    choice = choose(given)
    order = in_turn(given, choice.keys)
    assert choice.quarters == next(starts for starts in schedules(given, order) if is_scheduled(given, starts))
    assert [choice.quarters[key] for key in choice.quarters] == sorted(choice.quarters.values())


@pytest.mark.parametrize("seed", range(12))
def test_more_money_and_more_days_are_never_worse(seed: int) -> None:
    random = Random(seed)
    options = tuple(random_options(random, 22, 14))
    for days in (None, 20):
        rising = [choose(Task(options, limits(budget, days))) for budget in range(0, 400_001, 50_000)]
        assert all(choice.is_proven for choice in rising)
        assert [choice.points for choice in rising] == sorted(choice.points for choice in rising)
    rising = [choose(Task(options, limits(100_000, days))) for days in (0, 5, 10, 15, 20, 40, 80, None)]
    assert all(choice.is_proven for choice in rising)
    assert [choice.points for choice in rising] == sorted(choice.points for choice in rising)


def test_bound_holds_and_the_gap_is_said_where_the_search_is_cut() -> None:
    cut = 0
    for seed in range(40):
        given = Task(tuple(random_options(Random(seed), 26, 20)), limits(100_000, 20))
        quick, full = choose(given, patience=QUICK), choose(given)
        assert full.is_proven
        assert quick.points <= full.points <= quick.bound
        assert quick.gap == quick.bound - quick.points
        assert is_allowed(given, quick.keys) and is_scheduled(given, quick.quarters)
        if not quick.is_proven:
            cut += 1
            assert quick.nodes == 1
    assert cut >= 3


def test_cut_search_is_no_worse_than_what_is_known() -> None:
    for seed in range(20):
        given = Task(tuple(random_options(Random(seed), 26, 20)), limits(100_000, 20))
        full = choose(given)
        assert choose(given, [full.keys], patience=QUICK).keys == full.keys
    dear = frozenset(each.key for each in given.options)
    assert choose(given, [dear]).keys == full.keys


def test_bound_holds_where_gains_do_not_add_up_and_the_search_is_cut() -> None:
    given = Task(tuple(random_options(Random(5), 12, 10)), limits(60_000, 20))
    whole = replace(given, worth=lambda keys: points_of(given, keys))
    quick, full = choose(whole, patience=QUICK), choose(whole)
    assert full.is_proven
    assert not quick.is_proven
    assert quick.points <= full.points <= quick.bound
    assert choose(whole, [full.keys], patience=QUICK).keys == full.keys


def _place_without_rank(given: Task, keys: frozenset[str]) -> tuple[object, ...]:
    found: Place = place(given, keys)
    return found[:4]


@pytest.mark.parametrize("seed", range(30))
def test_order_and_names_matter_only_among_equals(seed: int) -> None:
    random = Random(seed)
    given = random_task(random, 12)
    turned = replace(given, options=tuple(random.sample(given.options, len(given.options))))
    assert _place_without_rank(given, choose(turned).keys) == _place_without_rank(given, choose(given).keys)
    names = {each.key: f"z{number:02}" for number, each in enumerate(reversed(given.options))}
    renamed = tuple(
        replace(
            each,
            key=names[each.key],
            requires=frozenset(names[need] for need in each.requires),
            excludes=frozenset(names[other] for other in each.excludes),
        )
        for each in given.options
    )
    other = choose(replace(given, options=renamed, barred=frozenset(names[key] for key in given.barred)))
    assert other.quarters == {names[key]: quarter for key, quarter in choose(given).quarters.items()}


def test_of_equal_points_the_cheapest_then_fewest_days_then_fewest_then_first_in_rank() -> None:
    same = {"gains": {"q": Fraction(3)}}
    assert chosen(option("a", **same, cost=2), option("b", **same, cost=1)) == {"b": 1}
    assert chosen(option("a", **same, days=5), option("b", **same, days=4)) == {"b": 1}
    halves = [option(key, gains={question: Fraction(3)}) for key, question in (("a", "p"), ("b", "q"))]
    both = option("c", gains={"p": Fraction(3), "q": Fraction(3)})
    assert chosen(*halves, both) == {"c": 1}
    assert chosen(option("b", **same), option("a", **same)) == {"b": 1}


def test_what_adds_nothing_is_left_out_unless_it_is_required() -> None:
    idle, useful = option("idle", gains={}), option("useful")
    assert chosen(idle, useful) == {"useful": 1}
    assert chosen(idle, option("useful", requires=["idle"])) == {"idle": 1, "useful": 1}
    assert chosen(idle, useful, pinned=frozenset({"idle"})) == {"idle": 1, "useful": 1}


def test_gains_on_one_question_are_not_counted_twice() -> None:
    low, high = option("low", gains={"q": Fraction(2)}), option("high", cost=90, gains={"q": Fraction(5)})
    other = option("other", 4, cost=20)
    assert chosen(low, high, other) == {"low": 1, "other": 1}
    assert choose(task(low, high, other)).points == 6
    assert choose(task(low, high, other, budget=110)).points == 9


def test_prerequisite_ends_in_the_quarter_in_which_its_follower_begins_at_the_latest() -> None:
    first, then = option("first", quarters=2), option("then", requires=["first"], quarters=3)
    assert chosen(first, then) == {"first": 1, "then": 2}
    assert chosen(first, option("then", 9, requires=["first"], quarters=4)) == {"first": 1}
    assert chosen(first, option("alone", 9, requires=["elsewhere"])) == {"first": 1, "alone": 1}


def test_capacity_spreads_days_evenly_and_holds_to_the_last_third_of_a_day() -> None:
    long = option("long", days=40, quarters=3)
    assert chosen(long, days=13) == {}
    assert chosen(long, days=14) == {"long": 1}
    assert chosen(long, option("short", days=1), days=14) == {"long": 1, "short": 4}


def test_options_that_exclude_each_other_are_not_chosen_together() -> None:
    assert chosen(option("a", 2, excludes=["b"]), option("b", 3), option("c")) == {"b": 1, "c": 1}
    assert chosen(option("a", 2), option("b", 3, excludes=["a"], cost=200), option("c")) == {"a": 1, "c": 1}


def test_options_that_require_themselves_are_never_chosen() -> None:
    ring = option("a", requires=["b"]), option("b", requires=["a"]), option("c", requires=["a"])
    assert chosen(*ring, option("d")) == {"d": 1}


def test_nothing_to_choose_from_gives_nothing() -> None:
    assert chosen() == {}
    assert chosen(option("a", gains={})) == {}
    assert chosen(option("a", cost=1), budget=0) == {}
    assert chosen(option("a"), option("b", cost=1, gains={"q_a": Fraction(1)}), budget=0) == {"a": 1}


@pytest.mark.parametrize(
    ("options", "changes", "clash", "keys"),
    [
        ([option("a")], {"pinned": frozenset({"x"})}, Clash.UNKNOWN, ("x",)),
        ([option("a")], {"pinned": frozenset("a"), "barred": frozenset("a")}, Clash.BARRED, ("a",)),
        (
            [option("a"), option("b", requires=["a"])],
            {"pinned": frozenset("b"), "barred": frozenset("a")},
            Clash.BARRED,
            ("a",),
        ),
        ([option("a", excludes=["b"]), option("b")], {"pinned": frozenset("ab")}, Clash.EXCLUDED, ("a", "b")),
        ([option("a", cost=101)], {"pinned": frozenset("a")}, Clash.BUDGET, ("a",)),
        ([option("a", days=9)], {"pinned": frozenset("a"), "days": 8}, Clash.SCHEDULE, ("a",)),
        ([option("a", quarters=5)], {"pinned": frozenset("a")}, Clash.SCHEDULE, ("a",)),
    ],
)
def test_what_is_pinned_and_does_not_fit_is_refused_by_name(
    options: list[Option], changes: dict[str, object], clash: Clash, keys: tuple[str, ...]
) -> None:
    with pytest.raises(PinnedDoNotFit) as refused:
        chosen(*options, **changes)
    assert (refused.value.clash, refused.value.keys) == (clash, keys)
    assert str(refused.value) == f"{clash.value}: {', '.join(keys)}"


@pytest.mark.parametrize("seed", range(3))
def test_sixty_options_give_the_same_choice_every_time_within_all_limits(seed: int) -> None:
    given = Task(tuple(random_options(Random(seed), 60, 50)), limits(300_000, 30))
    first, second = choose(given), choose(given)
    assert first == second
    assert is_allowed(given, first.keys) and is_scheduled(given, first.quarters)
    assert can_be_scheduled(given, first.keys)
    assert first.points == points_of(given, first.keys) <= first.bound
