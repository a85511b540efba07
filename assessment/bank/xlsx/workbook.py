"""The cells of a workbook as plain values, each with its place; formulas, dates and errors are values nobody may use.

The library's row parser is used directly: it gives the rows that are written, however far apart, and the merged ranges;
the worksheet of its read-only mode fills every gap, so that one line at the bottom of a sheet costs a million.
"""

import re
import warnings
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from io import BytesIO

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.worksheet.cell_range import CellRange

from assessment.bank.faults import DocumentError, Fault, shown
from assessment.bank.scalars import unstorable_in
from assessment.bank.xlsx.archive import USUAL, Limits, refuse_unsafe
from assessment.bank.zips import DAMAGED

MOST_COLUMNS = 250
PARSED_PER_ROW = 10  # lines without a value that are read for each that may hold one
MOST_RANGES = 1_000
MOST_MERGED = 100_000
# Both readers of XML that openpyxl may take, of the language and of lxml, raise a kind of SyntaxError.
FAULTY_PARTS = (*DAMAGED, SyntaxError, KeyError, TypeError, IndexError, AttributeError, AssertionError)
CARRIAGE_RETURN = re.compile(r"_x000D_(?=\n)")  # as Excel stores a Windows line end; elsewhere somebody typed it
TRUTHS = {"=TRUE()": True, "=FALSE()": False}  # how LibreOffice stores what was typed as TRUE
PLAIN_FORMATS = {"General", "0", "@"}

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class RawCell:
    """`trouble` says why the value must not be used. `is_plain`: a number is shown as it is held.

    `day` is what a cell with a date holds; only a column of days may use it, for all others it is trouble.
    """

    at: str
    value: Scalar = None
    trouble: str = ""
    is_plain: bool = True
    is_percent: bool = False
    day: date | None = None

    @property
    def is_blank(self) -> bool:
        return not self.trouble and (self.value is None or self.value == "")


Lines = dict[int, dict[int, RawCell]]


@dataclass(slots=True)
class RawSheet:
    """`lines` by row and column, both counted from 1, with the cells that hold something."""

    name: str
    lines: Lines = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def cell(self, row: int, column: int) -> RawCell:
        found = self.lines.get(row, {}).get(column)
        return found or RawCell(f"{get_column_letter(column)}{row}")


def read_sheets(content: bytes, name: str, limits: Limits = USUAL) -> list[RawSheet]:
    """This function will return the sheets of a workbook in their order, or raise DocumentError if it has no cells."""
    refuse_unsafe(content, name, limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which are not read
            book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if isinstance(sheet, ReadOnlyWorksheet)]
            return [_raw_sheet(book, sheet, limits.rows) for sheet in sheets]
    except FAULTY_PARTS as error:
        raise DocumentError(name, [Fault("", _("is damaged or incomplete"))]) from error


def _raw_sheet(book: Workbook, sheet: ReadOnlyWorksheet, most_rows: int) -> RawSheet:
    raw = RawSheet(sheet.title)
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source, sheet._shared_strings, epoch=book.epoch, date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )  # fmt: skip
        for count, (row, cells) in enumerate(parser.parse(), start=1):
            line = {cell["column"]: found for cell in cells if not (found := _raw_cell(sheet, cell)).is_blank}
            if line:
                raw.lines[row] = line
            is_long = count > most_rows * PARSED_PER_ROW or len(raw.lines) > most_rows
            if is_long or max(line, default=0) > MOST_COLUMNS:
                raw.faults.append(Fault(raw.name, _too_many(most_rows)))
                return raw
    merged = [] if parser.merged_cells is None else parser.merged_cells.mergeCell
    if len(merged) > MOST_RANGES:
        raw.faults.append(Fault(raw.name, _("has more than %(count)d merged ranges") % {"count": MOST_RANGES}))
    else:
        _spread_merged(raw, [CellRange(str(each.ref)) for each in merged])
    return raw


def _too_many(most_rows: int) -> str:
    values = {"rows": most_rows, "columns": MOST_COLUMNS}
    return _("has more than %(rows)d lines or %(columns)d columns") % values


def _raw_cell(sheet: ReadOnlyWorksheet, parsed: dict[str, object]) -> RawCell:
    cell = ReadOnlyCell(sheet, **parsed)
    at = f"{get_column_letter(cell.column)}{cell.row}"
    if cell.data_type == "f" and str(cell.value) in TRUTHS:
        return RawCell(at, TRUTHS[str(cell.value)])
    if trouble := _trouble(cell):
        return RawCell(at, None, trouble, day=cell.value.date() if isinstance(cell.value, datetime) else None)
    if isinstance(cell.value, str):
        text = CARRIAGE_RETURN.sub("", cell.value).strip()
        return RawCell(at, text, unstorable_in(text) or "")
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return RawCell(at, cell.value)
    number_format = cell.number_format
    return RawCell(at, cell.value, "", number_format in PLAIN_FORMATS, "%" in number_format)


def _trouble(cell: ReadOnlyCell) -> str:
    if cell.data_type == "f":
        return _("holds a formula; paste its value")
    if cell.data_type == "e":
        return _("holds the error %(error)s") % {"error": shown(cell.value)}
    if cell.data_type == "d":
        return _("holds a date; format the cell as text and type the value again")
    return ""


def _spread_merged(raw: RawSheet, ranges: list[CellRange]) -> None:
    """Every cell of a merged range is at fault, in each of its lines: none of them may be taken as it stands."""
    left = MOST_MERGED
    for merged in ranges:
        first = raw.cell(merged.min_row, merged.min_col)
        if first.is_blank:
            continue
        if left <= 0:
            raw.faults.append(Fault(raw.name, _("has more than %(count)d merged cells") % {"count": MOST_MERGED}))
            return
        faulty = replace(first, trouble=_merged(merged.coord), day=None)
        for row in raw.lines.keys() & range(merged.min_row, merged.max_row + 1):
            for column in range(merged.min_col, min(merged.max_col, MOST_COLUMNS) + 1):
                left -= 1
                raw.lines[row][column] = replace(faulty, at=f"{get_column_letter(column)}{row}")


def _merged(coordinates: str) -> str:
    return _("is merged (%(cells)s); unmerge the cells and write the value in each") % {"cells": coordinates}
