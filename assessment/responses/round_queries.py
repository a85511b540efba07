"""Reads of the rounds of an enterprise. What was answered again in a copy is the same round, corrected."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from assessment.audit.models import AuditEvent
from assessment.responses.events import Event
from assessment.responses.models import Assessment, Result
from assessment.responses.review import Review


@dataclass(frozen=True, slots=True)
class RoundBefore:
    """The round that an assessment follows: when it was submitted, and by which questions it was answered."""

    submitted_at: datetime
    release_id: UUID


@dataclass(frozen=True, slots=True)
class SubmittedRound:
    """`result` is the one that counts: that of the last correction. `corrections` were submitted before it.

    `began_at` is when the round was submitted first, `review` what became of the answers carried over into it;
    `assessments` are the primary keys of all that were submitted in it.
    """

    result: Result
    began_at: datetime
    corrections: int
    review: Review | None
    assessments: frozenset[int] = frozenset()


def round_before(follows_id: int) -> RoundBefore:
    """This function will return the round that is followed. One query."""
    results = Result.objects.filter(assessment=follows_id).order_by("perspective")
    return RoundBefore(*results.values_list("submitted_at", "release_id")[0])


def open_next_round(enterprise_id: int, bank_id: int) -> Assessment | None:
    """This function will return the next round that has been begun and not submitted, or None. One query."""
    begun = Assessment.objects.open().filter(enterprise=enterprise_id, release__bank=bank_id, follows__isnull=False)
    return begun.select_related("enterprise").order_by("-pk").first()


def submitted_rounds(assessment: Assessment) -> list[SubmittedRound]:
    """This function will return the submitted rounds of the same enterprise with the same bank, oldest first.

    Two queries. A round is what follows another round; without one it is the first. A copy in which answers were
    changed, and a quick scan that went on to the full diagnosis, follow what their source followed.
    """
    results = _results(assessment)
    numbers: dict[int, int] = {}
    rounds: dict[int, list[Result]] = {}
    for result in results:
        before = result.assessment.follows_id
        number = numbers[result.assessment_id] = 0 if before is None else numbers.get(before, 0) + 1
        rounds.setdefault(number, []).append(result)
    reviews = _reviews(result.assessment for result in results)
    return [_round(rounds[number], reviews) for number in sorted(rounds)]


def _results(assessment: Assessment) -> QuerySet[Result]:
    """In the order in which the assessments were opened: what is followed stands before what follows it."""
    found = Result.objects.counting().filter(
        assessment__enterprise=assessment.enterprise_id, release__bank=assessment.release.bank_id
    )
    return found.select_related("assessment", "release").defer("release__document").order_by("assessment_id")


def _round(results: list[Result], reviews: dict[str, Review]) -> SubmittedRound:
    """An assessment counts once, by its verified result where it has one: verifying corrects no answer of its own."""
    in_time = sorted(results, key=lambda each: (each.assessment.submitted_at, each.assessment_id))
    found = [reviews[key] for each in in_time if (key := str(each.assessment.public_id)) in reviews]
    assessments = frozenset([each.assessment_id for each in results])
    return SubmittedRound(in_time[-1], began_at(in_time[0]), len(in_time) - 1, found[0] if found else None, assessments)


def began_at(result: Result) -> datetime:
    return result.assessment.submitted_at or result.submitted_at


def _reviews(assessments: Iterable[Assessment]) -> dict[str, Review]:
    """By public id, from the record of submitting, where they stand as they were counted then."""
    events = AuditEvent.objects.filter(
        event=Event.SUBMITTED,
        object_type="assessment",
        object_id__in=[str(each.public_id) for each in assessments],
        details__has_key="round",
    )
    rows = events.order_by("pk").values_list("object_id", "details")
    return {public_id: Review(**details["round"]) for public_id, details in rows}
