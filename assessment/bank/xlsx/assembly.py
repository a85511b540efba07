"""From the lines of the sheets of a bank to the bank."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.faults import KeyPath, shown
from assessment.bank.xlsx import sheets
from assessment.bank.xlsx.assembling import Assembling
from assessment.bank.xlsx.lines import Line
from assessment.bank.xlsx.tree import TreeBuilder


@dataclass(slots=True)
class Assembly(Assembling):
    def assemble(self) -> None:
        """This function will put `data` together from `lines`; what cannot be placed is a fault."""
        self._head(sheets.BANK)
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

    def _more_places(self) -> dict[KeyPath, str]:
        rootless = self.lines.get(sheets.TREE.name) if "tree" not in self.data else None
        return {("tree",): rootless[0].places.get(("parent",), rootless[0].place)} if rootless else {}

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


def _within(line: Line, name: str, start: KeyPath = ()) -> dict[KeyPath, str]:
    return {(*start, *path[1:]): place for path, place in line.places.items() if path[:1] == (name,)}
