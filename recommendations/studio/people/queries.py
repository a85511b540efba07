"""Reads of people with roles, and of the record."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from assessment.accounts.days import begin_of, end_of
from assessment.accounts.models import User
from assessment.audit.models import AuditEvent


def people_with_roles() -> QuerySet[User]:
    """This function will return everybody who may do something for the whole platform, by address. Two queries."""
    appointed = Q(appointments__isnull=False) | Q(is_superuser=True)
    return User.objects.filter(appointed).distinct().order_by("email").prefetch_related("appointments")


def person_numbered(person_id: int) -> User:
    """This function will return one person, or raise Http404."""
    person = User.objects.filter(pk=person_id).first()
    if person is None:
        raise Http404
    return person


def known_events() -> list[str]:
    """This function will return the codes of all events that were ever recorded, in order."""
    return list(AuditEvent.objects.order_by("event").values_list("event", flat=True).distinct())


def record_rows(wishes: dict[str, Any]) -> QuerySet[AuditEvent]:
    """This function will return the events that were asked for, newest first, with the people."""
    rows = AuditEvent.objects.select_related("actor").order_by("-at", "-pk")
    if wishes.get("event"):
        rows = rows.filter(event=wishes["event"])
    if wishes.get("search"):
        search = wishes["search"].strip()
        rows = rows.filter(
            Q(actor__email__icontains=search) | Q(actor__name__icontains=search) | Q(object_id__icontains=search)
        )
    if wishes.get("since"):
        rows = rows.filter(at__gte=begin_of(wishes["since"]))
    if wishes.get("until") and wishes["until"] < date.max:
        rows = rows.filter(at__lt=end_of(wishes["until"]))
    return rows
