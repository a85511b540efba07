"""Verifying what the enterprise answered, just as it answered it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from assessment.accounts.access import Seat
from assessment.bank.releases import scorer_of
from assessment.responses.answering import AssessmentSubmitted, Change, append_answers, form_device, is_closed
from assessment.responses.casework_events import Event
from assessment.responses.events import record_assessment
from assessment.responses.models import Assessment, Perspective
from assessment.responses.queries import History, answer_history, current_answers, latest
from assessment.scoring.scorecard import Scope


@dataclass(frozen=True, slots=True)
class Accepted:
    """`left` are questions whose own answer is another one by now than the one that was seen."""

    count: int
    left: int


@transaction.atomic
def accept_answers(*, assessment: Assessment, seat: Seat, seen: Mapping[str, int]) -> Accepted:
    """This function will verify own answers as they are, by question with the version that the person saw.

    Questions that are not asked, without an own answer, or with a verified one already, stay as they are. Raises
    AssessmentSubmitted once there is a verified result.
    """
    locked = Assessment.objects.select_for_update().get(pk=assessment.pk)
    if is_closed(locked, Perspective.VERIFIED):
        raise AssessmentSubmitted
    own, verified = answer_history(locked.pk), answer_history(locked.pk, Perspective.VERIFIED)
    asked = scorer_of(locked.release_id).visible(current_answers(locked), Scope(locked.scope))
    wanted = {key: version for key, version in seen.items() if key in asked}
    changes = [change for key, version in wanted.items() if (change := _accepted(key, version, own, verified))]
    append_answers(locked, changes, form_device(), seat.person, Perspective.VERIFIED)
    if changes:
        record_assessment(Event.ACCEPTED, locked, seat.person, count=len(changes), workspace=seat.workspace.slug)
    return Accepted(len(changes), sum(_has_changed(key, version, own) for key, version in wanted.items()))


def _accepted(key: str, version: int, own: History, verified: History) -> Change | None:
    versions, before = own.get(key, {}), verified.get(key, {})
    standing = latest({key: before}).get(key) if before else None
    if _has_changed(key, version, own) or (standing is not None and standing.answer is not None):
        return None
    answer = versions[version].answer if version in versions else None
    return None if answer is None else Change(key, answer, max(before, default=0))


def _has_changed(key: str, version: int, own: History) -> bool:
    return max(own.get(key, {}), default=0) != version
