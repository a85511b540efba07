"""The tree from its lines, each of which names its parent. Every fault of such a list is found without following it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.faults import Fault, shown
from assessment.bank.xlsx.lines import Line

DEEPEST_NODE = 40  # about as deep as a document may be nested


@dataclass(slots=True)
class TreeBuilder:
    """`nodes` finds the first line of each key; `parents` becomes the key above each line, `circled` every line of a
    circle that is refused."""

    lines: list[Line]
    nodes: Mapping[str, Line]
    faults: list[Fault] = field(default_factory=list)
    parents: dict[int, str | None] = field(default_factory=dict)
    circled: set[int] = field(default_factory=set)

    def build(self) -> dict[str, Any] | None:
        """This function will hang the lines on their parents and return the root, or None if there is not one."""
        self.parents = {index: line.take("parent") for index, line in enumerate(self.lines)}
        roots = [self.lines[index] for index, parent in self.parents.items() if parent is None]
        if not roots:
            self._refuse_rootless()
            return None
        above = {id(line): self.parents[index] for index, line in enumerate(self.lines)}
        for line in self.lines:
            parent = above[id(line)]
            if parent is not None and self._may_hang(line, parent, above):
                self.nodes[parent].data.setdefault("children", []).append(line.data)
        self._refuse_other_roots(roots)
        return roots[0].data

    def _refuse_other_roots(self, roots: list[Line]) -> None:
        for line in roots[1:]:
            self._refuse(
                line, _("is missing: %(root)s is the root already") % {"root": shown(roots[0].data.get("key"))}
            )

    def _refuse_rootless(self) -> None:
        """Without a root every line leads in a circle; that there is none is the one fault."""
        if self.lines:
            self._refuse(self.lines[0], _("one line, the root, must have no parent"))

    def _may_hang(self, line: Line, parent: str, above: Mapping[int, str | None]) -> bool:
        if parent not in self.nodes:
            self._refuse(
                line, _("%(key)s is not a key on the sheet %(sheet)s") % {"key": shown(parent), "sheet": "tree"}
            )
            return False
        passed = [line]
        for height, ancestor in enumerate(self._ancestors(line, above)):
            if id(ancestor) in self.circled or any(ancestor is each for each in passed[1:]):
                return False  # the circle is refused where it begins
            if ancestor is line:
                self.circled |= {id(each) for each in passed}
                self._refuse(line, _("leads back to this node; a tree has no circles"))
                return False
            passed.append(ancestor)
            if height >= DEEPEST_NODE:
                self._refuse(line, _("is nested more than %(count)d levels deep") % {"count": DEEPEST_NODE})
                return False
        return True

    def _ancestors(self, line: Line, above: Mapping[int, str | None]) -> Iterator[Line]:
        key = above[id(line)]
        while key is not None and key in self.nodes:
            yield self.nodes[key]
            key = above[id(self.nodes[key])]

    def _refuse(self, line: Line, message: str) -> None:
        self.faults.append(Fault(line.places.get(("parent",), line.place), message))
