"""What the buttons of the builder do to a sketch: lines and groups come and go, and the focus follows."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from recommendations.studio.conditions.sketch import Group, Line, Part

DEEPEST_NEW_GROUP = 5
Change = Callable[[Part], Part]


@dataclass(frozen=True, slots=True)
class Act:
    """A button that was pressed: what to do, and the path of the line or group that it belongs to."""

    verb: str
    path: str


@dataclass(frozen=True, slots=True)
class Changed:
    """`focus` is the control to go on with, as path and name; `opened` the path of the line whose fact is chosen anew."""

    group: Group
    focus: str = ""
    opened: str = ""


def changed(group: Group, act: Act) -> Changed:
    """This function will return the sketch after `act`; one that leads nowhere changes nothing."""
    indexes = [int(step) for step in act.path.split("-")[1:]]
    here = _at(group, indexes)
    if here is None:
        return Changed(group)
    match act.verb, here:
        case "line", Group():
            return _added(group, indexes, here, Line(), act.path)
        case "group", Group() if len(indexes) < DEEPEST_NEW_GROUP:
            return _added(group, indexes, here, Group(parts=(Line(),)), act.path)
        case "remove", _ if indexes:
            return _removed(group, indexes, act.path)
        case "change", Line():
            return Changed(group, f"{act.path}:fact", act.path)
        case "show", Line():
            return Changed(group, f"{act.path}:how")
        case "show", Group():
            return Changed(group, f"{act.path}:line")
    return Changed(group)


def _at(part: Part, indexes: list[int]) -> Part | None:
    for index in indexes:
        if not isinstance(part, Group) or index >= len(part.parts):
            return None
        part = part.parts[index]
    return part


def _with(part: Part, indexes: list[int], change: Callable[[Group], Group]) -> Part:
    if not isinstance(part, Group):
        return part
    if not indexes:
        return change(part)
    first, *rest = indexes
    parts = [_with(each, rest, change) if index == first else each for index, each in enumerate(part.parts)]
    return replace(part, parts=tuple(parts))


def _changed(group: Group, indexes: list[int], change: Callable[[Group], Group]) -> Group:
    result = _with(group, indexes, change)
    return result if isinstance(result, Group) else group


def _added(group: Group, indexes: list[int], here: Group, part: Part, path: str) -> Changed:
    grown = _changed(group, indexes, lambda there: replace(there, parts=(*there.parts, part)))
    new = f"{path}-{len(here.parts)}"
    return Changed(grown, f"{new}:fact" if isinstance(part, Line) else f"{new}:joint")


def _removed(group: Group, indexes: list[int], path: str) -> Changed:
    *above, index = indexes
    shrunk = _changed(
        group, above, lambda there: replace(there, parts=(*there.parts[:index], *there.parts[index + 1 :]))
    )
    owner, there = path.rpartition("-")[0], _at(shrunk, above)
    left = len(there.parts) if isinstance(there, Group) else 0
    neighbour = f"{owner}-{min(index, left - 1)}"
    return Changed(shrunk, f"{neighbour}:remove" if left else f"{owner}:line")
