"""The autosave: PUT {value or state, base_version, device, seq, release} for one question.

200 {version, saved_at} · 404 no access · 409 {version, value, state, by, at, text} changed elsewhere · 413 too large ·
422 {message} cannot be saved · 423 submitted · 503 with Retry-After while the database is busy or away.
It touches neither session nor user and asks the database once.
"""

from typing import Annotated, Any
from uuid import UUID

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from assessment.accounts.models import User
from assessment.bank.models import Release
from assessment.bank.releases import scorer_of
from assessment.responses.actions import (
    AnswerConflict,
    AssessmentSubmitted,
    NoSuchAssessment,
    ReleaseChanged,
    SequenceReused,
    save_answer,
)
from assessment.responses.carried import is_carried
from assessment.responses.models import DEVICE_LENGTH, StoredState
from assessment.responses.queries import release_of
from assessment.responses.saving import Opener, PersonOpener, Save, Saved, TokenOpener
from assessment.responses.tokens import COOKIE_NAME, hash_token
from assessment.responses.typed import read_typed
from assessment.responses.wording import problem_with
from assessment.scoring.answers import Answer, AnswerState, InvalidAnswer
from assessment.scoring.document import Question
from assessment.scoring.explain import explain_answer

MOST_BYTES = 32 * 1024
RETRY_SECONDS = 5


class SaveRequest(BaseModel):
    """`state` without `value`: not known, does not apply, or taken back. `release` spares the server a question."""

    model_config = ConfigDict(extra="forbid", strict=True)

    value: Any = None
    state: StoredState = StoredState.ANSWERED
    base_version: Annotated[int, Field(ge=0, lt=2**31 - 1)]
    device: Annotated[str, Field(pattern=rf"^[A-Za-z0-9_-]{{8,{DEVICE_LENGTH}}}$")]
    seq: Annotated[int, Field(ge=0, lt=2**53)]
    release: UUID | None = None

    @field_validator("device")
    @classmethod
    def _is_a_browser(cls, device: str) -> str:
        if is_carried(device):
            raise ValueError("this name is for answers of the round before")
        return device


class UnknownQuestion(Exception):
    """The bank has no such question."""


class AnswerRefused(Exception):
    """The question does not admit the answer; the text is the sentence to show."""


@require_http_methods(["PUT"])
def answer_save(request: HttpRequest, public_id: UUID, question_key: str) -> JsonResponse:
    """This function will answer as the head of this file says."""
    opener = _opener(request, public_id)
    if opener is None:
        return _no_access()
    if _is_too_large(request):
        return JsonResponse({"message": _("This answer is too long.")}, status=413)
    try:
        sent = SaveRequest.model_validate_json(request.body)
        saved = _save(sent, public_id, opener, question_key)
    except ValidationError:
        return JsonResponse({"message": _("This answer could not be read.")}, status=422)
    except (NoSuchAssessment, UnknownQuestion):
        return _no_access()
    except AnswerRefused as refused:
        return JsonResponse({"message": str(refused)}, status=422)
    except AnswerConflict as conflict:
        return _conflict(conflict, public_id, opener)
    except AssessmentSubmitted:
        return JsonResponse({"message": _("This assessment has been submitted.")}, status=423)
    except SequenceReused:
        return JsonResponse({"message": _("This answer could not be read."), "code": "sequence_reused"}, status=422)
    except (OperationalError, InterfaceError):
        return _busy()
    return JsonResponse({"version": saved.version, "saved_at": saved.saved_at.isoformat()})


def _opener(request: HttpRequest, public_id: UUID) -> Opener | None:
    """The browser's own key, if it opens this assessment, else the person who is signed in. See `lane`."""
    token = request.COOKIES.get(COOKIE_NAME)
    by_key = TokenOpener(hash_token(token)) if token else None
    user = getattr(request, "user", None)
    if not isinstance(user, User) or (by_key and release_of(public_id, by_key)):
        return by_key
    return PersonOpener(user.pk)


def _save(sent: SaveRequest, public_id: UUID, opener: Opener, question_key: str) -> Saved:
    if sent.release is not None:
        try:
            return _save_by(sent.release, sent, public_id, opener, question_key)
        except (ReleaseChanged, Release.DoesNotExist):
            pass  # the page is older than the release that the assessment follows now
    release_id = release_of(public_id, opener)
    if release_id is None:
        raise NoSuchAssessment
    return _save_by(release_id, sent, public_id, opener, question_key)


def _save_by(release_id: UUID, sent: SaveRequest, public_id: UUID, opener: Opener, question_key: str) -> Saved:
    question = scorer_of(release_id).index.questions.get(question_key)
    if question is None:
        raise UnknownQuestion
    return save_answer(
        save=Save(
            public_id=public_id,
            opener=opener,
            release_id=release_id,
            question_key=question_key,
            answer=_read(question, sent),
            base_version=sent.base_version,
            device=sent.device,
            sequence=sent.seq,
        )
    )


def _read(question: Question, sent: SaveRequest) -> Answer | None:
    if sent.state is StoredState.WITHDRAWN:
        return None
    raw = sent.value if sent.state is StoredState.ANSWERED else AnswerState(sent.state.value)
    try:
        return read_typed(question, raw)
    except InvalidAnswer as invalid:
        raise AnswerRefused(problem_with(question, invalid, get_language())) from invalid


def _is_too_large(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdigit() or int(length) > MOST_BYTES


def _no_access() -> JsonResponse:
    return JsonResponse({"message": _("There is no such page, or this browser may not open it.")}, status=404)


def _conflict(conflict: AnswerConflict, public_id: UUID, opener: Opener) -> JsonResponse:
    current = conflict.current
    answer = current.answer if current else None
    return JsonResponse(
        {
            "version": current.version if current else 0,
            "state": answer.state.value if answer else StoredState.WITHDRAWN.value,
            "value": answer.value if answer else None,
            "by": _("Another window or device"),
            "at": current.answered_at.isoformat() if current else None,
            "text": _in_words(conflict.key, answer, public_id, opener),
        },
        status=409,
    )


def _in_words(key: str, answer: Answer | None, public_id: UUID, opener: Opener) -> str:
    release_id = release_of(public_id, opener)
    if release_id is None:
        return ""
    return explain_answer(scorer_of(release_id).index.questions[key], answer, get_language())


def _busy() -> JsonResponse:
    message = _("The server cannot store right now; your answer is kept in this window.")
    return JsonResponse({"message": message}, status=503, headers={"Retry-After": str(RETRY_SECONDS)})
