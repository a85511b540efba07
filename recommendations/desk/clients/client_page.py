"""The page of one client: who it is, what access there is, what was done and what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils import timezone

from assessment.accounts.access import ClientFile
from assessment.accounts.models import Grant
from assessment.bank.releases import document_of
from assessment.responses.models import Assessment, ClientLink, EvidenceFile, Purpose, RespondentToken
from assessment.responses.percents import answered_percents
from assessment.scoring.texts import localise
from recommendations.desk.clients.results import Outcome, outcomes
from recommendations.desk.clients.rows import overdue_counts
from recommendations.desk.clients.standing import Course, Standing, courses
from recommendations.desk.sending.letters import by_account
from recommendations.desk.sending.limits import letters_today, limit_of
from recommendations.desk.sending.words import limit_words
from recommendations.report.models import Report

MOST_REPORTS = 20


@dataclass(frozen=True, slots=True)
class AssessmentCard:
    """One assessment; `link` is what was sent, and `is_ours` says that the workspace itself has begun it.

    `link_until` is when the newest link expires, None where none is open; `limit` says why no reminder can go now, "" where one can.
    """

    assessment: Assessment
    course: Course
    title: str
    percent: int | None
    outcome: Outcome | None
    evidence: int
    link: ClientLink | None
    link_until: datetime | None
    is_ours: bool
    limit: str

    @property
    def standing(self) -> Standing:
        return self.course.standing

    @property
    def address(self) -> str:
        return by_account(self.assessment).address

    @property
    def may_remind(self) -> bool:
        return self.is_out and not self.limit

    @property
    def is_out(self) -> bool:
        return self.link is not None and self.link.stopped_at is None and not self.assessment.is_submitted


@dataclass(frozen=True, slots=True)
class ClientPage:
    grant: Grant
    cards: Sequence[AssessmentCard]
    reports: Sequence[Report]
    overdue: int
    proposed_on: date | None
    submitted: Assessment | None


def client_page(file: ClientFile, locale: str) -> ClientPage:
    """This function will return what `desk/client_show.html` needs. A fixed number of queries."""
    workspace, enterprise = file.seat.workspace, file.enterprise
    grants = Grant.objects.in_force().filter(enterprise=enterprise, workspace=workspace).select_related("given_by")
    cards = _cards(file, locale)
    ours = Q(workspace=workspace) | Q(workspace__isnull=True)  # what another workspace made is not ours to see
    reports = Report.objects.without_documents().filter(ours, result__assessment__enterprise=enterprise)
    submitted = [card for card in cards if card.assessment.submitted_at]
    late = overdue_counts([enterprise.pk], timezone.localdate())
    return ClientPage(
        grant=grants.order_by("pk")[0],
        cards=cards,
        reports=list(reports.select_related("result__assessment").order_by("-created_at", "-pk")[:MOST_REPORTS]),
        overdue=late.get(enterprise.pk, 0),
        proposed_on=_year_later(submitted[0].assessment.submitted_at) if submitted else None,
        submitted=submitted[0].assessment if submitted else None,
    )


def _cards(file: ClientFile, locale: str) -> list[AssessmentCard]:
    """Newest first."""
    found = Assessment.objects.filter(enterprise=file.enterprise)
    course_of = {each.pk: each for each in courses(found).get(file.enterprise.pk, [])}
    told = outcomes([each.result_id for each in course_of.values() if each.result_id], locale)
    percents = answered_percents([pk for pk, each in course_of.items() if not each.submitted_at])
    links = {link.assessment_id: link for link in ClientLink.objects.filter(assessment__in=found).order_by("pk")}
    limits = _limits(links)
    evidence, until = _evidence(course_of), _expiries(course_of)
    rows = found.select_related("release__bank", "workspace").defer("release__document").order_by("-started_at", "-pk")
    return [
        AssessmentCard(
            assessment=row,
            course=course_of[row.pk],
            title=localise(document_of(row.release_id).title, locale),
            percent=percents.get(row.pk),
            outcome=told.get(course_of[row.pk].result_id or 0),
            evidence=evidence.get(row.pk, 0),
            link=links.get(row.pk),
            link_until=until.get(row.pk),
            is_ours=row.workspace_id == file.seat.workspace.pk,
            limit=limits.get(row.pk, ""),
        )
        for row in rows
        if row.pk in course_of
    ]


def _limits(links: Mapping[int, ClientLink]) -> dict[int, str]:
    times = letters_today([link.email for link in links.values()])
    reached = {pk: limit_of(link, times.get(link.email.lower(), ())) for pk, link in links.items()}
    return {pk: limit_words(limit) for pk, limit in reached.items() if limit is not None}


def _evidence(of: Mapping[int, object]) -> dict[int, int]:
    counted = EvidenceFile.objects.filter(assessment__in=of.keys()).order_by().values("assessment")
    return dict(counted.annotate(count=Count("pk")).values_list("assessment", "count"))


def _expiries(of: Mapping[int, object]) -> dict[int, datetime]:
    keys = RespondentToken.objects.usable().filter(assessment__in=of.keys(), purpose=Purpose.LINK)
    return dict(keys.order_by("expires_at", "pk").values_list("assessment", "expires_at"))


def _year_later(moment: datetime | None) -> date | None:
    if moment is None:
        return None
    day = timezone.localdate(moment)
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
