"""The only door to reports: through the assessment that the visitor may read."""

from uuid import UUID

from django.http import Http404

from assessment.responses.models import Assessment
from recommendations.report.models import Report


def report_for(assessment: Assessment, public_id: UUID) -> Report:
    """This function will return a report of this very assessment, without its content; any other does not exist (404)."""
    report = Report.objects.filter(result__assessment=assessment, public_id=public_id).defer("content").first()
    if report is None:
        raise Http404
    return report
