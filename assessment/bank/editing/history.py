"""The changes of a working copy, read backwards: what it said at an earlier revision, what was done since, what can be undone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assessment.bank.editing.applying import apply_differences
from assessment.bank.editing.crafts import Craft
from assessment.bank.editing.differences import Difference
from assessment.bank.editing.flat import Data
from assessment.bank.models import Change, ChangeKind


def differences_of(change: Change) -> list[Difference]:
    """This function will return the differences that a change made."""
    return [Difference.from_json(data) for data in change.differences]


def changes_since(craft: Craft[Any, Any], copy: Any, revision: int) -> list[Change]:
    """This function will return what was changed after `revision`, newest first, with the people. One query."""
    rows = craft.changes._default_manager.filter(copy=copy, revision__gt=revision)
    return list(rows.select_related("by").order_by("-revision"))


def rewound(data: Data, changes: Iterable[Change]) -> Data:
    """This function will return flat data as they were before the changes, which stand newest first."""
    for change in changes:
        data = apply_differences(data, [each.reversed() for each in differences_of(change)], over=True).data
    return data


@dataclass(frozen=True, slots=True)
class Undoing:
    """The change that would be taken back next, and the one that would be done again; None where there is none."""

    undo: Change | None
    redo: Change | None


def undoing(craft: Craft[Any, Any], copy: Any) -> Undoing:
    """This function will return what can be undone and done again in a working copy. Two queries."""
    rows = craft.changes._default_manager.filter(copy=copy).exclude(kind=ChangeKind.CONFIRMED)
    done: list[int] = []
    undone: list[int] = []
    for pk, kind in rows.order_by("revision").values_list("pk", "kind"):
        if kind == ChangeKind.UNDONE:
            undone.append(done.pop())
        elif kind == ChangeKind.REDONE:
            done.append(undone.pop())
        else:
            undone.clear()
            done = [] if kind == ChangeKind.STARTED else [*done, pk]
    wanted = dict(_changes(craft, [*done[-1:], *undone[-1:]]))
    return Undoing(wanted.get(done[-1]) if done else None, wanted.get(undone[-1]) if undone else None)


def _changes(craft: Craft[Any, Any], keys: list[int]) -> Iterator[tuple[int, Change]]:
    for change in craft.changes._default_manager.filter(pk__in=keys).select_related("by"):
        yield change.pk, change
