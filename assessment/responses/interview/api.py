"""The autosave of an interview: verified answers with their reason, and private notes.

401 {message, code} where nobody is signed in, or somebody else than whoever opened the page. The rest stands in
`autosave`; for notes 200 is {text, merged, saved_at}.
"""

import json
from typing import Annotated, Any
from uuid import UUID

from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from assessment.accounts.rights import Right
from assessment.bank.releases import scorer_of
from assessment.responses.access import Casework, casework_for
from assessment.responses.autosave import SaveRequest, Target, no_access, read_request, reply_to_save
from assessment.responses.interview.notes import MOST_CHARACTERS, NoteTooLong, write_note
from assessment.responses.interview.places import person_key
from assessment.responses.models import Perspective
from assessment.responses.queries import current_answers
from assessment.responses.saving import SeatOpener
from assessment.responses.section_frame import needs_size
from assessment.scoring.facts import SIZE_CLASS
from assessment.scoring.texts import reject_unstorable


def _tidied(text: str) -> str:
    return reject_unstorable(text.replace("\r\n", "\n").strip())


Words = Annotated[str, Field(max_length=MOST_CHARACTERS), AfterValidator(_tidied)]
PersonKey = Annotated[str, Field(max_length=64)]


class VerifiedRequest(SaveRequest):
    """`person` is what the page was told of whoever opened it; what one person said is never saved under another."""

    reason: Words = ""
    person: PersonKey

    @property
    def why(self) -> str:
        return self.reason


class NoteRequest(BaseModel):
    """`before` is the note that `text` was written over."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: Words
    before: str = ""
    person: PersonKey


@require_http_methods(["PUT"])
@never_cache
def verified_save(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, question_key: str
) -> JsonResponse:
    """This function will answer as `autosave` promises."""
    work = _work(request, workspace_slug, client_id, public_id)
    if isinstance(work, JsonResponse):
        return work
    sent = read_request(request, VerifiedRequest)
    if isinstance(sent, JsonResponse):
        return sent
    if sent.person != person_key(work):
        return _other_person()
    opener = SeatOpener(work.seat.person.pk, work.seat.workspace.pk)
    reply = reply_to_save(sent, Target(public_id, question_key, opener, Perspective.VERIFIED))
    return _with_size(reply, work) if reply.status_code == 200 else reply


@require_http_methods(["PUT"])
@never_cache
def note_save(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, question_key: str
) -> JsonResponse:
    """This function will keep a private note and say what stands now."""
    work = _work(request, workspace_slug, client_id, public_id)
    if isinstance(work, JsonResponse):
        return work
    if question_key not in scorer_of(work.assessment.release_id).index.questions:
        return no_access()
    sent = read_request(request, NoteRequest)
    if isinstance(sent, JsonResponse):
        return sent
    if sent.person != person_key(work):
        return _other_person()
    try:
        saved = write_note(work=work, question_key=question_key, text=sent.text, before=sent.before)
    except NoteTooLong:
        return JsonResponse({"message": too_long()}, status=422)
    return JsonResponse({"text": saved.text, "merged": saved.is_merged, "saved_at": saved.saved_at.isoformat()})


def too_long() -> str:
    """This function will return what is said of a note that is too long."""
    return _("A note may have at most 2,000 characters.")


def _work(request: HttpRequest, slug: str, client_id: UUID, public_id: UUID) -> Casework | JsonResponse:
    if not request.user.is_authenticated:
        return JsonResponse({"message": _("You are signed out."), "code": "signed_out"}, status=401)
    try:
        return casework_for(request.user, slug, client_id, public_id, Right.WORK)
    except Http404:
        return no_access()


def _other_person() -> JsonResponse:
    message = _("Somebody else has signed in in this browser.")
    return JsonResponse({"message": message, "code": "other_person"}, status=401)


def _with_size(reply: JsonResponse, work: Casework) -> JsonResponse:
    """The reply with the fact that only the server works out, for banks whose questions depend on it. One query."""
    scorer = scorer_of(work.assessment.release_id)
    if not needs_size(scorer):
        return reply
    size: Any = scorer.facts(current_answers(work.assessment)).get(SIZE_CLASS)
    return JsonResponse({**_said(reply), "constants": {SIZE_CLASS: size}})


def _said(reply: JsonResponse) -> dict[str, Any]:
    return json.loads(reply.content)
