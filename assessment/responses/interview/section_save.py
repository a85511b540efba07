"""Saving one section of an interview as a plain form: for browsers without JavaScript."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language

from assessment.bank.releases import scorer_of
from assessment.responses.access import Casework
from assessment.responses.answering import AnswerConflict, AssessmentSubmitted, save_section
from assessment.responses.evidence import (
    EvidenceClosed,
    add_evidence,
    closed_text,
    evidence_for,
    refusal_text,
    remove_evidence,
)
from assessment.responses.evidence_types import RefusedFile
from assessment.responses.interview.api import too_long
from assessment.responses.interview.beside import Typed
from assessment.responses.interview.frame import interview_frame
from assessment.responses.interview.notes import NoteTooLong, write_note
from assessment.responses.interview.page import interview_context
from assessment.responses.interview.places import address
from assessment.responses.interview.section_input import InterviewInput, read_interview
from assessment.responses.models import Perspective
from assessment.responses.queries import answer_history, own_answers
from assessment.responses.section_page import Refused
from assessment.scoring.answers import Answer
from assessment.scoring.document import Question
from assessment.scoring.scorecard import Scope

MOST_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class _Section:
    key: str
    questions: list[Question]
    next_key: str


def save_interview(request: HttpRequest, work: Casework) -> HttpResponse:
    """This function will save what is valid of one section and go on; what is not comes back as typed."""
    section, here = _section(request, work), address(work, "interview")
    try:
        sent = _save_until_settled(request, work, section.questions, own_answers(work.assessment))
    except AssessmentSubmitted:
        return HttpResponseRedirect(here)
    _save_notes(work, sent)
    _save_files(request, work, sent)
    if sent.answers.problems or sent.problems:
        refused = Refused(sent.answers.entries, sent.answers.problems)
        typed = Typed(sent.reasons, {key: text for key, (text, _before) in sent.notes.items()}, sent.problems)
        response = render(request, "responses/interview/page.html", interview_context(work, refused, typed), status=422)
        response["Cache-Control"] = "private"
        return response
    return HttpResponseRedirect(f"{here}#{_place(request, section)}")


def _section(request: HttpRequest, work: Casework) -> _Section:
    frame = interview_frame(scorer_of(work.assessment.release_id), get_language(), Scope(work.assessment.scope))
    keys = [part.section.key for part in frame.sections]
    part = frame.of(request.POST.get("section", ""))
    if part is None:
        raise Http404
    following = keys[keys.index(part.section.key) + 1 :][:1]
    return _Section(
        part.section.key,
        [asked.html.question for asked in part.questions],
        f"s-{following[0]}" if following else "closing",
    )


def _save_until_settled(
    request: HttpRequest, work: Casework, questions: list[Question], own: Mapping[str, Answer]
) -> InterviewInput:
    """Between reading and saving somebody else may save. Reading again then finds the conflict, or nothing to do."""
    for attempt in range(1, MOST_ATTEMPTS + 1):
        history = answer_history(work.assessment.pk, Perspective.VERIFIED)
        sent = read_interview(questions, request, history, own, get_language())
        try:
            save_section(
                assessment=work.assessment,
                changes=sent.answers.changes,
                author=work.seat.person,
                perspective=Perspective.VERIFIED,
            )
        except AnswerConflict:
            if attempt == MOST_ATTEMPTS:
                raise
        else:
            break
    return sent


def _save_notes(work: Casework, sent: InterviewInput) -> None:
    for key, (text, before) in sent.notes.items():
        if key in sent.problems or text == before:
            continue
        try:
            write_note(work=work, question_key=key, text=text, before=before)
        except NoteTooLong:
            sent.problems[key] = too_long()


def _save_files(request: HttpRequest, work: Casework, sent: InterviewInput) -> None:
    for key, uploads in sent.files.items():
        for upload in uploads:
            try:
                add_evidence(
                    assessment=work.assessment,
                    question_key=key,
                    upload=upload,
                    by=work.seat.person,
                    workspace=work.seat.workspace,
                )
            except RefusedFile as refused:
                sent.problems[key] = f"{upload.name}: {refusal_text(refused)}"
            except EvidenceClosed:
                sent.problems[key] = closed_text()
    if removed := _uuid(request.POST.get("remove", "")):
        remove_evidence(file=evidence_for(work.assessment, removed), by=work.seat.person)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _place(request: HttpRequest, section: _Section) -> str:
    keys = {question.key for question in section.questions}
    if request.POST.get("same") in keys:
        return f"q-{request.POST['same']}"
    return section.next_key if request.POST.get("go") == "next" else f"s-{section.key}"
