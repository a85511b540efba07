"""Deleting all that there is of an enterprise, or one draft: from the top of the house to its bottom, or not at all."""

from enum import StrEnum

from django.db import transaction
from django.db.models import QuerySet

from assessment.accounts.forget import family_of, forget_enterprises
from assessment.accounts.models import Enterprise, User
from assessment.audit.actions import record_event
from assessment.audit.erasure import erasing
from assessment.responses import forget as responses
from assessment.responses.events import record_assessment
from assessment.responses.models import Assessment
from recommendations.catalogue.contact import forget as contact
from recommendations.plan import forget as plan
from recommendations.report import forget as report


class Event(StrEnum):
    DELETED = "enterprise.deleted"
    DRAFT_DELETED = "assessment.deleted"


class DraftSubmitted(Exception):
    """It was submitted in the meantime: it goes with the whole enterprise only."""


class GoneAlready(Exception):
    """It was deleted in the meantime."""


@transaction.atomic
def delete_enterprise(*, enterprise: Enterprise, by: User) -> None:
    """This function will delete an enterprise with all that any room keeps of it. The record of events stays.

    Providers who can still read a request are told by letter that it was withdrawn. Raises GoneAlready.
    """
    locked = Enterprise.objects.select_for_update().filter(pk=enterprise.pk).first()
    if locked is None:
        raise GoneAlready
    family = family_of(locked)
    assessments = Assessment.objects.filter(enterprise__in=family)
    with erasing("owner deletes enterprise"):
        report.forget_assessments(assessments)
        plan.forget_plans(family)
        _forget_assessments(assessments)
        forget_enterprises(family)
    record_event(
        event=Event.DELETED,
        object_type="enterprise",
        object_id=enterprise.public_id,
        actor=by,
        enterprise_id=enterprise.pk,
    )


@transaction.atomic
def delete_draft(*, assessment: Assessment, by: User) -> None:
    """This function will delete an assessment that is not submitted, with its answers.

    Raises GoneAlready or DraftSubmitted.
    """
    Enterprise.objects.select_for_update().filter(pk=assessment.enterprise_id).first()
    locked = Assessment.objects.select_for_update().filter(pk=assessment.pk).first()
    if locked is None:
        raise GoneAlready
    if locked.is_submitted:
        raise DraftSubmitted
    only = Assessment.objects.filter(pk=locked.pk)
    with erasing("owner deletes draft"):
        report.forget_assessments(only)
        _forget_assessments(only)
    record_assessment(Event.DRAFT_DELETED, assessment, by)


def _forget_assessments(assessments: QuerySet[Assessment]) -> None:
    plan.forget_assessments(assessments)
    contact.forget_assessments(assessments)
    responses.forget_assessments(assessments)
