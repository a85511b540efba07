"""The same search where gains do not add up question by question: a set is worth what scoring it again says.

Doing more must never gain less. The bound is what everything that is still open would gain together, so that fewer
cases are proven than where gains add up.
"""

from fractions import Fraction

from recommendations.rules.roadmap.options import Worth
from recommendations.rules.roadmap.packing import Packer
from recommendations.rules.roadmap.puzzle import Puzzle, bits

Place = tuple[Fraction, int]


class OracleSearch:
    """The options of `settled` are in every set looked at, and only those of `within` may be in one."""

    def __init__(self, puzzle: Puzzle, packer: Packer, worth: Worth, settled: int, within: int, asked: int) -> None:
        self._puzzle = puzzle
        self._packer = packer
        self._ask = worth
        self._settled = settled
        self._within = within
        self._limit = asked
        self._points: dict[int, Fraction] = {}
        self._closures = {index: puzzle.closure(1 << index) for index in bits(within)}
        self._missed: Fraction | None = None
        self._mask, self._place = settled, self._placed(settled)
        self.nodes = 0

    def run(self, known: tuple[int, ...]) -> tuple[int, Fraction, bool]:
        """This function will return the best set found, the most points a set can gain, and whether it is proven."""
        for mask in (*known, self._greedy()):
            self._offer(mask)
        stack = [(self._settled, self._within & ~self._settled)]
        while stack and len(self._points) < self._limit:
            taken, free = stack.pop()
            self.nodes += 1
            stack += self._parts(taken, free)
        left = [self._worth(taken | free) for taken, free in stack if self._may_win(taken, free)]
        if self._missed is not None:
            left.append(self._missed)
        return self._mask, max([self._place[0], *left]), not left

    def _worth(self, mask: int) -> Fraction:
        if mask not in self._points:
            self._points[mask] = self._ask(self._puzzle.names(mask))
        return self._points[mask]

    def _placed(self, mask: int) -> Place:
        return self._worth(mask), -sum(self._puzzle.toll[index] for index in bits(mask))

    def _offer(self, mask: int) -> None:
        place = self._placed(mask)
        if place > self._place:
            self._mask, self._place = mask, place

    def _may_win(self, taken: int, free: int) -> bool:
        most = self._worth(taken | free), -sum(self._puzzle.toll[index] for index in bits(taken))
        return most > self._place

    def _parts(self, taken: int, free: int) -> list[tuple[int, int]]:
        """With the first open option and without it; the part with it is looked at first."""
        free = sum(1 << index for index in bits(free) if self._fits(taken | self._closures[index], taken | free))
        if not free or not self._may_win(taken, free):
            return []
        index = max(bits(free), key=lambda index: (self._worth(taken | self._closures[index]), -index))
        followers = sum(1 << other for other in bits(free) if self._closures[other] >> index & 1)
        then = taken | self._closures[index]
        self._offer(then)
        return [(taken, free & ~followers), (then, free & ~then)]

    def _fits(self, mask: int, within: int) -> bool:
        puzzle = self._puzzle
        if mask & ~within or puzzle.spent(mask) > puzzle.budget or not puzzle.agrees(mask):
            return False
        if self._packer.fits(mask):
            return True
        if not self._packer.is_sure(mask):
            self._missed = max(self._worth(within), self._missed or Fraction(0))
        return False

    def _greedy(self) -> int:
        """The option with the most points first, cheap ones before dear ones; then without those that add nothing."""
        mask = self._settled
        while True:
            fitting = [
                mask | closure
                for closure in self._closures.values()
                if closure & ~mask and self._fits(mask | closure, self._settled | self._within)
            ]
            better = [then for then in fitting if self._worth(then) > self._worth(mask)]
            if not better:
                return self._trimmed(mask)
            mask = max(better, key=self._placed)

    def _trimmed(self, mask: int) -> int:
        for index in sorted(bits(mask & ~self._settled), key=lambda index: (-self._puzzle.toll[index], -index)):
            then = mask & ~(1 << index)
            is_needed = any(self._puzzle.needs[other] >> index & 1 for other in bits(then))
            if not is_needed and self._worth(then) == self._worth(mask):
                mask = then
        return mask
