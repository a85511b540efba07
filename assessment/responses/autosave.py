"""What saving one answer as it is given means, for whoever gives it and from whichever page.

200 {version, saved_at} · 404 no access · 409 {version, value, state, by, at, text} changed elsewhere, verified
answers with their `reason` ·
413 too large · 422 {message} cannot be saved · 423 closed · 503 with Retry-After while the database is busy or away.
"""

from dataclasses import dataclass
from typing import Annotated, Any, TypeVar
from uuid import UUID

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from assessment.bank.models import Release
from assessment.bank.releases import scorer_of
from assessment.responses.answering import (
    AnswerConflict,
    AssessmentSubmitted,
    NoSuchAssessment,
    ReleaseChanged,
    SequenceReused,
    save_answer,
)
from assessment.responses.carried import is_carried
from assessment.responses.models import DEVICE_LENGTH, Perspective, StoredState
from assessment.responses.queries import Stored, release_of, writer_of
from assessment.responses.saving import Opener, Save, Saved
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

    @property
    def why(self) -> str:
        """The reason of a verified answer; answers of the enterprise itself have none."""
        return ""


Sent = TypeVar("Sent", bound=BaseModel)


class UnknownQuestion(Exception):
    """The bank has no such question."""


class AnswerRefused(Exception):
    """The question does not admit the answer; the text is the sentence to show."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where one answer goes, and what lets it in."""

    public_id: UUID
    question_key: str
    opener: Opener
    perspective: Perspective = Perspective.SELF


def read_request(request: HttpRequest, model: type[Sent]) -> Sent | JsonResponse:
    """This function will return what a browser sent, or what it is told where that cannot be read."""
    if _is_too_large(request):
        return JsonResponse({"message": _("This answer is too long.")}, status=413)
    try:
        return model.model_validate_json(request.body)
    except ValidationError:
        return _unreadable()


def reply_to_save(sent: SaveRequest, target: Target) -> JsonResponse:
    """This function will save one answer and say what the head of this file promises."""
    try:
        saved = _save(sent, target)
    except (NoSuchAssessment, UnknownQuestion):
        return no_access()
    except AnswerRefused as refused:
        return JsonResponse({"message": str(refused)}, status=422)
    except AnswerConflict as conflict:
        return _conflict(conflict, target)
    except AssessmentSubmitted:
        return JsonResponse({"message": _closed(target.perspective)}, status=423)
    except SequenceReused:
        return _unreadable(code="sequence_reused")
    except (OperationalError, InterfaceError):
        return _busy()
    return JsonResponse({"version": saved.version, "saved_at": saved.saved_at.isoformat()})


def no_access() -> JsonResponse:
    """This function will return what strangers are told; it is the same where there is nothing."""
    return JsonResponse({"message": _("There is no such page, or this browser may not open it.")}, status=404)


def _save(sent: SaveRequest, target: Target) -> Saved:
    if sent.release is not None:
        try:
            return _save_by(sent.release, sent, target)
        except (ReleaseChanged, Release.DoesNotExist):
            pass  # the page is older than the release that the assessment follows now
    release_id = release_of(target.public_id, target.opener)
    if release_id is None:
        raise NoSuchAssessment
    return _save_by(release_id, sent, target)


def _save_by(release_id: UUID, sent: SaveRequest, target: Target) -> Saved:
    question = scorer_of(release_id).index.questions.get(target.question_key)
    if question is None:
        raise UnknownQuestion
    return save_answer(
        save=Save(
            public_id=target.public_id,
            opener=target.opener,
            release_id=release_id,
            question_key=target.question_key,
            answer=_read(question, sent),
            base_version=sent.base_version,
            device=sent.device,
            sequence=sent.seq,
            perspective=target.perspective,
            reason=sent.why,
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


def _unreadable(**more: str) -> JsonResponse:
    return JsonResponse({"message": _("This answer could not be read."), **more}, status=422)


def _closed(perspective: Perspective) -> str:
    if perspective is Perspective.VERIFIED:
        return _("The verified result stands; its answers can no longer be changed.")
    return _("This assessment has been submitted.")


def _conflict(conflict: AnswerConflict, target: Target) -> JsonResponse:
    current = conflict.current
    answer = current.answer if current else None
    more = {"reason": current.reason if current else ""} if target.perspective is Perspective.VERIFIED else {}
    return JsonResponse(
        {
            "version": current.version if current else 0,
            "state": answer.state.value if answer else StoredState.WITHDRAWN.value,
            "value": answer.value if answer else None,
            **more,
            "by": _by(current),
            "at": current.answered_at.isoformat() if current else None,
            "text": _in_words(conflict.key, answer, target),
        },
        status=409,
    )


def _by(current: Stored | None) -> str:
    return (current and writer_of(current)) or _("Another window or device")


def _in_words(key: str, answer: Answer | None, target: Target) -> str:
    release_id = release_of(target.public_id, target.opener)
    if release_id is None:
        return ""
    return explain_answer(scorer_of(release_id).index.questions[key], answer, get_language())


def _busy() -> JsonResponse:
    message = _("The server cannot store right now; your answer is kept in this window.")
    return JsonResponse({"message": message}, status=503, headers={"Retry-After": str(RETRY_SECONDS)})
