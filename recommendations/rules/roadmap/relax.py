"""An upper bound on what a set can be worth: limits may be broken, at a price that is set so that it does not pay."""

from collections.abc import Sequence
from dataclasses import dataclass

from recommendations.rules.roadmap.puzzle import Puzzle, bits
from recommendations.rules.roadmap.rows import Row

FINE = 64
PATIENCE = 6
HALVINGS = 4
WORTHWHILE = 50


@dataclass(slots=True)
class Prices:
    """`shares`: the part of each element's weight that is credited to the options that bring it, each of them; the

    rest is credited at once. `fees`: the price of each row's unit. Any prices ≥ 0 with share ≤ weight give a bound.
    """

    shares: list[int]
    fees: list[int]

    def copy(self) -> "Prices":
        return Prices(self.shares[:], self.fees[:])


@dataclass(frozen=True, slots=True)
class Relaxed:
    """`bound` holds for every set between `taken` and `taken` with some of the open options.

    `pull` of an open option: taking it against its sign lowers the bound by so much. `often`: in how many of the
    rounds it paid to take it.
    """

    bound: int
    pull: dict[int, int]
    often: dict[int, int]
    rounds: int


class Relaxation:
    """Lagrangian relaxation with the prices improved by subgradient steps, in whole numbers and the same every time."""

    def __init__(self, puzzle: Puzzle, rows: Sequence[Row]) -> None:
        self._puzzle = puzzle
        self._rows = rows
        self._scale = [max(abs(take) for take in row.takes) for row in rows]
        self._takes = [
            [(number, row.takes[index]) for number, row in enumerate(rows) if row.takes[index]]
            for index in range(puzzle.size)
        ]

    def first_prices(self) -> Prices:
        """This function will return prices to begin with: each element shared among all that bring it."""
        return Prices([weight // by.bit_count() for weight, by in self._puzzle.elements], [0] * len(self._rows))

    def prices_of_options(self, prices: Prices) -> list[int]:
        """This function will return what each option takes of all limits together, at these prices; at least 1."""
        return [
            max(1, toll + sum(prices.fees[number] * take for number, take in takes))
            for toll, takes in zip(self._puzzle.toll, self._takes, strict=True)
        ]

    def relax(self, taken: int, free: int, prices: Prices, best: int, rounds: int) -> Relaxed:
        """This function will return a bound for the sets between `taken` and `taken | free`; `prices` are improved.

        It stops as soon as the bound is no more than `best`.
        """
        part = _Part(self, taken, free, prices)
        return part.improve(best, rounds)


class _Part:
    """The relaxation of one part of the search."""

    def __init__(self, whole: Relaxation, taken: int, free: int, prices: Prices) -> None:
        puzzle = self._puzzle = whole._puzzle
        self._prices = prices
        self._scale = whole._scale
        self._base = -sum(puzzle.toll[index] for index in bits(taken))
        self._room = [row.most for row in whole._rows]
        for index in bits(taken):
            for number, take in whole._takes[index]:
                self._room[number] -= take
        own = {index: -puzzle.toll[index] for index in bits(free)}
        shared = self._share_out(taken, free, own)
        self._shared = sorted(shared)
        self._open = [
            (index, mine, [number for number in puzzle.covers[index] if number in shared], whole._takes[index])
            for index, mine in own.items()
        ]
        self._weight = sum(puzzle.elements[number][0] for number in self._shared)
        self._none = [-1] * len(puzzle.elements)
        self._pulls = [0] * len(self._open)
        self._count, self._spare = self._none, self._room

    def _share_out(self, taken: int, free: int, own: dict[int, int]) -> set[int]:
        """What is brought already counts; what one option alone can bring is its own; the rest is shared."""
        shared = set()
        for number, (weight, by) in enumerate(self._puzzle.elements):
            if by & taken:
                self._base += weight
                continue
            left = by & free
            if left & (left - 1):
                shared.add(number)
            elif left:
                own[left.bit_length() - 1] += weight
        return shared

    def improve(self, best: int, rounds: int) -> Relaxed:
        """This function will return the lowest bound found and leave the prices that gave it."""
        prices, kept = self._prices, self._prices.copy()
        lowest, pulls = None, [0] * len(self._open)
        often = [0] * len(self._open)
        halvings = stale = done = 0
        while done < rounds and halvings <= HALVINGS:
            done += 1
            bound = self._look(often)
            if lowest is None or bound < lowest:
                stale = 0 if lowest is None or (lowest - bound) * WORTHWHILE > lowest - best else stale + 1
                lowest, pulls = bound, self._pulls[:]
                kept.shares[:], kept.fees[:] = prices.shares, prices.fees
                if bound <= best:
                    break
            else:
                stale += 1
            if stale >= PATIENCE:
                halvings, stale = halvings + 1, 0
            if not self._step(bound - best, halvings):
                break
        prices.shares[:], prices.fees[:] = kept.shares, kept.fees
        indices = [index for index, *_ in self._open]
        assert lowest is not None
        return Relaxed(lowest, dict(zip(indices, pulls, strict=True)), dict(zip(indices, often, strict=True)), done)

    def _look(self, often: list[int]) -> int:
        """The bound at the present prices, and what it would take: each option by itself, if that pays."""
        shares, fees = self._prices.shares, self._prices.fees
        count, spare, pulls = self._none[:], self._room[:], self._pulls
        bound = self._base + sum([fee * room for fee, room in zip(fees, spare, strict=True)])
        bound += self._weight - sum([shares[number] for number in self._shared])
        for place, (_, value, brings, takes) in enumerate(self._open):
            for number in brings:
                value += shares[number]
            for number, take in takes:
                value -= fees[number] * take
            pulls[place] = value
            if value > 0:
                bound += value
                often[place] += 1
                for number in brings:
                    count[number] += 1
                for number, take in takes:
                    spare[number] -= take
        self._count, self._spare = count, spare
        return bound

    def _step(self, gap: int, halvings: int) -> bool:
        """Polyak's step towards `best`: what is brought twice is credited less, what is overdrawn costs more."""
        elements, shares, fees, count = self._puzzle.elements, self._prices.shares, self._prices.fees, self._count
        slopes = [
            (number, over * FINE)
            for number in self._shared
            if (over := count[number]) and (shares[number] if over > 0 else shares[number] < elements[number][0])
        ]
        tilts = [
            (number, left * FINE // self._scale[number])
            for number, left in enumerate(self._spare)
            if left < 0 or (left and fees[number])
        ]
        length = sum([slope * slope for _, slope in slopes]) + sum([tilt * tilt for _, tilt in tilts])
        if not length:
            return False
        step = (gap * FINE >> halvings) // length
        for number, slope in slopes:
            shares[number] = min(elements[number][0], max(0, shares[number] - step * slope))
        for number, tilt in tilts:
            fees[number] = max(0, fees[number] - step * tilt // self._scale[number])
        return True
