"""An interview as a workbook to fill where there is no network; it is read back answer by answer."""

from collections.abc import Mapping
from io import BytesIO

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessment.bank.releases import scorer_of
from assessment.responses.access import Casework
from assessment.responses.entries import entry_of
from assessment.responses.interview.offline.rows import (
    DENOMINATOR,
    NUMERATOR,
    TICK,
    Cell,
    FormRow,
    FormSection,
    alternative_words,
    form_sections,
)
from assessment.responses.interview.sides import Sides, sides_of
from assessment.scoring.answers import Answer
from assessment.scoring.explain import explain_answer
from assessment.scoring.scorecard import Scope

MARK = "fourfold-interview-form"
VERSION = "1"
META, LISTS, FIRST_HEAD = "Fourfold", "Lists", "key"
KEY, TEXT, HOW, OWN, ANSWER, REASON, NOTE = range(7)
WIDTHS = (16, 56, 20, 30, 30, 40, 40)


def write_form(work: Casework, locale: str) -> bytes:
    """This function will return the form of one assessment as the bytes of an XLSX workbook, in the active language."""
    scorer, scope = scorer_of(work.assessment.release_id), Scope(work.assessment.scope)
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    writer = _Writer(book, sides_of(work.assessment.pk), locale)
    writer.write(form_sections(scorer, scope, locale))
    _write_meta(book.add_worksheet(META), work, locale)
    writer.finish()
    book.close()
    return stream.getvalue()


def meta_of(work: Casework, locale: str) -> dict[str, str]:
    """This function will return what binds a form to its assessment."""
    release = work.assessment.release
    return {
        MARK: VERSION,
        "assessment": str(work.assessment.public_id),
        "client": str(work.file.client.public_id),
        "bank": f"{release.bank_id}.{release.major}",
        "language": locale,
    }


def _write_meta(sheet: Worksheet, work: Casework, locale: str) -> None:
    sheet.set_column(0, 1, 40)
    lines = meta_of(work, locale) | {"enterprise": work.file.enterprise.name, "day": localdate().isoformat()}
    for row, (name, value) in enumerate(lines.items()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
    sheet.protect()


class _Writer:
    def __init__(self, book: Workbook, sides: Sides, locale: str) -> None:
        self._book, self._sides, self._locale = book, sides, locale
        self._sheet = book.add_worksheet(_("Interview"))
        wrapped = {"text_wrap": True, "valign": "top", "num_format": "@"}
        self._head = book.add_format({"bold": True, "bg_color": "#E8EEF4", "bottom": 1, **wrapped})
        self._section = book.add_format({"bold": True, "font_size": 13, **wrapped})
        self._question, self._part = (
            book.add_format({"bold": True, **wrapped}),
            book.add_format({"indent": 1, **wrapped}),
        )
        self._plain = book.add_format({"font_color": "#45566A", **wrapped})
        self._fill = book.add_format({"locked": False, "border": 1, "border_color": "#74859A", **wrapped})
        self._lists: dict[tuple[str, ...], str] = {}
        self._row = 0

    def write(self, sections: list[FormSection]) -> None:
        sheet = self._sheet
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        heads = (
            FIRST_HEAD, _("Question"), _("How"), _("The enterprise said"), _("Verified answer"), _("Reason"),
            _("Private note"),
        )  # fmt: skip
        self._line(heads, self._head)
        for section in sections:
            self._line(("", section.title), self._section)
            for row in section.rows:
                self._write_row(row)
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def finish(self) -> None:
        """The lists to choose from stand on a sheet of their own: in the cell's rule they may not be long."""
        sheet = self._book.add_worksheet(LISTS)
        for column, labels in enumerate(self._lists):
            for row, label in enumerate(labels):
                sheet.write_string(row, column, label)
        sheet.hide()

    def _line(self, texts: tuple[str, ...], look: Format) -> None:
        for column, text in enumerate(texts):
            self._sheet.write_string(self._row, column, text, look)
        self._row += 1

    def _write_row(self, row: FormRow) -> None:
        sheet, at, key = self._sheet, self._row, row.question.key
        own, verified = self._sides.own.answers.get(key), self._sides.verified.answers.get(key)
        text = f"{row.text}\n{_('Only if:')} {row.condition}" if row.condition else row.text
        sheet.write_string(at, KEY, row.key, self._plain)
        sheet.write_string(at, TEXT, text, self._question if row.is_head else self._part)
        sheet.write_string(at, HOW, row.how, self._plain)
        said = explain_answer(row.question, own, self._locale) if own and row.is_head else ""
        sheet.write_string(at, OWN, said, self._plain)
        self._fill_in(at, ANSWER, cell_text(row, verified))
        if row.is_head:
            self._fill_in(at, REASON, self._sides.reasons.get(key, ""))
            self._fill_in(at, NOTE, "")
        labels = (TICK,) if row.cell is Cell.TICK else tuple(row.choices)
        if labels and row.cell is not Cell.TYPED:
            rule = {"validate": "list", "source": self._list(labels), "ignore_blank": True}
            sheet.data_validation(at, ANSWER, at, ANSWER, rule)
        self._row += 1

    def _fill_in(self, row: int, column: int, text: str) -> None:
        if text:
            self._sheet.write_string(row, column, text, self._fill)
        else:
            self._sheet.write_blank(row, column, None, self._fill)

    def _list(self, labels: tuple[str, ...]) -> str:
        if labels not in self._lists:
            column = _letters(len(self._lists))
            self._lists[labels] = f"={LISTS}!${column}$1:${column}${len(labels)}"
        return self._lists[labels]


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell_text(row: FormRow, answer: Answer | None) -> str:
    """This function will return what the answer's cell of a line says for an answer."""
    entry = entry_of(row.question, answer)
    if row.is_head:
        if entry.alternative:
            return alternative_words()[entry.alternative]
        return entry.text or _label(row.choices, entry.chosen)
    parts = row.key.split("/")[1:]
    if parts[0] in (NUMERATOR, DENOMINATOR) and row.question.ratio:
        return str(getattr(entry, parts[0]))
    if len(parts) == 2:
        return TICK if parts[1] in entry.rows.get(parts[0], ()) else ""
    if row.cell is Cell.TICK:
        return TICK if parts[0] in entry.chosen else ""
    return _label(row.choices, entry.rows.get(parts[0], ()))


def _label(choices: Mapping[str, str], chosen: tuple[str, ...]) -> str:
    return next((label for label, key in choices.items() if key in chosen), "")
