"""What an event of the record was about: to whom, from whom, which assessment. Read from the rows that still stand."""

from collections.abc import Sequence
from typing import TypeVar

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from assessment.accounts.models import GrantLevel, HandOver, Invitation, User, Workspace
from assessment.audit.models import AuditEvent
from assessment.responses.models import Assessment

HANDED_OVER = "enterprise.handed_over"

Kind = TypeVar("Kind")


class About:
    """Names for the slugs and keys in events, and addresses that the record itself never holds. Five queries."""

    def __init__(self, events: Sequence[AuditEvent]) -> None:
        workspaces = Workspace.objects.filter(slug__in=_details(events, "workspace", str)).order_by("slug")
        people = User.objects.filter(pk__in=_details(events, "person", int)).order_by("pk")
        invitations = Invitation.objects.filter(public_id__in=_objects(events, "invitation")).order_by("pk")
        offers = HandOver.objects.filter(public_id__in=_details(events, "offer", str)).select_related("offered_by")
        found = Assessment.objects.filter(public_id__in=_objects(events, "assessment")).order_by("pk")
        self._workspaces = dict(workspaces.values_list("slug", "name"))
        self._people = {each.pk: each.get_full_name() for each in people}
        self._invited = {str(key): email for key, email in invitations.values_list("public_id", "email")}
        self._offers = {str(each.public_id): each for each in offers.order_by("pk")}
        self._assessments = {
            str(each.public_id): each for each in found.only("public_id", "started_at", "scope", "submitted_at")
        }

    def words(self, event: AuditEvent) -> str:
        """This function will return more about an event where there is more to say, or ""."""
        details = event.details
        level = details.get("level", "")
        words = [
            self._workspaces.get(details.get("workspace", ""), "") or self._people.get(details.get("person", 0), ""),
            self._invited.get(event.object_id, "") if event.object_type == "invitation" else "",
            self._offer(event),
            self._which(event),
            str(GrantLevel(level).label) if level in GrantLevel.values else "",
            details.get("report", ""),
        ]
        return " · ".join(str(word) for word in words if word)

    def _offer(self, event: AuditEvent) -> str:
        offer = self._offers.get(event.details.get("offer", ""))
        if offer is None:
            return ""
        names = {"address": offer.email, "person": offer.offered_by.get_full_name() or offer.offered_by.email}
        if event.event == HANDED_OVER:
            return pgettext("handing over", "from %(person)s to %(address)s") % names
        return pgettext("handing over", "to %(address)s") % names

    def _which(self, event: AuditEvent) -> str:
        found = self._assessments.get(event.object_id) if event.object_type == "assessment" else None
        if found is None:
            return ""
        day = date_format(timezone.localtime(found.started_at), gettext("j F Y"))
        said = {"day": day, "scope": found.get_scope_display().lower()}
        return pgettext("which assessment", "of %(day)s, %(scope)s") % said


def _objects(events: Sequence[AuditEvent], word: str) -> list[str]:
    return [event.object_id for event in events if event.object_type == word]


def _details(events: Sequence[AuditEvent], key: str, kind: type[Kind]) -> list[Kind]:
    return [value for event in events if isinstance(value := event.details.get(key), kind)]
