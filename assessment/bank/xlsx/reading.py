"""A workbook read as a document: sheets to lines, lines to nested data, and for every fault the cell to mend."""

import difflib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from assessment.bank.faults import Fault, KeyPath
from assessment.bank.loader import Parsed
from assessment.bank.xlsx.assembling import Assembling, cell_of, placed
from assessment.bank.xlsx.assembly import Assembly
from assessment.bank.xlsx.lines import Line, SheetReader
from assessment.bank.xlsx.sheets import (
    BANK,
    BESIDE_A_BANK,
    GUIDE,
    LEFT_OUT,
    OPTIONS,
    QUESTIONS,
    SECTIONS,
    SHEETS,
    TREE,
    Sheet,
)
from assessment.bank.xlsx.workbook import RawSheet, read_sheets
from assessment.bank.yaml_text import MOST_FAULTS
from assessment.scoring.texts import FALLBACK_LOCALE

NEAR = 0.75


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets that one document fills, its head first, and how it is put together from their lines.

    Without the `needed` ones there is no document; where one of the `usual` ones lacks, a misspelt name may be meant for
    it. `unknown` says what is wrong with a sheet, given the name that is near and those that are missing.
    """

    sheets: Sequence[Sheet]
    needed: Sequence[Sheet]
    usual: Sequence[Sheet]
    assembly: Callable[[Mapping[str, list[Line]]], Assembling]
    unknown: Callable[[str, str], str]

    @property
    def head(self) -> Sheet:
        return self.sheets[0]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(sheet.name for sheet in self.sheets)


def parse_workbook(content: bytes, name: str) -> Parsed:
    """This function will return the data of the bank in a workbook and what is wrong with it, cell by cell.

    Raises DocumentError if `content` cannot be read as a workbook at all.
    """
    raw_sheets = read_sheets(content, name)
    return parse_book(BANK_BOOK, raw_sheets, unknown_sheets(BANK_BOOK, raw_sheets, BESIDE_A_BANK))


def parse_book(book: Book, raw_sheets: Sequence[RawSheet], known_faults: Iterable[Fault] = ()) -> Parsed:
    """This function will return the data of one document out of those in a workbook, after faults that are known."""
    known = {name: raw for raw in raw_sheets if (name := sheet_name(raw)) in book.names}
    faults = list(known_faults)
    lines: dict[str, list[Line]] = {}
    locales = [FALLBACK_LOCALE]
    for sheet in book.sheets:
        if sheet.name in known:
            reader = SheetReader(sheet, known[sheet.name], locales)
            reader.read()
            lines[sheet.name] = reader.lines
            faults += reader.faults
            locales = _locales(lines[sheet.name]) if sheet is book.head else locales
    assembly = book.assembly(lines)
    assembly.assemble()
    known_places = {fault.place for fault in faults}
    faults += [fault for fault in assembly.faults if fault.place not in known_places]
    places = assembly.places()
    faults += _absent_sheets(book, known, places)
    return Parsed(assembly.data, partial(placed, places), partial(cell_of, places), tuple(faults[:MOST_FAULTS]))


def sheet_name(raw: RawSheet) -> str:
    """This function will return the name of a sheet as it is listed: `Framework items` is `framework_items`."""
    return "_".join(raw.name.lower().replace("_", " ").split())


def _locales(heads: list[Line]) -> list[str]:
    locales = next((line.data.get("locales") for line in heads), None)
    return [str(locale) for locale in locales] if isinstance(locales, list) and locales else [FALLBACK_LOCALE]


def unknown_sheets(book: Book, raw_sheets: Sequence[RawSheet], beside: Collection[str] = ()) -> list[Fault]:
    """This function will return a fault for each sheet that is neither of `book` nor one of those `beside` it.

    Notes are welcome on sheets whose name begins with #; any other sheet might be a misspelt part of the document.
    """
    known = {name: raw for raw in raw_sheets if (name := sheet_name(raw)) in {*book.names, *beside}}
    used = [id(raw) for raw in known.values()]
    missing = ", ".join(sheet.name for sheet in book.usual if sheet.name not in known)
    faults = []
    for raw in raw_sheets:
        if id(raw) in used or raw.name.lower() == GUIDE or raw.name.startswith(LEFT_OUT) or not raw.lines:
            continue
        near = difflib.get_close_matches(raw.name.lower(), [*book.names, *beside], n=1, cutoff=NEAR)
        faults.append(Fault(raw.name, book.unknown(near[0] if near else "", missing)))
    return faults


def _absent_sheets(book: Book, known: Mapping[str, RawSheet], places: dict[KeyPath, str]) -> Iterable[Fault]:
    """One fault for a sheet without which there is no document, instead of one for everything that it would hold."""
    for sheet in book.needed:
        if sheet.name in known:
            continue
        yield Fault(sheet.name, _("the sheet is missing"))
        places |= dict.fromkeys(
            [column.path for column in sheet.columns] if sheet is book.head else [(sheet.name,)], sheet.name
        )


def _unknown_in_a_bank(near: str, missing: str) -> str:
    if near:
        return _("is no sheet of a bank; did you mean %(key)s?") % {"key": near}
    if missing:
        return _("is no sheet of a bank, and these are missing: %(sheets)s") % {"sheets": missing}
    return _("is no sheet of a bank; begin its name with # to have it left out")


BANK_BOOK = Book(
    SHEETS, (BANK, SECTIONS, TREE), (BANK, SECTIONS, QUESTIONS, OPTIONS, TREE), Assembly, _unknown_in_a_bank
)
