"""The next round: the same enterprise asked again, with its last answers to confirm or to change."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from assessment.accounts.models import Enterprise
from assessment.bank.models import Release
from assessment.bank.releases import document_of, scorer_of
from assessment.responses.actions import (
    AssessmentOpen,
    Change,
    Event,
    Opened,
    append_answers,
    give_token,
    open_assessment,
    widen_assessment,
)
from assessment.responses.bank_offer import scopes_of
from assessment.responses.carried import carried_device
from assessment.responses.models import Assessment, Purpose, ScopeChoice
from assessment.responses.queries import current_answers
from assessment.responses.round_queries import open_next_round, submitted_rounds
from assessment.responses.tokens import make_token
from assessment.responses.typed import read_typed
from assessment.scoring.alike import same_unit
from assessment.scoring.answers import Answer, AnswerState, InvalidAnswer
from assessment.scoring.document import Question
from assessment.scoring.scorecard import Scope


@transaction.atomic
def start_next_round(*, assessment: Assessment, scope: Scope, language: str) -> Opened:
    """This function will open the round after the last submitted one, or go on with one that is open already.

    It has the newest release of the bank, also across a major version, and begins with every answer that its questions
    still admit, marked as carried over. A full diagnosis is followed by a full one. Raises AssessmentOpen.
    """
    # Whoever starts a round locks the enterprise, so that two windows do not start two.
    Enterprise.objects.select_for_update().get(pk=assessment.enterprise_id)
    if not Assessment.objects.filter(pk=assessment.pk, submitted_at__isnull=False).exists():
        raise AssessmentOpen
    begun = open_next_round(assessment.enterprise_id, assessment.release.bank_id)
    if begun is not None:
        return _go_on(begun, scope)
    source = submitted_rounds(assessment)[-1].result.assessment
    release = _newest_release(assessment.release.bank_id)
    chosen = _scope(source, release, scope)
    opened = open_assessment(
        Event.NEXT_ROUND_STARTED, assessment.enterprise, release.pk, chosen, language, follows_id=source.pk
    )
    kept = admitted_answers(_questions(source.release_id), _questions(release.pk), current_answers(source))
    append_answers(opened.assessment, [Change(key, answer, 0) for key, answer in kept.items()], carried_device())
    return opened


def _go_on(begun: Assessment, scope: Scope) -> Opened:
    if scope is Scope.FULL:
        widen_assessment(assessment=begun)
    return Opened(begun, give_token(begun, Purpose.COOKIE, make_token()))


def _newest_release(bank_id: int) -> Release:
    releases: QuerySet[Release] = Release.objects.filter(bank=bank_id).defer("document")
    return releases.order_by("-major", "-minor")[0]


def _scope(source: Assessment, release: Release, wanted: Scope) -> Scope:
    offered = scopes_of(document_of(release.pk))
    is_quick = source.scope == ScopeChoice.QUICK and wanted is Scope.QUICK and ScopeChoice.QUICK in offered
    return Scope.QUICK if is_quick else Scope.FULL


def _questions(release_id: UUID) -> Mapping[str, Question]:
    return scorer_of(release_id).index.questions


def admitted_answers(
    before: Mapping[str, Question], now: Mapping[str, Question], answers: Mapping[str, Answer]
) -> dict[str, Answer]:
    """This function will return the answers that the questions asked `now` still admit, in the order of asking.

    A question of another kind or unit is another question, whatever its key.
    """
    read = {key: _admitted(before.get(key), question, answers.get(key)) for key, question in now.items()}
    return {key: answer for key, answer in read.items() if answer is not None}


def _admitted(before: Question | None, now: Question, answer: Answer | None) -> Answer | None:
    if before is None or answer is None or before.kind is not now.kind or not same_unit(before, now):
        return None
    is_value = answer.state is AnswerState.ANSWERED
    try:
        return read_typed(now, answer.value if is_value else answer.state)
    except InvalidAnswer:
        return None
