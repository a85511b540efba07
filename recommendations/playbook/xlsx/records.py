"""From a playbook to the lines of each sheet: the way back of `assembly`."""

from collections.abc import Callable, Iterator

from assessment.bank.xlsx.records import Data, below, listed
from assessment.bank.xlsx.sheets import Sheet
from recommendations.playbook.xlsx import sheets


def records_of(sheet: Sheet, data: Data) -> list[Data]:
    """This function will return the lines of `sheet` for a playbook dumped without defaults, by path of the columns."""
    return list(_SOURCES[sheet.name](data))


def _steps(data: Data) -> Iterator[Data]:
    for action in data["actions"]:
        for text in action["steps"]:
            yield {"action": action["key"], "text": text}


_SOURCES: dict[str, Callable[[Data], Iterator[Data]]] = {
    **{sheet.name: listed(sheet.name) for sheet in sheets.SHEETS},
    sheets.PLAYBOOK.name: lambda data: iter([data]),
    sheets.ACTION_STEPS.name: _steps,
    sheets.RAISES.name: lambda data: below(data["actions"], "action", "raises"),
}
