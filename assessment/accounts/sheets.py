"""Tables as the sheets of a workbook: numbers are numbers, days are days, and no text is ever a formula."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

from django.utils.timezone import localtime
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

ALWAYS_THE_SAME = datetime(2000, 1, 1)  # equal tables make equal files
GENERAL, TEXT_FORMAT, DAY_FORMAT, TIME_FORMAT, SHARE_FORMAT = "General", "@", "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "0 %"
LONGEST_TEXT = 32_767  # characters in a cell, as Excel limits it
CUT = "…"
UNWRITABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")  # what XML cannot hold
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class Number(NamedTuple):
    """A number with the digits after its point that are shown, and the sign of a gain where it `is_gain`.

    `unit` is shown after it, with the blank before it if it has one. `currency` is shown before it, as Excel names it:
    "CNY ", or a sign with its country such as "¥-804".
    """

    value: Decimal
    digits: int = 0
    is_gain: bool = False
    unit: str = ""
    currency: str = ""


class Share(NamedTuple):
    """A share of one, shown as a percentage: "0 %", or "0%" where a language sets no blank before the sign."""

    value: Decimal
    shown: str = SHARE_FORMAT


Cell = str | int | Decimal | Number | Share | date | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name` may be empty in a workbook of one sheet. One that `is_list` is read from top to bottom and has no filter."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    is_list: bool = False


def write_sheets(sheets: Iterable[Sheet], properties: dict[str, Any] | None = None, font: str = "") -> bytes:
    """This function will return the bytes of an XLSX workbook. Equal sheets with equal properties give equal bytes.

    Heads stay in sight and stand on every printed page; tables can be filtered. `properties` are those of the file.
    """
    stream = BytesIO()
    book = Workbook(stream, SAFE)
    book.set_properties(
        {"created": ALWAYS_THE_SAME} | {key: writable(value) for key, value in (properties or {}).items()}
    )
    writer = _Writer(book, font)
    for sheet in sheets:
        writer.write(sheet)
    book.close()
    return stream.getvalue()


def writable(value: Any) -> Any:
    """This function will return a text as a workbook can hold it; anything else as it is."""
    if not isinstance(value, str):
        return value
    text = UNWRITABLE.sub("\ufffd", value)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - len(CUT)] + CUT


class _Writer:
    """Writes sheets with the formats of one workbook."""

    def __init__(self, book: Workbook, font: str) -> None:
        self._book = book
        self._basis: dict[str, Any] = {"valign": "top"} | ({"font_name": font} if font else {})
        self._formats: dict[str, Format] = {}
        self._head = book.add_format(
            self._basis
            | {"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "text_wrap": True, "num_format": TEXT_FORMAT}
        )

    def write(self, sheet: Sheet) -> None:
        page = self._book.add_worksheet(sheet.name or None)
        self._set_up(page, sheet)
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, column.width)
            page.write_string(0, number, writable(column.title), self._head)
        last = 0
        for last, row in enumerate(sheet.rows, start=1):
            for number, cell in enumerate(row):
                self._write_cell(page, last, number, cell)
        if last and not sheet.is_list:
            page.autofilter(0, 0, last, len(sheet.columns) - 1)

    def _set_up(self, page: Worksheet, sheet: Sheet) -> None:
        page.freeze_panes(1, 0 if sheet.is_list else 1)
        page.repeat_rows(0)
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.set_footer("&L&A&R&P / &N")
        if not sheet.is_list:
            page.set_landscape()

    def _write_cell(self, page: Worksheet, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            self._write_text(page, row, column, cell)
        elif isinstance(cell, Number):
            page.write_number(row, column, cell.value, self._format(number_format(cell)))
        elif isinstance(cell, Share):
            page.write_number(row, column, cell.value, self._format(cell.shown))
        elif isinstance(cell, datetime):
            page.write_datetime(row, column, localtime(cell).replace(tzinfo=None), self._format(TIME_FORMAT))
        elif isinstance(cell, date):
            page.write_datetime(row, column, cell, self._format(DAY_FORMAT))
        elif cell is not None:
            page.write_number(row, column, cell, self._format(GENERAL))

    def _write_text(self, page: Worksheet, row: int, column: int, text: str) -> None:
        if text:
            page.write_string(row, column, writable(text), self._format(TEXT_FORMAT))
        else:
            page.write_blank(row, column, None, self._format(TEXT_FORMAT))

    def _format(self, shown: str) -> Format:
        if shown not in self._formats:
            wraps = {"text_wrap": True} if shown == TEXT_FORMAT else {}
            self._formats[shown] = self._book.add_format(self._basis | wraps | {"num_format": shown})
        return self._formats[shown]


def number_format(number: Number) -> str:
    """This function will return how a number is shown, such as #,##0.0, with a true minus sign for losses."""
    shown = "#,##0" + ("." + "0" * number.digits if number.digits else "")
    if number.currency:
        shown = f"[${number.currency}]{shown}"
    if number.unit:
        shown += '"' + writable(number.unit).replace('"', "”") + '"'
    return f"+{shown};−{shown};+{shown}" if number.is_gain else shown
