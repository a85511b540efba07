"""What is ordered: of which clients, and what each report is like."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import QueryDict

from assessment.accounts.models import Workspace
from recommendations.report.editions.forms import EditionForm
from recommendations.report.editions.options import ALL_VIEWS
from recommendations.report.editions.page import last_options
from recommendations.report.languages import ReportLanguage

CLIENTS = "client"


def batch_form(workspace: Workspace, data: Mapping[str, Any] | None = None) -> EditionForm:
    """This function will return the form of a report's options, offering every language and view. One query."""
    offered = [ReportLanguage(code, code, str(name), is_shown=False) for code, name in settings.LANGUAGES]
    return EditionForm(data, languages=offered, views=ALL_VIEWS, last=last_options(workspace, offered))


def chosen_clients(data: QueryDict) -> list[UUID]:
    """This function will return the clients that were ticked; what is no id of anything is left out."""
    return [found for text in data.getlist(CLIENTS) if (found := _id(text)) is not None]


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
