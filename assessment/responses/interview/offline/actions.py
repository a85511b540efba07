"""Taking a filled form: all that was ticked, or nothing."""

import secrets
from collections.abc import Collection
from enum import StrEnum

from django.db import transaction

from assessment.responses.access import Casework
from assessment.responses.answering import save_section
from assessment.responses.events import record_assessment
from assessment.responses.interview.notes import write_note
from assessment.responses.interview.offline.look import Form
from assessment.responses.interview.sides import sides_of
from assessment.responses.models import AnswerImport, Perspective, PrivateNote
from assessment.responses.models.casework import NAME_LENGTH


class Event(StrEnum):
    ANSWERS_IMPORTED = "answers.imported"


@transaction.atomic
def take_form(*, work: Casework, form: Form, keys: Collection[str]) -> int:
    """This function will save the lines of a form that were ticked and note where they come from; how many it were.

    Raises AnswerConflict, AssessmentSubmitted or NoteTooLong, and takes nothing then.
    """
    lines = [arrived for key, arrived in form.lines.items() if key in keys]
    if not lines:
        return 0
    device = f"xlsx-{secrets.token_hex(12)}"
    sides = sides_of(work.assessment.pk)
    changes = [
        arrived.change
        for arrived in lines
        if arrived.change.answer != sides.verified.answers.get(arrived.change.key)
        or arrived.change.reason != sides.reasons.get(arrived.change.key, "")
    ]
    save_section(
        assessment=work.assessment,
        changes=changes,
        author=work.seat.person,
        perspective=Perspective.VERIFIED,
        device=device,
    )
    stored = dict(
        PrivateNote.objects.filter(assessment=work.assessment, workspace=work.seat.workspace).values_list(
            "question_key", "text"
        )
    )
    for arrived in lines:
        before = stored.get(arrived.change.key, "")
        if arrived.note and arrived.note not in before:
            write_note(work=work, question_key=arrived.change.key, text=arrived.note, before="")
    AnswerImport.objects.create(
        assessment=work.assessment,
        device=device,
        file_name=form.name[-NAME_LENGTH:] or "form.xlsx",
        sha256=form.sha256,
        taken=len(changes),
        imported_by=work.seat.person,
    )
    details = {"file": form.name, "sha256": form.sha256, "taken": len(changes)}
    record_assessment(Event.ANSWERS_IMPORTED, work.assessment, work.seat.person, **details)
    return len(lines)
