"""A table of one kind out of a file: a workbook's sheet, or comma-separated values however they were saved."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import StringIO

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from assessment.bank.faults import DocumentError, Fault
from assessment.bank.loader import MEBIBYTE
from assessment.bank.scalars import unstorable_in
from assessment.bank.xlsx.archive import Limits, is_workbook
from assessment.bank.xlsx.lines import HEADER_ROW
from assessment.bank.xlsx.sheets import LEFT_OUT
from assessment.bank.xlsx.workbook import MOST_COLUMNS, Lines, RawCell, RawSheet, read_sheets

DELIMITERS = ",;\t"
LONGEST_FIELD = 100_000


@dataclass(frozen=True, slots=True)
class TableKind:
    """What a table is about: how its sheet may be called, what its headers mean, and how large it may be in bytes."""

    sheet: str
    names: frozenset[str]
    meant: Callable[[str], str]
    largest: int
    limits: Limits


def read_table(content: bytes, name: str, kind: TableKind) -> RawSheet:
    """This function will return the table in a file with its headers as the schema calls them.

    Raises DocumentError if the file cannot be read as a table at all.
    """
    if len(content) > kind.largest:
        message = _("is larger than %(size)d MiB; split it") % {"size": kind.largest // MEBIBYTE}
        raise DocumentError(name, [Fault("", message)])
    raw = _sheet(content, name, kind) if is_workbook(content, name) else _values(content, name, kind)
    if not raw.lines and not raw.faults:
        raise DocumentError(name, [Fault("", _("holds no line"))])
    headers = raw.lines.get(HEADER_ROW, {})
    raw.lines[HEADER_ROW] = {column: _renamed(cell, kind) for column, cell in headers.items()}
    return raw


def _renamed(cell: RawCell, kind: TableKind) -> RawCell:
    return replace(cell, value=kind.meant(cell.value)) if isinstance(cell.value, str) else cell


def _sheet(content: bytes, name: str, kind: TableKind) -> RawSheet:
    """The sheet that is called so, else the first that is no note."""
    sheets = [raw for raw in read_sheets(content, name, kind.limits) if not raw.name.startswith(LEFT_OUT)]
    named = [raw for raw in sheets if raw.name.strip().lower() in kind.names]
    found = next(iter(named or [raw for raw in sheets if raw.lines or raw.faults]), None)
    if found is None:
        raise DocumentError(name, [Fault("", _("holds no line"))])
    return found


def _values(content: bytes, name: str, kind: TableKind) -> RawSheet:
    """Excel in China saves GB 18030 where others save UTF-8; each of them fails to read nearly all of the other."""
    text = _decoded(content, name)
    if unstorable := unstorable_in(text.replace("\r", "")):
        raise DocumentError(name, [Fault("", unstorable)])
    raw = RawSheet(kind.sheet)
    csv.field_size_limit(LONGEST_FIELD)
    try:
        for row, values in enumerate(
            csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True), 1
        ):
            if row > kind.limits.rows or len(values) > MOST_COLUMNS:
                values_said = {"rows": kind.limits.rows, "columns": MOST_COLUMNS}
                raw.faults.append(
                    Fault(kind.sheet, _("has more than %(rows)d lines or %(columns)d columns") % values_said)
                )
                return raw
            _add_line(raw.lines, row, values)
    except csv.Error as error:
        message = _("is no table of comma-separated values: %(error)s") % {"error": error}
        raise DocumentError(name, [Fault("", message)]) from error
    return raw


def _decoded(content: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DocumentError(name, [Fault("", _("is neither UTF-8 nor GB 18030; save it as “CSV UTF-8”"))])


def _delimiter(text: str) -> str:
    """The one that stands most often in the line of headers."""
    first = text.partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def _add_line(lines: Lines, row: int, values: list[str]) -> None:
    cells = {column: _cell(f"{get_column_letter(column)}{row}", value) for column, value in enumerate(values, start=1)}
    if line := {column: cell for column, cell in cells.items() if not cell.is_blank}:
        lines[row] = line


def _cell(at: str, value: str) -> RawCell:
    text = value.replace("\r\n", "\n").strip()
    return RawCell(at, None, _("holds a formula; paste its value")) if text.startswith("=") else RawCell(at, text)
