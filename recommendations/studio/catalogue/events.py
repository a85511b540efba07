"""What the keepers do, beside changing something, as the record calls it."""

from collections.abc import Sequence
from enum import StrEnum

from assessment.accounts.models import User
from assessment.audit.actions import record_event


class Event(StrEnum):
    OFFERING_ADDED = "catalogue.offering_added"
    OFFERING_REMOVED = "catalogue.offering_removed"
    PROVIDER_ADDED = "catalogue.provider_added"
    PROVIDER_REMOVED = "catalogue.provider_removed"
    SCHEME_ADDED = "catalogue.scheme_added"
    SCHEME_REMOVED = "catalogue.scheme_removed"
    CATEGORY_ADDED = "catalogue.category_added"
    CATEGORY_EDITED = "catalogue.category_edited"
    CATEGORY_REMOVED = "catalogue.category_removed"
    TERM_ADDED = "catalogue.term_added"
    TERM_EDITED = "catalogue.term_edited"
    TERM_REMOVED = "catalogue.term_removed"


def record(event: Event, object_id: str, by: User, fields: Sequence[str] = ()) -> None:
    """This function will add what a keeper did to the record, with the fields that changed."""
    details = {"fields": list(fields)} if fields else {}
    kind = event.value.removeprefix("catalogue.").rpartition("_")[0]
    record_event(event=event, object_type=f"catalogue.{kind}", object_id=object_id, actor=by, details=details)
