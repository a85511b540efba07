"""What a level demands of the steps, as sums that must be reached, all of several, or one of several."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from recommendations.rules.next_level.puzzle import Puzzle, bits, mask_of

# Cost, days and number of steps that are still needed at least.
Bound = tuple[int, int, int]
NOTHING: Bound = (0, 0, 0)


class Formula(Protocol):
    """A demand that more steps never break. `chosen` and `open_` are sets of steps as integers."""

    def holds(self, chosen: int) -> bool: ...
    def bound(self, chosen: int, open_: int) -> Bound | None: ...
    def wanted(self, chosen: int, open_: int) -> "Cover | None": ...


@dataclass(frozen=True, slots=True)
class Every:
    """All parts must hold. Without any it holds always."""

    parts: tuple[Formula, ...] = ()

    def holds(self, chosen: int) -> bool:
        """This function will return whether the demand is met by the `chosen` steps."""
        return all(part.holds(chosen) for part in self.parts)

    def bound(self, chosen: int, open_: int) -> Bound | None:
        """This function will return what is needed beyond `chosen` at least, None where all of `open_` is not enough."""
        cost = days = count = 0
        for part in self.parts:
            bound = part.bound(chosen, open_)
            if bound is None:
                return None
            cost, days, count = max(cost, bound[0]), max(days, bound[1]), max(count, bound[2])
        return cost, days, count

    def wanted(self, chosen: int, open_: int) -> "Cover | None":
        """This function will return the sum that is dearest to reach, None where the demand is met."""
        found = [cover for part in self.parts if (cover := part.wanted(chosen, open_)) is not None]
        return max(found, key=lambda cover: cover.bound(chosen, open_) or NOTHING, default=None)


@dataclass(frozen=True, slots=True)
class Some:
    """One part must hold. Without any it never does."""

    parts: tuple[Formula, ...] = ()

    def holds(self, chosen: int) -> bool:
        """This function will return whether the demand is met by the `chosen` steps."""
        return any(part.holds(chosen) for part in self.parts)

    def bound(self, chosen: int, open_: int) -> Bound | None:
        """This function will return what is needed beyond `chosen` at least, None where all of `open_` is not enough."""
        bounds = [bound for part in self.parts if (bound := part.bound(chosen, open_)) is not None]
        if not bounds:
            return None
        return min(bound[0] for bound in bounds), min(bound[1] for bound in bounds), min(bound[2] for bound in bounds)

    def wanted(self, chosen: int, open_: int) -> "Cover | None":
        """This function will return a sum of the part that is reached most cheaply, None where the demand is met."""
        if self.holds(chosen):
            return None
        within = [(bound, part) for part in self.parts if (bound := part.bound(chosen, open_)) is not None]
        return min(within, key=lambda pair: pair[0])[1].wanted(chosen, open_) if within else None


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
        self._any = mask_of((action for action, given in of.items() if given), place)

    def holds(self, chosen: int) -> bool:
        """This function will return whether the sum is reached by the `chosen` steps."""
        return self._need <= 0 or self._sum(chosen) >= self._need

    def bound(self, chosen: int, open_: int) -> Bound | None:
        """This function will return what is needed beyond `chosen` at least, None where all of `open_` is not enough.

        Steps are taken in part, the best for the money first, and as if none stood in the way of another.
        """
        now = self._bests(chosen)
        missing = self._need - sum(now)
        if missing <= 0:
            return NOTHING
        if self._sum(chosen | open_) < self._need:
            return None
        gains = [(min(gain, missing), place) for gain, place in self._gains(now, open_)]
        costs, days = self._puzzle.costs, self._puzzle.days
        return _least(gains, costs, missing), _least(gains, days, missing), _fewest(gains, missing)

    def wanted(self, chosen: int, open_: int) -> "Cover | None":
        """This function will return the sum itself unless it is reached."""
        return None if self.holds(chosen) else self

    def gains(self, chosen: int, open_: int) -> list[tuple[int, int]]:
        """This function will return, for each step of `open_` that adds to the sum, by how much and its place."""
        return self._gains(self._bests(chosen), open_)

    def _gains(self, now: Sequence[int], open_: int) -> list[tuple[int, int]]:
        found = []
        for place in bits(open_ & self._any):
            gain = 0
            for row, points in self._gives[place]:
                more = points - now[row]
                if more > 0:
                    gain += more
            if gain:
                found.append((gain, place))
        return found

    def _sum(self, chosen: int) -> int:
        return sum(self._bests(chosen))

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


Row = tuple[tuple[int, int], ...]


def _row(question: str, of: Mapping[str, Mapping[str, int]], place: Mapping[str, int]) -> Row:
    """The points that one question can give, highest first, each with the steps that give it."""
    worths = sorted({given[question] for given in of.values() if question in given}, reverse=True)
    return tuple(
        (worth, mask_of((action for action, given in of.items() if given.get(question) == worth), place))
        for worth in worths
    )


def _least(gains: Sequence[tuple[int, int]], prices: Sequence[int], missing: int) -> int:
    """The least price of `missing`, the last step in part, rounded up: prices are whole.

    The shift is wide enough to tell any two ratios apart, so that the order is exact without fractions.
    """
    shift, spent = 2 * missing.bit_length(), 0
    for _, gain, price in sorted([((prices[place] << shift) // gain, gain, prices[place]) for gain, place in gains]):
        if gain >= missing:
            return spent - (-price * missing // gain)
        missing -= gain
        spent += price
    return spent


def _fewest(gains: Sequence[tuple[int, int]], missing: int) -> int:
    count = 0
    for gain, _ in sorted(gains, reverse=True):
        count += 1
        missing -= gain
        if missing <= 0:
            break
    return count
