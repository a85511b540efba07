"""The sheets of a workbook for people, as they look: guide, forms, lines and notes. No text is ever a formula."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from assessment.bank.faults import Fault
from assessment.bank.xlsx.cell_writing import Content, written_cell
from assessment.bank.xlsx.columns import Column, Kind
from assessment.bank.xlsx.guide import about, guide_rows, headers
from assessment.bank.xlsx.headers import Field
from assessment.bank.xlsx.looks import Look, Looks, height_of
from assessment.bank.xlsx.quoting import NO_TEXT
from assessment.bank.xlsx.records import Data
from assessment.bank.xlsx.sheets import GUIDE, KEY, LEFT_OUT, VALUE, Sheet

LONGEST_TEXT = 32_767  # what a cell holds
SPARE_LINES = 1_000  # below the last line, where the lists of choices still help
GUIDE_WIDTHS = (23, 27, 8, 44, 100)
FORM_WIDTHS = (24, 90, 80)


@dataclass(slots=True)
class SheetWriter:
    """Writes the sheets of a book one by one; `faults` are the texts that no cell holds."""

    book: Workbook
    looks: Looks
    locales: list[str]
    every_column: bool = False
    faults: list[Fault] = field(default_factory=list)

    def write_guide(self, sheets: Sequence[Sheet]) -> None:
        rows = list(guide_rows(sheets))
        page = self._page(GUIDE, self._text_looks(headers(), GUIDE_WIDTHS))
        for row, texts in enumerate(rows, start=1):
            page.set_row(row, height_of(zip(texts, GUIDE_WIDTHS, strict=True)))
            for number, text in enumerate(texts):
                page.write_string(row, number, text, self.looks.text)
        page.autofilter(0, 0, len(rows), len(GUIDE_WIDTHS) - 1)

    def write_note(self, name: str, rows: Sequence[Sequence[str]]) -> None:
        head, *lines = rows
        widths = [max(len(row[number]) for row in rows) * 2 for number in range(len(head))]
        page = self._page(name, self._text_looks(head, [min(width, FORM_WIDTHS[1]) for width in widths]))
        for row, texts in enumerate(lines, start=1):
            for number, text in enumerate(texts):
                page.write_string(row, number, text, self.looks.text)

    def write_sheet(self, sheet: Sheet, records: list[Data]) -> None:
        fields = list(self._fields(sheet, records))
        if sheet.is_form:
            self._write_form(sheet, fields, records[0])
        else:
            self._write_lines(sheet, fields, records)

    def _fields(self, sheet: Sheet, records: list[Data]) -> Iterator[Field]:
        """The columns in use, and those that are always needed; texts in the languages of the bank first."""
        for column in sheet.columns:
            values = [value for record in records for value in _values_at(record, column.path)]
            if not (column.is_required or values or self.every_column):
                continue
            if not column.is_text:
                yield Field(column)
                continue
            others = {locale for value in values for locale in value or ()} - set(self.locales)
            yield from (Field(column, locale) for locale in [*self.locales, *sorted(others)])

    def _write_lines(self, sheet: Sheet, fields: list[Field], records: list[Data]) -> None:
        looks = [self.looks.of(each.column, each.name) for each in fields]
        page = self._page(sheet.name, looks)
        for number, each in enumerate(fields):
            _offer_choices(page, each.column, (1, number, len(records) + SPARE_LINES, number))
        for row, record in enumerate(records, start=1):
            contents = [self._content(each, record) for each in fields]
            page.set_row(row, height_of((str(text), look.width) for text, look in zip(contents, looks, strict=True)))
            for number, (each, content) in enumerate(zip(fields, contents, strict=True)):
                self._write(page, row, number, each, content)
        page.autofilter(0, 0, len(records), len(fields) - 1)

    def _write_form(self, sheet: Sheet, fields: list[Field], record: Data) -> None:
        page = self._page(sheet.name, self._text_looks((KEY, VALUE, f"{LEFT_OUT} {headers()[-1]}"), FORM_WIDTHS))
        for row, each in enumerate(fields, start=1):
            page.write_string(row, 0, each.name, self.looks.text)
            meaning = about(each.column)
            page.write_string(row, 2, meaning, self.looks.note)
            _offer_choices(page, each.column, (row, 1, row, 1))
            content = self._content(each, record)
            page.set_row(row, height_of(zip((each.name, str(content), meaning), FORM_WIDTHS, strict=True)))
            self._write(page, row, 1, each, content)

    def _page(self, name: str, looks: Sequence[Look]) -> Worksheet:
        page = self.book.add_worksheet(name)
        page.freeze_panes(1, _keys_ahead([look.header for look in looks]))
        page.repeat_rows(0)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        for number, look in enumerate(looks):
            page.set_column(number, number, look.width, look.format)
            page.write_string(0, number, look.header, self.looks.header)
        return page

    def _text_looks(self, headers: Sequence[str], widths: Sequence[int]) -> list[Look]:
        return [Look(header, width, self.looks.text) for header, width in zip(headers, widths, strict=True)]

    def _write(self, page: Worksheet, row: int, number: int, each: Field, content: Content) -> None:
        if isinstance(content, bool):
            page.write_boolean(row, number, content, self.looks.typed)
        elif isinstance(content, float):
            page.write_number(row, number, content, self.looks.typed)
        elif content is not None and len(content) <= LONGEST_TEXT:
            page.write_string(row, number, content, self.looks.text)
        elif content is not None:
            place = f"{page.get_name()}!{xl_rowcol_to_cell(row, number)} ({each.name})"
            message = _("is longer than the %(count)d characters that a cell holds") % {"count": LONGEST_TEXT}
            self.faults.append(Fault(place, message))

    def _content(self, each: Field, record: Data) -> Content:
        for value in _values_at(record, each.column.path):
            if not each.column.is_text:
                return written_cell(each.column, value)
            if each.locale in value:
                return written_cell(each.column, value[each.locale])
            if not value and not each.column.is_required and each.locale == self.locales[0]:
                return NO_TEXT
        return None


def _keys_ahead(headers: list[str]) -> int:
    """How many columns stay in sight to the left: those that name the line."""
    return headers.index(KEY) + 1 if KEY in headers[:2] else 1


def _offer_choices(page: Worksheet, column: Column, cells: tuple[int, int, int, int]) -> None:
    choices = ["TRUE", "FALSE"] if column.kind is Kind.TRUTH else list(column.choices)
    if choices:
        page.data_validation(*cells, {"validate": "list", "source": choices})


def _values_at(record: Any, path: tuple[str, ...]) -> list[Any]:
    """The value at `path`, or nothing: a value that is null is given all the same."""
    for part in path:
        if part not in record:
            return []
        record = record[part]
    return [record]
