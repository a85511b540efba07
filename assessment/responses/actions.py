"""What a respondent does: start, save, go on in depth, resume elsewhere, submit, answer again in a copy.

The next round stands in `next_round`.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import Enterprise, User
from assessment.audit.actions import record_event
from assessment.bank.models import Release
from assessment.bank.releases import scorer_of
from assessment.responses.client_links import note_opened, tell_consultant
from assessment.responses.freezing import make_result
from assessment.responses.models import Answer as AnswerRow
from assessment.responses.models import Assessment, Mode, Perspective, Purpose, RespondentToken, Result, ScopeChoice
from assessment.responses.queries import (
    Stored,
    answer_history,
    latest,
    newest_release_within,
    opened_through,
    own_answers,
)
from assessment.responses.review import finished_review
from assessment.responses.saving import Save, Saved, insert_answer, stored_state, stored_value
from assessment.responses.tokens import LIFETIME, hash_token, make_code, make_token
from assessment.scoring.answers import Answer
from assessment.scoring.document import Question
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope


class Event(StrEnum):
    STARTED = "assessment.started"
    WIDENED = "assessment.widened"
    CONTINUED = "assessment.continued"
    NEXT_ROUND_STARTED = "assessment.next_round_started"
    REVISED = "assessment.revised"
    RESUME_KEYS_MADE = "assessment.resume_keys_made"
    RESUMED = "assessment.resumed"
    MOVED = "assessment.moved"
    SUBMITTED = "assessment.submitted"


class NoSuchAssessment(Exception):
    """The key does not open it, or there is none."""


class AssessmentSubmitted(Exception):
    """Its answers can no longer be changed."""


class AssessmentOpen(Exception):
    """It is not submitted yet: its answers can be changed where they are."""


class ReleaseChanged(Exception):
    """The assessment follows another release than the one the answer was read by: `release_id`."""

    def __init__(self, release_id: UUID) -> None:
        self.release_id = release_id
        super().__init__(str(release_id))


class SequenceReused(Exception):
    """The device sent another answer under a number that it had used before."""


class AnswerConflict(Exception):
    """Somebody else answered meanwhile: `current` is what stands, None if nothing does."""

    def __init__(self, key: str, current: Stored | None) -> None:
        self.key = key
        self.current = current
        super().__init__(key)


class RequiredUnanswered(Exception):
    """`questions` must be answered before submitting, in the order of asking."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = tuple(questions)
        super().__init__(", ".join(question.key for question in questions))


@dataclass(frozen=True, slots=True)
class Opened:
    """`token` is shown to the browser once; only its hash is kept."""

    assessment: Assessment
    token: str


@dataclass(frozen=True, slots=True)
class ResumeKeys:
    link_token: str
    code: str


@dataclass(frozen=True, slots=True)
class Change:
    """One answer of a form: `answer` is None to take it back. `reason` is why a verified one is not the enterprise's."""

    key: str
    answer: Answer | None
    base_version: int
    reason: str = ""


@transaction.atomic
def start_assessment(
    *, enterprise_name: str, release: Release, scope: Scope, language: str, owner: User | None = None
) -> Opened:
    """This function will open an assessment for a new enterprise, with the key to it; `owner` is who is signed in."""
    claimed_at = timezone.now() if owner else None
    enterprise = Enterprise.objects.create(name=enterprise_name, owner=owner, claimed_at=claimed_at)
    return open_assessment(Event.STARTED, enterprise, release.pk, scope, language, actor=owner)


@transaction.atomic
def start_for_client(
    *,
    seat: Seat,
    enterprise: Enterprise,
    release: Release,
    scope: Scope,
    language: str,
    mode: Mode,
    follows: Assessment | None = None,
) -> Assessment:
    """This function will open an assessment of a client's enterprise for a workspace. No browser gets a key to it.

    The caller has shown that the enterprise lets the workspace work for it. `follows` is the round before it.
    """
    assessment = Assessment.objects.create(
        enterprise=enterprise,
        release=release,
        scope=scope.value,
        language=language,
        mode=mode,
        workspace=seat.workspace,
        follows=follows,
    )
    event = Event.STARTED if follows is None else Event.NEXT_ROUND_STARTED
    _record(event, assessment, seat.person, scope=scope.value, mode=mode.value)
    return assessment


