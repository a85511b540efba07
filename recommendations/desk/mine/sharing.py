"""Ending links to reports."""

from enum import StrEnum

from django.db import transaction
from django.db.models.functions import Now

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from recommendations.report.models import ShareLink


class Event(StrEnum):
    REVOKED = "report.link_revoked"


@transaction.atomic
def revoke_share_link(*, link: ShareLink, by: User) -> None:
    """This function will end a link; one that has ended stays as it is."""
    if ShareLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=Now()):
        record_event(
            event=Event.REVOKED,
            object_type="report.link",
            object_id=link.public_id,
            actor=by,
            enterprise_id=link.report.result.assessment.enterprise_id,
        )
