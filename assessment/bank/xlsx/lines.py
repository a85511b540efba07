"""From the cells of one sheet to its lines: plain data by the columns of the schema, each value with its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.faults import AbsentColumn, Fault, KeyPath
from assessment.bank.xlsx.cell_reading import UnreadableCell, read_cell
from assessment.bank.xlsx.columns import Column
from assessment.bank.xlsx.headers import Field, field_named, unknown_header
from assessment.bank.xlsx.quoting import NO_TEXT
from assessment.bank.xlsx.sheets import KEY, LEFT_OUT, VALUE, Sheet
from assessment.bank.xlsx.workbook import RawCell, RawSheet

HEADER_ROW = 1
KEY_COLUMN, VALUE_COLUMN = 1, 2
ROW = re.compile(r"![A-Z]*(\d+)")


def row_of(place: str) -> int:
    """This function will return the number of the row of a place; what stands in no row belongs to the headers."""
    found = ROW.search(place)
    return int(found.group(1)) if found else HEADER_ROW


@dataclass(slots=True)
class Line:
    """`data` is the thing that the line describes; `places` says where each of its values stands, or would stand."""

    place: str
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[KeyPath, str] = field(default_factory=dict)

    @property
    def row(self) -> int:
        return row_of(self.place)

    def take(self, name: str) -> Any:
        """This function will return a value that is no part of the thing itself, such as the key of its parent."""
        return self.data.pop(name, None)


@dataclass(slots=True)
class SheetReader:
    """Reads one sheet; afterwards `lines` holds what it says and `faults` what is wrong with it."""

    sheet: Sheet
    raw: RawSheet
    locales: Sequence[str]
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def faults_by_row(self) -> Mapping[int, list[Fault]]:
        found: dict[int, list[Fault]] = {}
        for fault in self.faults:
            found.setdefault(row_of(fault.place), []).append(fault)
        return found

    def read(self) -> None:
        """This function will read the sheet once."""
        self.faults += self.raw.faults
        if self.sheet.is_form:
            self._read_form()
        else:
            self._read_lines()

    def _read_lines(self) -> None:
        fields = self._fields({number: self.raw.cell(HEADER_ROW, number) for number in self._columns()})
        absent = self._absent(fields) | dict(self._refuse_absent(fields))
        for row in sorted(self.raw.lines.keys() - {HEADER_ROW}):
            cells = {number: self.raw.cell(row, number) for number in fields}
            if any(not cell.is_blank for cell in cells.values()):
                line = Line(f"{self.raw.name}!{row}", places=dict(absent))
                self.lines.append(self._filled(line, fields, cells))

    def _read_form(self) -> None:
        """Keys stand below each other, values beside them: one line, turned by a quarter."""
        rows = sorted(self.raw.lines.keys() - {HEADER_ROW})
        self._refuse_other_head()
        fields = self._fields({row: self.raw.cell(row, KEY_COLUMN) for row in rows})
        cells = {row: self.raw.cell(row, VALUE_COLUMN) for row in fields}
        line = Line(self.raw.name)
        for column in self.sheet.columns:
            line.places[column.path] = f"{self.raw.name} ({column.name})"
        self.lines.append(self._filled(line, fields, cells))

    def _columns(self) -> list[int]:
        return sorted({number for line in self.raw.lines.values() for number in line})

    def _refuse_other_head(self) -> None:
        head = [str(self.raw.cell(HEADER_ROW, number).value).lower() for number in (KEY_COLUMN, VALUE_COLUMN)]
        if head != [KEY, VALUE]:
            self._fault(self._place("A1"), _("the first line must be “key” and “value”"))

    def _fields(self, headers: dict[int, RawCell]) -> dict[int, Field]:
        """What the headers name, by their column, or in a form by their row; what is at fault is left out."""
        fields: dict[int, Field] = {}
        for number, cell in headers.items():
            header = str(cell.value or "")
            if header.startswith(LEFT_OUT):
                continue
            found = field_named(header, self.sheet, self.locales[0])
            if message := self._objection(cell, header, found, fields):
                self._fault(self._place(cell.at, header), message)
            elif found:
                fields[number] = found
        return fields

    def _objection(self, cell: RawCell, header: str, found: Field | None, fields: dict[int, Field]) -> str:
        if cell.trouble:
            return cell.trouble
        if not header:
            return _("is empty, but there are values beside or below it; name it, or begin it with #")
        if found is None:
            return unknown_header(header, self.sheet)
        if found in fields.values():
            return _("appears twice")
        return ""

    def _absent(self, fields: dict[int, Field]) -> dict[KeyPath, str]:
        """Where that stands for which there is no column, or none in one of the languages."""
        given = set(fields.values())
        named = {found.column for found in given}
        absent: dict[KeyPath, str] = {}
        for column in self.sheet.columns:
            if column not in named:
                absent[column.path] = self._nowhere(column.name)
            for locale in self.locales if column.is_text else ():
                if Field(column, locale) not in given:
                    absent[(*column.path, locale)] = self._nowhere(f"{column.name} {locale}")
        return absent

    def _nowhere(self, name: str) -> str:
        return AbsentColumn(_("%(sheet)s (%(name)s: the column is missing)") % {"sheet": self.raw.name, "name": name})

    def _refuse_absent(self, fields: dict[int, Field]) -> Iterator[tuple[KeyPath, str]]:
        """One fault for a required column that is not there, instead of one for each line."""
        given = {found.column for found in fields.values()}
        for column in self.sheet.columns:
            if column.is_required and column not in given and self.raw.lines:
                place = self._place(str(HEADER_ROW), column.name)
                self._fault(place, _("the column is missing"))
                yield column.path, place

    def _filled(self, line: Line, fields: dict[int, Field], cells: dict[int, RawCell]) -> Line:
        for number, found in fields.items():
            place = self._place(cells[number].at, found.name)
            path = (*found.column.path, found.locale) if found.locale else found.column.path
            line.places[path] = place
            line.places.setdefault(found.column.path, place)
            if not cells[number].is_blank:
                self._put(line.data, path, found, cells[number], place)
        _complete(line.data, self.sheet.columns)
        return line

    def _put(self, data: dict[str, Any], path: tuple[str, ...], found: Field, cell: RawCell, place: str) -> None:
        try:
            value = read_cell(found.column, cell)
        except UnreadableCell as error:
            self._fault(place, str(error))
            return
        for part in path[:-1]:
            data = data.setdefault(part, {})
        if not (found.column.is_text and cell.value == NO_TEXT):
            data[path[-1]] = value

    def _place(self, at: str, name: str = "") -> str:
        return f"{self.raw.name}!{at} ({name})" if name else f"{self.raw.name}!{at}"

    def _fault(self, place: str, message: str) -> None:
        self.faults.append(Fault(place, message))


def _complete(data: dict[str, Any], columns: tuple[Column, ...]) -> None:
    """Texts and lists that must be there are there, if only empty; within a nested part only where there is one."""
    for column in columns:
        within: Any = data
        for part in column.path[:-1]:
            within = within.get(part) if isinstance(within, dict) else None
        if column.empty is not None and isinstance(within, dict):
            within.setdefault(column.path[-1], type(column.empty)())
