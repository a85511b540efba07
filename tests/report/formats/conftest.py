from hashlib import sha256

import pytest

from assessment.responses.models import Result
from recommendations.report.fingerprint import content_hash
from recommendations.report.models import Report
from tests.report.samples import make_content

PDF = b"%PDF-1.7 as it was made %%EOF"


def store_report(result: Result, **fields: object) -> Report:
    """This function will store a report with whole content and a PDF that nobody drew."""
    content = make_content()
    digest = content_hash(content)
    kept = {
        "language": "en",
        "number": f"FF-20261122-{digest[:8].upper()}",
        "content": content.model_dump(mode="json"),
        "content_hash": digest,
        "pdf": PDF,
        "pdf_hash": sha256(PDF).hexdigest(),
    }
    return Report.objects.create(result=result, **(kept | fields))


@pytest.fixture
def report(result: Result) -> Report:
    return store_report(result)
