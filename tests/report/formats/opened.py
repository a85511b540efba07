"""What stands in the files that a report is handed out as."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def book_of(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def cells_of(data: bytes) -> list[Cell]:
    return [cell for sheet in book_of(data) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def rows_of(data: bytes, sheet: str) -> list[dict[str, object]]:
    """This function will return the rows of a sheet by the titles of its columns."""
    head, *rows = book_of(data)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def words_of_docx(data: bytes) -> str:
    """This function will return the text of a Word file, one line for each paragraph."""
    with ZipFile(BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    lines = ("".join(part.text or "" for part in line.iter(f"{WORD}t")) for line in body.iter(f"{WORD}p"))
    return "\n".join(lines)


def words_of_html(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))
