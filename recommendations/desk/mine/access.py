"""The doors to what belongs to an enterprise, for its owner alone. To everybody else nothing of it exists (404)."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest

from assessment.accounts.models import Enterprise, Grant, HandOver, Invitation, User
from assessment.responses.access import latest_for
from assessment.responses.claiming import works_for
from assessment.responses.models import Assessment, RespondentToken
from recommendations.report.models import ShareLink

FINGERPRINT_LENGTH = 20

Row = TypeVar("Row", bound=Model)


def grant_of(enterprise: Enterprise, public_id: UUID) -> Grant:
    """This function will return an access that was not withdrawn, in force or run out."""
    return _only(Grant.objects.filter(enterprise=enterprise, withdrawn_at__isnull=True, public_id=public_id))


def invitation_of(enterprise: Enterprise, public_id: UUID) -> Invitation:
    """This function will return an invitation to the enterprise."""
    return _only(Invitation.objects.filter(enterprise=enterprise, public_id=public_id))


def offer_of(enterprise: Enterprise) -> HandOver:
    """This function will return the waiting offer of the enterprise to a next owner."""
    return _only(HandOver.objects.waiting().filter(enterprise=enterprise))


def share_of(enterprise: Enterprise, public_id: UUID) -> ShareLink:
    """This function will return a link to a report about the enterprise."""
    return _only(ShareLink.objects.filter(report__result__assessment__enterprise=enterprise, public_id=public_id))


def draft_of(enterprise: Enterprise, public_id: UUID) -> Assessment:
    """This function will return an assessment of the enterprise that is not submitted."""
    return _only(Assessment.objects.open().filter(enterprise=enterprise, public_id=public_id))


def key_of(enterprise: Enterprise, fingerprint: str) -> RespondentToken:
    """This function will return a usable key to one of the enterprise's assessments by the beginning of its hash."""
    usable = RespondentToken.objects.usable().filter(assessment__enterprise=enterprise)
    return _only(
        usable.filter(hash__startswith=fingerprint) if len(fingerprint) == FINGERPRINT_LENGTH else usable.none()
    )


def begun_for(request: HttpRequest, person: User) -> Assessment | None:
    """This function will return what is open in this browser and could be kept in the person's account, or None."""
    latest = latest_for(request)
    if latest is None or latest.enterprise.owner_id is not None or works_for(person, latest.enterprise):
        return None
    return latest


def _only(found: QuerySet[Row]) -> Row:
    row = found.first()
    if row is None:
        raise Http404
    return row
