"""A shared report and an order of reports, for the permission table."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import Client
from assessment.responses.models import Assessment
from recommendations.report.editions.options import EditionOptions
from recommendations.report.formats.offered import Format
from recommendations.report.models import Report
from recommendations.report.queue.orders import Wanted, order_reports
from recommendations.report.sharing.actions import Terms, share_report
from recommendations.report.sharing.tickets import make_ticket
from recommendations.report.verification.actions import allow_checking
from recommendations.report.verification.address import code_of


def shared_and_ordered(seat: Seat, client: Client, assessment: Assessment) -> dict[str, Any]:
    """This function will share the assessment's report and order another, and return what their addresses name."""
    batch = order_reports(seat=seat, wanted=[Wanted(client, assessment)], options=EditionOptions())
    shared = share_report(
        assessment=assessment,
        report=Report.objects.filter(result__assessment=assessment, workspace__isnull=True).order_by("pk")[0],
        terms=Terms("The bank", timezone.now() + timedelta(days=1)),
        by=seat.person,
        workspace=seat.workspace,
    )
    report = shared.link.report
    allow_checking(report=report, assessment=assessment, by=None)
    return {
        "report_number": report.number,
        "report_code": code_of(report.content_hash),
        "batch_id": batch.public_id,
        "share_id": shared.link.public_id,
        "share_token": shared.token,
        "ticket": make_ticket(shared.link),
        "form": Format.XLSX,
    }
