"""Branch and bound: the best set within all limits, or the best that was found and how much better one could be."""

from dataclasses import dataclass
from heapq import heappop, heappush

from recommendations.rules.roadmap.greedy import Greedy, by_pull
from recommendations.rules.roadmap.packing import Packer
from recommendations.rules.roadmap.puzzle import Puzzle, bits
from recommendations.rules.roadmap.relax import Prices, Relaxation, Relaxed
from recommendations.rules.roadmap.rows import rows_of

ROOT_ROUNDS = 150
ROUNDS = 24
TRIES = 12


@dataclass(frozen=True, slots=True)
class Found:
    """`mask` is the best set found; no set is worth more than `bound`. `nodes`: how many parts were looked at."""

    mask: int
    worth: int
    bound: int
    nodes: int

    @property
    def is_proven(self) -> bool:
        return self.bound <= self.worth


@dataclass(frozen=True, slots=True)
class Node:
    """The sets between `taken` and `taken | free`, worth no more than `bound`."""

    taken: int
    free: int
    bound: int
    prices: Prices


class Search:
    """The options of `settled` are in every set looked at, and only those of `within` may be in one."""

    def __init__(self, puzzle: Puzzle, packer: Packer, settled: int, within: int, nodes: int) -> None:
        self._puzzle = puzzle
        self._packer = packer
        self._settled = settled
        self._free = within & ~settled
        self._limit = nodes
        self._greedy = Greedy(puzzle, packer, settled, within)
        self._closures = [puzzle.closure(1 << index) for index in range(puzzle.size)]
        self._followers = [
            sum(1 << other for other in range(puzzle.size) if self._closures[other] >> index & 1)
            for index in range(puzzle.size)
        ]
        self._missed = 0
        self._mask = settled
        self._worth = puzzle.worth(settled)

    def run(self, known: tuple[int, ...] = ()) -> Found:
        """This function will return the best set; `known` are sets within the limits that are already known."""
        self._relaxation = Relaxation(self._puzzle, rows_of(self._puzzle))
        for mask in known:
            self._offer(mask)
        self._offer(self._greedy.completed(self._settled))
        node: Node | None = self._root()
        heap: list[tuple[int, int, Node]] = []
        nodes = pushed = 0
        while nodes < self._limit:
            if node is None or node.bound <= self._worth:
                if not heap:
                    break
                node = heappop(heap)[2]
                continue
            nodes += 1
            parts = self._parts(node, nodes)
            node = parts.pop() if parts else None
            for part in parts:
                pushed += 1
                heappush(heap, (-part.bound, -pushed, part))
        left = [part.bound for part in [node, *(part for _, _, part in heap)] if part is not None]
        return Found(self._mask, self._worth, max([self._worth, self._missed, *left]), nodes)

    def _offer(self, mask: int) -> None:
        worth = self._puzzle.worth(mask)
        if worth > self._worth:
            self._mask, self._worth = mask, worth

    def _root(self) -> Node:
        prices = self._relaxation.first_prices()
        relaxed = self._relaxation.relax(self._settled, self._free, prices, self._worth, ROOT_ROUNDS)
        if relaxed.bound > self._worth:
            self._greedy.set_prices(self._relaxation.prices_of_options(prices))
            self._offer(self._greedy.completed(self._settled))
            self._offer(self._greedy.completed(self._settled, by_pull(relaxed)))
            self._offer(self._greedy.improved(self._mask))
            relaxed = self._relaxation.relax(self._settled, self._free, prices, self._worth, ROOT_ROUNDS)
        return Node(self._settled, self._free, relaxed.bound, prices)

    def _parts(self, node: Node, number: int) -> list[Node]:
        """The parts of a node that are still worth looking at, the more promising one last."""
        taken, free, prices = node.taken, node.free, node.prices.copy()
        while True:
            self._offer(taken)
            free = self._possible(taken, free)
            if not free:
                return []
            relaxed = self._relaxation.relax(taken, free, prices, self._worth, ROUNDS)
            self._offer_relaxed(taken, relaxed)
            slack = relaxed.bound - self._worth
            if slack <= 0:
                return []
            sure, out = self._settled_by(relaxed, slack)
            if not sure and not out:
                break
            then = self._take(taken, sure, relaxed)
            if then is None or self._follow(out) & then:
                return []
            free &= ~(then | self._follow(out))
            taken = then
        if number < TRIES or number % TRIES == 0:
            self._offer(self._greedy.completed(taken, by_pull(relaxed)))
        return self._branch(taken, free, relaxed, prices)

    def _settled_by(self, relaxed: Relaxed, slack: int) -> tuple[int, int]:
        """Going against the pull of these would cost more than there is left to win."""
        sure = sum(1 << index for index, pull in relaxed.pull.items() if pull >= slack)
        out = sum(1 << index for index, pull in relaxed.pull.items() if -pull >= slack)
        return sure, out

    def _follow(self, out: int) -> int:
        gone = 0
        for index in bits(out):
            gone |= self._followers[index]
        return gone

    def _take(self, taken: int, new: int, relaxed: Relaxed) -> int | None:
        """Where it cannot be told whether a set can be done, what it might be worth stays in the bound."""
        then = taken
        for index in bits(new):
            then |= self._closures[index]
        if self._puzzle.spent(then) > self._puzzle.budget or not self._puzzle.agrees(then):
            return None
        if self._packer.fits(then):
            return then
        if not self._packer.is_sure(then):
            self._missed = max(self._missed, relaxed.bound)
        return None

    def _possible(self, taken: int, free: int) -> int:
        """The open options that do not break a limit beside what is taken, and that could still gain something."""
        puzzle = self._puzzle
        left = puzzle.budget - puzzle.spent(taken)
        barred = 0
        for index in bits(taken):
            barred |= puzzle.bars[index]
        kept = 0
        for index in bits(free):
            new = self._closures[index] & ~taken
            if not new & (barred | ~free) and puzzle.spent(new) <= left:
                kept |= 1 << index
        useful = 0
        for _, by in puzzle.elements:
            if not by & taken:
                useful |= by & kept
        wanted = 0
        for index in bits(useful):
            wanted |= self._closures[index]
        return kept & wanted

    def _offer_relaxed(self, taken: int, relaxed: Relaxed) -> None:
        """What the relaxation would take, where it happens to keep all limits."""
        mask = taken
        for index, pull in relaxed.pull.items():
            if pull > 0:
                mask |= 1 << index
        puzzle = self._puzzle
        if puzzle.worth(mask) <= self._worth or puzzle.closure(mask) != mask:
            return
        if puzzle.spent(mask) <= puzzle.budget and puzzle.agrees(mask) and self._packer.fits(mask):
            self._offer(mask)

    def _branch(self, taken: int, free: int, relaxed: Relaxed, prices: Prices) -> list[Node]:
        index = self._undecided(relaxed)
        parts = []
        then = self._take(taken, 1 << index, relaxed)
        without = free & ~self._followers[index]
        parts.append(Node(taken, without, min(relaxed.bound, relaxed.bound - max(0, relaxed.pull[index])), prices))
        if then is not None:
            self._offer(then)
            bound = relaxed.bound + min(0, relaxed.pull[index])
            parts.append(Node(then, free & ~then, bound, prices))
        if 2 * relaxed.often[index] < relaxed.rounds:
            parts.reverse()
        return [part for part in parts if part.bound > self._worth]

    def _undecided(self, relaxed: Relaxed) -> int:
        """The option that the relaxation now takes and now leaves."""

        def place(index: int) -> tuple[int, int]:
            often = relaxed.often[index]
            return min(often, relaxed.rounds - often), abs(relaxed.pull[index])

        return max(sorted(relaxed.pull), key=place)
