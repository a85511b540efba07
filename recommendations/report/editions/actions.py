"""Making the edition of a workspace: its sections, its view and its look, frozen in the content of the report."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db import transaction

from assessment.accounts.access import Seat
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment, Perspective, Result
from assessment.responses.queries import result_of
from recommendations.report.actions import keep_report, make_imprint
from recommendations.report.brand.queries import brand_of, edition_of
from recommendations.report.content.build import build_content
from recommendations.report.content.edition_schema import View
from recommendations.report.content.schema import ReportContent
from recommendations.report.editions.options import EditionOptions
from recommendations.report.fingerprint import content_hash
from recommendations.report.gather import Case, gather_material
from recommendations.report.models import Brand, Report
from recommendations.report.printed import Imprint, pdf_of, pdfs_of
from recommendations.report.queries import overlaid_case, planned_case_of

PERSPECTIVES = {View.OWN: Perspective.SELF, View.VERIFIED: Perspective.VERIFIED, View.BOTH: Perspective.VERIFIED}


class Event(StrEnum):
    EDITION_MADE = "report.edition_made"


class NoSuchResult(Exception):
    """The assessment has no result of the view that was asked for: it is not submitted, or not verified."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before it is drawn. `existing` is the one that was made of the very same content."""

    result: Result
    content: ReportContent
    imprint: Imprint
    existing: Report | None


def create_edition(*, seat: Seat, assessment: Assessment, options: EditionOptions, language: str) -> Report:
    """This function will return the workspace's report on an assessment, drawn now unless its very content was before.

    Drawing takes seconds and happens outside any transaction. Raises NoSuchResult, or a `RenderFailed`; then nothing
    was stored.
    """
    draft = _draft(seat, assessment, options, language)
    return draft.existing or _store(seat, draft, pdf_of(draft.content, draft.imprint))


def _draft(seat: Seat, assessment: Assessment, options: EditionOptions, language: str) -> Draft:
    result = result_of(assessment, PERSPECTIVES[options.view])
    if result is None:
        raise NoSuchResult
    case = _case(seat, assessment, result, options)
    chosen = (options.sections, options.view)
    edition = edition_of(brand_of(seat.workspace), language, *chosen, with_overlay=options.with_overlay)
    content = build_content(replace(gather_material(case, language), edition=edition))
    digest = content_hash(content)
    made = Report.objects.without_documents().filter(workspace=seat.workspace, result=result, content_hash=digest)
    return Draft(result, content, make_imprint(digest, case.submitted_on), made.filter(language=language).first())


def _case(seat: Seat, assessment: Assessment, result: Result, options: EditionOptions) -> Case:
    case = planned_case_of(assessment, result)
    if options.with_overlay:
        case = overlaid_case(case, result, seat.workspace)
    return case if options.view is View.BOTH else replace(case, own=None)


def create_editions(*, seat: Seat, assessment: Assessment, options: EditionOptions) -> Sequence[Report]:
    """This function will make the report in each language that was chosen, and keep the choice for the next one.

    The languages are drawn at once. Raises NoSuchResult, or a `RenderFailed`; then no report was stored.
    """
    remember_options(seat=seat, options=options)
    drafts = [_draft(seat, assessment, options, language) for language in options.languages]
    drawn = iter(pdfs_of([(draft.content, draft.imprint) for draft in drafts if draft.existing is None]))
    return [draft.existing or _store(seat, draft, next(drawn)) for draft in drafts]


def remember_options(*, seat: Seat, options: EditionOptions) -> None:
    """This function will keep the choice as what the workspace used last. The version of its brand stays."""
    Brand.objects.update_or_create(workspace=seat.workspace, defaults={"last_options": options.to_json()})


@transaction.atomic
def _store(seat: Seat, draft: Draft, pdf: bytes) -> Report:
    result = draft.result
    report, is_new = keep_report(result, draft.content, draft.imprint, pdf, seat)
    if is_new:
        record_event(
            event=Event.EDITION_MADE,
            object_type="report",
            object_id=report.public_id,
            actor=seat.person,
            details={"workspace": seat.workspace.slug, "number": report.number, "language": report.language},
            enterprise_id=result.assessment.enterprise_id,
        )
    return report
