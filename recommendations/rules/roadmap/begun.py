"""Actions that are done or under way already: what they still take, and what no longer stands in their way."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from recommendations.rules.roadmap.options import QUARTERS, Option

NOTHING: frozenset[str] = frozenset()
ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Begun:
    """How far an action is. `cost` in yuan is what has been set aside for it, None = as estimated."""

    is_done: bool
    cost: Fraction | None = None


def with_begun(options: tuple[Option, ...], begun: Mapping[str, Begun]) -> tuple[Option, ...]:
    """This function will return `options` with those of `begun` as they stand.

    What is done takes neither money nor days. What has begun waits for nothing, ends within the year, and is not ruled
    out by anything else that has begun.
    """
    return tuple(_as_begun(each, begun[each.key], begun) if each.key in begun else each for each in options)


def _as_begun(option: Option, state: Begun, begun: Mapping[str, Begun]) -> Option:
    free = replace(option, requires=NOTHING, follows=NOTHING, excludes=option.excludes - begun.keys())
    if state.is_done:
        return replace(free, cost=ZERO, days=ZERO, quarters=1)
    cost = option.cost if state.cost is None else state.cost
    return replace(free, cost=cost, quarters=min(option.quarters, QUARTERS))
