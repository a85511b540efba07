"""Whether a set of options can be done within the quarters, exactly, and the earliest way to do it."""

from recommendations.rules.roadmap.options import Patience
from recommendations.rules.roadmap.placing import Bench, in_order
from recommendations.rules.roadmap.puzzle import Puzzle, bits
from recommendations.rules.roadmap.rows import working_rows

TRIES = 20
REMEMBERED = 64


class Packer:
    """Answers are remembered: a search asks for the same sets again and again.

    A set that is too hard to tell counts as one that cannot be done; `is_sure` tells the two apart.
    """

    def __init__(self, puzzle: Puzzle, patience: Patience) -> None:
        self._puzzle = puzzle
        self._bench = Bench(puzzle)
        self._rows = working_rows(puzzle)
        self._patience = patience
        self._soon: dict[int, bool] = {0: True}
        self._known: dict[int, bool] = {0: True}
        self._failed: list[int] = []
        self._unsure: list[int] = []

    def fits_soon(self, mask: int) -> bool:
        """This function will return True only if the set can be done; False where that is not seen soon."""
        if mask not in self._soon:
            self._soon[mask] = self._is_seen_soon(mask)
        return self._soon[mask]

    def _is_seen_soon(self, mask: int) -> bool:
        if any(failed & mask == failed for failed in self._failed):
            return False
        order = self._longest_first(mask)
        if self._bench.first_fit(order) is not None:
            return True
        return not self._breaks_a_row(mask) and bool(self._tried(mask, order, self._patience.few_steps))

    def fits(self, mask: int) -> bool:
        """This function will return whether the set can be done within the horizon and the capacity."""
        if mask not in self._known:
            self._known[mask] = self.fits_soon(mask) or self._is_possible(mask)
        return self._known[mask]

    def _is_possible(self, mask: int) -> bool:
        if any(failed & mask == failed for failed in self._failed):
            return False
        possible = self._tried(mask, self._longest_first(mask), self._patience.steps)
        if possible is None:
            self._unsure.append(mask)
        return bool(possible)

    def is_sure(self, mask: int) -> bool:
        """This function will return False where `fits` may have said no only because it could not tell."""
        return not any(unsure & mask == unsure for unsure in self._unsure)

    def _tried(self, mask: int, order: list[int], steps: int) -> bool | None:
        has_room = self._bench.has_room(order, steps * TRIES)
        if has_room and not any(self._puzzle.needs[index] & mask for index in order):
            return True
        starts, is_cut = self._bench.search(order, steps) if has_room is not False else (None, False)
        if starts is None and not is_cut:
            self._fail(mask)
        return None if is_cut else starts is not None

    def _fail(self, mask: int) -> None:
        self._failed = [mask, *self._failed[: REMEMBERED - 1]]

    def _breaks_a_row(self, mask: int) -> bool:
        """The row that was broken last is asked first."""
        chosen = list(bits(mask))
        for number, row in enumerate(self._rows):
            takes = row.takes
            if sum([takes[index] for index in chosen]) > row.most:
                self._rows.insert(0, self._rows.pop(number))
                return True
        return False

    def earliest(self, mask: int) -> dict[int, int]:
        """This function will return the first quarters, from 0, of a set that fits: the earliest in order of rank.

        Prerequisites come first, and what an option follows, unless there is no room for it so early. Where that takes
        too many steps, it is a schedule that holds, not the earliest.
        """
        if self._puzzle.before != self._puzzle.needs:
            full = self._puzzle.in_full_order()
            order = in_order(full, mask, list(bits(mask)))
            starts, _ = Bench(full).search(order, self._patience.earliest_steps)
            if starts is not None:
                return dict(zip(order, starts, strict=True))
        order = in_order(self._puzzle, mask, list(bits(mask)))
        starts, _ = self._bench.search(order, self._patience.earliest_steps)
        if starts is None:
            order = self._longest_first(mask)
            # no more than it took to tell that the set fits
            starts, _ = self._bench.search(order, self._patience.steps * TRIES + len(order))
        return dict(zip(order, starts or (), strict=True))

    def _longest_first(self, mask: int) -> list[int]:
        """What can begin in the fewest quarters first, of those the largest load."""
        load, span = self._puzzle.load, self._puzzle.span
        order = sorted(bits(mask), key=lambda index: (-span[index] if load[index] else 0, -load[index], index))
        return in_order(self._puzzle, mask, order)
