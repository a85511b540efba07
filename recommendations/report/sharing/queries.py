"""Reads of share links."""

from assessment.accounts.models import Workspace
from recommendations.report.models import Report, ShareLink


def share_links_of(report: Report, workspace: Workspace | None = None) -> list[ShareLink]:
    """This function will return the links to a report, newest first: of one workspace, or all. One query."""
    links = ShareLink.objects.filter(report=report).select_related("made_by", "workspace")
    return list((links if workspace is None else links.filter(workspace=workspace)).order_by("-made_at", "-pk"))
