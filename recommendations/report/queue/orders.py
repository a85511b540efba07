"""Ordering many reports, stopping the order, and going on with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import Client
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment
from recommendations.report.editions.options import EditionOptions
from recommendations.report.formats.offered import Format
from recommendations.report.models import Batch, BatchItem, BatchState

MOST_REPORTS = 1000
USUAL_FORMS = (Format.PDF,)
FORMS = "forms"


class Event(StrEnum):
    ORDERED = "report.batch_ordered"
    CANCELLED = "report.batch_cancelled"
    RESUMED = "report.batch_resumed"


class NothingOrdered(Exception):
    """No client was chosen."""


class TooManyReports(Exception):
    """More than MOST_REPORTS in one order."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A client with the assessment that its report is to be about."""

    client: Client
    assessment: Assessment


@transaction.atomic
def order_reports(
    *,
    seat: Seat,
    wanted: Sequence[Wanted],
    options: EditionOptions,
    in_own_language: bool = False,
    forms: Sequence[Format] = USUAL_FORMS,
) -> Batch:
    """This function will put a report for each client and language into the queue, or each in its client's own language.

    `forms` are those in which the reports are handed out together. The caller has shown that the seat may see each of them. Raises NothingOrdered or TooManyReports.
    """
    if not wanted:
        raise NothingOrdered
    if in_own_language:
        pairs = [(each, _own_language(each.client, seat)) for each in wanted]
        options = replace(options, languages=tuple({language for _each, language in pairs}))
    else:
        pairs = [(each, language) for each in wanted for language in options.languages]
    if len(pairs) > MOST_REPORTS:
        raise TooManyReports
    kept = options.to_json() | {FORMS: [form.value for form in forms]}
    batch = Batch.objects.create(workspace=seat.workspace, options=kept, ordered_by=seat.person)
    BatchItem.objects.bulk_create(
        BatchItem(batch=batch, number=number, client=each.client, assessment=each.assessment, language=language)
        for number, (each, language) in enumerate(pairs, start=1)
    )
    _record(Event.ORDERED, batch, seat, reports=len(pairs))
    return batch


def ordered_forms(batch: Batch) -> tuple[Format, ...]:
    """This function will return the forms in which an order hands out its reports; older orders have the PDF alone."""
    chosen = batch.options.get(FORMS) or USUAL_FORMS
    return tuple(form for form in Format if form in chosen)


def _own_language(client: Client, seat: Seat) -> str:
    return client.language if client.language in dict(settings.LANGUAGES) else seat.workspace.language


@transaction.atomic
def cancel_batch(*, batch: Batch, seat: Seat) -> None:
    """This function will stop an order: what is drawn stays, what is being drawn is finished, nothing else is begun."""
    standing = Batch.objects.filter(pk=batch.pk, cancelled_at__isnull=True)
    if standing.update(cancelled_at=timezone.now()):
        _record(Event.CANCELLED, batch, seat)


@transaction.atomic
def resume_batch(*, batch: Batch, seat: Seat) -> int:
    """This function will go on with an order, also with what failed, and return how many reports wait now."""
    Batch.objects.filter(pk=batch.pk).update(cancelled_at=None)
    failed = BatchItem.objects.filter(batch=batch, state=BatchState.FAILED)
    failed.update(state=BatchState.WAITING, tries=0, failure="", held_until=None)
    waiting = BatchItem.objects.filter(batch=batch, state=BatchState.WAITING).count()
    _record(Event.RESUMED, batch, seat, waiting=waiting)
    return waiting


def _record(event: Event, batch: Batch, seat: Seat, **details: object) -> None:
    record_event(
        event=event,
        object_type="report.batch",
        object_id=batch.public_id,
        actor=seat.person,
        details={"workspace": seat.workspace.slug, **details},
    )
