"""What a respondent does around the answers: start, go on in depth, resume elsewhere, answer again in a copy.

Answers are saved in `answering`, handed in by `submitting`; the next round stands in `next_round`.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import Enterprise, User
from assessment.bank.models import Release
from assessment.responses.answering import Change, append_answers, form_device
from assessment.responses.client_links import note_opened
from assessment.responses.events import Event, record_assessment
from assessment.responses.models import Assessment, Mode, Purpose, RespondentToken, ScopeChoice
from assessment.responses.queries import (
    newest_release_within,
    own_answers,
)
from assessment.responses.tokens import LIFETIME, hash_token, make_code, make_token
from assessment.scoring.scorecard import Scope


class AssessmentOpen(Exception):
    """It is not submitted yet: its answers can be changed where they are."""


@dataclass(frozen=True, slots=True)
class Opened:
    """`token` is shown to the browser once; only its hash is kept."""

    assessment: Assessment
    token: str


@dataclass(frozen=True, slots=True)
class ResumeKeys:
    link_token: str
    code: str


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
    record_assessment(event, assessment, seat.person, scope=scope.value, mode=mode.value)
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
    record_assessment(event, assessment, actor, scope=scope.value)
    return Opened(assessment, token)


def give_token(assessment: Assessment, purpose: Purpose, token: str) -> str:
    """This function will let `token` open the assessment, and return it."""
    RespondentToken.objects.create(
        assessment=assessment, hash=hash_token(token), purpose=purpose, expires_at=timezone.now() + LIFETIME
    )
    return token


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
        record_assessment(Event.WIDENED, locked, actor)
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
    record_assessment(Event.RESUME_KEYS_MADE, locked, actor)
    return ResumeKeys(link, code)


@transaction.atomic
def resume_assessment(*, key: RespondentToken, actor: User | None = None) -> Opened:
    """This function will exchange a resume link or code for a new browser's own key."""
    RespondentToken.objects.filter(pk=key.pk).update(last_used_at=timezone.now())
    note_opened(key.assessment_id)
    token = give_token(key.assessment, Purpose.COOKIE, make_token())
    record_assessment(Event.RESUMED, key.assessment, actor, by=key.purpose)
    return Opened(key.assessment, token)
