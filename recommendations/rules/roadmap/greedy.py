"""Good choices, quickly: the best for the money first, then one out and others in as long as that helps."""

from collections.abc import Iterable, Sequence

from recommendations.rules.roadmap.packing import Packer
from recommendations.rules.roadmap.puzzle import Puzzle, bits
from recommendations.rules.roadmap.relax import Relaxed

MILLION = 1_000_000


class Greedy:
    """Builds choices within all limits. `within` are the options that may be taken, `settled` those that must be."""

    def __init__(self, puzzle: Puzzle, packer: Packer, settled: int, within: int) -> None:
        self._puzzle = puzzle
        self._packer = packer
        self._settled = settled
        self._within = within
        self._closures = {index: puzzle.closure(1 << index) for index in bits(within)}
        self._brings = {
            index: sorted({number for each in bits(closure) for number in puzzle.covers[each]})
            for index, closure in self._closures.items()
        }
        self.set_prices(self._first_prices())

    def grown(self, mask: int, extra: int) -> int | None:
        """This function will return the set with `extra` and all that it requires, or None where that breaks a limit."""
        puzzle, then = self._puzzle, mask | extra
        if puzzle.spent(then) > puzzle.budget or not puzzle.agrees(then):
            return None
        return then if self._packer.fits_soon(then) else None

    def completed(self, mask: int, order: Iterable[int] = ()) -> int:
        """This function will return the set with the options of `order` that fit, in turn, and whatever else pays."""
        for index in order:
            if not mask >> index & 1:
                mask = self.grown(mask, self._closures[index]) or mask
        return self.trimmed(self.filled(mask))

    def filled(self, mask: int, without: int = 0) -> int:
        """This function will return the set with more of what gains most for what it takes, until nothing pays."""
        refused = without
        while True:
            best = self._best_next(mask, refused)
            if best is None:
                return mask
            then = self.grown(mask, self._closures[best])
            if then is None:
                refused |= 1 << best
            else:
                mask = then

    def _best_next(self, mask: int, refused: int) -> int | None:
        """The option with the most gain for its price, compared crosswise."""
        puzzle, price = self._puzzle, self._price
        open_now = [0 if by & mask else weight for weight, by in puzzle.elements]
        best, best_gain, best_price = None, 0, 1
        for index, closure in self._closures.items():
            if mask >> index & 1 or closure & refused:
                continue
            gain = sum([open_now[number] for number in self._brings[index]])
            if gain * best_price <= best_gain * self._full_price[index] and not closure & mask:
                continue
            new = closure & ~mask
            taken = sum([price[each] for each in bits(new)])
            if gain * best_price > best_gain * taken:
                best, best_gain, best_price = index, gain, taken
        return best

    def set_prices(self, price: Sequence[int]) -> None:
        """This function will let `price`, one per option and above 0, say how much each takes of what is scarce."""
        self._price = list(price)
        self._full_price = {
            index: sum(self._price[each] for each in bits(closure)) for index, closure in self._closures.items()
        }

    def _first_prices(self) -> list[int]:
        """What an option takes of the budget and of the capacity, in millionths, and a little for being one more."""
        puzzle = self._puzzle
        room = (puzzle.room or 0) * puzzle.quarters
        return [
            1 + cost * MILLION // (puzzle.budget or 1) + (load * span * MILLION // room if room else 0)
            for cost, load, span in zip(puzzle.cost, puzzle.load, puzzle.span, strict=True)
        ]

    def trimmed(self, mask: int) -> int:
        """This function will return the set without options that add nothing to it, last in rank first."""
        puzzle = self._puzzle
        worth = puzzle.worth(mask)
        for index in sorted(bits(mask & ~self._settled), key=lambda index: (-puzzle.toll[index], -index)):
            then = mask & ~(1 << index)
            if any(puzzle.needs[other] >> index & 1 for other in bits(then)):
                continue
            left = puzzle.worth(then)
            if left > worth:
                mask, worth = then, left
        return mask

    def improved(self, mask: int) -> int:
        """This function will return a set worth at least as much: each option in turn gives way to others."""
        for index in list(bits(mask & ~self._settled)):
            if mask >> index & 1:
                mask = self._better(mask, index)
        return mask

    def _better(self, mask: int, index: int) -> int:
        without = self._dropped(mask, index)
        other, worth = self.filled(without, 1 << index), self._puzzle.worth(mask)
        if self._puzzle.worth(other) + self._puzzle.point <= worth:
            return mask  # fewer points, and leaving out what adds nothing brings none
        other = self.trimmed(other)
        return other if self._puzzle.worth(other) > worth else mask

    def _dropped(self, mask: int, index: int) -> int:
        """Those that need it go as well."""
        gone = 1 << index
        return mask & ~sum(1 << other for other in bits(mask) if self._closures_of(other) & gone)

    def _closures_of(self, index: int) -> int:
        return self._closures.get(index) or self._puzzle.closure(1 << index)


def by_pull(relaxed: Relaxed) -> list[int]:
    """This function will return the options that a relaxation takes more often than not, the surest first."""
    likely = [index for index, often in relaxed.often.items() if 2 * often > relaxed.rounds]
    return sorted(likely, key=lambda index: (-relaxed.pull[index], index))
