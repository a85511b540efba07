"""Writing a stored report in the form somebody asks for."""

import logging
import secrets
from collections.abc import Callable, Mapping

from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.data import data_of
from recommendations.report.formats.offered import Format
from recommendations.report.formats.stored import content_of, imprint_of
from recommendations.report.formats.word.document import word_of
from recommendations.report.formats.workbook.workbook import workbook_of
from recommendations.report.models import Report
from recommendations.report.printed import Imprint

WRITERS: Mapping[Format, Callable[[ReportContent, Imprint], bytes]] = {
    Format.DOCX: word_of,
    Format.XLSX: workbook_of,
    Format.JSON: data_of,
}

logger = logging.getLogger(__name__)


class NotWritten(Exception):
    """The report could not be written in this form. `reference` stands in the log and on the page."""

    def __init__(self, form: Format) -> None:
        self.form = form
        self.reference = secrets.token_hex(4).upper()
        super().__init__(f"{form.value} ({self.reference})")


def written(report: Report, form: Format) -> bytes:
    """This function will return a report in a form: the PDF as it was made, others from the frozen content.

    The same report gives the same bytes. Raises NotWritten; then there is nothing to hand out.
    """
    if form is Format.PDF:
        return bytes(report.pdf)
    try:
        return WRITERS[form](content_of(report), imprint_of(report))
    except Exception as error:  # libraries for office files name no common one; none of them may end as half a file
        failure = NotWritten(form)
        logger.exception("Report %s was not written as %s: %s", report.number, form.value, failure.reference)
        raise failure from error
