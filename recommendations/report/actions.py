"""Making a report."""

from datetime import date
from enum import StrEnum
from hashlib import sha256

from django.db import transaction

from assessment.accounts.access import Seat
from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment, Result
from recommendations.report.content.build import build_content
from recommendations.report.content.schema import ReportContent
from recommendations.report.fingerprint import content_hash, report_number
from recommendations.report.gather import gather_material
from recommendations.report.models import DrawnAhead, Report
from recommendations.report.printed import Imprint, html_of
from recommendations.report.queries import planned_case_of
from recommendations.report.renderer.client import renderer
from recommendations.report.verification.address import printed_address


class Event(StrEnum):
    REPORT_MADE = "report.made"
    REPORT_READ = "report.read"


def create_report(*, assessment: Assessment, result: Result, language: str, actor: User | None = None) -> Report:
    """This function will return the report on `result`, drawn now unless the same content was drawn before.

    Where nothing changed since it was submitted, it may have been drawn ahead. Drawing takes seconds and happens outside
    any transaction. Raises a `RenderFailed`; then nothing was stored.
    """
    case = planned_case_of(assessment, result)
    content = build_content(gather_material(case, language))
    digest = content_hash(content)
    existing = Report.objects.without_documents().filter(result=result, language=language, content_hash=digest).first()
    if existing is not None:
        return existing
    imprint = make_imprint(digest, case.submitted_on)
    html = html_of(content, imprint)
    pdf = DrawnAhead.objects.ready(result, html) or renderer.render(html)
    return _store(result, content, imprint, pdf, actor)


def make_imprint(digest: str, submitted_on: date) -> Imprint:
    """This function will return what names a report; its address only where others can open it."""
    number = report_number(submitted_on, digest)
    return Imprint(number, digest, submitted_on.isoformat(), printed_address(number, digest))


@transaction.atomic
def _store(result: Result, content: ReportContent, imprint: Imprint, pdf: bytes, actor: User | None) -> Report:
    report, is_new = keep_report(result, content, imprint, pdf)
    DrawnAhead.objects.filter(result=result, language=report.language).delete()
    if is_new:
        record_event(
            event=Event.REPORT_MADE,
            object_type="report",
            object_id=report.public_id,
            actor=actor,
            details={"report": report.number},
            enterprise_id=result.assessment.enterprise_id,
        )
    return report


def keep_report(
    result: Result, content: ReportContent, imprint: Imprint, pdf: bytes, seat: Seat | None = None
) -> tuple[Report, bool]:
    """This function will store a report, of a workspace where somebody's `seat` is given, and say whether it is new.

    In the caller's transaction. Two requests at once draw twice and store once: the constraint on content decides.
    """
    return Report.objects.get_or_create(
        result=result,
        language=content.locale,
        content_hash=imprint.content_hash,
        defaults={
            "number": imprint.number,
            "content": content.model_dump(mode="json"),
            "pdf": pdf,
            "pdf_hash": sha256(pdf).hexdigest(),
            "address": imprint.address,
            "workspace": None if seat is None else seat.workspace,
            "made_by": None if seat is None else seat.person,
        },
    )


def record_reading(*, report: Report, assessment: Assessment, reader: User | None) -> None:
    """This function will note that somebody took a report, unless it was its owner or the holder of a browser's key."""
    if reader is None or reader.pk == assessment.enterprise.owner_id:
        return
    record_event(
        event=Event.REPORT_READ,
        object_type="report",
        object_id=report.public_id,
        actor=reader,
        details={"report": report.number},
        enterprise_id=assessment.enterprise_id,
    )
