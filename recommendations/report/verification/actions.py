"""Letting others check a report, and taking that back. The report itself never changes by it."""

from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment
from recommendations.report.models import Confirmation, Report


class Event(StrEnum):
    ALLOWED = "report.checking_allowed"
    WITHDRAWN = "report.checking_withdrawn"


@transaction.atomic
def allow_checking(*, report: Report, assessment: Assessment, by: User | None) -> None:
    """This function will let others check a report. Allowing it again changes nothing."""
    Report.objects.without_documents().select_for_update().get(pk=report.pk)
    if Confirmation.objects.standing().filter(report=report).exists():
        return
    Confirmation.objects.create(report=report, allowed_by=by)
    _record(Event.ALLOWED, report, assessment, by)


@transaction.atomic
def withdraw_checking(*, report: Report, assessment: Assessment, by: User | None) -> None:
    """This function will take the leave back, at once. Taking it back again changes nothing."""
    standing = Confirmation.objects.standing().filter(report=report)
    if standing.update(withdrawn_at=timezone.now(), withdrawn_by=by):
        _record(Event.WITHDRAWN, report, assessment, by)


def _record(event: Event, report: Report, assessment: Assessment, by: User | None) -> None:
    record_event(
        event=event,
        object_type="report",
        object_id=report.public_id,
        actor=by,
        details={"report": report.number},
        enterprise_id=assessment.enterprise_id,
    )
