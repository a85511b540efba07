"""Tables of the desk as files: text is text there and never a formula, whoever wrote it."""

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from io import BytesIO, StringIO

from django.http import HttpResponse
from django.utils.timezone import localtime
from xlsxwriter import Workbook

from assessment.accounts.file_names import attachment_header

ALWAYS_THE_SAME = datetime(2000, 1, 1)  # equal tables make equal files
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")  # OWASP, CSV injection
TIME = "yyyy-mm-dd hh:mm"
WIDTH = 24

Cell = str | int | datetime | None


class FileFormat(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


def download(name: str, format_: FileFormat, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """This function will return a table as a file called `name`; times are those of the installation's time zone."""
    if format_ is FileFormat.CSV:
        response = HttpResponse(as_csv(heads, rows), content_type="text/csv; charset=utf-8")
    else:
        response = HttpResponse(
            as_xlsx(heads, rows), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )
    response.headers["Content-Disposition"] = attachment_header(name, f".{format_.value}", "")
    return response


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """This function will return a table as CSV in UTF-8 with a mark at its beginning, as spreadsheets expect it."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return localtime(cell).strftime("%Y-%m-%d %H:%M")
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS) else cell


def as_xlsx(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """This function will return a table as an XLSX workbook of one sheet, its head kept in sight."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": ALWAYS_THE_SAME})
    sheet = book.add_worksheet()
    head, text = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "@"})
    time = book.add_format({"num_format": TIME})
    sheet.set_column(0, len(heads) - 1, WIDTH)
    sheet.freeze_panes(1, 0)
    for column, title in enumerate(heads):
        sheet.write_string(0, column, title, head)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                sheet.write_datetime(number, column, localtime(cell).replace(tzinfo=None), time)
            elif isinstance(cell, int):
                sheet.write_number(number, column, cell)
            elif cell is not None:
                sheet.write_string(number, column, cell, text)
    book.close()
    return stream.getvalue()
