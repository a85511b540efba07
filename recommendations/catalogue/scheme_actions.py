"""What an administrator does to a funding scheme by hand."""

from collections.abc import Sequence
from enum import StrEnum

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from recommendations.catalogue.models import FundingScheme


class Event(StrEnum):
    EDITED = "catalogue.scheme_edited"


def record_scheme_edit(*, scheme: FundingScheme, fields: Sequence[str], by: User) -> None:
    """This function will record which fields of a scheme somebody changed by hand."""
    record_event(
        event=Event.EDITED,
        object_type="catalogue.scheme",
        object_id=scheme.key,
        actor=by,
        details={"fields": list(fields)},
    )