def open_assessment(
    event: Event,
    enterprise: Enterprise,
    release_id: UUID,
    scope: Scope,
    language: str,
    follows_id: int | None = None,
    actor: User | None = None,
) -> Opened:
    """This function will store a new assessment and make a browser's key to it, in the caller's transaction."""
    assessment = Assessment.objects.create(
        enterprise=enterprise, release_id=release_id, scope=scope.value, language=language, follows_id=follows_id
    )
    token = give_token(assessment, Purpose.COOKIE, make_token())
    _record(event, assessment, actor, scope=scope.value)
    return Opened(assessment, token)


def give_token(assessment: Assessment, purpose: Purpose, token: str) -> str:
    """This function will let `token` open the assessment, and return it."""
    RespondentToken.objects.create(
        assessment=assessment, hash=hash_token(token), purpose=purpose, expires_at=timezone.now() + LIFETIME
    )
    return token


def _record(event: Event, assessment: Assessment, actor: User | None = None, **details: object) -> None:
    record_event(
        event=event,
        object_type="assessment",
        object_id=assessment.public_id,
        actor=actor,
        details=details,
        enterprise_id=assessment.enterprise_id,
    )


def save_answer(*, save: Save) -> Saved:
    """This function will store one answer as the next version, in one statement, and return its number and time.

    The same device and sequence with the same answer get the first reply again. Raises NoSuchAssessment,
    AssessmentSubmitted, ReleaseChanged, SequenceReused or AnswerConflict.
    """
    return insert_answer(save) or _explain(save)


def _explain(save: Save) -> Saved:
    """Nothing was stored: find out why. Every case but a repeated save raises."""
    assessment = opened_through(save.opener).filter(public_id=save.public_id).first()
    if assessment is None:
        raise NoSuchAssessment
    repeated = AnswerRow.objects.filter(assessment=assessment, device=save.device, sequence=save.sequence).first()
    if repeated is not None:
        before = repeated.question_key, repeated.state, repeated.value, repeated.reason
        if before != (save.question_key, save.state, save.value, save.reason):
            raise SequenceReused
        return Saved(repeated.version, repeated.answered_at)
    if is_closed(assessment, save.perspective):
        raise AssessmentSubmitted
    if assessment.release_id != save.release_id:
        raise ReleaseChanged(assessment.release_id)
    history = answer_history(assessment.pk, save.perspective)
    raise AnswerConflict(save.question_key, latest(history).get(save.question_key))


@transaction.atomic
def save_section(
    *,
    assessment: Assessment,
    changes: Sequence[Change],
    author: User | None = None,
    perspective: Perspective = Perspective.SELF,
    device: str = "",
) -> None:
    """This function will store all `changes` or none. Raises AssessmentSubmitted or AnswerConflict.

    `device` names where they come from, once for each call; without one they come from a form.
    """
    locked = Assessment.objects.select_for_update().get(pk=assessment.pk)
    if is_closed(locked, perspective):
        raise AssessmentSubmitted
    current = latest(answer_history(locked.pk, perspective))
    for change in changes:
        stored = current.get(change.key)
        if (stored.version if stored else 0) != change.base_version:
            raise AnswerConflict(change.key, stored)
    append_answers(locked, changes, device or form_device(), author, perspective)


def form_device() -> str:
    """This function will return the device under which one form is saved."""
    return f"form-{secrets.token_hex(12)}"


def is_closed(assessment: Assessment, perspective: Perspective) -> bool:
    """This function will say whether answers of a perspective can no longer be changed: its result stands."""
    if perspective is Perspective.SELF:
        return assessment.is_submitted
    return Result.objects.filter(assessment=assessment, perspective=perspective).exists()


def append_answers(
    assessment: Assessment,
    changes: Sequence[Change],
    device: str,
    author: User | None = None,
    perspective: Perspective = Perspective.SELF,
) -> None:
    """This function will store all `changes` as saved by `device`, in the caller's transaction."""
    now = timezone.now()
    AnswerRow.objects.bulk_create(
        AnswerRow(
            assessment=assessment,
            question_key=each.key,
            perspective=perspective,
            version=each.base_version + 1,
            state=stored_state(each.answer),
            value=stored_value(each.answer),
            device=device,
            sequence=number,
            answered_at=now,
            author=author,
            reason=each.reason,
        )
        for number, each in enumerate(changes, start=1)
    )


@transaction.atomic
def widen_assessment(*, assessment: Assessment, actor: User | None = None) -> Opened | None:
    """This function will go on from the quick scan to the full diagnosis, with all answers kept.

    An open assessment changes its scope and None is returned. A submitted one is frozen, so its answers go on in a new
    assessment of the same enterprise, which is returned with its key. A full one stays as it is.
    """
    locked = _locked_with_enterprise(assessment)
    if locked.scope == ScopeChoice.FULL:
        return None
    if not locked.is_submitted:
        Assessment.objects.filter(pk=locked.pk).update(scope=ScopeChoice.FULL)
        _record(Event.WIDENED, locked, actor)
        return None
    return _copy(Event.CONTINUED, locked, Scope.FULL, actor)


