"""The doors to share links: the token in its address, or the report it belongs to."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from assessment.accounts.access import Seat
from assessment.accounts.models import Grant
from assessment.responses.tokens import hash_token
from recommendations.report.models import Report, ShareLink


def shared_for(token: str) -> ShareLink:
    """This function will return the link that a token opens, with its report, but without the report's documents.

    Wrong, expired and revoked look the same (404), and so do the links of a workspace whose access has ended. Two
    queries at most.
    """
    link = _with_report(ShareLink.objects.usable().filter(token_hash=hash_token(token))).first()
    if link is None or not _stands(link):
        raise Http404
    return link


def _stands(link: ShareLink) -> bool:
    if link.workspace_id is None:
        return True
    enterprise = link.report.result.assessment.enterprise_id
    return Grant.objects.in_force().filter(enterprise=enterprise, workspace=link.workspace_id).exists()


def share_link_of(report: Report, share_id: UUID, seat: Seat | None) -> ShareLink:
    """This function will return a link to this report: of the seat's workspace, or any for the enterprise itself."""
    found = _with_report(report.share_links.filter(public_id=share_id))
    link = (found if seat is None else found.filter(workspace=seat.workspace)).first()
    if link is None:
        raise Http404
    return link


def _with_report(links: QuerySet[ShareLink]) -> QuerySet[ShareLink]:
    heavy = ("report__pdf", "report__content", "report__result__scorecard", "report__result__answers")
    return links.select_related("report__result__assessment__enterprise", "workspace").defer(*heavy)
