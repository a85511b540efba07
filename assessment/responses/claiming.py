"""From anonymous to owned: whoever holds the browser's key and is signed in makes the enterprise their own, once.

A workspace can open the links that it sends. So its members claim nothing that it works for, and those links end with
claiming: from then on the owner signs in.
"""

from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest
from django.utils import timezone

from assessment.accounts.models import Enterprise, Grant, Membership, User
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment, Purpose, RespondentToken
from assessment.responses.revoking import revoke_keys
from assessment.responses.tokens import COOKIE_NAME, hash_token


class Event(StrEnum):
    CLAIMED = "enterprise.claimed"


class OwnedByAnother(Exception):
    """Somebody else has an account with this enterprise in it."""


class WorksForIt(Exception):
    """The person belongs to a workspace that works for the enterprise, or that began an assessment of it."""


def claimable_for(request: HttpRequest, public_id: UUID) -> Assessment:
    """This function will return the assessment that this browser's own key opens, or the person owns; else Http404.

    Access that was given to a person or a workspace claims nothing.
    """
    found = Assessment.objects.select_related("enterprise").filter(public_id=public_id)
    token = request.COOKIES.get(COOKIE_NAME)
    assessment = found.opened_by(hash_token(token), Purpose.COOKIE).first() if token else None
    if assessment is None and isinstance(request.user, User):
        assessment = found.filter(enterprise__owner=request.user).first()
    if assessment is None:
        raise Http404
    return assessment


def works_for(person: User, enterprise: Enterprise) -> bool:
    """This function will return whether the person belongs to a workspace that serves the enterprise. One query.

    One whose access has run out still does; one that gave it up or lost it does while something it began is there.
    """
    grants = Grant.objects.filter(enterprise=enterprise, workspace=OuterRef("workspace"), withdrawn_at__isnull=True)
    begun = Assessment.objects.filter(enterprise=enterprise, workspace=OuterRef("workspace"))
    return Membership.objects.filter(Q(Exists(grants)) | Q(Exists(begun)), person=person).exists()


@transaction.atomic
def claim_enterprise(*, assessment: Assessment, person: User) -> bool:
    """This function will make the assessment's enterprise the person's, and return whether it was not theirs before.

    All that was answered, every browser's key and every access stays as it is; links and codes to what a workspace began
    end. Raises OwnedByAnother or WorksForIt.
    """
    locked = Enterprise.objects.select_for_update().get(assessments=assessment.pk)
    if locked.owner_id == person.pk:
        return False
    if locked.owner_id is not None:
        raise OwnedByAnother
    if works_for(person, locked):
        raise WorksForIt
    locked.owner, locked.claimed_at = person, timezone.now()
    locked.save(update_fields=["owner", "claimed_at"])
    record_event(
        event=Event.CLAIMED,
        object_type="enterprise",
        object_id=locked.public_id,
        actor=person,
        enterprise_id=locked.pk,
    )
    sent = RespondentToken.objects.filter(assessment__enterprise=locked, assessment__workspace__isnull=False)
    revoke_keys(sent.filter(purpose__in=[Purpose.LINK, Purpose.CODE]), locked, person)
    return True
