"""Files behind the answers: evidence, and forms that were read in."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from assessment.responses.models import AnswerImport, Assessment, EvidenceFile


@dataclass(frozen=True, slots=True)
class ImportedFile:
    name: str
    taken: int
    by: str
    at: datetime


def evidence_counts(assessment: Assessment, until: datetime | None) -> dict[str, int]:
    """This function will return how many files are kept for each question, as they stood at `until`."""
    found = EvidenceFile.objects.filter(assessment=assessment).order_by("question_key")
    if until is not None:
        found = found.filter(uploaded_at__lte=until)
    return dict(found.values_list("question_key").annotate(Count("pk")))


def imported_files(assessment: Assessment, until: datetime | None) -> tuple[ImportedFile, ...]:
    """This function will return the filled forms that were read in until then, oldest first."""
    found = AnswerImport.objects.filter(assessment=assessment).select_related("imported_by")
    if until is not None:
        found = found.filter(imported_at__lte=until)
    return tuple(
        ImportedFile(
            each.file_name,
            each.taken,
            each.imported_by.get_full_name() if each.imported_by else "",
            each.imported_at,
        )
        for each in found.order_by("imported_at", "pk")
    )
