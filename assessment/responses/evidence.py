"""Files that show why answers are true: kept beside a question, handed out as downloads and never run."""

import hashlib
from enum import StrEnum
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Sum
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from assessment.accounts.file_names import attachment_header
from assessment.accounts.models import User, Workspace
from assessment.responses.answering import is_closed
from assessment.responses.events import record_assessment
from assessment.responses.evidence_types import RefusedFile, clean_name, media_type_of
from assessment.responses.models import Assessment, EvidenceFile, Perspective

MEBIBYTE = 1024 * 1024
LARGEST = 10 * MEBIBYTE
MOST_OF_ALL = 50 * MEBIBYTE
MOST_FILES = 500
NAME_LENGTH = 120


class Event(StrEnum):
    EVIDENCE_ADDED = "evidence.added"
    EVIDENCE_REMOVED = "evidence.removed"


class EvidenceClosed(Exception):
    """The verified result stands: what it rests on stays as it is."""


def evidence_of(assessment: Assessment) -> list[EvidenceFile]:
    """This function will return all files of an assessment without their content, in a fixed order. One query."""
    files = EvidenceFile.objects.filter(assessment=assessment).select_related("uploaded_by").defer("content")
    return list(files.order_by("question_key", "uploaded_at", "pk"))


def evidence_for(assessment: Assessment, public_id: UUID) -> EvidenceFile:
    """This function will return one file of an assessment, which the caller may read; else Http404."""
    file = EvidenceFile.objects.filter(assessment=assessment, public_id=public_id).first()
    if file is None:
        raise Http404
    return file


@transaction.atomic
def add_evidence(
    *, assessment: Assessment, question_key: str, upload: UploadedFile, by: User | None, workspace: Workspace | None
) -> EvidenceFile:
    """This function will keep a file beside a question; the same file a second time is the first one.

    Raises RefusedFile or EvidenceClosed.
    """
    locked = _open(assessment)
    if (upload.size or 0) > LARGEST:
        raise RefusedFile("large")
    content = upload.read()
    if not content:
        raise RefusedFile("empty")
    media_type = media_type_of(content, upload.name or "")
    digest = hashlib.sha256(content).hexdigest()
    kept = EvidenceFile.objects.filter(assessment=locked)
    if same := kept.filter(question_key=question_key, sha256=digest).first():
        return same
    if (kept.aggregate(all=Sum("size"))["all"] or 0) + len(content) > MOST_OF_ALL or kept.count() >= MOST_FILES:
        raise RefusedFile("full")
    file = EvidenceFile.objects.create(
        assessment=locked,
        question_key=question_key,
        name=clean_name(upload.name or "", media_type, NAME_LENGTH),
        media_type=media_type,
        size=len(content),
        sha256=digest,
        content=content,
        workspace=workspace,
        uploaded_by=by,
    )
    _record(Event.EVIDENCE_ADDED, file, locked, by)
    return file


@transaction.atomic
def remove_evidence(*, file: EvidenceFile, by: User) -> None:
    """This function will remove a file. Raises EvidenceClosed."""
    locked = _open(file.assessment)
    _record(Event.EVIDENCE_REMOVED, file, locked, by)
    EvidenceFile.objects.filter(pk=file.pk).delete()


def _open(assessment: Assessment) -> Assessment:
    locked = Assessment.objects.select_for_update().get(pk=assessment.pk)
    if is_closed(locked, Perspective.VERIFIED):
        raise EvidenceClosed
    return locked


def _record(event: Event, file: EvidenceFile, assessment: Assessment, by: User | None) -> None:
    details = {"question": file.question_key, "file": file.name, "sha256": file.sha256, "size": file.size}
    record_assessment(event, assessment, by, **details)


def refusal_text(refused: RefusedFile) -> str:
    """This function will return why a file was not taken, and what would be."""
    return {
        "kind": _("This kind of file is not taken. Add a PDF, a picture (PNG, JPEG, WebP, HEIC), a Word, Excel or"
                  " PowerPoint file without macros, or text (CSV, TXT in UTF-8)."),
        "macros": _("This file holds macros or embedded programs. Save it without them, or as PDF."),
        "damaged": _("This file is damaged or incomplete."),
        "large": _("This file is too large: at most 10 MB each, also unpacked not out of bounds."),
        "empty": _("This file is empty."),
        "full": _("The files of one assessment may have 50 MB in all. Remove one first."),
    }[refused.code]  # fmt: skip


def closed_text() -> str:
    """This function will return what is said where evidence can no longer be changed."""
    return _("The verified result stands; its evidence can no longer be changed.")


def file_response(file: EvidenceFile) -> HttpResponse:
    """This function will hand out a file as a download that no browser opens by itself or runs."""
    response = HttpResponse(bytes(file.content), content_type=file.media_type)
    stem, _dot, ending = file.name.rpartition(".")
    response["Content-Disposition"] = attachment_header("evidence", f".{ending}", "", stem)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
