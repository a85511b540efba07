"""What the page of a question needs to be drawn."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.forms import BaseForm
from django.utils.translation import gettext as _

from assessment.bank.faults import Fault
from assessment.scoring.check import check_bank
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import localise
from recommendations.studio.bases import out_of_date_form
from recommendations.studio.editor.preview_page import languages_of
from recommendations.studio.editor.question_page import Desk
from recommendations.studio.editor.question_save import Outcome
from recommendations.studio.editor.row_forms import MOST_ROWS
from recommendations.studio.editor.sheet import Sheet
from recommendations.studio.forms import language_name
from recommendations.studio.measure.shares import ShareRow, question_shares
from recommendations.studio.trial.check_page import Row, finding_rows
from recommendations.studio.trial.copies import Copies


@dataclass(frozen=True, slots=True)
class Problem:
    """A message and the field that it stands at, "" = the form as a whole."""

    field: str
    label: str
    message: str


@dataclass(frozen=True, slots=True)
class Shown:
    """How a page differs from the untouched one: what was checked and refused, where the person goes on."""

    is_checked: bool = False
    outcome: Outcome = field(default_factory=Outcome)
    goes_on_at: str = ""
    is_added: bool = False
    is_stale: bool = False
    is_gone: bool = False


UNTOUCHED = Shown()


def question_context(desk: Desk, sheet: Sheet, shown: Shown = UNTOUCHED) -> dict[str, Any]:
    """This function will return everything that the template of a question reads."""
    locale = desk.around.locale
    return {
        "workshop": desk.workshop,
        "tab": "questions",
        "desk": desk,
        "section_title": localise(desk.section["title"], locale),
        "heading": localise(desk.question.get("short") or desk.question["text"], locale),
        "sheet": sheet,
        "form": sheet.form,
        "lines": sheet.lines,
        "shows": sheet.shows,
        "locales": desk.draft.locales,
        "fixed": fixed_keys(desk),
        "most": MOST_ROWS,
        "shown": shown,
        "problems": _problems_of(sheet, shown),
        "findings": findings_of(desk),
        "missing": missing_languages(desk),
        "shares": _shares(desk),
        "languages": languages_of(desk.draft.locales),
    }


def missing_languages(desk: Desk) -> list[tuple[str, str]]:
    """This function will return the languages in which a question that is there has no text, with their names."""
    if desk.around.is_new:
        return []
    return [(each, language_name(each)) for each in desk.draft.locales if not desk.question["text"].get(each)]


def _shares(desk: Desk) -> list[ShareRow]:
    """What the question weighs as it stands, or as a new one begins; what is typed is weighed with the preview."""
    before: BankDocument = desk.draft.document
    after = desk.begun_document() if desk.around.is_new else before
    return question_shares(before, after, desk.key, desk.around.locale)


def fixed_keys(desk: Desk) -> dict[str, list[str]]:
    """This function will return the keys of options and rows that are there already, which do not change any more."""
    names = () if desk.around.is_new else ("options", "rows")
    return {name: [str(line["key"]) for line in desk.question.get(name, [])] for name in ("options", "rows") if names}


def findings_of(desk: Desk) -> list[Row]:
    """This function will return what the check says of a question that is there."""
    if desk.around.is_new:
        return []
    document = desk.draft.document
    place = f"sections.{desk.section['key']}.questions.{desk.key}"
    found = [each for each in check_bank(document) if f"{each.place}.".startswith(f"{place}.")]
    copies = Copies(desk.workshop.bank.slug, document, None)
    return list(finding_rows(copies, found, desk.around.locale, in_playbook=False))


def _problems_of(sheet: Sheet, shown: Shown) -> list[Problem]:
    if shown.is_stale:
        return [Problem("", "", out_of_date_form())]
    return list(_problems(sheet, shown)) if shown.is_checked else []


def _problems(sheet: Sheet, shown: Shown) -> Iterator[Problem]:
    yield from _of_form(sheet.form)
    for lines in sheet.lines.values():
        for message in lines.non_form_errors():
            yield Problem("", "", str(message))
        for place, form in enumerate(lines.forms, start=1):
            yield from _of_form(form, _("line %(number)d") % {"number": place})
    yield from (_of_fault(fault) for fault in shown.outcome.faults)


def _of_form(form: BaseForm, line: str = "") -> Iterator[Problem]:
    for name, messages in form.errors.items():
        bound = form[name] if name in form.fields else None
        for message in messages:
            label = "" if bound is None else str(bound.label)
            yield Problem(
                "" if bound is None or bound.is_hidden else f"f-{bound.html_name}",
                f"{label} ({line})" if line and label else label,
                str(message),
            )


def _of_fault(fault: Fault) -> Problem:
    return Problem("", fault.place, fault.message)