@transaction.atomic
def revise_assessment(*, assessment: Assessment, actor: User | None = None) -> Opened:
    """This function will open a copy of a submitted assessment, in which its answers can be changed.

    The submitted one, its answers and its result stay as they are. Raises AssessmentOpen.
    """
    locked = _locked_with_enterprise(assessment)
    if not locked.is_submitted:
        raise AssessmentOpen
    return _copy(Event.REVISED, locked, Scope(locked.scope), actor)


def _locked_with_enterprise(assessment: Assessment) -> Assessment:
    return (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("enterprise", "release")
        .defer("release__document")
        .get(pk=assessment.pk)
    )


def _copy(event: Event, source: Assessment, scope: Scope, actor: User | None) -> Opened:
    """A new assessment of the same enterprise, with the answers of `source`, by the newest words of its questions.

    It is the same round as `source`: it follows the same one before it.
    """
    release = newest_release_within(source.release.bank_id, source.release.major)
    opened = open_assessment(event, source.enterprise, release.pk, scope, source.language, source.follows_id, actor)
    changes = [Change(key, answer, 0) for key, answer in own_answers(source).items()]
    append_answers(opened.assessment, changes, form_device())
    return opened


@transaction.atomic
def make_resume_keys(*, assessment: Assessment, actor: User | None = None) -> ResumeKeys:
    """This function will make a resume link and a resume code; those made before stop working."""
    locked = Assessment.objects.select_for_update().get(pk=assessment.pk)
    locked.tokens.filter(purpose__in=[Purpose.LINK, Purpose.CODE], revoked_at__isnull=True).update(
        revoked_at=timezone.now()
    )
    link = give_token(locked, Purpose.LINK, make_token())
    code = give_token(locked, Purpose.CODE, make_code())
    _record(Event.RESUME_KEYS_MADE, locked, actor)
    return ResumeKeys(link, code)


@transaction.atomic
def resume_assessment(*, key: RespondentToken, actor: User | None = None) -> Opened:
    """This function will exchange a resume link or code for a new browser's own key."""
    RespondentToken.objects.filter(pk=key.pk).update(last_used_at=timezone.now())
    note_opened(key.assessment_id)
    token = give_token(key.assessment, Purpose.COOKIE, make_token())
    _record(Event.RESUMED, key.assessment, actor, by=key.purpose)
    return Opened(key.assessment, token)


@transaction.atomic
def submit_assessment(
    *, assessment: Assessment, language: str = "", others_stand: bool = False, actor: User | None = None
) -> Result:
    """This function will score the enterprise's own answers, freeze the result and close the assessment; once, however often it is asked.

    `language` becomes the assessment's language where it is given. `others_stand` says that answers of the round before
    which nobody confirmed are as they were. Raises RequiredUnanswered or NotConfirmed.
    """
    locked = Assessment.objects.select_for_update(of=("self",)).select_related("release").get(pk=assessment.pk)
    existing = Result.objects.filter(assessment=locked).order_by("perspective").first()
    if existing is not None:
        return existing
    scorer, answers, scope = scorer_of(locked.release_id), own_answers(locked), Scope(locked.scope)
    visible = require_answers(scorer, answers, scope)
    reviewed = finished_review(answer_history(locked.pk), visible, others_stand) if locked.follows_id else None
    result = make_result(locked, scorer.score(answers, scope), answers, timezone.now())
    result.save(force_insert=True)
    locked.submitted_at = result.submitted_at
    locked.language = language or locked.language
    locked.save(update_fields=["submitted_at", "language"])
    details = {"round": asdict(reviewed)} if reviewed else {}
    _record(Event.SUBMITTED, locked, actor, content_hash=result.content_hash, **details)
    tell_consultant(locked)
    return result


def require_answers(scorer: Scorer, answers: Mapping[str, Answer], scope: Scope) -> frozenset[str]:
    """This function will return which questions are asked. Raises RequiredUnanswered."""
    visible = scorer.visible(answers, scope)
    missing = [
        question
        for key, question in scorer.index.questions.items()
        if question.required and key in visible and key not in answers
    ]
    if missing:
        raise RequiredUnanswered(missing)
    return visible
