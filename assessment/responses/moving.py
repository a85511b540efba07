"""Going on with an open assessment by the questions of a later major version."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from assessment.bank.models import Release
from assessment.bank.releases import document_of, scorer_of
from assessment.responses.answering import AssessmentSubmitted, Change, append_answers
from assessment.responses.bank_offer import scopes_of
from assessment.responses.events import Event, record_assessment
from assessment.responses.models import Assessment, ScopeChoice
from assessment.responses.next_round import admitted_answers
from assessment.responses.queries import answer_history, given, latest, newer_release
from assessment.responses.since import fresh_questions
from assessment.scoring.answers import Answer
from assessment.scoring.document import Question
from assessment.scoring.scorecard import Scope


class NotOffered(Exception):
    """The release is not, or no longer, the one that the assessment may move to."""


@dataclass(frozen=True, slots=True)
class Move:
    """What moving to `release` means: answers that stay, that no longer count, and questions that are asked anew.

    Questions stand in the order of asking, those dropped as they were asked so far; `changed` ones keep their answers but
    are not asked alike. `scope` is the one that
    the new questions offer.
    """

    release: Release
    scope: Scope
    kept: dict[str, Answer]
    dropped: tuple[Question, ...]
    changed: tuple[Question, ...]
    fresh: tuple[Question, ...]


def move_of(assessment: Assessment) -> Move | None:
    """This function will return what moving would mean for an open assessment; None if there is nothing to move to."""
    release = None if assessment.is_submitted else newer_release(assessment.release)
    return None if release is None else _move(assessment, release, given(latest(answer_history(assessment.pk))))


def _move(assessment: Assessment, release: Release, answers: dict[str, Answer]) -> Move:
    before, now = scorer_of(assessment.release_id), scorer_of(release.pk)
    kept = admitted_answers(before.index.questions, now.index.questions, answers)
    scope = _scope(release.pk, Scope(assessment.scope))
    asked_before = before.visible(answers, Scope(assessment.scope))
    was_open = {key for key in asked_before if key not in answers}
    visible, unlike = now.visible(kept, scope), fresh_questions(assessment.release_id, release.pk)
    return Move(
        release,
        scope,
        kept,
        tuple(question for key, question in before.index.questions.items() if key in answers and key not in kept),
        tuple(question for key, question in now.index.questions.items() if key in kept and key in unlike),
        tuple(
            question
            for key, question in now.index.questions.items()
            if key in visible and key not in kept and key not in was_open
        ),
    )


def _scope(release_id: UUID, scope: Scope) -> Scope:
    return scope if ScopeChoice(scope.value) in scopes_of(document_of(release_id)) else Scope.FULL


@transaction.atomic
def move_assessment(*, assessment: Assessment, release_id: UUID) -> Move:
    """This function will let an open assessment go on with the newest release of its bank, which must be the one named.

    Answers stay where the new questions admit them; the others are taken back, and remain in the history. Raises
    AssessmentSubmitted and NotOffered; then nothing has changed.
    """
    own = Assessment.objects.select_for_update(of=("self",)).select_related("release").defer("release__document")
    locked = own.get(pk=assessment.pk)
    if locked.is_submitted:
        raise AssessmentSubmitted
    move = move_of(locked)
    if move is None or move.release.pk != release_id:
        raise NotOffered
    append_answers(locked, _changes(locked, move), f"moved-{secrets.token_hex(12)}")
    locked.release, locked.scope = move.release, ScopeChoice(move.scope.value)
    locked.save(update_fields=["release", "scope"])
    dropped = [question.key for question in move.dropped]
    record_assessment(Event.MOVED, locked, release=move.release.version, dropped=dropped)
    return move


def _changes(assessment: Assessment, move: Move) -> Sequence[Change]:
    """What is taken back, and what the new question writes otherwise; all else stays as it was saved."""
    stored = latest(answer_history(assessment.pk))
    changes = [Change(question.key, None, stored[question.key].version) for question in move.dropped]
    return changes + [
        Change(key, answer, stored[key].version) for key, answer in move.kept.items() if stored[key].answer != answer
    ]
