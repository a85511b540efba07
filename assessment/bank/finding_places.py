"""Where in a file a finding stands: from the path of keys that the checker names to the line or the cell."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assessment.bank.faults import KeyPath, Placing, nowhere

Spotting = Callable[[str], str]
NAMES = ("key", "question", "ref")


def unplaced(place: str) -> str:
    """This function will return where `place` stands in a document that was read from no file: nowhere."""
    return ""


@dataclass(frozen=True, slots=True)
class FindingPlaces:
    """Finds `sections.selling.questions.website` in `data` as it was read; `spot` says where a part of it stands."""

    data: Any = None
    spot: Placing = nowhere

    def __call__(self, place: str) -> str:
        """This function will return line and column, or sheet and cell, of a path of keys or of what is around it."""
        return self.spot(self.path_of(place))

    def path_of(self, place: str) -> KeyPath:
        """This function will return `place` with positions for the keys in lists; what is missing keeps its name."""
        path: KeyPath = ()
        here = self.data
        names = place.split(".")
        if names[0] == "nodes" and len(names) > 1:
            path, here = self._node(names[1])
            names = names[2:]
        for number, name in enumerate(names):
            step = _step(here, name)
            if step is None:
                return (*path, *names[number:])
            path, here = (*path, step), here[step]
        return path

    def _node(self, key: str) -> tuple[KeyPath, Any]:
        waiting: list[tuple[KeyPath, Any]] = [(("tree",), self.data["tree"])]
        while waiting:
            path, node = waiting.pop()
            if node["key"] == key:
                return path, node
            children = enumerate(node.get("children") or [])
            waiting += [((*path, "children", number), child) for number, child in children]
        return ("tree",), None


def _step(here: Any, name: str) -> str | int | None:
    if isinstance(here, dict):
        return name if name in here else None
    if not isinstance(here, list):
        return None
    for number, item in enumerate(here):
        if item == name or (isinstance(item, dict) and any(item.get(each) == name for each in NAMES)):
            return number
    return int(name) if name.isdecimal() and int(name) < len(here) else None
