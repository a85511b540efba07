"""Conditions, lists and mappings written in one cell: JSON, or YAML in one line, which needs no quotes."""

from typing import Any

from assessment.bank.faults import Fault
from assessment.bank.json_text import JsonReader
from assessment.bank.yaml_text import YamlReader


class NotStructured(ValueError):
    """Says what is wrong with the text of the cell; where in the cell is plain to see."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))


class CellReader(YamlReader):
    """Says `message` of what cannot be read: whoever types in a spreadsheet need not know how a parser speaks."""

    def __init__(self, message: str) -> None:
        super().__init__()
        self.message = message

    def unreadable(self, why: str) -> str:
        """This function will return the message of the cell."""
        return self.message


def read_structure(written: str, unreadable: str) -> Any:
    """This function will return the plain data that `written` means, or raise NotStructured, saying `unreadable`.

    JSON comes first: it is what an export writes, and the only one of the two that keeps every character of a text.
    """
    reader = JsonReader()
    reader.read(written)
    if not reader.faults:
        return reader.data
    fallback = CellReader(unreadable)
    fallback.read(written)
    if fallback.faults:
        raise NotStructured(fallback.faults)
    return fallback.data
