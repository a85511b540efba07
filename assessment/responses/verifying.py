"""Finishing a verification: the consultant's answers over the enterprise's own, frozen beside them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.bank.releases import scorer_of
from assessment.responses.events import record_assessment
from assessment.responses.freezing import make_result
from assessment.responses.models import Assessment, Mode, Perspective, Result, Verification
from assessment.responses.queries import current_answers, own_answers
from assessment.responses.submitting import RequiredUnanswered, require_answers
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope


class Event(StrEnum):
    VERIFIED = "assessment.verified"


class WaitingForClient(Exception):
    """The enterprise answers by itself and has not submitted yet."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """Whether anything binds the consultant to the enterprise or to a provider; if so, `statement` says what."""

    has_conflict: bool
    statement: str


@transaction.atomic
def verify_assessment(*, assessment: Assessment, seat: Seat, declaration: Declaration) -> Result:
    """This function will freeze the verified result, once, and close an interview with it.

    The result of the enterprise's own answers stays beside it; an interview freezes it too, where it answered. Raises RequiredUnanswered, or WaitingForClient where the
    enterprise is still answering by itself.
    """
    locked = Assessment.objects.select_for_update(of=("self",)).select_related("release").get(pk=assessment.pk)
    existing = Result.objects.filter(assessment=locked, perspective=Perspective.VERIFIED).first()
    if existing is not None:
        return existing
    if locked.mode == Mode.SELF and not locked.is_submitted:
        raise WaitingForClient
    now, scope, answers = timezone.now(), Scope(locked.scope), current_answers(locked)
    scorer = scorer_of(locked.release_id)
    require_answers(scorer, answers, scope)
    if not locked.is_submitted:
        _freeze_own(locked, scorer, scope, now)
    result = make_result(locked, scorer.score(answers, scope), answers, now, Perspective.VERIFIED)
    result.save(force_insert=True)
    Verification.objects.create(
        result=result,
        workspace=seat.workspace,
        verified_by=seat.person,
        verifier_name=seat.person.get_full_name(),
        has_conflict=declaration.has_conflict,
        statement=declaration.statement,
        verified_at=now,
    )
    if not locked.is_submitted:
        locked.submitted_at = now
        locked.save(update_fields=["submitted_at"])
    record_assessment(Event.VERIFIED, locked, seat.person, content_hash=result.content_hash)
    return result


def _freeze_own(assessment: Assessment, scorer: Scorer, scope: Scope, now: datetime) -> None:
    """What the enterprise answered by itself before an interview is kept beside it, where it is enough for a result."""
    own = own_answers(assessment)
    try:
        visible = require_answers(scorer, own, scope)
    except RequiredUnanswered:
        return
    if visible & own.keys():
        make_result(assessment, scorer.score(own, scope), own, now).save(force_insert=True)
