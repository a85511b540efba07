"""Deleting the reports on assessments."""

from django.db.models import QuerySet

from assessment.responses.models import Assessment
from recommendations.report.models import BatchItem, Confirmation, DrawnAhead, Report, ShareLink


def forget_assessments(assessments: QuerySet[Assessment]) -> None:
    """This function will delete their reports, drawn ahead or kept, the links to these, the leave to check them,
    and their places in orders. Within `erasing`."""
    Confirmation.objects.filter(report__result__assessment__in=assessments).delete()
    ShareLink.objects.filter(report__result__assessment__in=assessments).delete()
    DrawnAhead.objects.filter(result__assessment__in=assessments).delete()
    BatchItem.objects.filter(assessment__in=assessments).delete()
    Report.objects.filter(result__assessment__in=assessments).delete()
