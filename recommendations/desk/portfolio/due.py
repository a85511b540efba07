"""What waits for somebody: rounds, steps of plans, links and questions back, each with the client that it is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import Count, Min, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import Client, Workspace
from assessment.responses.models import AskBack, ClientLink
from recommendations.desk.portfolio.clients import enterprises_of
from recommendations.plan.models import PlanItem

AHEAD = timedelta(days=30)
FIRST = 20


class Kind(models.TextChoices):
    """In the order in which they are shown on one day."""

    ROUND = "round", _("Next round due")
    PLAN = "plan", _("Steps of the plan overdue")
    LINK = "link", _("Link waits for answers")
    QUESTION = "question", _("Questions back without a reply")


@dataclass(frozen=True, slots=True)
class Due:
    """`day` is when it is or was due, or since when it waits; `count` how many there are of it."""

    kind: Kind
    client: Client
    day: date
    count: int
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class DueShown:
    """`left_out` says whether there are more lines than `lines`; `total` counts them all."""

    lines: Sequence[Due]
    total: int
    left_out: bool


def due_shown(found: Sequence[Due], is_all: bool) -> DueShown:
    """This function will return the first lines of what is due, or all of them."""
    lines = found if is_all else found[:FIRST]
    return DueShown(lines, len(found), len(lines) < len(found))


def due_list(workspace: Workspace, clients: Iterable[Client], today: date) -> list[Due]:
    """This function will return what is due or waits at some clients of a workspace, the oldest day first. Three queries."""
    known = {client.enterprise_id: client for client in clients}
    found = [*_rounds(known.values(), today), *_waiting(workspace, known, today)]
    order = list(Kind)
    return sorted(found, key=lambda due: (due.day, order.index(due.kind), due.client.enterprise.name, due.client.pk))


def _rounds(clients: Iterable[Client], today: date) -> Iterator[Due]:
    for client in clients:
        day = client.next_round_on
        if day is not None and day <= today + AHEAD:
            yield Due(Kind.ROUND, client, day, 1, day < today)


def _waiting(workspace: Workspace, known: dict[int, Client], today: date) -> Iterator[Due]:
    mine = enterprises_of(workspace)
    late = PlanItem.objects.open().filter(plan__enterprise__in=mine, due_on__lt=today)
    for enterprise, count, day in _counted(late, "plan__enterprise", "due_on"):
        if enterprise in known:
            yield Due(Kind.PLAN, known[enterprise], day, count, is_overdue=True)
    links = ClientLink.objects.filter(assessment__enterprise__in=mine, assessment__submitted_at__isnull=True)
    unread = AskBack.objects.filter(workspace=workspace, replied_at__isnull=True, closed_at__isnull=True)
    for kind, rows, time in (
        (Kind.LINK, links.filter(assessment__workspace=workspace), "sent_at"),
        (Kind.QUESTION, unread.filter(assessment__enterprise__in=mine), "asked_at"),
    ):
        for enterprise, count, at in _counted(rows, "assessment__enterprise", time):
            if enterprise in known:
                yield Due(kind, known[enterprise], localdate(at), count, is_overdue=False)


def _counted(rows: QuerySet, enterprise: str, day: str) -> QuerySet:
    """Enterprise, how many, and the earliest day."""
    counted = rows.order_by().values(enterprise).annotate(count=Count("pk"), first=Min(day))
    return counted.values_list(enterprise, "count", "first")
