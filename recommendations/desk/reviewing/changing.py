"""Reading one verified answer with its reason from the form of the review."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from assessment.responses.answering import Change
from assessment.responses.entries import Entry, entry_of, raw_answer, read_entry
from assessment.responses.models import Perspective
from assessment.responses.typed import read_typed
from assessment.responses.wording import problem_with
from assessment.scoring.answers import Answer, InvalidAnswer
from assessment.scoring.document import Question
from recommendations.desk.reviewing.forms import ReasonForm
from recommendations.desk.reviewing.standing import Standing


@dataclass(frozen=True, slots=True)
class Editing:
    """The form of one question as it is shown: new, or as it was sent, with what is wrong about it."""

    question: Question
    entry: Entry
    version: int
    reason: ReasonForm
    problem: str = ""


def new_editing(standing: Standing, question: Question) -> Editing:
    """This function will return the form with the answer that counts now."""
    entries = standing.entries(question.key, Perspective.VERIFIED)
    reason = entries[-1].reason if entries else ""
    return Editing(
        question=question,
        entry=entry_of(question, standing.verified.answers.get(question.key)),
        version=standing.version(question.key, Perspective.VERIFIED),
        reason=ReasonForm(initial={"reason": reason}),
    )


def read_change(standing: Standing, question: Question, data: QueryDict, locale: str) -> Change | Editing:
    """This function will return what was sent as a change, or the form with what is wrong about it.

    A verified answer that is not the enterprise's own needs a reason. A version that is not the latest one is left to
    the action to refuse.
    """
    own = standing.own.answers.get(question.key)
    before = standing.verified_answer(question.key)
    entry = read_entry(question, data)
    answer, problem = _answer(question, entry, before if before is not None else own, locale)
    version = _version(data.get(f"q.{question.key}.version", ""))
    reason = ReasonForm(data, is_needed=answer is not None and own is not None and answer != own)
    if answer is None or not reason.is_valid():
        return Editing(question, entry, version, reason, problem)
    return Change(question.key, answer, version, reason.cleaned_data["reason"])


def conflicting(standing: Standing, question: Question, data: QueryDict) -> Editing:
    """This function will return the form as it was sent, after somebody else verified the same answer."""
    return Editing(
        question=question,
        entry=read_entry(question, data),
        version=standing.version(question.key, Perspective.VERIFIED),
        reason=ReasonForm(data),
        problem=_(
            "Somebody else verified this answer meanwhile; it is shown above. Save again to put yours in its place."
        ),
    )


def _answer(question: Question, entry: Entry, before: Answer | None, locale: str) -> tuple[Answer | None, str]:
    """The answer, or what is wrong with it."""
    try:
        raw = raw_answer(question, entry, entry_of(question, before))
        if raw is not None:
            return read_typed(question, raw), ""
    except InvalidAnswer as invalid:
        return None, problem_with(question, invalid, locale)
    return None, _("Choose the verified answer, or go back without saving.")


def _version(text: str) -> int:
    """What no version can be is taken for none: then the save is refused as out of date."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
