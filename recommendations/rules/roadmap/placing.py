"""Places options into quarters one by one. The loads of all quarters stand in one whole number, one field for each."""

from collections.abc import Sequence

from recommendations.rules.roadmap.puzzle import Puzzle, bits

Starts = tuple[int, ...]


def in_order(puzzle: Puzzle, mask: int, wanted: Sequence[int]) -> list[int]:
    """This function will return the options of a set as `wanted`, but each after those of the set that it requires."""
    if not any(puzzle.needs[index] & mask for index in wanted):
        return list(wanted)
    order: list[int] = []
    seen = 0

    def put(index: int) -> None:
        nonlocal seen
        if seen >> index & 1:
            return
        needed = puzzle.needs[index] & mask & ~seen
        for other in wanted if needed else ():
            if needed >> other & 1:
                put(other)
        seen |= 1 << index
        order.append(index)

    for index in wanted:
        put(index)
    return order


class Bench:
    """`adds` per option and first quarter: what it adds to the loads. A field that overflows shows in its top bit."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle = puzzle
        room = puzzle.room or 0
        width = (2 * room + 1).bit_length() + 1
        fields = range(puzzle.quarters)
        self.top = sum(1 << (width * (quarter + 1) - 1) for quarter in fields)
        self.empty = sum(((1 << (width - 1)) - 1 - room) << (width * quarter) for quarter in fields)
        self.adds = tuple(
            tuple(
                sum(self._least(load, room) << (width * quarter) for quarter in range(start, start + span))
                for start in range(puzzle.quarters - span + 1)
            )
            for load, span in zip(puzzle.load, puzzle.span, strict=True)
        )

    def _least(self, load: int, room: int) -> int:
        return 0 if self.puzzle.room is None else min(load, room + 1)

    def first_fit(self, order: Sequence[int]) -> Starts | None:
        """This function will return first quarters if each option in turn finds room, without ever going back."""
        puzzle, loads, top = self.puzzle, self.empty, self.top
        ends: dict[int, int] = {}
        starts = []
        for index in order:
            needs = puzzle.needs[index]
            earliest = max([end for before, end in ends.items() if needs >> before & 1], default=0) if needs else 0
            adds = self.adds[index]
            for start in range(earliest, len(adds)):
                if not (loads + adds[start]) & top:
                    break
            else:
                return None
            loads += adds[start]
            starts.append(start)
            ends[index] = start + puzzle.span[index] - 1
        return tuple(starts)

    def has_room(self, order: Sequence[int], most: int) -> bool | None:
        """This function will return whether there is room for all, in whatever order; None after `most` tries.

        All loads that the options placed so far can leave behind are carried along, each once.
        """
        states, top, tries = {self.empty}, self.top, 0
        for index in order:
            adds = self.adds[index]
            tries += len(states) * len(adds)
            if tries > most:
                return None
            states = {then for loads in states for add in adds if not (then := loads + add) & top}
        return bool(states)

    def search(self, order: Sequence[int], steps: int) -> tuple[Starts | None, bool]:
        """This function will return the earliest first quarters in the given order, or None; and whether it gave up."""
        search = _Search(self, order, steps)
        return search.place(0, self.empty), search.left <= 0


class _Search:
    """What failed once from equal loads is not tried again."""

    def __init__(self, bench: Bench, order: Sequence[int], steps: int) -> None:
        puzzle = bench.puzzle
        self.left = steps
        self._top = bench.top
        self._adds = [bench.adds[index] for index in order]
        self._span = [puzzle.span[index] for index in order]
        place = {index: number for number, index in enumerate(order)}
        self._before = [[place[need] for need in bits(puzzle.needs[index]) if need in place] for index in order]
        self._latest = self._latest_starts(puzzle.quarters)
        self._watched = self._watched_starts()
        self._starts = [0] * len(order)
        self._failed: set[tuple[int, int, Starts]] = set()

    def _latest_starts(self, quarters: int) -> list[int]:
        """The latest start that leaves time for what follows; it sinks below 0 where there is none."""
        latest = [quarters - span for span in self._span]
        for number in range(len(latest) - 1, -1, -1):
            for need in self._before[number]:
                latest[need] = min(latest[need], latest[number] - self._span[need] + 1)
        return latest

    def _watched_starts(self) -> list[list[int]]:
        """For each place in the order, the earlier ones whose end still matters to it or to later ones."""
        watched: list[list[int]] = []
        needed: set[int] = set()
        for number in range(len(self._span) - 1, -1, -1):
            needed |= set(self._before[number])
            watched.append(sorted(before for before in needed if before < number))
        return watched[::-1]

    def place(self, number: int, loads: int) -> Starts | None:
        """This function will return the starts with those from `number` on placed beside `loads`, or None."""
        if number == len(self._span):
            return tuple(self._starts)
        starts, adds = self._starts, self._adds[number]
        state = (number, loads, tuple([starts[before] for before in self._watched[number]]))
        if state in self._failed or self.left <= 0:
            return None
        self.left -= 1
        earliest = max([starts[before] + self._span[before] - 1 for before in self._before[number]], default=0)
        for start in range(earliest, self._latest[number] + 1):
            then = loads + adds[start]
            if then & self._top:
                continue
            starts[number] = start
            found = self.place(number + 1, then)
            if found is not None:
                return found
            if not adds[start]:
                break  # it takes nothing from the others, so that later is never better
        self._failed.add(state)
        return None
