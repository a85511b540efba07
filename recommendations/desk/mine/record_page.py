"""What was done with an enterprise's data, in words for its owner."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext, pgettext

from assessment.accounts.forget import family_of
from assessment.accounts.models import Enterprise, Membership
from assessment.audit.models import AuditEvent
from recommendations.desk.mine.owner_words import owner_words
from recommendations.desk.mine.record_about import About

BY_PROVIDER = ("contact.opened", "contact.answered")
BY_SYSTEM = ("result.advised",)


@dataclass(frozen=True, slots=True)
class EventRow:
    """`about` says more where there is more to say, such as whom access was given to."""

    at: datetime
    what: str
    about: str
    who: str


def events_of(enterprise: Enterprise) -> QuerySet[AuditEvent]:
    """This function will return what was done with the data of an enterprise and of what was merged into it."""
    return AuditEvent.objects.filter(enterprise_id__in=family_of(enterprise)).order_by("-at", "-pk")


def newest_events(enterprise: Enterprise, most: int) -> list[EventRow]:
    """This function will return the last events."""
    return event_rows(enterprise, events_of(enterprise).select_related("actor")[:most])


def event_rows(enterprise: Enterprise, events: Iterable[AuditEvent], *, is_copy: bool = False) -> list[EventRow]:
    """This function will put events into words, however many in six queries.

    In a copy that others may read, the owner has a name; on the owner's own page it is "you".
    """
    events = list(events)
    seats = _seats(enterprise, {event.actor_id for event in events if event.actor_id})
    about, you = About(events), _owner(enterprise) if is_copy else gettext("you")
    return [
        EventRow(each.at, owner_words(each.event), about.words(each), _who(enterprise, each, seats, you))
        for each in events
    ]


def _seats(enterprise: Enterprise, people: Iterable[int]) -> dict[int, str]:
    """Through which workspace people worked: those of theirs that the enterprise has ever let in."""
    rows = Membership.objects.filter(person__in=list(people), workspace__grants__enterprise=enterprise)
    found = rows.order_by("person", "workspace__name", "workspace").values_list("person", "workspace__name").distinct()
    return dict(reversed(list(found)))


def _owner(enterprise: Enterprise) -> str:
    name = enterprise.owner.get_full_name() if enterprise.owner else ""
    return pgettext("person by role", "%(name)s (owner)") % {"name": name}


def _who(enterprise: Enterprise, event: AuditEvent, seats: dict[int, str], you: str) -> str:
    if event.actor is None:
        if event.event in BY_PROVIDER:
            return gettext("the provider")
        return gettext("the program") if event.event in BY_SYSTEM else gettext("without an account")
    if event.actor_id == enterprise.owner_id:
        return you
    name, workspace = event.actor.get_full_name(), seats.get(event.actor.pk)
    return (
        pgettext("person at a workspace", "%(name)s, %(workspace)s") % {"name": name, "workspace": workspace}
        if workspace
        else name
    )
