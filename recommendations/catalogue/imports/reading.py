"""A table read as providers and offerings: every line by itself, so that one faulty line spoils no other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from django.utils.translation import gettext as _
from pydantic import BaseModel, ValidationError

from assessment.bank.faults import AbsentColumn, Fault, KeyPath
from assessment.bank.schema_faults import schema_faults
from assessment.bank.xlsx.assembling import placed
from assessment.bank.xlsx.headers import field_named
from assessment.bank.xlsx.lines import HEADER_ROW, Line, SheetReader
from assessment.bank.xlsx.workbook import RawSheet
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.catalogue.document import Offering, Provider
from recommendations.catalogue.imports.sheet import OFFERINGS, PROVIDER
from recommendations.catalogue.imports.words import Words

Part = TypeVar("Part", bound=BaseModel)


@dataclass(slots=True)
class ImportRow:
    """One line. `provider` is what it says of its provider, without offerings, or None where it says only the key.

    `describes`: it says more than the key, though maybe with faults. `line` is where it stands.
    """

    number: int
    provider_key: str
    provider: Provider | None = None
    offering: Offering | None = None
    faults: list[Fault] = field(default_factory=list)
    places: Mapping[KeyPath, str] = field(default_factory=dict)
    line: str = ""
    describes: bool = False

    @property
    def is_sound(self) -> bool:
        return not self.faults and self.offering is not None

    def fault(self, path: KeyPath, message: str) -> None:
        """This function will note what is wrong with the value that belongs at `path`."""
        self.faults.append(Fault(self.place(path), message))

    def place(self, path: KeyPath) -> str:
        """This function will return the cell of the value at `path`, or the first cell of its parts."""
        if path in self.places:
            return self.places[path]
        parts = [place for within, place in self.places.items() if within[: len(path)] == path]
        given = [place for place in parts if not isinstance(place, AbsentColumn)]
        if given:
            return given[0]
        return placed(self.places, path) if path[:1] in self.places else f"{self.line} ({' '.join(map(str, path))})"


@dataclass(slots=True)
class Table:
    """`faults` are those of the headers and of the file; while there are any, no line is taken."""

    locales: list[str]
    rows: list[ImportRow]
    faults: list[Fault]


def read_rows(raw: RawSheet, words: Words) -> Table:
    """This function will return the lines of a table, each with its faults; titles of `words` stand for their keys."""
    locales = _locales(raw)
    reader = SheetReader(OFFERINGS, raw, locales)
    reader.read()
    by_row = reader.faults_by_row
    rows = [_row(line, words, by_row.get(line.row, [])) for line in reader.lines]
    refuse_repeated(rows)
    return Table(locales, rows, by_row.get(HEADER_ROW, []))


def _locales(raw: RawSheet) -> list[str]:
    """The languages that the headers name; texts without one are in the first."""
    headers = [str(cell.value) for cell in raw.lines.get(HEADER_ROW, {}).values()]
    found = [field_named(header, OFFERINGS, "") for header in headers]
    named = sorted({one.locale for one in found if one is not None and one.locale})
    return named or [FALLBACK_LOCALE]


def _row(line: Line, words: Words, faults: Iterable[Fault]) -> ImportRow:
    troubles = list(words.put_right(line.data))
    about = line.data.pop(PROVIDER, {})
    row = ImportRow(line.row, str(about.get("key", "")), faults=list(faults), places=line.places, line=line.place)
    for path, message in troubles:
        row.fault(path, message)
    row.describes = set(about) > {"key"}
    if row.describes:
        row.provider = _validated(Provider, about, (PROVIDER,), row)
    elif not about:
        row.fault((PROVIDER, "key"), _("is missing"))
    row.offering = _validated(Offering, line.data, (), row)
    return row


def _validated(schema: type[Part], data: dict[str, Any], within: KeyPath, row: ImportRow) -> Part | None:
    """A cell that could not be read has said so already, and is not missing as well."""
    try:
        return schema.model_validate(data)
    except ValidationError as error:
        place = partial(_place_within, row, within)
        known = {fault.place for fault in row.faults}
        row.faults += [each for each in schema_faults(schema, data, error, place) if each.place not in known]
        return None


def _place_within(row: ImportRow, within: KeyPath, path: KeyPath) -> str:
    return row.place((*within, *path))


def refuse_repeated(rows: Iterable[ImportRow]) -> None:
    """This function will note where an offering stands twice, or a provider is described in two ways."""
    offerings: dict[tuple[str, str], int] = {}
    providers: dict[str, ImportRow] = {}
    for row in rows:
        if row.offering is not None:
            first = offerings.setdefault((row.provider_key, row.offering.key), row.number)
            if first != row.number:
                row.fault(("key",), _("stands in line %(row)d already") % {"row": first})
        if row.provider is not None:
            described = providers.setdefault(row.provider_key, row)
            if described.provider != row.provider:
                message = _("says something else of the provider than line %(row)d; say it once")
                row.fault((PROVIDER, "key"), message % {"row": described.number})
