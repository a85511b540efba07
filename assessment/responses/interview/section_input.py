"""What an interview's form without JavaScript says of one section: answers, reasons, notes, files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from assessment.responses.answering import Change
from assessment.responses.interview.api import too_long
from assessment.responses.interview.notes import MOST_CHARACTERS
from assessment.responses.queries import History, Stored
from assessment.responses.section_form import SectionInput, read_section
from assessment.scoring.answers import Answer
from assessment.scoring.document import Question
from assessment.scoring.texts import reject_unstorable


@dataclass(slots=True)
class InterviewInput:
    """`answers` has the changes with their reasons; `notes` are (text, text before); `problems` are beside questions.

    `reasons` are all that were sent, for a page that comes back.
    """

    answers: SectionInput
    reasons: dict[str, str] = field(default_factory=dict)
    notes: dict[str, tuple[str, str]] = field(default_factory=dict)
    files: dict[str, list[UploadedFile]] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def read_interview(
    questions: Iterable[Question], request: HttpRequest, history: History, own: Mapping[str, Answer], locale: str
) -> InterviewInput:
    """This function will return what the form changes. `history` is that of the verified answers.

    `same` names a question whose answer is the enterprise's own.
    """
    asked = list(questions)
    found = InterviewInput(read_section(asked, request.POST, history, locale))
    changes = {change.key: change for change in found.answers.changes}
    for question in asked:
        key, stored = question.key, history.get(question.key, {})
        _read_beside(key, request, found)
        kept = stored[max(stored)].reason if stored else ""
        reason = kept if key in found.problems else found.reasons.get(key, kept)
        change = _same(key, request, stored, own, found) or changes.get(key)
        if change is None and reason != kept and key not in found.answers.problems:
            change = _reason_alone(key, request, stored, found)
        if change is not None:
            changes[key] = replace(change, reason=reason)
    found.answers.changes = [changes[question.key] for question in asked if question.key in changes]
    return found


def _read_beside(key: str, request: HttpRequest, found: InterviewInput) -> None:
    name = f"q.{key}"
    for field_name in ("reason", "note"):
        if f"{name}.{field_name}" not in request.POST:
            continue
        text = request.POST[f"{name}.{field_name}"].replace("\r\n", "\n").strip()
        if problem := _problem(text):
            found.problems[key] = problem
        if field_name == "reason":
            found.reasons[key] = text if not problem else text[:MOST_CHARACTERS]
        else:
            before = request.POST.get(f"{name}.note_before", "").replace("\r\n", "\n")
            found.notes[key] = (text, before)
    if files := [file for file in request.FILES.getlist(f"{name}.file") if file is not None]:
        found.files[key] = files


def _problem(text: str) -> str:
    if len(text) > MOST_CHARACTERS:
        return too_long()
    try:
        reject_unstorable(text)
    except ValueError:
        return _("The text contains a character that cannot be stored. Type it instead of pasting it.")
    return ""


def _same(
    key: str, request: HttpRequest, stored: Mapping[int, Stored], own: Mapping[str, Answer], found: InterviewInput
) -> Change | None:
    """Pressing “the same” counts whatever else stands in the fields of that question."""
    if request.POST.get("same") != key or key not in own:
        return None
    found.answers.problems.pop(key, None)
    found.answers.entries.pop(key, None)
    current = max(stored, default=0)
    return None if current and stored[current].answer == own[key] else Change(key, own[key], current)


def _reason_alone(key: str, request: HttpRequest, stored: Mapping[int, Stored], found: InterviewInput) -> Change | None:
    """Another reason is a next version with the same answer, unless the page is older than what stands."""
    current = max(stored, default=0)
    shown = request.POST.get(f"q.{key}.version", "")
    if shown == str(current):
        return Change(key, stored[current].answer if stored else None, current)
    before = stored.get(int(shown)) if shown.isascii() and shown.isdigit() and len(shown) < 10 else None
    if found.reasons[key] != (before.reason if before else ""):
        found.problems[key] = _("Answer or reason were changed elsewhere. Send the page again to keep yours.")
    return None
