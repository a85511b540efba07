"""The only door to editions: through the client's assessment, and only to those of the workspace itself."""

from uuid import UUID

from django.http import Http404

from assessment.responses.access import Casework
from recommendations.report.models import Report


def edition_for(casework: Casework, public_id: UUID) -> Report:
    """This function will return the workspace's own report on this very assessment; any other does not exist (404)."""
    found = Report.objects.filter(workspace=casework.seat.workspace, result__assessment=casework.assessment)
    report = found.filter(public_id=public_id).without_documents().first()
    if report is None:
        raise Http404
    return report
