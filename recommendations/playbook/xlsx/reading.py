"""A workbook read as all that it holds: a bank, its playbook, categories and texts, each where it has sheets for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from assessment.bank.faults import DocumentError, Fault, shown
from assessment.bank.loader import Parsed
from assessment.bank.xlsx.columns import Column
from assessment.bank.xlsx.lines import Line, SheetReader
from assessment.bank.xlsx.reading import BANK_BOOK, Book, parse_book, sheet_name, unknown_sheets
from assessment.bank.xlsx.sheets import Sheet
from assessment.bank.xlsx.workbook import RawSheet, read_sheets
from assessment.bank.yaml_text import MOST_FAULTS
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.playbook.xlsx.assembly import PlaybookAssembly
from recommendations.playbook.xlsx.sheets import (
    ACTION_STEPS,
    ACTIONS,
    CATEGORIES,
    COST_BANDS,
    EFFORTS,
    PLAYBOOK,
    PRIORITY_BANDS,
    RAISES,
    RULES,
    SHEETS,
    TEXTS,
)

NEEDED = (PLAYBOOK, EFFORTS, COST_BANDS, PRIORITY_BANDS, ACTIONS, RULES)


def _unknown_in_a_playbook(near: str, missing: str) -> str:
    if near:
        return _("is no sheet that is known here; did you mean %(key)s?") % {"key": near}
    return _("is no sheet that is known here; begin its name with # to have it left out")


PLAYBOOK_BOOK = Book(SHEETS, NEEDED, (*NEEDED, ACTION_STEPS, RAISES), PlaybookAssembly, _unknown_in_a_playbook)
EXTRAS = frozenset({CATEGORIES.name, TEXTS.name})


@dataclass(frozen=True, slots=True)
class Sheets:
    """What a workbook holds. `bank` and `playbook` are None where it has no sheet of theirs, faults where it has some."""

    bank: Parsed | None = None
    playbook: Parsed | None = None
    categories: list[Line] = field(default_factory=list)
    texts: list[Line] = field(default_factory=list)


def parse_whole_workbook(content: bytes, name: str) -> Sheets:
    """This function will return what the sheets of a workbook say; one with no sheet that is known is read as a bank.

    Raises DocumentError if it cannot be read at all, or naming what is wrong on sheets of categories and texts.
    """
    raws = read_sheets(content, name)
    held = {sheet_name(raw) for raw in raws if raw.lines}
    has_playbook, has_extras = bool(held & PLAYBOOK_BOOK.names), bool(held & EXTRAS)
    has_bank = bool(held & BANK_BOOK.names) or not (has_playbook or has_extras)
    strangers = _strangers(raws, has_bank=has_bank)
    bank = parse_book(BANK_BOOK, raws, strangers) if has_bank else None
    playbook = parse_book(PLAYBOOK_BOOK, raws, () if has_bank else strangers) if has_playbook else None
    categories, texts = _lines(CATEGORIES, raws), _lines(TEXTS, raws)
    faults = [*categories.faults, *texts.faults, *(() if has_bank or has_playbook else strangers)]
    if faults:
        raise DocumentError(name, [*_faults_of(bank, playbook), *faults][:MOST_FAULTS])
    return Sheets(bank, playbook, categories.lines, texts.lines)


def _strangers(raws: Sequence[RawSheet], *, has_bank: bool) -> list[Fault]:
    book, other = (BANK_BOOK, PLAYBOOK_BOOK) if has_bank else (PLAYBOOK_BOOK, BANK_BOOK)
    return unknown_sheets(book, raws, other.names | EXTRAS)


def _lines(sheet: Sheet, raws: Iterable[RawSheet]) -> SheetReader:
    """A sheet that stands for itself; keys that stand twice are faults."""
    raw = next((raw for raw in raws if sheet_name(raw) == sheet.name), RawSheet(sheet.name))
    reader = SheetReader(sheet, raw, [FALLBACK_LOCALE])
    if raw.lines:
        reader.read()
        reader.faults += _trouble(sheet, reader.lines)
    return reader


def _trouble(sheet: Sheet, lines: Iterable[Line]) -> Iterable[Fault]:
    seen: dict[tuple[object, ...], Line] = {}
    for line in lines:
        for column in sheet.columns:
            if column.name in sheet.names and (message := _objection(column, line.data.get(column.name))):
                yield Fault(line.places.get(column.path, line.place), message)
        key = tuple(str(line.data.get(name)) for name in sheet.names)
        if key in seen:
            message = _("%(key)s is used already at %(place)s")
            values = {"key": " ".join(map(str, key)), "place": seen[key].place}
            yield Fault(line.places.get((sheet.names[-1],), line.place), message % values)
        seen.setdefault(key, line)


def _objection(column: Column, value: object) -> str:
    if not isinstance(value, str):
        return _("is missing")
    if column.choices and value not in column.choices:
        return _("must be %(choices)s, not %(value)s") % {"choices": ", ".join(column.choices), "value": shown(value)}
    return ""


def _faults_of(*parts: Parsed | None) -> list[Fault]:
    return [fault for part in parts if part is not None for fault in part.faults]
