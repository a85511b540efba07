"""Tables of the desk as files: text is text there and never a formula, whoever wrote it."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from io import StringIO

from django.http import HttpResponse
from django.utils.timezone import localtime

from assessment.accounts.cells import plain_cell
from assessment.accounts.file_names import attachment_header
from assessment.accounts.sheets import Column, write_sheets
from assessment.accounts.sheets import Sheet as TypedSheet

WIDTH = 24

Cell = str | int | Decimal | datetime | date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name` may be empty in a workbook of one sheet."""

    name: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]]


class FileFormat(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


MEDIA_TYPES = {
    FileFormat.CSV: "text/csv; charset=utf-8",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def download(name: str, format_: FileFormat, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """This function will return a table as a file called `name`; times are those of the installation's time zone."""
    return hand_out(name, format_, as_csv(heads, rows) if format_ is FileFormat.CSV else as_xlsx(heads, rows))


def hand_out(name: str, format_: FileFormat, content: bytes) -> HttpResponse:
    """This function will return what `as_csv`, `as_xlsx` or `as_workbook` made as a file called `name`."""
    response = HttpResponse(content, content_type=MEDIA_TYPES[format_])
    response.headers["Content-Disposition"] = attachment_header(name, f".{format_.value}", "")
    return response


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """This function will return a table as CSV in UTF-8 with a mark at its beginning, as spreadsheets expect it."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow([_plain(head) for head in heads])
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str | int | Decimal:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return localtime(cell).strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, date):
        return cell.isoformat()
    return plain_cell(cell) if isinstance(cell, str) else cell


def as_xlsx(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """This function will return a table as an XLSX workbook of one sheet, its head kept in sight."""
    return as_workbook([Sheet("", heads, rows)])


def as_workbook(sheets: Iterable[Sheet]) -> bytes:
    """This function will return tables as the sheets of one XLSX workbook, their heads kept in sight."""
    return write_sheets(
        TypedSheet(sheet.name, [Column(head, WIDTH) for head in sheet.heads], sheet.rows) for sheet in sheets
    )
