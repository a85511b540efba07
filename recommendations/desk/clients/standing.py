"""How far the newest assessment of a client has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessment.responses.carried import PREFIX
from assessment.responses.models import Answer, Assessment, Perspective, Result


class Standing(models.TextChoices):
    """In the order in which they come."""

    NO_ACCESS = "no_access", _("no access any more")
    NONE = "none", _("no assessment yet")
    NOT_BEGUN = "not_begun", pgettext_lazy("client", "not begun")
    SENT = "sent", pgettext_lazy("client", "link sent")
    OPENED = "opened", _("link opened")
    ANSWERING = "answering", pgettext_lazy("client", "being answered")
    SUBMITTED = "submitted", pgettext_lazy("client", "submitted")
    VERIFYING = "verifying", pgettext_lazy("client", "being verified")
    VERIFIED = "verified", pgettext_lazy("client", "verified")


@dataclass(frozen=True, slots=True)
class Course:
    """One assessment: when which step was taken. `result_id` is the result that counts."""

    pk: int
    public_id: UUID
    enterprise_id: int
    started_at: datetime
    submitted_at: datetime | None
    sent_at: datetime | None
    opened_at: datetime | None
    has_answers: bool
    has_verified: bool
    verified_at: datetime | None
    result_id: int | None

    @property
    def standing(self) -> Standing:
        if self.verified_at:
            return Standing.VERIFIED
        if self.submitted_at:
            return Standing.VERIFYING if self.has_verified else Standing.SUBMITTED
        if self.has_answers or self.has_verified:
            return Standing.ANSWERING
        if self.opened_at:
            return Standing.OPENED
        return Standing.SENT if self.sent_at else Standing.NOT_BEGUN

    @property
    def times(self) -> tuple[datetime | None, ...]:
        return self.started_at, self.submitted_at, self.sent_at, self.opened_at, self.verified_at


def courses(assessments: QuerySet[Assessment]) -> dict[int, list[Course]]:
    """This function will return the course of each assessment by enterprise, oldest first. One query."""
    answers = Answer.objects.filter(assessment=OuterRef("pk"))
    results = Result.objects.filter(assessment=OuterRef("pk"))
    rows = assessments.annotate(
        sent_at=F("client_link__sent_at"),
        opened_at=F("client_link__opened_at"),
        has_answers=Exists(answers.filter(perspective=Perspective.SELF).exclude(device__startswith=PREFIX)),
        has_verified=Exists(answers.filter(perspective=Perspective.VERIFIED)),
        verified_at=Subquery(results.filter(perspective=Perspective.VERIFIED).values("submitted_at")[:1]),
        result_id=Subquery(results.counting_first().values("pk")[:1]),
    )
    found: dict[int, list[Course]] = {}
    for row in rows.order_by("started_at", "pk").values_list(*Course.__dataclass_fields__):
        course = Course(*row)
        found.setdefault(course.enterprise_id, []).append(course)
    return found


def latest_result(found: Iterable[Course]) -> int | None:
    """This function will return the counting result of whichever assessment was submitted last, or None."""
    submitted = [each for each in found if each.submitted_at and each.result_id]
    last = max(submitted, key=lambda each: (each.submitted_at, each.pk), default=None)
    return None if last is None else last.result_id
