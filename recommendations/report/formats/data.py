"""A report as data for other programs. See docs/report-data.md."""

import json

from recommendations.report.content.schema import ReportContent
from recommendations.report.printed import Imprint

FORMAT = "fourfold-report-file/1"


def data_of(content: ReportContent, imprint: Imprint) -> bytes:
    """This function will return the report as JSON in UTF-8, its keys in the order in which the content has them.

    Written without blanks between, `content` has the SHA-256 that `content_hash` names.
    """
    data = {
        "format": FORMAT,
        "number": imprint.number,
        "content_hash": imprint.content_hash,
        "made_on": imprint.made_on,
        "address": imprint.address,
        "content": content.model_dump(mode="json"),
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
