"""What was frozen with a report, as it is needed to write it in another form."""

from recommendations.report.content.schema import ReportContent
from recommendations.report.fingerprint import submitted_in
from recommendations.report.models import Report
from recommendations.report.printed import Imprint


def content_of(report: Report) -> ReportContent:
    """This function will return the frozen content of a report; older ones lack what was added since."""
    return ReportContent.model_validate(report.content)


def imprint_of(report: Report) -> Imprint:
    """This function will return what names a report, with the address that was printed in it.

    Its day is that of its number, which never changes.
    """
    return Imprint(report.number, report.content_hash, submitted_in(report.number), report.address)
