"""Reads for the result page and the report: everything comes from what was frozen when the answers were submitted."""

from dataclasses import dataclass, replace

from django.utils import timezone

from assessment.accounts.models import Workspace
from assessment.responses.models import Assessment, Perspective, Result
from assessment.responses.queries import result_of
from assessment.responses.trail import trail_of
from assessment.scoring.freeze import thaw_answers, thaw_scorecard
from recommendations.plan.models import AdviceRun
from recommendations.plan.overlay.queries import overlay_of
from recommendations.plan.plan_queries import items_of, plan_of
from recommendations.plan.progress_rounds import TakenRound, taken_rounds
from recommendations.plan.queries import advice_run_of, next_level_in
from recommendations.plan.rounds import Round
from recommendations.report.content.sides import Side
from recommendations.report.gather import Case
from recommendations.report.models import Report, ReportQuerySet
from recommendations.report.planned import Planned
from recommendations.rules.advice import Advice
from recommendations.rules.freeze import thaw_advice

NO_ADVICE = Advice(recommendations=(), undecided=(), failures=())


@dataclass(frozen=True, slots=True)
class MadeReports:
    """`newest`: the newest one in each language, that of the page first. `older`: all others, newest first."""

    newest: list[Report]
    older: list[Report]


def result_shown(assessment: Assessment, wants_own: bool) -> Result | None:
    """This function will return the result that counts, or the enterprise's own where it is wanted and there is one.

    None before submission. One query, two for the own one.
    """
    own = result_of(assessment, Perspective.SELF) if wants_own else None
    return own or result_of(assessment)


def has_verified(assessment: Assessment) -> bool:
    """This function will say whether there is a verified result. One query."""
    return Result.objects.filter(assessment=assessment, perspective=Perspective.VERIFIED).exists()


def case_of(assessment: Assessment, result: Result) -> Case:
    """This function will return the frozen result with its frozen advice. One query.

    A verified result comes with the enterprise's own beside it and with its trail: eight more.
    """
    case = _case(assessment, result, advice_run_of(result))
    return _with_trail(case, assessment, result) if result.perspective == Perspective.VERIFIED else case


def planned_case_of(assessment: Assessment, result: Result) -> Case:
    """This function will return the case together with what its enterprise plans, its rounds so far and its trail.

    Twelve queries, eleven without a plan; one more for a verified result.
    """
    run, plan = advice_run_of(result), plan_of(assessment)
    items = items_of(plan)
    planned = Planned(plan, tuple(items), Round(result, run)) if plan is not None and items else None
    case = replace(_case(assessment, result, run), planned=planned, rounds=_rounds_to(assessment, result))
    return _with_trail(case, assessment, result)


def overlaid_case(case: Case, result: Result, workspace: Workspace) -> Case:
    """This function will return the case with what a workspace changed about its advice. Two queries."""
    run = advice_run_of(result)
    return case if run is None else replace(case, overlay=overlay_of(run, workspace))


def _rounds_to(assessment: Assessment, result: Result) -> tuple[TakenRound, ...]:
    """The rounds before this one, each by the result that counts in it, and last the one that is reported on."""
    rounds = taken_rounds(assessment)
    place = next(index for index, taken in enumerate(rounds) if assessment.pk in taken.submitted.assessments)
    this = rounds[place]
    return (*rounds[:place], replace(this, submitted=replace(this.submitted, result=result)))


def _with_trail(case: Case, assessment: Assessment, result: Result) -> Case:
    """The trail of the enterprise's own result says nothing of what is verified after it."""
    if result.perspective == Perspective.SELF:
        return replace(case, trail=trail_of(assessment, [Perspective.SELF]))
    beside = result_of(assessment, Perspective.SELF)
    own = None if beside is None else Side(thaw_answers(beside.answers), thaw_scorecard(beside.scorecard))
    return replace(case, own=own, trail=trail_of(assessment))


def _case(assessment: Assessment, result: Result, run: AdviceRun | None) -> Case:
    return Case(
        enterprise=assessment.enterprise.name,
        bank_release=result.release,
        playbook_release=None if run is None else run.playbook_release,
        answers=thaw_answers(result.answers),
        scorecard=thaw_scorecard(result.scorecard),
        advice=NO_ADVICE if run is None else thaw_advice(run.advice),
        result_hash=result.content_hash,
        started_on=timezone.localdate(assessment.started_at),
        submitted_on=timezone.localdate(result.submitted_at),
        next_level=next_level_in(run),
    )


def reports_of(found: ReportQuerySet, result: Result) -> list[Report]:
    """This function will return those of the reports that were made from a result, newest first. One query.

    They come with their workspaces, with whether others may check them, and without their documents.
    """
    return list(
        found.without_documents()
        .with_checking()
        .filter(result=result)
        .select_related("workspace")
        .order_by("-created_at", "-pk")
    )


def made_reports(found: list[Report], shown: str) -> MadeReports:
    """This function will set the newest report of each language apart; `found` are in order, newest first."""
    first: dict[str, Report] = {}
    for report in found:
        first.setdefault(report.language, report)
    newest = sorted(first.values(), key=lambda report: report.language != shown)
    return MadeReports(newest, [report for report in found if report not in newest])
