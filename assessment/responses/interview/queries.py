"""What lies beside the questions of an interview: evidence and private notes."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.responses.access import Casework
from assessment.responses.evidence import evidence_of
from assessment.responses.models import EvidenceFile, PrivateNote


@dataclass(frozen=True, eq=False, slots=True)
class Kept:
    """By question: the notes of this workspace alone, and everybody's files."""

    notes: Mapping[str, str]
    files: Mapping[str, list[EvidenceFile]]


def kept_beside(work: Casework) -> Kept:
    """This function will return notes and files of one assessment, without the files' content. Two queries."""
    notes = PrivateNote.objects.filter(assessment=work.assessment, workspace=work.seat.workspace)
    files: dict[str, list[EvidenceFile]] = {}
    for file in evidence_of(work.assessment):
        files.setdefault(file.question_key, []).append(file)
    return Kept(dict(notes.values_list("question_key", "text")), files)
