"""The steps as a puzzle in whole numbers: each is a bit, so that sets are integers and compare in no time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from recommendations.rules.steps import Step


@dataclass(frozen=True, slots=True)
class Puzzle:
    """Steps in the order of their keys. `costs` are whole numbers of one unit that divides them all.

    `closures` are the sets that come with each step, itself included; `followers` those that cannot be done without
    it, itself included; `rivals` those that none of its closure goes with.
    """

    keys: tuple[str, ...]
    costs: tuple[int, ...]
    days: tuple[int, ...]
    closures: tuple[int, ...]
    followers: tuple[int, ...]
    rivals: tuple[int, ...]

    @classmethod
    def of(cls, steps: Iterable[Step]) -> "Puzzle":
        """This function will return the puzzle of `steps`."""
        ordered = sorted(steps, key=lambda step: step.action)
        place = {step.action: index for index, step in enumerate(ordered)}
        closures = [mask_of([step.action, *step.requires], place) for step in ordered]
        own_rivals = [mask_of(step.excludes, place) for step in ordered]
        return cls(
            keys=tuple(place),
            costs=_whole([step.cost for step in ordered]),
            days=tuple(step.days for step in ordered),
            closures=tuple(closures),
            followers=tuple(_within(index, closures) for index in range(len(ordered))),
            rivals=tuple(_union(own_rivals[index] for index in bits(closure)) for closure in closures),
        )

    @property
    def every(self) -> int:
        return (1 << len(self.keys)) - 1

    def spent(self, mask: int) -> tuple[int, int, int]:
        """This function will return cost, days and number of the steps in `mask`."""
        places = list(bits(mask))
        return sum(self.costs[each] for each in places), sum(self.days[each] for each in places), len(places)

    def without_followers(self, mask: int) -> int:
        """This function will return the steps of `mask` with all that cannot be done without them."""
        return _union(self.followers[each] for each in bits(mask))

    def actions(self, mask: int) -> frozenset[str]:
        """This function will return the keys of the steps in `mask`."""
        return frozenset(self.keys[each] for each in bits(mask))


def bits(mask: int) -> Iterator[int]:
    """This function will yield the places of the bits that are set, from the lowest."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def mask_of(keys: Iterable[str], place: Mapping[str, int]) -> int:
    """This function will return the set of `keys` as an integer."""
    return _union(1 << place[key] for key in keys)


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union


def _within(index: int, closures: list[int]) -> int:
    return _union(1 << place for place, closure in enumerate(closures) if closure >> index & 1)


def _whole(costs: list[Fraction]) -> tuple[int, ...]:
    unit = lcm(*(cost.denominator for cost in costs))
    whole = [int(cost * unit) for cost in costs]
    common = gcd(*whole) or 1
    return tuple(cost // common for cost in whole)
