"""The next round: the same enterprise asked again, with its last answers to confirm or to change."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from assessment.accounts.access import Seat
from assessment.accounts.models import Enterprise, User
from assessment.bank.models import Release
from assessment.bank.releases import document_of, scorer_of
from assessment.responses.actions import (
    AssessmentOpen,
    Opened,
    give_token,
    open_assessment,
    start_for_client,
    widen_assessment,
)
from assessment.responses.answering import Change, append_answers
from assessment.responses.bank_offer import scopes_of
from assessment.responses.carried import carried_device
from assessment.responses.events import Event
from assessment.responses.models import Assessment, Mode, Purpose, ScopeChoice
from assessment.responses.queries import current_answers
from assessment.responses.round_queries import open_next_round, submitted_rounds
from assessment.responses.tokens import make_token
from assessment.responses.typed import read_typed
from assessment.scoring.alike import same_unit
from assessment.scoring.answers import Answer, AnswerState, InvalidAnswer
from assessment.scoring.document import Question
from assessment.scoring.scorecard import Scope


@transaction.atomic
def start_next_round(*, assessment: Assessment, scope: Scope, language: str, actor: User | None = None) -> Opened:
    """This function will open the round after the last submitted one, or go on with one that is open already.

    It has the newest release of the bank, also across a major version, and begins with every answer that its questions
    still admit, marked as carried over. A full diagnosis is followed by a full one. Raises AssessmentOpen.
    """
    begun = _begun(assessment, scope)
    if begun is not None:
        return Opened(begun, give_token(begun, Purpose.COOKIE, make_token()))
    source, release, chosen = _next(assessment, scope)
    opened = open_assessment(
        Event.NEXT_ROUND_STARTED,
        assessment.enterprise,
        release.pk,
        chosen,
        language,
        follows_id=source.pk,
        actor=actor,
    )
    _carry_over(source, opened.assessment)
    return opened


@transaction.atomic
def start_client_round(*, seat: Seat, assessment: Assessment, scope: Scope, language: str, mode: Mode) -> Assessment:
    """This function will do the same for a workspace as `start_next_round` does for a browser, which gets no key here.

    The caller has shown that the enterprise lets the workspace work for it. Raises AssessmentOpen.
    """
    begun = _begun(assessment, scope)
    if begun is not None:
        return begun
    source, release, chosen = _next(assessment, scope)
    opened = start_for_client(
        seat=seat,
        enterprise=assessment.enterprise,
        release=release,
        scope=chosen,
        language=language,
        mode=mode,
        follows=source,
    )
    _carry_over(source, opened)
    return opened


def _begun(assessment: Assessment, scope: Scope) -> Assessment | None:
    """The next round that is open already. Whoever starts one locks the enterprise: two windows do not start two."""
    Enterprise.objects.select_for_update().get(pk=assessment.enterprise_id)
    if not Assessment.objects.filter(pk=assessment.pk, submitted_at__isnull=False).exists():
        raise AssessmentOpen
    begun = open_next_round(assessment.enterprise_id, assessment.release.bank_id)
    if begun is not None and scope is Scope.FULL:
        widen_assessment(assessment=begun)
    return begun


def _next(assessment: Assessment, scope: Scope) -> tuple[Assessment, Release, Scope]:
    """The round that is followed, by whose questions the next one asks, and how much."""
    source = submitted_rounds(assessment)[-1].result.assessment
    release = _newest_release(assessment.release.bank_id)
    return source, release, _scope(source, release, scope)


def _carry_over(source: Assessment, into: Assessment) -> None:
    kept = admitted_answers(_questions(source.release_id), _questions(into.release_id), current_answers(source))
    append_answers(into, [Change(key, answer, 0) for key, answer in kept.items()], carried_device())


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
