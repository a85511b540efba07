"""What was done with an enterprise's data, in words for its owner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext, pgettext

from assessment.accounts.forget import family_of
from assessment.accounts.models import Enterprise, GrantLevel, Membership, User, Workspace
from assessment.audit.models import AuditEvent
from recommendations.studio.people.event_words import event_words

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
    """This function will return the last events. Five queries."""
    return event_rows(enterprise, events_of(enterprise).select_related("actor")[:most])


def event_rows(enterprise: Enterprise, events: Iterable[AuditEvent]) -> list[EventRow]:
    """This function will put events into words. Three queries, however many there are."""
    events = list(events)
    seats = _seats(enterprise, {event.actor_id for event in events if event.actor_id})
    named = _Named(events)
    return [
        EventRow(each.at, event_words(each.event), named.about(each), _who(enterprise, each, seats)) for each in events
    ]


def _seats(enterprise: Enterprise, people: Iterable[int]) -> dict[int, str]:
    """Through which workspace people worked: those of theirs that the enterprise has ever let in."""
    rows = Membership.objects.filter(person__in=list(people), workspace__grants__enterprise=enterprise)
    found = rows.order_by("person", "workspace__name", "workspace").values_list("person", "workspace__name").distinct()
    return dict(reversed(list(found)))


def _who(enterprise: Enterprise, event: AuditEvent, seats: dict[int, str]) -> str:
    if event.actor is None:
        if event.event in BY_PROVIDER:
            return gettext("the provider")
        return gettext("the program") if event.event in BY_SYSTEM else gettext("without an account")
    if event.actor_id == enterprise.owner_id:
        return gettext("you")
    name, workspace = event.actor.get_full_name(), seats.get(event.actor.pk)
    return (
        pgettext("person at a workspace", "%(name)s, %(workspace)s") % {"name": name, "workspace": workspace}
        if workspace
        else name
    )


class _Named:
    """Workspaces and persons that details of events name by slug and key. Two queries."""

    def __init__(self, events: Sequence[AuditEvent]) -> None:
        slugs = [slug for event in events if (slug := event.details.get("workspace")) and isinstance(slug, str)]
        keys = [key for event in events if isinstance(key := event.details.get("person"), int)]
        self._workspaces = dict(Workspace.objects.filter(slug__in=slugs).order_by("slug").values_list("slug", "name"))
        self._people = {each.pk: each.get_full_name() for each in User.objects.filter(pk__in=keys).order_by("pk")}

    def about(self, event: AuditEvent) -> str:
        details = event.details
        named = self._workspaces.get(details.get("workspace", ""), "") or self._people.get(details.get("person", 0), "")
        level = details.get("level", "")
        words = [named, str(GrantLevel(level).label) if level in GrantLevel.values else "", details.get("report", "")]
        return " · ".join(str(word) for word in words if word)
