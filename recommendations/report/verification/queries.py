"""What the owner of a report reads before deciding."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from recommendations.report.models import Confirmation, Report
from recommendations.report.verification.address import code_of
from recommendations.report.verification.facts import Confirmed, facts_of


@dataclass(frozen=True, slots=True)
class Checking:
    """`since` is None while nobody may check it; `path` is that of the page that would confirm it."""

    report: Report
    facts: Confirmed
    since: datetime | None
    path: str


def checking_of(report: Report) -> Checking:
    """This function will return what others read about a report, and since when they may. Two queries."""
    standing = Confirmation.objects.standing().filter(report=report).first()
    path = reverse("report:verify-show", args=[report.number, code_of(report.content_hash)])
    since = None if standing is None else standing.allowed_at
    return Checking(report, facts_of([report]), since, path)
