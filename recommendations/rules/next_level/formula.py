"""What a level demands of the steps, as sums that must be reached, all of several, or one of several."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from recommendations.rules.next_level.cover import Cover, Need


class Formula(Protocol):
    """A demand that more steps never break."""

    def need(self, chosen: int, open_: int) -> Need | None:
        """This function will return what is needed beyond the steps `chosen` at least, out of the steps `open_`.

        A need without gains says that the demand is met, None that all that is open is not enough.
        """
        ...


@dataclass(frozen=True, slots=True)
class Every:
    """All parts must hold. Without any it holds always."""

    parts: tuple[Formula, ...] = ()

    def need(self, chosen: int, open_: int) -> Need | None:
        """This function will return the most of each that a part needs; its gains are those of the dearest one."""
        worst = Need()
        for part in self.parts:
            need = part.need(chosen, open_)
            if need is None:
                return None
            if need.gains:
                worst = worst.with_all_of(need)
        return worst


@dataclass(frozen=True, slots=True)
class Some:
    """One part must hold. Without any it never does."""

    parts: tuple[Formula, ...] = ()

    def need(self, chosen: int, open_: int) -> Need | None:
        """This function will return the least of each that a part needs; its gains are those of the cheapest part."""
        least: Need | None = None
        for part in self.parts:
            need = part.need(chosen, open_)
            if need is None:
                continue
            if not need.gains:
                return need
            least = need if least is None else least.or_less_of(need)
        return least


ALWAYS, NEVER = Every(), Some()


def every(parts: Iterable[Formula]) -> Formula:
    """This function will return the demand that all `parts` hold, in the fewest words."""
    needed = [part for part in _opened(parts, Every) if part != ALWAYS]
    if NEVER in needed:
        return NEVER
    return needed[0] if len(needed) == 1 else Every(tuple(needed))


def some(parts: Iterable[Formula]) -> Formula:
    """This function will return the demand that one of `parts` holds, in the fewest words."""
    possible = [part for part in _opened(parts, Some) if part != NEVER]
    if ALWAYS in possible:
        return ALWAYS
    return possible[0] if len(possible) == 1 else Some(tuple(possible))


def reach(cover: Cover) -> Formula:
    """This function will return the demand that a sum is reached, if anything is open about it."""
    if cover.missing(0) <= 0:
        return ALWAYS
    return cover if cover.missing(cover.every) <= 0 else NEVER


def _opened(parts: Iterable[Formula], kind: type[Every] | type[Some]) -> list[Formula]:
    """Parts of the same kind within are the same as their own parts."""
    return [one for part in parts for one in (part.parts if isinstance(part, kind) and part.parts else (part,))]
