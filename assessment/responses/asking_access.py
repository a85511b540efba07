"""The only door to a question from a consultant, behind that of its assessment."""

from uuid import UUID

from django.http import Http404

from assessment.responses.models import AskBack, Assessment


def ask_for(assessment: Assessment, public_id: UUID | str, workspace_id: int | None = None) -> AskBack:
    """This function will return a question about the assessment, of one workspace if that is named; else Http404."""
    found = AskBack.objects.filter(assessment=assessment, public_id=_read(public_id))
    if workspace_id is not None:
        found = found.filter(workspace=workspace_id)
    ask = found.first()
    if ask is None:
        raise Http404
    return ask


def _read(public_id: UUID | str) -> UUID:
    try:
        return UUID(str(public_id))
    except ValueError as error:
        raise Http404 from error
