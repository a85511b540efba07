"""What a section's form without JavaScript says: which answers changed, and what is wrong with them.

Every question sends the version it was shown with. So what the person changed can be told from what another window
changed meanwhile, and going back and sending an old page again changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from assessment.responses.answering import Change
from assessment.responses.entries import Entry, entry_of, raw_answer, read_entry
from assessment.responses.queries import History, Stored
from assessment.responses.typed import read_typed
from assessment.responses.wording import problem_with
from assessment.scoring.answers import Answer, InvalidAnswer
from assessment.scoring.document import Question
from assessment.scoring.explain import explain_answer


@dataclass(slots=True)
class SectionInput:
    """`entries` and `problems` are of the refused questions only, by key."""

    changes: list[Change] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


ALL = "*"


def read_section(questions: Iterable[Question], data: QueryDict, history: History, locale: str) -> SectionInput:
    """This function will return what `data` changes, compared with the answers in `history`.

    `still` names a question whose answer of the round before is confirmed, or ALL of the form: their next version says
    the same again.
    """
    found, still = SectionInput(), data.get("still", "")
    for question in questions:
        base = _base_version(data.get(f"q.{question.key}.version", ""))
        if base is not None:
            _read_question(question, data, history, base, locale, found, still in (ALL, question.key))
    return found


def _base_version(text: str) -> int | None:
    """A question without its version was not on the page that was sent."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _read_question(
    question: Question,
    data: QueryDict,
    history: History,
    base: int,
    locale: str,
    found: SectionInput,
    is_still_true: bool,
) -> None:
    versions = history.get(question.key, {})
    current = max(versions, default=0)
    before, now = _answer(versions.get(base)), _answer(versions.get(current))
    entry = read_entry(question, data)
    try:
        raw = raw_answer(question, entry, entry_of(question, before))
        answer = None if raw is None else read_typed(question, raw)
    except InvalidAnswer as invalid:
        found.entries[question.key] = entry
        found.problems[question.key] = problem_with(question, invalid, locale)
        return
    if answer in (before, now):
        if is_still_true and base == current and _is_carried(versions.get(current)):
            found.changes.append(Change(question.key, now, base))
        return
    if base != current:
        found.entries[question.key] = entry
        found.problems[question.key] = _changed_elsewhere(question, now, locale)
        return
    found.changes.append(Change(question.key, answer, base))


def _answer(stored: Stored | None) -> Answer | None:
    return stored.answer if stored else None


def _is_carried(stored: Stored | None) -> bool:
    return stored is not None and stored.is_carried


def _changed_elsewhere(question: Question, theirs: Answer | None, locale: str) -> str:
    return _("This answer was changed elsewhere to “%(theirs)s”. Send the page again to keep yours.") % {
        "theirs": explain_answer(question, theirs, locale)
    }
