"""From the lines of the sheets of a playbook to the playbook."""

from dataclasses import dataclass

from assessment.bank.xlsx.assembling import Assembling
from assessment.bank.xlsx.lines import Line
from recommendations.playbook.xlsx import sheets


@dataclass(slots=True)
class PlaybookAssembly(Assembling):
    def assemble(self) -> None:
        """This function will put `data` together from `lines`; what cannot be placed is a fault."""
        self._head(sheets.PLAYBOOK)
        for sheet in (sheets.SOURCES, sheets.EFFORTS, sheets.COST_BANDS, sheets.PRIORITY_BANDS):
            self._list(sheet, sheet.name)
        actions = self._list(sheets.ACTIONS, "actions")
        self._steps(actions)
        self._children(sheets.RAISES, "action", actions, sheets.ACTIONS, "raises")
        self._list(sheets.RULES, "rules")

    def _steps(self, actions: dict[str, Line]) -> None:
        """A step is its text and nothing else."""
        for line in self._of(sheets.ACTION_STEPS):
            action = self._parent(line, "action", actions, sheets.ACTIONS)
            text = line.data.get("text")
            if action is not None and text is not None:
                action.data.setdefault("steps", []).append(text)
                within = {path[1:]: place for path, place in line.places.items() if path[:1] == ("text",)}
                self.described[id(text)] = Line(line.place, text, within)
