"""From the lines of all sheets to the one document: every line is put where the key of its parent says."""

import difflib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.faults import Fault, KeyPath, key_path, shown
from assessment.bank.xlsx.lines import Line
from assessment.bank.xlsx.sheets import Sheet

NEAR = 0.5  # keys are short: one wrong letter of two is near enough to suggest


@dataclass(slots=True)
class Assembling(ABC):
    """`data` is the document as the schema reads it. `described` finds the line of each mapping in it."""

    lines: Mapping[str, list[Line]]
    data: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    described: dict[int, Line] = field(default_factory=dict)

    @abstractmethod
    def assemble(self) -> None:
        """This function will put `data` together from `lines`; what cannot be placed is a fault."""

    def places(self) -> dict[KeyPath, str]:
        """This function will return where every value of `data` stands."""
        found: dict[KeyPath, str] = {}
        self._walk(self.data, (), found)
        return found | self._more_places()

    def _more_places(self) -> dict[KeyPath, str]:
        """Where stands what no line describes."""
        return {}

    def _head(self, sheet: Sheet) -> None:
        for line in self._of(sheet):
            self.data = line.data

    def _walk(self, part: Any, path: KeyPath, found: dict[KeyPath, str]) -> None:
        line = self.described.get(id(part))
        if line is not None:
            found[path] = line.place
            found |= {(*path, *within): place for within, place in line.places.items()}
        if isinstance(part, dict | list):
            for key, item in part.items() if isinstance(part, dict) else enumerate(part):
                self._walk(item, (*path, key), found)

    def _of(self, sheet: Sheet) -> list[Line]:
        for line in self.lines.get(sheet.name, []):
            self.described[id(line.data)] = line
        return self.lines.get(sheet.name, [])

    def _list(self, sheet: Sheet, into: str) -> dict[str, Line]:
        """All lines of a sheet as a list of the document, and the same by key."""
        lines = self._of(sheet)
        if lines:
            self.data[into] = [line.data for line in lines]
        return self._by_key(sheet, lines)

    def _by_key(self, sheet: Sheet, lines: Iterable[Line]) -> dict[str, Line]:
        known: dict[str, Line] = {}
        for line in lines:
            key = line.data.get("key")
            if not isinstance(key, str):
                continue
            if sheet.names and key in known:
                self._refuse(
                    line, "key", _("%(key)s is used already at %(place)s"), key=shown(key), place=known[key].place
                )
            known.setdefault(key, line)
        return known

    def _children(
        self, sheet: Sheet, link: str, parents: Mapping[str, Line], above: Sheet, into: str
    ) -> dict[str, Line]:
        """The lines of `sheet` as lists of the lines of `above` that their column `link` names."""
        lines = self._of(sheet)
        for line in lines:
            parent = self._parent(line, link, parents, above)
            if parent is not None:
                parent.data.setdefault(into, []).append(line.data)
        return self._by_key(sheet, lines)

    def _parent(self, line: Line, link: str, parents: Mapping[str, Line], above: Sheet) -> Line | None:
        key = line.take(link)
        if key is None:
            self._refuse(line, link, _("is missing"))
        elif key not in parents:
            self._refuse_link(line, link, key, parents, above)
        return parents.get(key) if isinstance(key, str) else None

    def _refuse_link(self, line: Line, link: str, key: Any, parents: Mapping[str, Line], above: Sheet) -> None:
        """Where the whole sheet above is missing, or has no keys, that is the one fault, not every line below it."""
        near = difflib.get_close_matches(str(key), parents, n=1, cutoff=NEAR)
        values = {"key": shown(key), "sheet": above.name, "near": near[0] if near else ""}
        if not self.lines.get(above.name):
            fault = Fault(line.place.split("!")[0], _("needs the sheet %(sheet)s") % values)
            self.faults += [] if fault in self.faults else [fault]
        elif near:
            self._refuse(line, link, _("%(key)s is not a key on the sheet %(sheet)s; did you mean %(near)s?"), **values)
        elif parents:
            self._refuse(line, link, _("%(key)s is not a key on the sheet %(sheet)s"), **values)

    def _refuse(self, line: Line, column: str, message: str, **values: str) -> None:
        self.faults.append(Fault(line.places.get((column,), line.place), message % values))

    def _each(self, lines: Mapping[str, Line], into: str, kind: type) -> None:
        for line in lines.values():
            line.data.setdefault(into, kind())

    def _refuse_nameless(self, line: Line, column: str, key: Any) -> None:
        if key is None:
            self._refuse(line, column, _("is missing"))


def placed(places: Mapping[KeyPath, str], path: KeyPath) -> str:
    """This function will return the cell at which `path` stands, and what of it the cell itself does not name."""
    around = _placed_part(places, path)
    rest = key_path(path[len(around) :])
    return " ".join(part for part in (places.get(around, ""), rest) if part) if around else key_path(path)


def cell_of(places: Mapping[KeyPath, str], path: KeyPath) -> str:
    """This function will return the cell or the line at which `path` stands, or "" where it stands in none."""
    return places.get(_placed_part(places, path), "")


def _placed_part(places: Mapping[KeyPath, str], path: KeyPath) -> KeyPath:
    around = path
    while around and around not in places:
        around = around[:-1]
    return around
