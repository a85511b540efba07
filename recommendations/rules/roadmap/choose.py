"""The best choice of options within the limits, its schedule, and how sure that is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from recommendations.rules.roadmap.options import Clash, Limits, Option, Patience, PinnedDoNotFit, Worth
from recommendations.rules.roadmap.oracle import OracleSearch
from recommendations.rules.roadmap.packing import Packer
from recommendations.rules.roadmap.puzzle import Puzzle, bits, puzzle_of
from recommendations.rules.roadmap.search import Search

NONE: frozenset[str] = frozenset()
PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class Task:
    """What to choose from and how. `worth` is given where gains do not add up question by question.

    `pinned` are in every choice with all that they require; `barred` are in none.
    """

    options: tuple[Option, ...]
    limits: Limits
    pinned: frozenset[str] = NONE
    barred: frozenset[str] = NONE
    worth: Worth | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """`quarters`: the first quarter of each chosen option, from 1, in the order of doing.

    No choice within the limits gains more than `bound` points. `is_proven` says that none is better in any respect.
    """

    quarters: Mapping[str, int]
    points: Fraction
    bound: Fraction
    is_proven: bool
    nodes: int

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self.quarters)

    @property
    def gap(self) -> Fraction:
        """The points by which a better choice could win at most."""
        return self.bound - self.points


def choose(task: Task, known: Iterable[frozenset[str]] = (), patience: Patience = PATIENCE) -> Choice:
    """This function will return the choice that gains most; of equals the cheapest, then that with fewest days, then
    with fewest options, then that with options first in rank, which is the order given.

    How much is tried does not depend on time, so that the choice is the same every time. One that is proven is never
    worse for a greater budget or more days. One that is not proven is at least as good as every set of `known` that
    keeps the limits: whoever compares budgets hands in what a smaller one chose.

    Raises `PinnedDoNotFit` where what is pinned breaks a limit by itself.
    """
    puzzle = puzzle_of(task.options, task.limits)
    packer = Packer(puzzle, patience)
    room = Room(puzzle, packer, task)
    is_sure = packer.is_sure(puzzle.everything)
    started = tuple(mask for keys in known if room.holds(mask := puzzle.mask(keys) | room.settled))
    mask, points, bound, is_proven, nodes = _searched(task, puzzle, packer, room, started, patience)
    return Choice(
        quarters=_quarters(puzzle, packer, mask),
        points=points,
        bound=bound if is_sure else _of_everything(task, puzzle),
        is_proven=is_proven and is_sure,
        nodes=nodes,
    )


def _searched(
    task: Task, puzzle: Puzzle, packer: Packer, room: "Room", started: tuple[int, ...], patience: Patience
) -> tuple[int, Fraction, Fraction, bool, int]:
    if task.worth is not None:
        oracle = OracleSearch(puzzle, packer, task.worth, room.settled, room.within, patience.asked)
        mask, bound, is_proven = oracle.run(started)
        return mask, task.worth(puzzle.names(mask)), bound, is_proven, oracle.nodes
    found = Search(puzzle, packer, room.settled, room.within, patience.nodes).run(started)
    return found.mask, puzzle.points(found.worth), puzzle.points(found.bound), found.is_proven, found.nodes


def _of_everything(task: Task, puzzle: Puzzle) -> Fraction:
    """The points of all options together, where it could not even be told which can be done by themselves."""
    if task.worth is not None:
        return task.worth(puzzle.names(puzzle.everything))
    return puzzle.points(sum(weight for weight, _ in puzzle.elements))


def _quarters(puzzle: Puzzle, packer: Packer, mask: int) -> dict[str, int]:
    starts = packer.earliest(mask)
    place = {index: number for number, index in enumerate(starts)}
    return {
        puzzle.keys[index]: starts[index] + 1 for index in sorted(starts, key=lambda one: (starts[one], place[one]))
    }


class Room:
    """What a task leaves open: `settled` is pinned with all that it requires, `within` can be done beside it.

    `barred` are those decided against, and those that can never begin because they require themselves.
    """

    def __init__(self, puzzle: Puzzle, packer: Packer, task: Task) -> None:
        self._puzzle = puzzle
        self._packer = packer
        self.barred = puzzle.mask(task.barred) | _in_rings(puzzle)
        self._refuse(Clash.UNKNOWN, sorted(task.pinned - set(puzzle.keys)))
        self.settled = puzzle.closure(puzzle.mask(task.pinned))
        self._refuse_what_clashes()
        closures = [puzzle.closure(1 << index) | self.settled for index in range(puzzle.size)]
        self.within = sum(1 << index for index, closure in enumerate(closures) if self.holds(closure))

    def holds(self, mask: int) -> bool:
        """This function will return whether a set keeps all limits, counting all that it requires."""
        puzzle = self._puzzle
        if puzzle.closure(mask) != mask or mask & self.barred or not puzzle.agrees(mask):
            return False
        return puzzle.spent(mask) <= puzzle.budget and self._packer.fits(mask)

    def _refuse_what_clashes(self) -> None:
        puzzle, settled = self._puzzle, self.settled
        excluded = [index for index in bits(settled) if puzzle.bars[index] & settled]
        self._refuse(Clash.BARRED, self._names(bits(settled & self.barred)))
        self._refuse(Clash.EXCLUDED, self._names(excluded))
        if puzzle.spent(settled) > puzzle.budget:
            self._refuse(Clash.BUDGET, self._names(bits(settled)))
        if not self._packer.fits(settled):
            self._refuse(Clash.SCHEDULE, self._names(bits(settled)))

    def _names(self, indices: Iterable[int]) -> list[str]:
        return [self._puzzle.keys[index] for index in indices]

    def _refuse(self, clash: Clash, keys: Sequence[str]) -> None:
        if keys:
            raise PinnedDoNotFit(clash, keys)


def _in_rings(puzzle: Puzzle) -> int:
    """Options that require themselves by way of others can never begin."""
    return sum(
        1 << index
        for index in range(puzzle.size)
        if any(puzzle.closure(1 << need) >> index & 1 for need in bits(puzzle.needs[index]))
    )
