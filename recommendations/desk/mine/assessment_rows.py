"""Assessments, results, reports and the plan of an enterprise, as its owner's page lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch

from assessment.accounts.models import Enterprise
from assessment.bank.models import Bank
from assessment.bank.releases import document_of
from assessment.responses.models import Answer, Assessment, Perspective, Result
from assessment.scoring.freeze import thaw_scorecard
from assessment.scoring.texts import localise
from recommendations.plan.models import ItemStatus, Plan, PlanItem
from recommendations.plan.planning import OPEN
from recommendations.plan.speaker import Speaker
from recommendations.report.models import Report


@dataclass(frozen=True, slots=True)
class ReportRow:
    """`workspace` is whose edition it is, "" for the enterprise's own; others may check it since `checkable_since`."""

    public_id: UUID
    number: str
    language: str
    made_at: datetime
    workspace: str
    checkable_since: datetime | None


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """`level` and `score` are "" before submission and where the bank has none; `verified_by` where nobody verified."""

    public_id: UUID
    bank: str
    scope: str
    started_at: datetime
    submitted_at: datetime | None
    level: str
    score: str
    scale: str
    verified_by: str
    workspace: str
    reports: Sequence[ReportRow]


@dataclass(frozen=True, slots=True)
class PlanLine:
    """`through` is the assessment by which the plan is opened."""

    through: UUID
    open_count: int
    overdue_count: int
    done_count: int
    reminder_email: str


def assessment_rows(enterprise: Enterprise, locale: str) -> Sequence[AssessmentRow]:
    """This function will return an enterprise's assessments, newest first. Three queries."""
    return rows_of([enterprise.pk], locale).get(enterprise.pk, ())


def rows_of(enterprise_ids: Sequence[int], locale: str) -> dict[int, list[AssessmentRow]]:
    """This function will return the assessments of enterprises by the key of the enterprise. Three queries."""
    results = Result.objects.select_related("verification__workspace").defer("answers").counting_first()
    reports = Report.objects.without_documents().with_checking().select_related("workspace")
    found = (
        Assessment.objects.filter(enterprise__in=enterprise_ids)
        .select_related("release__bank", "workspace")
        .defer("release__document")
        .prefetch_related(
            Prefetch("results", results), Prefetch("results__reports", reports.order_by("-created_at", "-pk"))
        )
    )
    rows: dict[int, list[AssessmentRow]] = {}
    for assessment in found.order_by("-started_at", "-pk"):
        rows.setdefault(assessment.enterprise_id, []).append(_row(assessment, locale))
    return rows


def _row(assessment: Assessment, locale: str) -> AssessmentRow:
    results = list(assessment.results.all())
    result = results[0] if results else None
    level, score, scale = _said(result, locale) if result else ("", "", "")
    return AssessmentRow(
        public_id=assessment.public_id,
        bank=localise(assessment.release.bank.title, locale) or assessment.release.bank.slug,
        scope=assessment.get_scope_display(),
        started_at=assessment.started_at,
        submitted_at=assessment.submitted_at,
        level=level,
        score=score,
        scale=scale,
        verified_by=_verified_by(result),
        workspace=str(assessment.workspace or ""),
        reports=[_report(report) for each in results for report in each.reports.all()],
    )


def _said(result: Result, locale: str) -> tuple[str, str, str]:
    card, document = thaw_scorecard(result.scorecard), document_of(result.release_id)
    speaker, index = Speaker(document, locale), card.level.index
    level = "" if index is None else speaker.say(document.levels[index].title)
    overall = card.overall
    if overall.shown is None:
        return level, "", ""
    return level, speaker.points(overall, overall.shown), speaker.scale(overall)


def _verified_by(result: Result | None) -> str:
    if result is None or result.perspective != Perspective.VERIFIED:
        return ""
    verification = getattr(result, "verification", None)
    return f"{verification.verifier_name} ({verification.workspace})" if verification else ""


def _report(report: Report) -> ReportRow:
    return ReportRow(
        report.public_id,
        report.number,
        report.language,
        report.created_at,
        str(report.workspace or ""),
        report.checkable_since,
    )


def plan_line(enterprise: Enterprise, today: date) -> PlanLine | None:
    """This function will count what stands in the plan; None where there is none. Three queries."""
    plan = Plan.objects.filter(enterprise=enterprise).first()
    submitted = Assessment.objects.filter(enterprise=enterprise, submitted_at__isnull=False)
    through = submitted.order_by("-submitted_at", "-pk").values_list("public_id", flat=True).first()
    if plan is None or through is None:
        return None
    items = PlanItem.objects.filter(plan=plan)
    rows = list(items.values_list("status", "due_on"))
    open_ones = [due for status, due in rows if status in OPEN]
    overdue = [due for due in open_ones if due is not None and due < today]
    done = [status for status, _due in rows if status == ItemStatus.DONE]
    return PlanLine(through, len(open_ones), len(overdue), len(done), plan.reminder_email)


@dataclass(frozen=True, slots=True)
class DraftLine:
    bank: str
    started_at: datetime
    answer_count: int


def draft_line(assessment: Assessment, locale: str) -> DraftLine:
    """This function will say what a draft holds. Two queries."""
    bank = Bank.objects.get(releases=assessment.release_id)
    answers = Answer.objects.filter(assessment=assessment).order_by().values("question_key").distinct()
    return DraftLine(localise(bank.title, locale) or bank.slug, assessment.started_at, answers.count())
