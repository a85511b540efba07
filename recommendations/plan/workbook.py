"""A plan as a workbook: one sheet to work with, one that says what it rests on. No text is a formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.utils.translation import gettext, pgettext
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from recommendations.plan.item_rows import ItemRow, promised_number
from recommendations.plan.workbook_basis import Line

ALWAYS_THE_SAME = datetime(2000, 1, 1)  # equal plans make equal files
MONEY, DAY = "#,##0", "yyyy-mm-dd"
POINTS = "0.0"
BASIS_WIDTHS = (34, 20, 90)


@dataclass(frozen=True, slots=True)
class Looks:
    header: Format
    text: Format
    money: Format
    day: Format
    points: Format
    number: Format


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: int


def write_workbook(rows: Sequence[ItemRow], basis: Sequence[Line], title: str) -> bytes:
    """This function will return a plan as the bytes of an XLSX workbook, in the active language.

    Equal plans give equal bytes. Days are days and amounts are numbers; everything that people wrote is text.
    """
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"title": title, "created": ALWAYS_THE_SAME})
    looks = _looks(book)
    _write_items(book.add_worksheet(gettext("Plan")), rows, looks)
    _write_basis(book.add_worksheet(gettext("What it rests on")), basis, looks)
    book.close()
    return stream.getvalue()


def _looks(book: Workbook) -> Looks:
    def made(**options: Any) -> Format:
        return book.add_format({"valign": "top", **options})

    return Looks(
        header=made(bold=True, bg_color="#E8EEF4", bottom=1, text_wrap=True),
        text=made(num_format="@", text_wrap=True),
        money=made(num_format=MONEY),
        day=made(num_format=DAY),
        points=made(num_format=POINTS),
        number=made(),
    )


def _columns() -> list[Column]:
    return [
        Column(pgettext("plan", "What"), 42),
        Column(pgettext("plan", "Status"), 14),
        Column(gettext("Who does it"), 18),
        Column(pgettext("plan", "Quarter"), 9),
        Column(pgettext("plan", "Due"), 12),
        Column(gettext("Done on"), 12),
        Column(gettext("Budget, yuan"), 14),
        Column(gettext("Spent, yuan"), 14),
        Column(gettext("Chosen service"), 36),
        Column(gettext("Points promised"), 12),
        Column(pgettext("plan", "Note"), 40),
        Column(gettext("Why not"), 40),
    ]


def _write_items(page: Worksheet, rows: Sequence[ItemRow], looks: Looks) -> None:
    _write_header(page, _columns(), looks)
    for number, row in enumerate(rows, start=1):
        item = row.item
        service = ", ".join(part for part in (row.offering, row.provider) if part)
        texts = {0: row.title, 1: row.status_label, 2: item.responsible, 8: service, 10: item.note}
        texts[11] = item.declined_because
        for column, text in texts.items():
            _write_text(page, number, column, text, looks.text)
        _write_number(page, number, 3, item.quarter, looks.number)
        _write_day(page, number, 4, item.due_on, looks.day)
        _write_day(page, number, 5, item.done_on, looks.day)
        _write_number(page, number, 6, item.budget, looks.money)
        _write_number(page, number, 7, item.spent, looks.money)
        _write_number(page, number, 9, promised_number(item), looks.points)
    if rows:
        page.autofilter(0, 0, len(rows), len(_columns()) - 1)


def _write_basis(page: Worksheet, basis: Sequence[Line], looks: Looks) -> None:
    titles = (
        pgettext("plan", "About"),
        pgettext("plan", "Points"),
        gettext("What is assumed, and where it comes from"),
    )
    _write_header(page, [Column(title, width) for title, width in zip(titles, BASIS_WIDTHS, strict=True)], looks)
    for number, line in enumerate(basis, start=1):
        page.write_string(number, 0, line.about, looks.text)
        page.write_string(number, 1, line.points, looks.text)
        page.write_string(number, 2, line.text, looks.text)


def _write_header(page: Worksheet, columns: Sequence[Column], looks: Looks) -> None:
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    for number, column in enumerate(columns):
        page.set_column(number, number, column.width)
        page.write_string(0, number, column.title, looks.header)


def _write_text(page: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    if text:
        page.write_string(row, column, text, look)
    else:
        page.write_blank(row, column, None, look)


def _write_day(page: Worksheet, row: int, column: int, value: date | None, look: Format) -> None:
    if value is not None:
        page.write_datetime(row, column, datetime(value.year, value.month, value.day), look)


def _write_number(page: Worksheet, row: int, column: int, value: float | None, look: Format) -> None:
    if value is not None:
        page.write_number(row, column, value, look)
