"""The list of a person's enterprises, and of those that others share with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Q

from assessment.accounts.models import Enterprise, Grant, User
from recommendations.desk.mine.assessment_rows import AssessmentRow, rows_of


@dataclass(frozen=True, slots=True)
class OwnedLine:
    public_id: UUID
    name: str
    open_count: int
    submitted_count: int
    submitted_at: datetime | None


@dataclass(frozen=True, slots=True)
class SharedLine:
    """An enterprise of somebody else: what its owner lets the person do, and until when."""

    grant: Grant
    assessments: Sequence[AssessmentRow]


def owned_lines(person: User) -> list[OwnedLine]:
    """This function will return the person's enterprises by name. One query."""
    is_open = Q(assessments__submitted_at__isnull=True, assessments__isnull=False)
    owned = Enterprise.objects.owned_by(person).filter(merged_into__isnull=True)
    rows = owned.annotate(
        open_count=Count("assessments", filter=is_open),
        submitted_count=Count("assessments", filter=Q(assessments__submitted_at__isnull=False)),
        submitted_at=Max("assessments__submitted_at"),
    ).order_by("name", "pk")
    return [
        OwnedLine(*row)
        for row in rows.values_list("public_id", "name", "open_count", "submitted_count", "submitted_at")
    ]


def shared_lines(person: User, locale: str) -> list[SharedLine]:
    """This function will return what others share with the person now, by name of the enterprise. Three queries."""
    grants = list(
        Grant.objects.in_force()
        .filter(person=person)
        .exclude(enterprise__owner=person)
        .select_related("enterprise")
        .order_by("enterprise__name", "pk")
    )
    rows = rows_of([grant.enterprise_id for grant in grants], locale)
    return [SharedLine(grant, rows.get(grant.enterprise_id, ())) for grant in grants]
