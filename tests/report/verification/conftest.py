from hashlib import sha256

import pytest
from django.utils import timezone

from assessment.responses.models import Result
from recommendations.report.fingerprint import content_hash, report_number
from recommendations.report.models import Report
from recommendations.report.verification.actions import allow_checking
from recommendations.report.verification.address import code_of
from tests.report.samples import make_content
from tests.report.sharing.conftest import PDF


def issue(result: Result, locale: str = "en", **fields: object) -> Report:
    """This function will store a report with real content, without drawing it."""
    content = make_content(locale)
    digest = content_hash(content)
    return Report.objects.create(
        result=result,
        language=locale,
        number=report_number(timezone.localdate(result.submitted_at), digest),
        content=content.model_dump(mode="json"),
        **{"content_hash": digest, "pdf": PDF, "pdf_hash": sha256(PDF).hexdigest()} | fields,
    )


@pytest.fixture
def report(result: Result) -> Report:
    return issue(result)


@pytest.fixture
def confirmed(report: Report, result: Result) -> Report:
    """A report that its owner lets others check."""
    allow_checking(report=report, assessment=result.assessment, by=None)
    return report


def page_of(report: Report) -> str:
    return f"/verify/{report.number}/{code_of(report.content_hash)}/"
