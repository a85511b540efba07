"""What a workspace does when an assessment stands otherwise than it should: ask it in person, or correct it in a copy."""

import uuid

from django.db import transaction
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.responses.actions import AssessmentOpen
from assessment.responses.answering import AssessmentSubmitted
from assessment.responses.casework_events import Event
from assessment.responses.events import record_assessment
from assessment.responses.models import Answer as AnswerRow
from assessment.responses.models import Assessment, EvidenceFile, Mode, Perspective, PrivateNote, Result
from assessment.responses.queries import newest_release_within
from assessment.responses.trail import KEPT_PREFIX


@transaction.atomic
def turn_into_interview(*, assessment: Assessment, seat: Seat) -> None:
    """This function will let the workspace finish an assessment that the enterprise has not submitted.

    The enterprise's own answers stay where they are. Raises AssessmentSubmitted.
    """
    locked = Assessment.objects.select_for_update().get(pk=assessment.pk)
    if locked.is_submitted:
        raise AssessmentSubmitted
    if locked.mode == Mode.INTERVIEW:
        return
    Assessment.objects.filter(pk=locked.pk).update(mode=Mode.INTERVIEW)
    _record(Event.TURNED_INTO_INTERVIEW, locked, seat)


@transaction.atomic
def start_correction(*, assessment: Assessment, seat: Seat) -> Assessment:
    """This function will open a copy of a verified assessment in which the workspace can change verified answers.

    It is the same round. Both views go along with their authors and reasons, evidence and the workspace's notes too; the
    verified assessment, its results and its reports stay. One that is being corrected already is returned as it is.
    Raises AssessmentOpen where nothing is verified yet.
    """
    source = (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("release")
        .defer("release__document")
        .get(pk=assessment.pk)
    )
    if not Result.objects.filter(assessment=source, perspective=Perspective.VERIFIED).exists():
        raise AssessmentOpen
    begun = _begun(source, seat)
    if begun is not None:
        return begun
    copy = Assessment.objects.create(
        enterprise_id=source.enterprise_id,
        release=newest_release_within(source.release.bank_id, source.release.major),
        scope=source.scope,
        language=source.language,
        mode=Mode.INTERVIEW,
        follows_id=source.follows_id,
        workspace=seat.workspace,
    )
    _copy_answers(source, copy)
    _copy_files(source, copy, seat)
    _record(Event.CORRECTION_STARTED, copy, seat, corrects=str(source.public_id))
    return copy


def _begun(source: Assessment, seat: Seat) -> Assessment | None:
    """A correction that nobody has finished: begun in this workspace later than `source`, with answers from it."""
    found = Assessment.objects.open().filter(
        enterprise=source.enterprise_id, workspace=seat.workspace, answers__device=_device(source)
    )
    return found.order_by("-pk").first()


def _device(source: Assessment) -> str:
    """Names what was copied; the same for every copy, since devices count within one assessment."""
    return f"{KEPT_PREFIX}{source.public_id.hex}"


def _copy_answers(source: Assessment, copy: Assessment) -> None:
    rows = AnswerRow.objects.filter(assessment=source).order_by("question_key", "perspective", "version")
    last = {(row.question_key, row.perspective): row for row in rows}
    now, device = timezone.now(), _device(source)
    AnswerRow.objects.bulk_create(
        AnswerRow(
            assessment=copy,
            question_key=row.question_key,
            perspective=row.perspective,
            version=1,
            state=row.state,
            value=row.value,
            device=device,
            sequence=number,
            answered_at=now,
            author_id=row.author_id,
            reason=row.reason,
        )
        for number, row in enumerate(last.values(), start=1)
    )


def _copy_files(source: Assessment, copy: Assessment, seat: Seat) -> None:
    for file in EvidenceFile.objects.filter(assessment=source).order_by("pk"):
        file.pk, file.assessment, file.public_id = None, copy, uuid.uuid4()
        file.save(force_insert=True)
    for note in PrivateNote.objects.filter(assessment=source, workspace=seat.workspace).order_by("pk"):
        note.pk, note.assessment = None, copy
        note.save(force_insert=True)


def _record(event: Event, assessment: Assessment, seat: Seat, **details: object) -> None:
    record_assessment(event, assessment, seat.person, workspace=seat.workspace.slug, **details)
