"""How the cells of an exported workbook look, and how wide its columns are."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from assessment.bank.terminal_table import width_of
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
    Kind.DAY: 12,
    Kind.VALUE: 30,
}
TEXT_WIDTH = 46
LINE_HEIGHT = 15  # points
MOST_LINES = 12  # of a text that is shown without scrolling within its cell


@dataclass(frozen=True, slots=True)
class Look:
    """A column of a page: its header, its width, and the format of the cells that are still empty."""

    header: str
    width: int
    format: Format


def height_of(texts: Iterable[tuple[str, int]]) -> int | None:
    """This function will return the height of a row of wrapped (text, width of its column), None for a single line.

    Not every program stretches rows by itself. Chinese characters are two wide.
    """
    most = max((_lines(text, width) for text, width in texts), default=1)
    return None if most == 1 else LINE_HEIGHT * min(most, MOST_LINES)


def _lines(text: str, width: int) -> int:
    return sum(max(1, ceil(width_of(line) / (width - 1))) for line in text.split("\n"))


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
