"""The doors to confirming: the owner's to the leave, and everybody's to what is confirmed by it."""

from dataclasses import dataclass
from secrets import compare_digest
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from assessment.accounts.models import User
from assessment.responses.access import Need, assessment_for
from assessment.responses.claiming import works_for
from assessment.responses.models import Assessment, Purpose
from assessment.responses.tokens import COOKIE_NAME, hash_token
from recommendations.report.access import report_for
from recommendations.report.models import Confirmation, Report
from recommendations.report.verification.address import CODE_LETTERS, code_of
from recommendations.report.verification.reference import Reference


@dataclass(frozen=True, slots=True)
class OwnReport:
    """A report whose owner asks for it, or who stands in for one."""

    assessment: Assessment
    report: Report


def own_report_for(request: HttpRequest, public_id: UUID, report_id: UUID) -> OwnReport:
    """This function will return a report that the visitor may let others check; to anybody else it does not exist (404)."""
    assessment = assessment_for(request, public_id, Need.READ)
    if not may_decide(request, assessment):
        raise Http404
    return OwnReport(assessment, report_for(request, assessment, report_id))


def may_decide(request: HttpRequest, assessment: Assessment) -> bool:
    """This function will say whether somebody who reads an assessment decides who may check its reports.

    That is the owner; where nobody is, the browser with its key, unless a member of a workspace that serves the
    enterprise uses it. No query for visitors, up to two for people who are signed in.
    """
    person, owner_id = request.user, assessment.enterprise.owner_id
    if owner_id is not None:
        return isinstance(person, User) and person.pk == owner_id
    if not isinstance(person, User):
        return True  # nothing but the key opened it
    token = request.COOKIES.get(COOKIE_NAME, "")
    found = Assessment.objects.filter(pk=assessment.pk)
    holds_key = bool(token) and found.opened_by(hash_token(token), Purpose.COOKIE).exists()
    return holds_key and not works_for(person, assessment.enterprise)


def confirmed_by_code(reference: Reference) -> list[Report]:
    """This function will return the reports that a number and its code name, and whose owner lets others check them.

    Usually one: several where the very same content was issued more than once. One query, whatever it finds; how long
    comparing takes tells nothing of the code.
    """
    named = [each.report for each in _standing().filter(report__number=reference.number)]
    asked = (reference.code or "-" * CODE_LETTERS).encode()
    return [report for report in named if compare_digest(code_of(report.content_hash).encode(), asked)]


def confirmed_by_file(pdf_hash: str) -> list[Report]:
    """This function will return the reports with this very PDF whose owner lets others check them. One query."""
    return [each.report for each in _standing().filter(report__pdf_hash=pdf_hash)]


def _standing() -> QuerySet[Confirmation]:
    found = Confirmation.objects.standing().select_related("report").defer("report__pdf", "report__content")
    return found.order_by("pk")
