"""Private notes of a workspace: seen by its own people, never by the client and in no report."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from assessment.responses.access import Casework
from assessment.responses.models import Assessment, PrivateNote

MOST_CHARACTERS = 2000


class NoteTooLong(Exception):
    """With what somebody else wrote meanwhile, the note is longer than a note may be."""


@dataclass(frozen=True, slots=True)
class NoteSaved:
    """`text` is what stands now; merged: somebody else's words stand above."""

    text: str
    is_merged: bool
    saved_at: datetime


@transaction.atomic
def write_note(*, work: Casework, question_key: str, text: str, before: str) -> NoteSaved:
    """This function will keep what the workspace notes on one question; an empty text removes the note.

    `before` is the note that `text` was written over. Where somebody else changed it meanwhile, both are kept, theirs
    first. Raises NoteTooLong.
    """
    locked = Assessment.objects.select_for_update().get(pk=work.assessment.pk)
    notes = PrivateNote.objects.filter(assessment=locked, workspace=work.seat.workspace, question_key=question_key)
    stored = notes.values_list("text", flat=True).first() or ""
    is_merged = bool(stored) and stored not in (before, text)
    whole = f"{stored}\n{text}".strip() if is_merged and text not in stored else stored if is_merged else text
    if len(whole) > MOST_CHARACTERS:
        raise NoteTooLong
    if not whole:
        notes.delete()
    elif whole != stored:
        PrivateNote.objects.update_or_create(
            assessment=locked,
            workspace=work.seat.workspace,
            question_key=question_key,
            defaults={"text": whole, "author": work.seat.person},
        )
    return NoteSaved(whole, is_merged, timezone.now())
