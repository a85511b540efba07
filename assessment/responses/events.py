"""What happens to an assessment, as the record calls it."""

from enum import StrEnum

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment


class Event(StrEnum):
    STARTED = "assessment.started"
    WIDENED = "assessment.widened"
    CONTINUED = "assessment.continued"
    NEXT_ROUND_STARTED = "assessment.next_round_started"
    REVISED = "assessment.revised"
    RESUME_KEYS_MADE = "assessment.resume_keys_made"
    RESUMED = "assessment.resumed"
    MOVED = "assessment.moved"
    SUBMITTED = "assessment.submitted"


def record_assessment(event: StrEnum, assessment: Assessment, actor: User | None = None, **details: object) -> None:
    """This function will add an event about an assessment to the record, where its enterprise's owner reads it.

    `event` is a member of the calling room's own enum, as in `record_event`.
    """
    record_event(
        event=event,
        object_type="assessment",
        object_id=assessment.public_id,
        actor=actor,
        details=details,
        enterprise_id=assessment.enterprise_id,
    )
