"""From the lines of all sheets to the one document: every line is put where the key of its parent says."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.faults import Fault, KeyPath, key_path, shown
from assessment.bank.xlsx import sheets
from assessment.bank.xlsx.lines import Line
from assessment.bank.xlsx.sheets import Sheet
from assessment.bank.xlsx.tree import TreeBuilder

NEAR = 0.5  # keys are short: one wrong letter of two is near enough to suggest


@dataclass(slots=True)
class Assembly:
    """`data` is the document as the schema reads it. `described` finds the line of each mapping in it."""

    lines: Mapping[str, list[Line]]
    data: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    described: dict[int, Line] = field(default_factory=dict)

    def assemble(self) -> None:
        """This function will put `data` together from `lines`; what cannot be placed is a fault."""
        self._head()
        sections = self._list(sheets.SECTIONS, "sections")
        questions = self._children(sheets.QUESTIONS, "section", sections, sheets.SECTIONS, "questions")
        for sheet in (sheets.OPTIONS, sheets.ROWS, sheets.BANDS, sheets.STEPS):
            self._children(sheet, "question", questions, sheets.QUESTIONS, sheet.name)
        self._list(sheets.READINGS, "readings")
        self._tree()
        self._levels()
        self._list(sheets.CONSISTENCY, "consistency")
        self._list(sheets.REFERENCE_LINES, "reference_lines")
        frameworks = self._list(sheets.FRAMEWORKS, "frameworks")
        self._each(frameworks, "items", list)
        self._children(sheets.FRAMEWORK_ITEMS, "framework", frameworks, sheets.FRAMEWORKS, "items")
        self._size()
        self._examples()

    def places(self) -> dict[KeyPath, str]:
        """This function will return where every value of `data` stands."""
        found: dict[KeyPath, str] = {}
        self._walk(self.data, (), found)
        rootless = self.lines.get(sheets.TREE.name) if "tree" not in self.data else None
        return found | {("tree",): rootless[0].places.get(("parent",), rootless[0].place)} if rootless else found

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

    def _head(self) -> None:
        for line in self._of(sheets.BANK):
            self.data = line.data

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

    def _tree(self) -> None:
        lines = self._of(sheets.TREE)
        nodes = self._by_key(sheets.TREE, lines)
        builder = TreeBuilder(lines, nodes)
        root = builder.build()
        self.faults += builder.faults
        if root is not None:
            self.data["tree"] = root
        for sheet in (sheets.MEASURES, sheets.CELLS):
            self._children(sheet, "node", nodes, sheets.TREE, sheet.name)

    def _levels(self) -> None:
        ladders: dict[str, Line] = {}
        for line in self._of(sheets.LEVELS):
            key = line.take("ladder")
            if key is None:
                self.data.setdefault("levels", []).append(line.data)
                continue
            ladder = self._group(ladders, str(key), line, "ladder", "ladders")
            ladder.data.setdefault("key", key)
            ladder.data.setdefault("levels", []).append(line.data)

    def _group(self, groups: dict[str, Line], name: str, line: Line, column: str, into: str) -> Line:
        """What lines with the same word in `column` have in common stands where the first of them stands."""
        if name not in groups:
            place = line.places.get((column,), line.place)
            groups[name] = Line(place, places={("key",): place})
            self.described[id(groups[name].data)] = groups[name]
            if into == "ladders":
                self.data.setdefault(into, []).append(groups[name].data)
        return groups[name]

    def _size(self) -> None:
        size = next(iter(self._of(sheets.SIZE)), None)
        labels, classes = self._of(sheets.SIZE_LABELS), self._of(sheets.SIZE_RULES)
        if size is None:
            for line in (*labels, *classes):
                self._refuse_link(line, "key", "", {}, sheets.SIZE)
            return
        self.data["size"] = size.data
        size.data |= {"labels": self._labels(labels), "rules": self._rules(classes)}

    def _labels(self, lines: list[Line]) -> dict[str, Any]:
        known = self._by_key(sheets.SIZE_LABELS, lines)
        for line in lines:
            self._refuse_nameless(line, "key", line.data.get("key"))
        for line in known.values():
            self.described[id(line.data["label"])] = Line(line.place, line.data["label"], _within(line, "label"))
        return {key: line.data["label"] for key, line in known.items()}

    def _rules(self, lines: list[Line]) -> list[dict[str, Any]]:
        rules: dict[str, Line] = {}
        for line in lines:
            sectors = line.take("sectors")
            rule = self._group(rules, str(line.take("rule")), line, "rule", "rules")
            if not rule.data:
                rule.data |= {"sectors": sectors, "classes": []}
                rule.places |= _within(line, "sectors", ("sectors",))
            elif sectors and sectors != rule.data["sectors"]:
                self._refuse(line, "sectors", _("differs from the first line of the same rule"))
            rule.data["classes"].append(line.data)
        return [rule.data for rule in rules.values()]

    def _examples(self) -> None:
        examples = self._list(sheets.EXAMPLES, "examples")
        self._each(examples, "answers", dict)
        self._each(examples, "expect", dict)
        for line in self._of(sheets.ANSWERS):
            example = self._parent(line, "example", examples, sheets.EXAMPLES)
            question = line.take("question")
            if example is None or question is None:
                self._refuse_nameless(line, "question", question)
                continue
            for name, into in (("answer", "answers"), ("baseline", "baseline")):
                if name in line.data:
                    self._answer(example, into, question, line, name)
        for line in self._of(sheets.EXPECTATIONS):
            example = self._parent(line, "example", examples, sheets.EXAMPLES)
            node = line.take("node")
            if example is None or node is None:
                self._refuse_nameless(line, "node", node)
            elif self._is_new(example, "expect", node, line, "node"):
                example.data["expect"][node] = line.data

    def _refuse_nameless(self, line: Line, column: str, key: Any) -> None:
        if key is None:
            self._refuse(line, column, _("is missing"))

    def _answer(self, example: Line, into: str, question: str, line: Line, name: str) -> None:
        example.data.setdefault(into, {})
        if self._is_new(example, into, question, line, "question"):
            example.data[into][question] = line.data[name]
            example.places[(into, question)] = line.places.get((name,), line.place)

    def _is_new(self, example: Line, into: str, key: str, line: Line, column: str) -> bool:
        if key not in example.data[into]:
            return True
        message = _("%(key)s stands twice in the example %(example)s")
        self._refuse(line, column, message, key=shown(key), example=shown(example.data.get("key")))
        return False


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


def _within(line: Line, name: str, start: KeyPath = ()) -> dict[KeyPath, str]:
    return {(*start, *path[1:]): place for path, place in line.places.items() if path[:1] == (name,)}
