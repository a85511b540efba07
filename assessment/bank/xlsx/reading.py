"""A workbook read as a document: sheets to lines, lines to nested data, and for every fault the cell to mend."""

import difflib
from collections.abc import Iterable, Mapping
from functools import partial

from django.utils.translation import gettext as _

from assessment.bank.faults import Fault, KeyPath
from assessment.bank.loader import Parsed
from assessment.bank.xlsx.assembly import Assembly, cell_of, placed
from assessment.bank.xlsx.lines import Line, SheetReader
from assessment.bank.xlsx.sheets import BANK, GUIDE, LEFT_OUT, OPTIONS, QUESTIONS, SECTIONS, SHEETS, TREE, Sheet
from assessment.bank.xlsx.workbook import RawSheet, read_sheets
from assessment.bank.yaml_text import MOST_FAULTS
from assessment.scoring.texts import FALLBACK_LOCALE

BY_NAME = {sheet.name: sheet for sheet in SHEETS}
USUAL = (BANK, SECTIONS, QUESTIONS, OPTIONS, TREE)
NEAR = 0.75


def parse_workbook(content: bytes, name: str) -> Parsed:
    """This function will return the data of a workbook and what is wrong with it, cell by cell.

    Raises DocumentError if `content` cannot be read as a workbook at all.
    """
    raw_sheets = read_sheets(content, name)
    known = {sheet.name: raw for raw in raw_sheets if (sheet := _sheet_of(raw))}
    faults = list(_unknown_sheets(raw_sheets, known))
    lines: dict[str, list[Line]] = {}
    locales = [FALLBACK_LOCALE]
    for sheet in SHEETS:
        if sheet.name in known:
            reader = SheetReader(sheet, known[sheet.name], locales)
            reader.read()
            lines[sheet.name] = reader.lines
            faults += reader.faults
            locales = _locales(lines) if sheet is BANK else locales
    assembly = Assembly(lines)
    assembly.assemble()
    known_places = {fault.place for fault in faults}
    faults += [fault for fault in assembly.faults if fault.place not in known_places]
    places = assembly.places()
    faults += _absent_sheets(known, places)
    return Parsed(assembly.data, partial(placed, places), partial(cell_of, places), tuple(faults[:MOST_FAULTS]))


def _sheet_of(raw: RawSheet) -> Sheet | None:
    return BY_NAME.get("_".join(raw.name.lower().replace("_", " ").split()))


def _locales(lines: dict[str, list[Line]]) -> list[str]:
    locales = next((line.data.get("locales") for line in lines[BANK.name]), None)
    return [str(locale) for locale in locales] if isinstance(locales, list) and locales else [FALLBACK_LOCALE]


def _unknown_sheets(raw_sheets: Iterable[RawSheet], known: Mapping[str, RawSheet]) -> Iterable[Fault]:
    """Notes are welcome on sheets whose name begins with #; any other sheet might be a misspelt part of the bank."""
    used = [id(raw) for raw in known.values()]
    missing = [sheet.name for sheet in USUAL if sheet.name not in known]
    for raw in raw_sheets:
        if id(raw) in used or raw.name.lower() == GUIDE or raw.name.startswith(LEFT_OUT) or not raw.lines:
            continue
        near = difflib.get_close_matches(raw.name.lower(), BY_NAME, n=1, cutoff=NEAR)
        if near:
            yield Fault(raw.name, _("is no sheet of a bank; did you mean %(key)s?") % {"key": near[0]})
        elif missing:
            values = {"sheets": ", ".join(missing)}
            yield Fault(raw.name, _("is no sheet of a bank, and these are missing: %(sheets)s") % values)
        else:
            yield Fault(raw.name, _("is no sheet of a bank; begin its name with # to have it left out"))


def _absent_sheets(known: Mapping[str, RawSheet], places: dict[KeyPath, str]) -> Iterable[Fault]:
    """One fault for a sheet without which there is no bank, instead of one for everything that it would hold."""
    for sheet in (BANK, SECTIONS, TREE):
        if sheet.name in known:
            continue
        yield Fault(sheet.name, _("the sheet is missing"))
        places |= dict.fromkeys(
            [column.path for column in sheet.columns] if sheet is BANK else [(sheet.name,)], sheet.name
        )
