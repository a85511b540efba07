"""Differences put onto a document that may have moved on since they were found."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from assessment.bank.editing.differences import Difference, Kind, Place, keyed, name_of
from assessment.bank.editing.flat import Data

ITEMS = (Kind.ADDED, Kind.REMOVED)


@dataclass(frozen=True, slots=True)
class Clash:
    """A difference that expected another value than stands there now; `current` None = nothing stands there."""

    difference: Difference
    current: Any


@dataclass(frozen=True, slots=True)
class Applied:
    data: Data
    clashes: tuple[Clash, ...]


def apply_differences(data: Data, differences: Iterable[Difference], *, over: bool = False) -> Applied:
    """This function will return flat `data` with the differences in it, and those that clash with what stands there.

    A clashing difference is left out, or with `over` put in place of what stands there, where there still is a place
    for it. `data` itself stays as it is. A difference that is there already is no clash.
    """
    changed = copy.deepcopy(data)
    clashes = []
    for difference in _orders_last(differences):
        current = value_at(changed, difference.place)
        if _is_there(difference, current):
            continue
        has_place = isinstance(value_at(changed, _owner(difference)), dict)
        is_clash = not has_place or not _is_expected(difference, current)
        if is_clash:
            clashes.append(Clash(difference, current))
        if has_place and (over or not is_clash):
            _put(changed, difference)
    return Applied(changed, tuple(clashes))


def value_at(data: Any, place: Place) -> Any:
    """This function will return what stands at a place of flat data, or None."""
    here = data
    for name in place:
        here = here.get(name) if isinstance(here, dict) else (keyed(here) or {}).get(name)
    return here


def _orders_last(differences: Iterable[Difference]) -> list[Difference]:
    """Lists are put in order once everything stands in them."""
    return sorted(differences, key=lambda difference: difference.kind is Kind.ORDER)


def _owner(difference: Difference) -> Place:
    """The part that holds the field which is changed, or the list in which an item is."""
    return difference.place[: -2 if difference.kind in ITEMS else -1]


def _is_there(difference: Difference, current: Any) -> bool:
    if difference.kind is Kind.ORDER:
        return bool(list(keyed(current) or {}) == difference.after)
    return bool(current == difference.after)


def _is_expected(difference: Difference, current: Any) -> bool:
    if difference.kind is not Kind.ORDER:
        return bool(current == difference.before)
    keys = list(keyed(current) or {})
    return [key for key in difference.before if key in keys] == [key for key in keys if key in difference.before]


def _put(data: Data, difference: Difference) -> None:
    owner, name = value_at(data, _owner(difference)), difference.place[-1]
    if difference.kind in ITEMS:
        listed = difference.place[-2]
        owner[listed] = _with_item(owner.get(listed) or [], name, difference)
    elif difference.kind is Kind.ORDER:
        owner[name] = _in_order(owner.get(name) or [], difference.after)
    elif difference.after is None:
        owner.pop(name, None)
    else:
        owner[name] = copy.deepcopy(difference.after)


def _with_item(items: list[Data], key: str, difference: Difference) -> list[Data]:
    keys = _keys(items)
    if key in keys:
        index = keys.index(key)
        rest = [*items[:index], *items[index + 1 :]]
    else:
        index = keys.index(difference.follows) + 1 if difference.follows in keys else len(items)
        index = index if difference.follows else 0
        rest = items
    if difference.kind is Kind.REMOVED:
        return rest
    return [*rest[:index], copy.deepcopy(difference.after), *rest[index:]]


def _in_order(items: list[Data], wished: list[str]) -> list[Data]:
    """Items that the order does not name stay behind the one that they stand behind now."""
    ranks = {key: rank for rank, key in enumerate(wished)}
    last = -1
    placed = []
    for position, (key, item) in enumerate(zip(_keys(items), items, strict=True)):
        last = ranks.get(key, last)
        placed.append((last, key not in ranks, position, item))
    return [item for *_rank, item in sorted(placed, key=lambda entry: entry[:3])]


def _keys(items: list[Data]) -> list[str]:
    name = name_of(items)
    return [] if name is None else [str(item[name]) for item in items]
