"""Deleting assessments with all that this room keeps of them."""

from django.db.models import QuerySet

from assessment.responses.models import (
    Answer,
    AnswerImport,
    AskBack,
    Assessment,
    ClientLink,
    EvidenceFile,
    PrivateNote,
    RespondentToken,
    Result,
    Verification,
)

KEPT_BY_ASSESSMENT = (EvidenceFile, PrivateNote, AskBack, ClientLink, AnswerImport, RespondentToken, Result, Answer)


def forget_assessments(assessments: QuerySet[Assessment]) -> None:
    """This function will delete assessments with answers, results, verifications, files, notes, links and keys.

    What the rooms above keep of them must be gone before. Within `erasing`.
    """
    ids = list(assessments.select_for_update().order_by("pk").values_list("pk", flat=True))
    Verification.objects.filter(result__assessment__in=ids).delete()
    for model in KEPT_BY_ASSESSMENT:
        model._default_manager.filter(assessment__in=ids).delete()
    Assessment.objects.filter(follows__in=ids).update(follows=None)
    Assessment.objects.filter(pk__in=ids).delete()
