"""What the pages show of people and of events."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from assessment.accounts.cells import plain_cell
from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from recommendations.studio.people.event_said import Copies, Edited, details_of, object_words
from recommendations.studio.people.event_words import event_words
from recommendations.studio.people.forms import RolesForm


class Echo:
    """A file that hands back what is written to it, for streaming lines of a table."""

    def write(self, line: str) -> str:
        return line


@dataclass(frozen=True, slots=True)
class PersonRow:
    person: User
    form: RolesForm


@dataclass(frozen=True, slots=True)
class EventRow:
    """`details` are pairs of a name and what is noted there, as text; an `edited` working copy says it in words."""

    at: datetime
    event: str
    person: str
    object: str
    details: tuple[tuple[str, str], ...]
    edited: Edited | None


def person_rows(people: Iterable[User]) -> list[PersonRow]:
    """This function will return everybody with a form of their roles."""
    return [
        PersonRow(
            person,
            RolesForm(
                initial={"roles": [each.role for each in person.appointments.all()]}, auto_id=f"roles-{person.pk}-%s"
            ),
        )
        for person in people
    ]


def record_page_rows(events: Iterable[AuditEvent]) -> list[EventRow]:
    """This function will return events as they are read by people."""
    listed = list(events)
    copies = Copies(listed)
    return [
        EventRow(
            event.at,
            event_words(event.event),
            "" if event.actor is None else str(event.actor),
            f"{object_words(event)} {event.object_id}",
            details_of(event.details),
            copies.edited(event),
        )
        for event in listed
    ]


def csv_line(event: AuditEvent) -> list[str]:
    """This function will return one event as cells that no spreadsheet takes for a formula."""
    cells = [
        event.at.isoformat(timespec="seconds"),
        event.event,
        "" if event.actor is None else str(event.actor),
        event.object_type,
        event.object_id,
        json.dumps(event.details, ensure_ascii=False, sort_keys=True),
    ]
    return [plain_cell(cell) for cell in cells]
