import pytest

from assessment.accounts.models import User
from assessment.responses.actions import Opened
from assessment.responses.models import Result
from recommendations.report.models import Report
from tests.report.workspaces import Office, open_office

PDF = b"%PDF-1.7 a stored report %%EOF"


def make_report(result: Result, **fields: object) -> Report:
    return Report.objects.create(
        result=result, language="en", number="FF-1", content={}, content_hash="c1", pdf=PDF, pdf_hash="p1", **fields
    )


@pytest.fixture
def report(result: Result) -> Report:
    return make_report(result)


@pytest.fixture
def office(consultant: User, opened: Opened, result: Result) -> Office:
    return open_office(consultant, opened.assessment)
