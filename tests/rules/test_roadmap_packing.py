"""Whether options can be placed: quickly, exactly, or not told in time, and what the search makes of each answer."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from recommendations.rules.roadmap.choose import Task, choose
from recommendations.rules.roadmap.options import Patience
from recommendations.rules.roadmap.packing import Packer
from recommendations.rules.roadmap.placing import Bench, in_order
from recommendations.rules.roadmap.puzzle import bits, puzzle_of
from recommendations.rules.roadmap.rows import rows_of
from tests.rules.roadmap_samples import (
    can_be_scheduled,
    is_scheduled,
    limits,
    option,
    points_of,
    random_options,
    random_task,
)


@pytest.mark.parametrize("seed", range(16))
def test_every_set_is_told_as_trying_all_starts_tells_it(seed: int) -> None:
    random = Random(seed)
    given = replace(random_task(random, 6), limits=limits(0, random.choice((5, 10, 20, 40))))
    puzzle = puzzle_of(given.options, given.limits)
    packer = Packer(puzzle, Patience())
    for mask in range(1 << puzzle.size):
        if puzzle.closure(mask) != mask:
            continue
        if packer.fits(mask):
            starts = packer.earliest(mask)
            assert is_scheduled(given, {puzzle.keys[index]: start + 1 for index, start in starts.items()})
        else:
            assert packer.is_sure(mask)
            assert not can_be_scheduled(given, puzzle.names(mask))


@pytest.mark.parametrize("seed", range(16))
def test_rows_hold_for_every_set_that_keeps_the_limits(seed: int) -> None:
    random = Random(seed)
    given = random_task(random, 7)
    puzzle = puzzle_of(given.options, given.limits)
    packer, rows = Packer(puzzle, Patience()), rows_of(puzzle)
    for mask in range(1 << puzzle.size):
        is_within = puzzle.closure(mask) == mask and puzzle.agrees(mask) and puzzle.spent(mask) <= puzzle.budget
        if is_within and packer.fits(mask):
            assert all(sum(row.takes[index] for index in bits(mask)) <= row.most for row in rows)


def test_room_is_not_told_after_too_many_tries() -> None:
    given = puzzle_of([option(key, days=1) for key in "abcd"], limits(0, 1))
    bench = Bench(given)
    assert bench.has_room([0, 1, 2, 3], 1_000) is True
    assert bench.has_room([0, 1, 2, 3], 8) is None
    assert bench.search([0, 1, 2, 3], 2) == (None, True)


def test_prerequisites_stand_first_whatever_is_wanted() -> None:
    puzzle = puzzle_of([option("a", requires=["c"]), option("b"), option("c", requires=["d"]), option("d")], limits(0))
    assert in_order(puzzle, 0b1111, [0, 1, 2, 3]) == [3, 2, 0, 1]
    assert in_order(puzzle, 0b0011, [1, 0]) == [1, 0]


def _tight() -> Task:
    """Two chains and a filler for which placing one by one, without going back, finds no way."""
    for seed in range(2_000):
        random = Random(seed)
        given = Task(tuple(random_options(random, 9, 9, related=0.6)), limits(10_000_000, random.choice((15, 20, 25))))
        puzzle = puzzle_of(given.options, given.limits)
        best = puzzle.mask(choose(given).keys)
        order = in_order(puzzle, best, sorted(bits(best), key=lambda i: (-puzzle.span[i], -puzzle.load[i], i)))  # noqa: B023
        needs_going_back = Bench(puzzle).first_fit(order) is None
        if needs_going_back and any(puzzle.needs[index] & best for index in order):
            return given
    raise AssertionError("no such case")


def test_set_that_is_too_hard_to_tell_is_not_chosen_and_keeps_the_bound_open() -> None:
    given = _tight()
    full = choose(given)
    for task in (given, replace(given, worth=lambda keys: points_of(given, keys))):
        told = choose(task, patience=Patience(few_steps=1, steps=1))
        assert not told.is_proven
        assert told.points < full.points <= told.bound
        assert is_scheduled(task, told.quarters)


def test_option_that_is_too_hard_to_tell_by_itself_leaves_all_points_open() -> None:
    tight = _tight()
    last = option("last", 100, requires=choose(tight).keys)
    given = replace(tight, options=(*tight.options, last))
    for task in (given, replace(given, worth=lambda keys: points_of(given, keys))):
        told = choose(task, patience=Patience(few_steps=1, steps=1))
        assert (told.is_proven, told.bound) == (False, points_of(given, frozenset(each.key for each in given.options)))


def test_schedule_that_holds_stands_where_the_earliest_takes_too_long() -> None:
    given = Task((option("a", days=1), option("b", days=9, quarters=3), option("c", days=3)), limits(0, 4))
    assert choose(given).quarters == {"a": 1, "b": 1, "c": 4}
    assert choose(given, patience=Patience(earliest_steps=1)).quarters == {"b": 1, "a": 1, "c": 4}


def test_budget_below_one_unit_of_money_buys_nothing_more() -> None:
    thirds = [option("a", cost=0), option("b")]
    costs = replace(thirds[1], cost=Fraction(1, 3))
    assert choose(Task((thirds[0], costs), limits(0))).keys == {"a"}
    assert choose(Task((thirds[0], costs), replace(limits(0), budget=Fraction(1, 3)))).keys == {"a", "b"}
