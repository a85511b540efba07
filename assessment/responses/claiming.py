"""From anonymous to owned: whoever holds the browser's key and is signed in makes the enterprise their own, once."""

from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest
from django.utils import timezone

from assessment.accounts.models import Enterprise, User
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment, Purpose
from assessment.responses.tokens import COOKIE_NAME, hash_token


class Event(StrEnum):
    CLAIMED = "enterprise.claimed"


class OwnedByAnother(Exception):
    """Somebody else has an account with this enterprise in it."""


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


@transaction.atomic
def claim_enterprise(*, assessment: Assessment, person: User) -> bool:
    """This function will make the assessment's enterprise the person's, and return whether it was not theirs before.

    All that was answered, every key, link and access stays as it is. Raises OwnedByAnother.
    """
    locked = Enterprise.objects.select_for_update().get(assessments=assessment.pk)
    if locked.owner_id == person.pk:
        return False
    if locked.owner_id is not None:
        raise OwnedByAnother
    locked.owner, locked.claimed_at = person, timezone.now()
    locked.save(update_fields=["owner", "claimed_at"])
    record_event(
        event=Event.CLAIMED,
        object_type="enterprise",
        object_id=locked.public_id,
        actor=person,
        enterprise_id=locked.pk,
    )
    return True
