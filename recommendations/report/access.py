"""The only door to reports: through the assessment that the visitor may read."""

from uuid import UUID

from django.http import Http404, HttpRequest

from assessment.accounts.models import User
from assessment.responses.insiders import is_of_the_enterprise
from assessment.responses.models import Assessment
from recommendations.report.models import Report, ReportQuerySet


def reports_for(request: HttpRequest, assessment: Assessment) -> ReportQuerySet:
    """This function will return the reports of an assessment that the visitor may read, without their documents.

    All of them to the enterprise, editions of a workspace at once; to members of a workspace none of another one.
    """
    found = Report.objects.filter(result__assessment=assessment).without_documents()
    if isinstance(request.user, User) and not is_of_the_enterprise(request, assessment):
        return found.open_to_members(request.user)
    return found


def report_for(request: HttpRequest, assessment: Assessment, public_id: UUID) -> Report:
    """This function will return a report of this very assessment, without its documents; any other does not exist (404)."""
    report = reports_for(request, assessment).filter(public_id=public_id).first()
    if report is None:
        raise Http404
    return report
