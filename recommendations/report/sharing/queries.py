"""Reads of share links."""

from assessment.accounts.models import Enterprise, Workspace
from recommendations.report.models import Report, ShareLink


def share_links_of(report: Report, workspace: Workspace | None = None) -> list[ShareLink]:
    """This function will return the links to a report, newest first: of one workspace, or all. One query."""
    links = ShareLink.objects.filter(report=report).select_related("made_by", "workspace")
    return list((links if workspace is None else links.filter(workspace=workspace)).order_by("-made_at", "-pk"))


def share_links_of_enterprise(enterprise: Enterprise) -> list[ShareLink]:
    """This function will return every link to any report of an enterprise, newest first, without documents. One query."""
    heavy = ("report__pdf", "report__content")
    links = ShareLink.objects.filter(report__result__assessment__enterprise=enterprise)
    return list(links.select_related("report", "made_by", "workspace").defer(*heavy).order_by("-made_at", "-pk"))
