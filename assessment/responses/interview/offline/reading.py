"""A filled interview form as answers, with the cell of everything that cannot be taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import override

from assessment.bank.faults import DocumentError
from assessment.bank.loader import MEBIBYTE
from assessment.bank.releases import scorer_of
from assessment.bank.xlsx.archive import Limits
from assessment.bank.xlsx.workbook import RawCell, RawSheet, read_sheets
from assessment.responses.access import Casework
from assessment.responses.entries import NOTHING
from assessment.responses.interview.notes import MOST_CHARACTERS
from assessment.responses.interview.offline.rows import TICKS, Cell, FormRow, form_sections
from assessment.responses.interview.offline.writing import (
    ANSWER,
    FIRST_HEAD,
    KEY,
    MARK,
    META,
    NOTE,
    REASON,
    VERSION,
    meta_of,
)
from assessment.responses.typed import read_typed
from assessment.responses.wording import problem_with
from assessment.scoring.answers import Answer, AnswerState, InvalidAnswer
from assessment.scoring.document import Kind, Question
from assessment.scoring.scorecard import Scope

LARGEST = 4 * MEBIBYTE
LIMITS = Limits(entry=8 * MEBIBYTE, total=16 * MEBIBYTE, rows=6000)
MOST_FAULTS = 100


class NotThisForm(Exception):
    """The file is no form of this assessment; the text says what it is instead."""


@dataclass(frozen=True, slots=True)
class CellFault:
    at: str
    message: str


@dataclass(slots=True)
class FormRead:
    """By question: answers, reasons and notes that are written; `faults` by cell; `faulty` are questions not to take."""

    answers: dict[str, Answer] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    faults: list[CellFault] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)


def read_form(work: Casework, content: bytes, name: str) -> FormRead:
    """This function will return what a filled form says. Raises NotThisForm."""
    if len(content) > LARGEST:
        raise NotThisForm(_("The file is larger than a form can be."))
    try:
        sheets = read_sheets(content, name, LIMITS)
    except DocumentError as error:
        raise NotThisForm(" ".join(f"{name} {fault.message}." for fault in error.faults)) from error
    locale = _check_meta(work, sheets)
    sheet = next((each for each in sheets if each.cell(1, KEY + 1).value == FIRST_HEAD), None)
    if sheet is None or sheet.faults:
        raise NotThisForm(_("The sheet with the questions is missing or damaged."))
    with override(locale):
        scorer, scope = scorer_of(work.assessment.release_id), Scope(work.assessment.scope)
        rows = {row.key: row for section in form_sections(scorer, scope, locale) for row in section.rows}
    return _Reader(rows, locale).read(sheet)


def _check_meta(work: Casework, sheets: list[RawSheet]) -> str:
    sheet = next((each for each in sheets if each.name == META), None)
    said = {str(sheet.cell(row, 1).value): str(sheet.cell(row, 2).value) for row in range(1, 9)} if sheet else {}
    if said.get(MARK) != VERSION:
        raise NotThisForm(
            _("This is not an interview form of Fourfold. Download the form of this assessment and fill it.")
        )
    locale = said.get("language", "")
    meant = meta_of(work, locale)
    if said.get("assessment") != meant["assessment"] or said.get("client") != meant["client"]:
        name = said.get("enterprise", "")
        raise NotThisForm(_("This form belongs to another assessment (%(name)s).") % {"name": name})
    if said.get("bank") != meant["bank"]:
        raise NotThisForm(_("This form is of older questions. Download a new one; the answers can be copied over."))
    if locale not in scorer_of(work.assessment.release_id).document.locales:
        raise NotThisForm(_("The language of this form is unknown."))
    return locale


class _Reader:
    def __init__(self, rows: Mapping[str, FormRow], locale: str) -> None:
        self._rows, self._locale, self._found = rows, locale, FormRead()
        self._at: dict[str, str] = {}

    def read(self, sheet: RawSheet) -> FormRead:
        said: dict[str, dict[str, str]] = {}
        for line in sorted(sheet.lines):
            key = sheet.cell(line, KEY + 1).value
            row = self._rows.get(str(key)) if line > 1 and key else None
            if line == 1 or key in (None, ""):
                continue
            if row is None or str(key) in self._at:
                message = _("stands twice") if row else _("is no question of this form")
                self._fault(sheet.cell(line, KEY + 1).at, message, row.question.key if row else "")
                continue
            self._read_line(sheet, line, row, said)
        for key, cells in said.items():
            self._answer(self._rows[key].question, cells)
        return self._found

    def _read_line(self, sheet: RawSheet, line: int, row: FormRow, said: dict[str, dict[str, str]]) -> None:
        key = row.question.key
        cell = sheet.cell(line, ANSWER + 1)
        self._at[row.key] = cell.at
        if text := self._text(cell, key):
            said.setdefault(key, {})[row.key] = text
        if not row.is_head:
            return
        for column, into in ((REASON, self._found.reasons), (NOTE, self._found.notes)):
            words = self._text(sheet.cell(line, column + 1), key)
            if len(words) > MOST_CHARACTERS:
                self._fault(sheet.cell(line, column + 1).at, _("has more than 2,000 characters"), key)
            elif words:
                into[key] = words

    def _text(self, cell: RawCell, key: str) -> str:
        """A number in a cell is read as it is shown; what the site would refuse is refused with its cell."""
        if cell.trouble:
            self._fault(cell.at, cell.trouble, key)
            return ""
        if isinstance(cell.value, bool) or cell.is_percent:
            self._fault(cell.at, _("is not text; format the cell as text and type the value again"), key)
            return ""
        if isinstance(cell.value, float):
            return str(int(cell.value)) if cell.value.is_integer() else repr(cell.value)
        return "" if cell.value is None else str(cell.value).strip()

    def _fault(self, at: str, message: str, key: str) -> None:
        if len(self._found.faults) < MOST_FAULTS:
            self._found.faults.append(CellFault(at, message))
        self._found.faulty.add(key)

    def _answer(self, question: Question, cells: Mapping[str, str]) -> None:
        first = self._at[next(iter(cells))]
        try:
            raw = self._raw(question, cells)
            if raw is not None and question.key not in self._found.faulty:
                self._found.answers[question.key] = read_typed(question, raw)
        except InvalidAnswer as invalid:
            self._fault(first, problem_with(question, invalid, self._locale), question.key)

    def _raw(self, question: Question, cells: Mapping[str, str]) -> object:
        parts = {key.partition("/")[2]: text for key, text in cells.items() if "/" in key}
        head = self._head(question, cells.get(question.key, ""))
        values = self._parts(question, parts)
        if head is not None and values:
            is_share = question.kind is Kind.PERCENT and not isinstance(head, AnswerState)
            raise InvalidAnswer("share_and_counts" if is_share else "value_and_alternative")
        return values or head

    def _head(self, question: Question, text: str) -> object:
        row = self._rows[question.key]
        if not text:
            return None
        meant = self._choice(row, text)
        if meant == NOTHING:
            return [] if question.kind is Kind.MULTI else {}
        if meant in (AnswerState.UNKNOWN.value, AnswerState.NOT_APPLICABLE.value):
            return AnswerState(meant)
        return text if row.cell is Cell.TYPED else meant

    def _choice(self, row: FormRow, text: str) -> str | None:
        meant = row.choices.get(text)
        if meant is None and row.cell is Cell.CHOICE:
            others = {label for option in row.question.options for label in option.label.values()}
            self._fault(
                self._at[row.key],
                _("is the answer of another language; choose from the list")
                if text in others
                else _("is not on the list"),
                row.question.key,
            )
        return meant

    def _parts(self, question: Question, parts: Mapping[str, str]) -> object:
        if question.ratio:
            return dict(parts)
        found: dict[str, list[str]] = {}
        for part, text in parts.items():
            row = self._rows[f"{question.key}/{part}"]
            if row.cell is Cell.TICK:
                name, _slash, option = part.partition("/")
                if text not in TICKS:
                    self._fault(self._at[row.key], _("is no tick; write x or leave it empty"), question.key)
                found.setdefault(name, []).append(option)
            elif (meant := self._choice(row, text)) is not None:
                found.setdefault(part, []).append(meant)
        if question.kind is Kind.MULTI:
            return list(found)
        return found if question.multiple else {row: ticks[0] for row, ticks in found.items()}
