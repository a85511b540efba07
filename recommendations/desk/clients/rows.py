"""The clients of a workspace as its list shows them: few queries, however many clients there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Max, OuterRef, Subquery
from django.utils import timezone

from assessment.accounts.models import Client, Grant, Workspace
from assessment.responses.models import Answer, Assessment
from assessment.responses.percents import answered_percents
from recommendations.catalogue.search_text import folded
from recommendations.desk.clients.results import Outcome, outcomes
from recommendations.desk.clients.standing import Course, Standing, courses, latest_result
from recommendations.plan.models import PlanItem


@dataclass(slots=True)
class ClientRow:
    """`level` is the access that the enterprise gives, "" for none; without it nothing but the client itself is here.

    `outcome`, `percent` and `answered_at` are filled in by `fill_in`.
    """

    client: Client
    level: str
    courses: Sequence[Course] = ()
    overdue: int = 0
    result_id: int | None = None
    outcome: Outcome | None = None
    percent: int | None = None
    answered_at: datetime | None = field(default=None)

    @property
    def current(self) -> Course | None:
        return self.courses[-1] if self.courses else None

    @property
    def standing(self) -> Standing:
        if not self.level:
            return Standing.NO_ACCESS
        return self.current.standing if self.current else Standing.NONE

    @property
    def consultant_name(self) -> str:
        return self.client.consultant.get_short_name() if self.client.consultant else ""

    @property
    def last_activity(self) -> datetime:
        times = [time for course in self.courses for time in course.times if time]
        return max([self.client.created_at, *times, *([self.answered_at] if self.answered_at else [])])

    @property
    def is_due(self) -> bool:
        return self.client.next_round_on is not None and self.client.next_round_on <= timezone.localdate()

    @property
    def searched(self) -> str:
        client, enterprise = self.client, self.client.enterprise
        code = enterprise.credit_code if self.level else ""
        known = [
            client.reference,
            client.contact_name,
            client.contact_email,
            client.note,
        ]  # a merge leaves more in notes
        return folded("\n".join([client.shown_name, code, *known]))


def client_rows(workspace: Workspace) -> list[ClientRow]:
    """This function will return all clients of a workspace by name, those put away included. Three queries."""
    grants = Grant.objects.in_force().filter(enterprise=OuterRef("enterprise"), workspace=OuterRef("workspace"))
    clients = Client.objects.filter(workspace=workspace).annotate(access=Subquery(grants.values("level")[:1]))
    rows = list(clients.select_related("enterprise", "consultant").order_by("enterprise__name", "pk"))
    open_to_us = Grant.objects.in_force().filter(workspace=workspace).values("enterprise")
    found = courses(Assessment.objects.filter(enterprise__in=open_to_us))
    late = overdue_counts(open_to_us, timezone.localdate())
    return [
        _open_row(client, level, found.get(client.enterprise_id, []), late.get(client.enterprise_id, 0))
        if level
        else ClientRow(client, "")
        for client in rows
        for level in [getattr(client, "access", "")]  # annotated above
    ]


def _open_row(client: Client, level: str, found: Sequence[Course], late: int) -> ClientRow:
    return ClientRow(client, level, found, late, latest_result(found))


def overdue_counts(enterprises: Any, today: date) -> dict[int, int]:
    """This function will return how many open steps of each plan should have been done before today. One query."""
    late = PlanItem.objects.open().filter(plan__enterprise__in=enterprises, due_on__lt=today)
    counted = late.order_by().values("plan__enterprise").annotate(count=Count("pk"))
    return dict(counted.values_list("plan__enterprise", "count"))


def fill_in(rows: Iterable[ClientRow], locale: str) -> None:
    """This function will look up, for the rows that need it, level and score, percent and the last answer.

    Four queries, however many rows there are.
    """
    wanted = list(rows)
    found = outcomes([row.result_id for row in wanted if row.result_id], locale)
    asked = {row.current.pk: row for row in wanted if row.current}
    answering = [pk for pk, row in asked.items() if row.standing is Standing.ANSWERING]
    percents = answered_percents(answering)
    last = Answer.objects.filter(assessment__in=asked.keys()).order_by().values("assessment")
    answered = dict(last.annotate(last=Max("answered_at")).values_list("assessment", "last"))
    for row in wanted:
        row.outcome = found.get(row.result_id) if row.result_id else None
        if row.current:
            row.percent, row.answered_at = percents.get(row.current.pk), answered.get(row.current.pk)
