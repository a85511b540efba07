"""What was frozen with a report, as it is needed to write it in another form."""

from recommendations.report.content.schema import ReportContent
from recommendations.report.models import Report


def content_of(report: Report) -> ReportContent:
    """This function will return the frozen content of a report; older ones lack what was added since."""
    return ReportContent.model_validate(report.content)
