"""What differs between two flat documents, each difference with the address of what it changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any, Self

from assessment.bank.editing.flat import NAMES, Data

Place = tuple[str, ...]
CONDITIONS = frozenset({"when", "visible_if", "gate", "suits"})


class Kind(StrEnum):
    """`order`: the items of a list stand in another order; `before` and `after` are their keys."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Difference:
    """`before` and `after` are JSON data, None = not written. An item that was added or removed `follows` another's key,
    or "" at the head of its list.
    """

    place: Place
    kind: Kind
    before: Any = None
    after: Any = None
    follows: str = ""

    def reversed(self) -> "Difference":
        """This function will return the difference that takes this one back."""
        kinds = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}
        return Difference(self.place, kinds.get(self.kind, self.kind), self.after, self.before, self.follows)

    def touches(self, place: Place) -> bool:
        """This function will return whether this difference and `place` have anything in common."""
        shorter = min(len(self.place), len(place))
        return self.place[:shorter] == place[:shorter]

    def as_json(self) -> Data:
        return {
            "place": list(self.place),
            "kind": self.kind.value,
            "before": self.before,
            "after": self.after,
            "follows": self.follows,
        }

    @classmethod
    def from_json(cls, data: Data) -> Self:
        return cls(tuple(data["place"]), Kind(data["kind"]), data["before"], data["after"], data["follows"])


def differences(before: Any, after: Any, place: Place = ()) -> list[Difference]:
    """This function will return what leads from one flat document to another, in reading order."""
    return list(_differences(before, after, place))


def _differences(before: Any, after: Any, place: Place) -> Iterator[Difference]:
    if before == after:
        return
    is_condition = bool(place) and place[-1] in CONDITIONS
    if isinstance(before, dict) and isinstance(after, dict) and not is_condition:
        for name in dict.fromkeys(chain(before, after)):
            yield from _differences(before.get(name), after.get(name), (*place, name))
        return
    old, new = keyed(before), keyed(after)
    if old is not None and new is not None and (old or new):
        yield from _list_differences(old, new, place)
    else:
        yield Difference(place, Kind.CHANGED, before, after)


def keyed(value: Any) -> dict[str, Data] | None:
    """This function will return the items of a list by their keys; None if they have none or share one."""
    if value is None or value == []:
        return {}
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        return None
    name = name_of(value)
    if name is None:
        return None
    items = {str(item[name]): item for item in value}
    return items if len(items) == len(value) else None


def name_of(items: list[Data]) -> str | None:
    """This function will return the field that tells the items of a list apart, or None."""
    return next((name for name in NAMES if items and all(name in item for item in items)), None)


def _list_differences(old: dict[str, Data], new: dict[str, Data], place: Place) -> Iterator[Difference]:
    for key, item in old.items():
        if key not in new:
            yield Difference((*place, key), Kind.REMOVED, before=item, follows=_before(old, key))
        else:
            yield from _differences(item, new[key], (*place, key))
    for key, item in new.items():
        if key not in old:
            yield Difference((*place, key), Kind.ADDED, after=item, follows=_before(new, key))
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield Difference(place, Kind.ORDER, before=list(old), after=list(new))


def _before(items: dict[str, Data], key: str) -> str:
    keys = list(items)
    index = keys.index(key)
    return keys[index - 1] if index else ""
