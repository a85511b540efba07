"""Saving answers: one as it is given, or all of a form."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from assessment.accounts.models import User
from assessment.responses.models import Answer as AnswerRow
from assessment.responses.models import Assessment, Perspective, Result
from assessment.responses.queries import (
    Stored,
    answer_history,
    latest,
    opened_through,
)
from assessment.responses.saving import Save, Saved, insert_answer, stored_state, stored_value
from assessment.scoring.answers import Answer


class NoSuchAssessment(Exception):
    """The key does not open it, or there is none."""


class AssessmentSubmitted(Exception):
    """Its answers can no longer be changed."""


class ReleaseChanged(Exception):
    """The assessment follows another release than the one the answer was read by: `release_id`."""

    def __init__(self, release_id: UUID) -> None:
        self.release_id = release_id
        super().__init__(str(release_id))


class SequenceReused(Exception):
    """The device sent another answer under a number that it had used before."""


class AnswerConflict(Exception):
    """Somebody else answered meanwhile: `current` is what stands, None if nothing does."""

    def __init__(self, key: str, current: Stored | None) -> None:
        self.key = key
        self.current = current
        super().__init__(key)


@dataclass(frozen=True, slots=True)
class Change:
    """One answer of a form: `answer` is None to take it back. `reason` is why a verified one is not the enterprise's."""

    key: str
    answer: Answer | None
    base_version: int
    reason: str = ""


def save_answer(*, save: Save) -> Saved:
    """This function will store one answer as the next version, in one statement, and return its number and time.

    The same device and sequence with the same answer get the first reply again. Raises NoSuchAssessment,
    AssessmentSubmitted, ReleaseChanged, SequenceReused or AnswerConflict.
    """
    return insert_answer(save) or _explain(save)


def _explain(save: Save) -> Saved:
    """Nothing was stored: find out why. Every case but a repeated save raises."""
    assessment = opened_through(save.opener).filter(public_id=save.public_id).first()
    if assessment is None:
        raise NoSuchAssessment
    repeated = AnswerRow.objects.filter(assessment=assessment, device=save.device, sequence=save.sequence).first()
    if repeated is not None:
        before = repeated.question_key, repeated.state, repeated.value, repeated.reason
        if before != (save.question_key, save.state, save.value, save.reason):
            raise SequenceReused
        return Saved(repeated.version, repeated.answered_at)
    if is_closed(assessment, save.perspective):
        raise AssessmentSubmitted
    if assessment.release_id != save.release_id:
        raise ReleaseChanged(assessment.release_id)
    history = answer_history(assessment.pk, save.perspective)
    raise AnswerConflict(save.question_key, latest(history).get(save.question_key))


@transaction.atomic
def save_section(
    *,
    assessment: Assessment,
    changes: Sequence[Change],
    author: User | None = None,
    perspective: Perspective = Perspective.SELF,
    device: str = "",
) -> None:
    """This function will store all `changes` or none. Raises AssessmentSubmitted or AnswerConflict.

    `device` names where they come from, once for each call; without one they come from a form.
    """
    locked = Assessment.objects.select_for_update().get(pk=assessment.pk)
    if is_closed(locked, perspective):
        raise AssessmentSubmitted
    current = latest(answer_history(locked.pk, perspective))
    for change in changes:
        stored = current.get(change.key)
        if (stored.version if stored else 0) != change.base_version:
            raise AnswerConflict(change.key, stored)
    append_answers(locked, changes, device or form_device(), author, perspective)


def form_device() -> str:
    """This function will return the device under which one form is saved."""
    return f"form-{secrets.token_hex(12)}"


def is_closed(assessment: Assessment, perspective: Perspective) -> bool:
    """This function will say whether answers of a perspective can no longer be changed: its result stands."""
    if perspective is Perspective.SELF:
        return assessment.is_submitted
    return Result.objects.filter(assessment=assessment, perspective=perspective).exists()


def append_answers(
    assessment: Assessment,
    changes: Sequence[Change],
    device: str,
    author: User | None = None,
    perspective: Perspective = Perspective.SELF,
) -> None:
    """This function will store all `changes` as saved by `device`, in the caller's transaction."""
    now = timezone.now()
    AnswerRow.objects.bulk_create(
        AnswerRow(
            assessment=assessment,
            question_key=each.key,
            perspective=perspective,
            version=each.base_version + 1,
            state=stored_state(each.answer),
            value=stored_value(each.answer),
            device=device,
            sequence=number,
            answered_at=now,
            author=author,
            reason=each.reason,
        )
        for number, each in enumerate(changes, start=1)
    )
