"""The options in whole numbers over common denominators, and sets of them as bits: bit i is the option of rank i."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import gcd, lcm

from recommendations.rules.roadmap.options import Limits, Option

# One step of gain and the options that bring it; the steps that the same options bring are one.
Element = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Puzzle:
    """`before`: what each option needs, and what it follows where both are chosen, without circles.

    `worth` of a set = weights of its elements − `toll` of its options: one whole number for the whole order.

    A point outweighs every saving of money, a yuan every saving of days, a day every action less, and an action less
    every question of rank. No two sets are worth the same, so that there is one best set.
    """

    keys: tuple[str, ...]
    cost: tuple[int, ...]
    load: tuple[int, ...]
    span: tuple[int, ...]
    needs: tuple[int, ...]
    before: tuple[int, ...]
    bars: tuple[int, ...]
    elements: tuple[Element, ...]
    covers: tuple[tuple[int, ...], ...]
    toll: tuple[int, ...]
    point: int
    unit: int
    budget: int
    room: int | None
    quarters: int

    @property
    def size(self) -> int:
        return len(self.keys)

    @property
    def everything(self) -> int:
        """The set of all options."""
        return (1 << self.size) - 1

    def worth(self, mask: int) -> int:
        """This function will return what the set is worth."""
        gained = sum(weight for weight, by in self.elements if by & mask)
        return gained - sum(self.toll[index] for index in bits(mask))

    def points(self, worth: int) -> Fraction:
        """This function will return the points in a worth, or the most points that a bound on worth leaves open."""
        return Fraction(-(-worth // self.point), self.unit)

    def mask(self, keys: Iterable[str]) -> int:
        """This function will return the set of those of `keys` that are options."""
        wanted = set(keys)
        return sum(1 << index for index, key in enumerate(self.keys) if key in wanted)

    def names(self, mask: int) -> frozenset[str]:
        """This function will return the keys of a set."""
        return frozenset(self.keys[index] for index in bits(mask))

    def closure(self, mask: int) -> int:
        """This function will return the set with all that its options require, directly and by way of others."""
        grown, todo = mask, mask
        while todo:
            low = todo & -todo
            new = self.needs[low.bit_length() - 1] & ~grown
            grown |= new
            todo = (todo ^ low) | new
        return grown

    def spent(self, mask: int) -> int:
        """This function will return the cost of a set, in the puzzle's own unit of money."""
        return sum([self.cost[index] for index in bits(mask)])

    def without_capacity(self) -> "Puzzle":
        """This function will return the same puzzle with as many working days as it takes."""
        return replace(self, room=None)

    def in_full_order(self) -> "Puzzle":
        """This function will return the same puzzle in which what an option follows is needed as well."""
        return replace(self, needs=self.before)

    def agrees(self, mask: int) -> bool:
        """This function will return whether no option of the set excludes another."""
        return not any(self.bars[index] & mask for index in bits(mask))


def bits(mask: int) -> Iterator[int]:
    """This function will yield the ranks in a set, first to last."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def puzzle_of(options: Sequence[Option], limits: Limits) -> Puzzle:
    """This function will return the puzzle of choosing from `options`, which stand in order of rank."""
    place = {option.key: index for index, option in enumerate(options)}
    elements, unit = _elements(options)
    money = _whole([option.cost for option in options], limits.budget)
    loads = [option.days / option.quarters for option in options]
    time = _whole(loads, limits.days_per_quarter or Fraction(0))
    tolls, point = _tolls(money[0], [load * option.quarters for load, option in zip(time[0], options, strict=True)])
    needs = _direct([_mask(option.requires, place) for option in options])
    return Puzzle(
        keys=tuple(place),
        cost=tuple(money[0]),
        load=tuple(time[0]),
        span=tuple(option.quarters for option in options),
        needs=needs,
        before=_before(needs, [_mask(option.follows, place) for option in options]),
        bars=_bars(options, place),
        elements=tuple((weight * point, by) for weight, by in elements),
        covers=tuple(
            tuple(number for number, (_, by) in enumerate(elements) if by >> index & 1) for index in range(len(options))
        ),
        toll=tuple(tolls),
        point=point,
        unit=unit,
        budget=money[1],
        room=None if limits.days_per_quarter is None else time[1],
        quarters=limits.quarters,
    )


def _mask(keys: Iterable[str], place: Mapping[str, int]) -> int:
    return sum(1 << place[key] for key in set(keys) if key in place)


def _direct(needs: Sequence[int]) -> tuple[int, ...]:
    """Without what is required by way of another anyway. What leads back to itself is left as it is."""
    below = [_all_below(index, needs) for index in range(len(needs))]
    direct = []
    for own in needs:
        far = 0
        for other in bits(own):
            far |= 0 if below[other] >> other & 1 else below[other]
        direct.append(own & ~far)
    return tuple(direct)


def _before(needs: Sequence[int], follows: Sequence[int]) -> tuple[int, ...]:
    """What is followed in a circle is not followed at all."""
    every = [need | follow for need, follow in zip(needs, follows, strict=True)]
    return tuple(
        needs[index]
        | sum(1 << other for other in bits(follow) if not (_all_below(other, every) | 1 << other) >> index & 1)
        for index, follow in enumerate(follow & ~need for need, follow in zip(needs, follows, strict=True))
    )


def _all_below(index: int, needs: Sequence[int]) -> int:
    found, todo = 0, needs[index]
    while todo:
        low = todo & -todo
        found |= low
        todo = (todo | needs[low.bit_length() - 1]) & ~found
    return found


def _bars(options: Sequence[Option], place: Mapping[str, int]) -> tuple[int, ...]:
    bars = [_mask(option.excludes, place) for option in options]
    for index, option in enumerate(options):
        for other in option.excludes:
            if other in place:
                bars[place[other]] |= 1 << index
    return tuple(bars)


def _whole(amounts: Sequence[Fraction], limit: Fraction) -> tuple[list[int], int]:
    """What is left of the limit below one unit can buy nothing."""
    below = lcm(*(Fraction(amount).denominator for amount in amounts), 1)
    scaled = [int(amount * below) for amount in amounts]
    shared = gcd(*scaled) or 1
    return [amount // shared for amount in scaled], int(limit * below // shared)


def _tolls(costs: Sequence[int], days: Sequence[int]) -> tuple[list[int], int]:
    size = len(costs)
    action = 1 << size
    day = action * (size + 1)
    yuan = day * (sum(days) + 1)
    tolls = [
        cost * yuan + day * own + action - (1 << (size - 1 - index))
        for index, (cost, own) in enumerate(zip(costs, days, strict=True))
    ]
    return tolls, yuan * (sum(costs) + 1)


def _elements(options: Sequence[Option]) -> tuple[list[Element], int]:
    """The gains of a question as steps: each is brought by every option that lifts the question that high."""
    found: dict[str, list[tuple[Fraction, int]]] = {}
    for index, option in enumerate(options):
        for question, gain in option.gains.items():
            if gain > 0:
                found.setdefault(question, []).append((gain, index))
    steps: dict[int, Fraction] = {}
    for lifts in found.values():
        by, pairs = 0, sorted(lifts, reverse=True)
        for number, (gain, index) in enumerate(pairs):
            by |= 1 << index
            below = pairs[number + 1][0] if number + 1 < len(pairs) else Fraction(0)
            if gain > below:
                steps[by] = steps.get(by, Fraction(0)) + gain - below
    unit = lcm(*(step.denominator for step in steps.values()), 1)
    return [(int(step * unit), by) for by, step in sorted(steps.items())], unit
