"""How the cells of an exported workbook look, and how wide its columns are."""

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from assessment.bank.xlsx.columns import Column, Kind

TYPED = frozenset({Kind.NUMBER, Kind.TRUTH, Kind.VALUE})  # what people type here need not be text
_WIDTHS = {
    Kind.WORDS: 20,
    Kind.CHOICE: 14,
    Kind.TRUTH: 12,
    Kind.NUMBER: 12,
    Kind.LIST: 30,
    Kind.PAIRS: 36,
    Kind.LINKS: 26,
    Kind.STRUCTURE: 50,
    Kind.VALUE: 30,
}
TEXT_WIDTH = 46


@dataclass(frozen=True, slots=True)
class Look:
    """A column of a page: its header, its width, and the format of the cells that are still empty."""

    header: str
    width: int
    format: Format


class Looks:
    """The formats of one workbook. Cells for text are text cells: what is typed there later stays as it is typed."""

    def __init__(self, book: Workbook) -> None:
        self.header = book.add_format({"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "valign": "top"})
        self.text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.typed = book.add_format({"valign": "top"})
        self.note = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "font_color": "#5A6673"})

    def of(self, column: Column, header: str) -> Look:
        """This function will return how `column` looks under `header`."""
        width = TEXT_WIDTH if column.is_text else _WIDTHS[column.kind]
        return Look(header, max(width, len(header) + 4), self.typed if column.kind in TYPED else self.text)
