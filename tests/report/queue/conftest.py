from collections.abc import Callable

import pytest
from django.db.models import Model

from assessment.accounts.models import User
from assessment.responses.actions import Opened
from assessment.responses.models import Assessment, Result
from recommendations.report.models import Report
from recommendations.report.queue import drawing
from tests.report.workspaces import Office, open_office

Draw = Callable[..., Report]


@pytest.fixture
def office(consultant: User, opened: Opened, result: Result) -> Office:
    return open_office(consultant, opened.assessment)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Drawing takes seconds; what the queue does with it does not depend on that. The list is what was drawn."""
    made: list[str] = []

    def draw(*, assessment: Assessment, language: str, **_more: Model) -> Report:
        made.append(language)
        number = len(made)
        return Report.objects.create(
            result=assessment.results.latest("perspective"),
            language=language,
            number=f"FF-{number}",
            content={},
            content_hash=f"c{number}",
            pdf=f"%PDF {number} %%EOF".encode(),
            pdf_hash=f"p{number}",
        )

    monkeypatch.setattr(drawing, "create_edition", draw)
    return made
