"""Reads of orders, and of what can be ordered."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Grant
from assessment.accounts.rights import NEEDED_LEVELS, Right
from assessment.responses.models import Assessment, Perspective, Result
from assessment.responses.submitted import latest_of
from recommendations.report.models import Batch, BatchItem, BatchState

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Orderable:
    """A client whose report can be made: of its last submitted assessment."""

    client: Client
    assessment: Assessment
    submitted_at: datetime
    is_verified: bool


@dataclass(frozen=True, slots=True)
class HowFar:
    """How far an order is. `is_moving` says that something waits or is being drawn, and nobody stopped it."""

    total: int
    done: int
    failed: int
    waiting: int
    drawing: int
    is_cancelled: bool

    @property
    def settled(self) -> int:
        return self.done + self.failed

    @property
    def is_moving(self) -> bool:
        return self.drawing > 0 or (self.waiting > 0 and not self.is_cancelled)


def orderable(seat: Seat) -> list[Orderable]:
    """This function will return the workspace's clients with a result that it may make reports of, by name. Two queries."""
    grants = Grant.objects.in_force().filter(workspace=seat.workspace, level__in=NEEDED_LEVELS[Right.WORK])
    clients = Client.objects.kept().filter(workspace=seat.workspace, enterprise__in=grants.values("enterprise"))
    results = latest_of(grants.values("enterprise")).select_related("assessment").defer("scorecard", "answers")
    by_enterprise = {result.assessment.enterprise_id: result for result in results.order_by("pk")}
    rows = clients.select_related("enterprise").order_by("enterprise__name", "pk")
    return [
        _orderable(client, by_enterprise[client.enterprise_id])
        for client in rows
        if client.enterprise_id in by_enterprise
    ]


def _orderable(client: Client, result: Result) -> Orderable:
    submitted_at = result.assessment.submitted_at or result.submitted_at
    return Orderable(client, result.assessment, submitted_at, result.perspective == Perspective.VERIFIED)


def chosen(rows: Collection[Orderable], client_ids: Collection[UUID]) -> list[Orderable]:
    """This function will return those of `rows` whose clients were chosen, in their order."""
    wanted = set(client_ids)
    return [row for row in rows if row.client.public_id in wanted]


def batch_count(batch: Batch) -> HowFar:
    """This function will return how far an order is. One query."""
    counted = BatchItem.objects.filter(batch=batch).aggregate(**_COUNTS)
    return HowFar(**counted, is_cancelled=batch.cancelled_at is not None)


_COUNTS = {
    "total": Count("pk"),
    "done": Count("pk", filter=Q(state=BatchState.DONE)),
    "failed": Count("pk", filter=Q(state=BatchState.FAILED)),
    "waiting": Count("pk", filter=Q(state=BatchState.WAITING)),
    "drawing": Count("pk", filter=Q(state=BatchState.DRAWING)),
}


def recent_batches(seat: Seat) -> list[tuple[Batch, HowFar]]:
    """This function will return the last orders of the workspace, newest first, with how far each is. One query."""
    found = Batch.objects.filter(workspace=seat.workspace).select_related("ordered_by")
    counted = found.annotate(**{f"n_{name}": Count("items", filter=_of(each)) for name, each in _STATES.items()})
    return [(batch, _counted(batch)) for batch in counted.order_by("-ordered_at", "-pk")[:SHOWN]]


_STATES: dict[str, BatchState | None] = {"total": None, **{state.value: state for state in BatchState}}


def _of(state: BatchState | None) -> Q:
    return Q() if state is None else Q(items__state=state)


def _counted(batch: Batch) -> HowFar:
    counts = {name: getattr(batch, f"n_{name}") for name in _STATES}
    return HowFar(**counts, is_cancelled=batch.cancelled_at is not None)


def batch_items(batch: Batch) -> QuerySet[BatchItem]:
    """This function will return the reports of an order, in its order, without their documents."""
    heavy = ("report__pdf", "report__content")
    items = BatchItem.objects.filter(batch=batch).select_related("client__enterprise", "report", "assessment")
    return items.defer(*heavy).order_by("number")


def open_enterprises(seat: Seat) -> frozenset[int]:
    """This function will return the enterprises that let the workspace read now. One query."""
    grants = Grant.objects.in_force().filter(workspace=seat.workspace).order_by()
    return frozenset(grants.values_list("enterprise", flat=True))


def done_items(batch: Batch) -> Iterator[BatchItem]:
    """This function will yield the drawn reports of an order with their documents, one at a time."""
    items = BatchItem.objects.filter(batch=batch, state=BatchState.DONE).select_related(
        "client__enterprise", "report", "assessment"
    )
    return items.defer("report__content").order_by("number").iterator(chunk_size=1)
