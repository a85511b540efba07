"""A report as a workbook for Excel: typed cells, one table on each sheet, in the language of the report."""

from datetime import datetime

from django.utils.translation import gettext, override

from assessment.accounts.sheets import write_sheets
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.workbook.about import about_sheet
from recommendations.report.formats.workbook.advice import advice_sheets
from recommendations.report.formats.workbook.planned import plan_sheets
from recommendations.report.formats.workbook.record import record_sheets
from recommendations.report.formats.workbook.scores import score_sheets
from recommendations.report.printed import Imprint

FONTS = {"zh-hans": "Microsoft YaHei"}


def workbook_of(content: ReportContent, imprint: Imprint) -> bytes:
    """This function will return the report as an XLSX workbook. Same content and imprint, same bytes.

    Numbers have the digits that are printed. No text is a formula or a link, whoever wrote it.
    """
    with override(content.locale):
        sheets = [
            about_sheet(content, imprint),
            *score_sheets(content),
            *advice_sheets(content),
            *plan_sheets(content),
            *record_sheets(content),
        ]
        properties = {
            "title": f"{gettext('Digital maturity report')}: {content.enterprise}",
            "subject": imprint.number,
            "author": content.enterprise if content.edition is None else content.edition.name,
            "created": datetime.fromisoformat(imprint.made_on),
        }
        return write_sheets(sheets, properties, FONTS.get(content.locale, ""))
