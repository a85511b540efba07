"""Tables: fixed widths, a heading row that is repeated on every page, rows that are never split."""

from collections.abc import Callable

from recommendations.report.formats.word.blocks import Cell, Column, Row, Table, Words
from recommendations.report.formats.word.markup import element, value
from recommendations.report.formats.word.measures import TEXT_WIDTH, twips
from recommendations.report.formats.word.style_parts import TABLE

STEP = 4.0  # mm for each step of depth
KEPT = 6  # tables of so many rows stay on one page
Writes = Callable[[str, Words, str], str]
LOOK = element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)


def table_xml(table: Table, paragraph: Writes) -> str:
    """This function will return a table; `paragraph` writes one paragraph from its style, its words and its layout."""
    widths = widths_of(table.columns)
    properties = element(
        "tblPr",
        value("tblStyle", TABLE),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        LOOK,
        value("tblCaption", table.title) if table.title else "",
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    head = _row([_head(column, paragraph) for column in table.columns], widths, is_head=True)
    last = len(table.rows) - 1
    rows = (
        _row(_cells(table.columns, row, paragraph, "<w:keepNext/>" if number < last < KEPT else ""), widths)
        for number, row in enumerate(table.rows)
    )
    return element("tbl", properties, grid, head, *rows)


def widths_of(columns: tuple[Column, ...]) -> list[int]:
    """This function will return the widths of columns in twips; together they fill the page."""
    total, page = sum(column.share for column in columns), twips(TEXT_WIDTH)
    widths = [int(page * column.share / total) for column in columns]
    widths[-1] += page - sum(widths)
    return widths


def _head(column: Column, paragraph: Writes) -> str:
    return paragraph("TableHeadingNumber" if column.is_number else "TableHeading", column.title, "")


def _cells(columns: tuple[Column, ...], row: Row, paragraph: Writes, keeps: str) -> list[str]:
    return [_cell(column, cell, paragraph, keeps) for column, cell in zip(columns, row, strict=True)]


def _cell(column: Column, cell: Words | Cell, paragraph: Writes, keeps: str) -> str:
    style = "TableNumber" if column.is_number else "TableText"
    if not isinstance(cell, Cell):
        return paragraph(style, cell, keeps)
    indent = element("ind", left=twips(STEP * min(cell.depth, 6))) if cell.depth else ""
    return paragraph(style, cell.words, keeps + indent)


def _row(paragraphs: list[str], widths: list[int], is_head: bool = False) -> str:
    properties = element("trPr", "<w:cantSplit/>", "<w:tblHeader/>" if is_head else "")
    cells = (
        element("tc", element("tcPr", element("tcW", w=width, type="dxa")), words)
        for width, words in zip(widths, paragraphs, strict=True)
    )
    return element("tr", properties, *cells)
