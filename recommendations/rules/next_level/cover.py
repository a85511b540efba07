"""A sum over questions that steps must reach, and the least that it takes to reach it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recommendations.rules.next_level.puzzle import Puzzle, bits, mask_of

# By how much each step adds to a sum, with the place of the step.
Gains = Sequence[tuple[int, int]]
Row = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Need:
    """What is needed at least: cost, days and number of steps; and what each open step adds to the sum to go for.

    Without any such gains nothing is missing.
    """

    cost: int = 0
    days: int = 0
    count: int = 0
    gains: Gains = ()

    def with_all_of(self, other: "Need") -> "Need":
        """This function will return what both take at least; one step may serve both."""
        dearer = self if self.gains and _order(self) >= _order(other) else other
        return Need(max(self.cost, other.cost), max(self.days, other.days), max(self.count, other.count), dearer.gains)

    def or_less_of(self, other: "Need") -> "Need":
        """This function will return what either takes at least."""
        cheaper = min(self, other, key=_order)
        return Need(min(self.cost, other.cost), min(self.days, other.days), min(self.count, other.count), cheaper.gains)


def _order(need: Need) -> tuple[int, int, int]:
    return need.cost, need.days, need.count


class Cover:
    """A sum that must be reached: each question gives what the best of the steps done gives to it."""

    def __init__(self, puzzle: Puzzle, of: Mapping[str, Mapping[str, int]], need: int) -> None:
        place = {key: index for index, key in enumerate(puzzle.keys)}
        self._puzzle = puzzle
        self._need = need
        questions = sorted({question for given in of.values() for question in given})
        self._rows = [_row(question, of, place) for question in questions]
        self._gives: list[list[tuple[int, int]]] = [[] for _ in puzzle.keys]
        for action, given in of.items():
            self._gives[place[action]] = [(row, given[key]) for row, key in enumerate(questions) if key in given]
        self.every = mask_of((action for action, given in of.items() if given), place)

    def missing(self, chosen: int) -> int:
        """This function will return how much the `chosen` steps leave to be done; 0 or less: the sum is reached."""
        return self._need - sum(self._bests(chosen))

    def need(self, chosen: int, open_: int) -> Need | None:
        """This function will return what the sum takes beyond `chosen` at least, None if all of `open_` is not enough.

        Steps are taken in part, the best for the money first, and as if none stood in the way of another.
        """
        now = self._bests(chosen)
        missing = self._need - sum(now)
        if missing <= 0:
            return Need()
        if self.missing(chosen | open_) > 0:
            return None
        gains = [(min(gain, missing), step) for gain, step in self._gains(now, open_)]
        costs, days = self._puzzle.costs, self._puzzle.days
        return Need(_least(gains, costs, missing), _least(gains, days, missing), _fewest(gains, missing), gains)

    def _gains(self, now: Sequence[int], open_: int) -> Gains:
        found = []
        for step in bits(open_ & self.every):
            gain = 0
            for row, points in self._gives[step]:
                if points > now[row]:
                    gain += points - now[row]
            if gain:
                found.append((gain, step))
        return found

    def _bests(self, chosen: int) -> list[int]:
        bests = []
        for row in self._rows:
            best = 0
            for points, by in row:
                if by & chosen:
                    best = points
                    break
            bests.append(best)
        return bests


def _row(question: str, of: Mapping[str, Mapping[str, int]], place: Mapping[str, int]) -> Row:
    """The points that one question can give, highest first, each with the steps that give it."""
    worths = sorted({given[question] for given in of.values() if question in given}, reverse=True)
    return tuple(
        (worth, mask_of((action for action, given in of.items() if given.get(question) == worth), place))
        for worth in worths
    )


def _least(gains: Gains, prices: Sequence[int], missing: int) -> int:
    """The least price of `missing`, the last step in part, rounded up: prices are whole.

    The shift is wide enough to tell any two ratios apart, so that the order is exact without fractions.
    """
    shift, spent = 2 * missing.bit_length(), 0
    for _, gain, price in sorted([((prices[step] << shift) // gain, gain, prices[step]) for gain, step in gains]):
        part = min(gain, missing)
        spent -= -price * part // gain
        missing -= part
        if not missing:
            break
    return spent


def _fewest(gains: Gains, missing: int) -> int:
    count = 0
    for gain, _ in sorted(gains, reverse=True):
        count += 1
        missing -= gain
        if missing <= 0:
            break
    return count
