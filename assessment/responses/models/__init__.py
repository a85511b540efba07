"""One round of answering, its append-only answers, the keys that open it, and its frozen results."""

from assessment.responses.models.answers import DEVICE_LENGTH, KEY_LENGTH, Answer, Perspective, StoredState
from assessment.responses.models.assessments import Assessment, AssessmentQuerySet, Mode, Purpose, ScopeChoice
from assessment.responses.models.casework import AnswerImport, AskBack, ClientLink, EvidenceFile, PrivateNote
from assessment.responses.models.keys import RespondentToken, RespondentTokenQuerySet
from assessment.responses.models.results import Result, ResultQuerySet, Verification

__all__ = [
    "Answer",
    "AnswerImport",
    "AskBack",
    "Assessment",
    "AssessmentQuerySet",
    "ClientLink",
    "DEVICE_LENGTH",
    "EvidenceFile",
    "KEY_LENGTH",
    "Mode",
    "Perspective",
    "PrivateNote",
    "Purpose",
    "RespondentToken",
    "RespondentTokenQuerySet",
    "Result",
    "ResultQuerySet",
    "ScopeChoice",
    "StoredState",
    "Verification",
]
