"""What goes when an enterprise is deleted, counted."""

from dataclasses import dataclass

from assessment.accounts.forget import family_of
from assessment.accounts.models import Client, Enterprise, Grant
from assessment.responses.models import Answer, Assessment, EvidenceFile, RespondentToken, Result
from recommendations.catalogue.models import ContactRequest
from recommendations.plan.models import PlanItem
from recommendations.report.models import Report, ShareLink


@dataclass(frozen=True, slots=True)
class Counts:
    """`versions` counts each saved version of an answer, `readable` the requests that a provider can still read."""

    assessments: int
    versions: int
    results: int
    reports: int
    shares: int
    files: int
    items: int
    requests: int
    readable: int
    accesses: int
    clients: int
    keys: int


def counts_of(enterprise: Enterprise) -> Counts:
    """This function will count what would be deleted. Thirteen queries."""
    family = family_of(enterprise)
    assessments = Assessment.objects.filter(enterprise__in=family)
    requests = ContactRequest.objects.filter(assessment__in=assessments)
    return Counts(
        assessments=assessments.count(),
        versions=Answer.objects.filter(assessment__in=assessments).count(),
        results=Result.objects.filter(assessment__in=assessments).count(),
        reports=Report.objects.filter(result__assessment__in=assessments).count(),
        shares=ShareLink.objects.filter(report__result__assessment__in=assessments).count(),
        files=EvidenceFile.objects.filter(assessment__in=assessments).count(),
        items=PlanItem.objects.filter(plan__enterprise__in=family).count(),
        requests=requests.count(),
        readable=requests.readable().count(),
        accesses=Grant.objects.in_force().filter(enterprise__in=family).count(),
        clients=Client.objects.filter(enterprise__in=family).count(),
        keys=RespondentToken.objects.usable().filter(assessment__in=assessments).count(),
    )
