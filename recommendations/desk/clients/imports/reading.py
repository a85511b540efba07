"""A table read as clients: every line by itself, with all that is wrong with it and where."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from assessment.accounts.cells import unguarded_cell
from assessment.accounts.credit_code import read_credit_code
from assessment.accounts.models import User
from assessment.accounts.names import validate_visible
from assessment.bank.faults import AbsentColumn, Fault
from assessment.bank.xlsx.lines import HEADER_ROW, Line, SheetReader
from assessment.bank.xlsx.tables import read_table
from recommendations.desk.clients.imports.sheet import CLIENTS, CLIENTS_TABLE, LENGTHS, header_meant

CELL = re.compile(r".*!(?P<at>[A-Z]+\d+) \((?P<head>.*)\)")
LANGUAGES = {
    "english": "en",
    "英文": "en",
    "英语": "en",
    "中文": "zh-hans",
    "简体中文": "zh-hans",
    "chinese": "zh-hans",
}
LANGUAGES |= {"zh": "zh-hans", "zh-cn": "zh-hans"} | {code: code for code, _name in settings.LANGUAGES}


@dataclass(slots=True)
class ClientEntry:
    """One line. `said` holds only what its cells say; an empty cell says nothing."""

    number: int
    said: dict[str, Any] = field(default_factory=dict)
    places: Mapping[Any, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, name: str, message: str) -> None:
        """This function will note what is wrong with the cell of a field."""
        self.faults.append(Fault(self.places.get((name,), f"{self.number}"), message))

    @property
    def title(self) -> str:
        return str(self.said.get("name") or self.said.get("credit_code") or self.said.get("reference") or "")


@dataclass(frozen=True, slots=True)
class Entries:
    """`faults` are those of the headers and of the file; while there are any, no line is taken."""

    entries: Sequence[ClientEntry]
    faults: Sequence[Fault]


def read_entries(content: bytes, name: str, people: Mapping[str, User]) -> Entries:
    """This function will return the lines of a file; `people` are those who may be a consultant, by address.

    Raises DocumentError for a file that is no table.
    """
    heads: dict[str, str] = {}
    reader = SheetReader(CLIENTS, read_table(content, name, replace(CLIENTS_TABLE, meant=_noting(heads))), ["en"])
    reader.read()
    by_row = reader.faults_by_row
    entries = [_entry(line, by_row.get(line.row, []), people) for line in reader.lines]
    for key in ("credit_code", "reference"):
        _refuse_repeated(entries, key)
    for entry in entries:
        entry.faults = [_placed(fault, heads) for fault in entry.faults]
        entry.places = {path: _placed_at(place, heads, entry.number) for path, place in entry.places.items()}
    return Entries(entries, [_placed(fault, heads) for fault in by_row.get(HEADER_ROW, [])])


def _noting(heads: dict[str, str]) -> Callable[[str], str]:
    """What a header means, with a note of how the table itself writes it."""

    def meant(written: str) -> str:
        heads.setdefault(found := header_meant(written), " ".join(written.split()))
        return found

    return meant


def _placed(fault: Fault, heads: Mapping[str, str]) -> Fault:
    return Fault(_placed_at(fault.place, heads), fault.message)


def _placed_at(place: str, heads: Mapping[str, str], line: int = HEADER_ROW) -> str:
    """Cell and header as whoever made the table knows them."""
    if isinstance(place, AbsentColumn):
        return _("line %(row)d") % {"row": line}
    cell = CELL.fullmatch(place)
    return f"{cell['at']}, {heads.get(cell['head'], cell['head'])}" if cell else place


def _entry(line: Line, faults: Sequence[Fault], people: Mapping[str, User]) -> ClientEntry:
    said = {key: _unguarded(value) for key, value in line.data.items() if value not in (None, "")}
    entry = ClientEntry(line.row, said, line.places, list(faults))
    for key, length in LENGTHS.items():
        if len(str(said.get(key, ""))) > length:
            entry.fault(key, _("is longer than %(length)d characters") % {"length": length})
    for key, read in READERS.items():
        if key in said:
            _read(entry, key, read, people)
    return entry


def _unguarded(value: Any) -> Any:
    """What an export has kept from being a formula is what it was."""
    text = " ".join(value.split()) if isinstance(value, str) else value
    return unguarded_cell(text) if isinstance(text, str) else text


def _read(entry: ClientEntry, key: str, read: Any, people: Mapping[str, User]) -> None:
    try:
        entry.said[key] = read(str(entry.said[key]), people)
    except ValidationError as error:
        entry.fault(key, " ".join(error.messages))


def _name(text: str, people: Mapping[str, User]) -> str:
    validate_visible(text)
    return text


def _code(text: str, people: Mapping[str, User]) -> str:
    return read_credit_code(text)


def _email(text: str, people: Mapping[str, User]) -> str:
    validate_email(text)
    return text


def _language(text: str, people: Mapping[str, User]) -> str:
    found = LANGUAGES.get(text.casefold())
    if found is None:
        known = ", ".join(code for code, _name in settings.LANGUAGES)
        raise ValidationError(_("is no language that is spoken here; known are %(keys)s") % {"keys": known})
    return found


def _consultant(text: str, people: Mapping[str, User]) -> User:
    found = people.get(text.casefold())
    if found is None:
        raise ValidationError(_("is not the address of a consultant of this workspace"))
    return found


def _date(text: str, people: Mapping[str, User]) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValidationError(_("is no day; write it as 2026-11-23")) from error


READERS: Mapping[str, Any] = {
    "name": _name,
    "credit_code": _code,
    "contact_email": _email,
    "language": _language,
    "consultant": _consultant,
    "next_round_on": _date,
}


def _refuse_repeated(entries: Sequence[ClientEntry], key: str) -> None:
    first: dict[str, int] = {}
    for entry in entries:
        value = entry.said.get(key)
        if value and first.setdefault(value, entry.number) != entry.number:
            entry.fault(key, _("stands in line %(row)d already") % {"row": first[value]})
