"""What limits a choice, as rows of whole numbers: the sum over the chosen options of what each takes is at most `most`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recommendations.rules.roadmap.puzzle import Puzzle, bits

PARTS = (2, 3, 4)
WORKING_ROWS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """`takes` per option, by rank; a negative one gives room to others."""

    takes: tuple[int, ...]
    most: int

    @property
    def is_binding(self) -> bool:
        return sum(take for take in self.takes if take > 0) > self.most


def rows_of(puzzle: Puzzle) -> list[Row]:
    """This function will return rows that every choice within the limits keeps, though not only such a choice."""
    money = Row(puzzle.cost, puzzle.budget)
    rows = [*working_rows(puzzle)[:WORKING_ROWS], *_order_rows(puzzle), *_either_rows(puzzle)]
    return [row for row in [money, *rows] if row.is_binding]


def _order_rows(puzzle: Puzzle) -> Iterator[Row]:
    """A follower without its prerequisite is one too many."""
    for index in range(puzzle.size):
        for needed in bits(puzzle.needs[index]):
            yield Row(_takes(puzzle.size, {index: 1, needed: -1}), 0)


def _either_rows(puzzle: Puzzle) -> Iterator[Row]:
    for index in range(puzzle.size):
        for other in bits(puzzle.bars[index]):
            if index < other:
                yield Row(_takes(puzzle.size, {index: 1, other: 1}), 1)


def _takes(size: int, given: dict[int, int]) -> tuple[int, ...]:
    return tuple(given.get(index, 0) for index in range(size))


def working_rows(puzzle: Puzzle) -> list[Row]:
    """This function will return rows of working days: what every option must spend in each run of quarters at least.

    Loads are taken plain and rounded: of loads above a half only one fits a quarter, of those above a third two, and so on, however much
    room is left beside them ("dual feasible functions" of bin packing).
    """
    if not puzzle.room:
        return []
    found: dict[tuple[int, ...], int] = {}
    for first in range(puzzle.quarters):
        for last in range(first, puzzle.quarters):
            inside = [_inside(span, first, last, puzzle.quarters) for span in puzzle.span]
            for loads, room in _rounded(puzzle.load, puzzle.room):
                takes = tuple(load * times for load, times in zip(loads, inside, strict=True))
                most = room * (last - first + 1)
                found[takes] = min(most, found.get(takes, most))
    rows = [Row(takes, most) for takes, most in found.items()]
    return sorted(
        (row for row in rows if row.is_binding), key=lambda row: (-sum(row.takes) * 1000 // row.most, row.takes)
    )


def _inside(span: int, first: int, last: int, quarters: int) -> int:
    """Quarters of a run that an option spends in [first, last] wherever it begins."""
    begins = range(max(1, quarters - span + 1))
    return min(max(0, min(begin + span - 1, last) - max(begin, first) + 1) for begin in begins)


def _rounded(loads: Sequence[int], room: int) -> Iterator[tuple[list[int], int]]:
    yield list(loads), room
    for parts in PARTS:
        share = parts - 1
        yield (
            [share * load if parts * load % room == 0 else room * (parts * load // room) for load in loads],
            share * room,
        )
    for small in sorted({load for load in loads if 0 < 2 * load <= room}):
        yield [_without_small(load, small, room) for load in loads], room


def _without_small(load: int, small: int, room: int) -> int:
    if load > room - small:
        return room
    return load if load >= small else 0
