"""The autosave of the enterprise's own answers: PUT {value or state, base_version, device, seq, release}.

What comes back stands in `autosave`. It touches neither session nor user and asks the database once.
"""

from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_http_methods

from assessment.accounts.models import User
from assessment.responses.autosave import SaveRequest, Target, no_access, read_request, reply_to_save
from assessment.responses.queries import release_of
from assessment.responses.saving import Opener, PersonOpener, TokenOpener
from assessment.responses.tokens import COOKIE_NAME, hash_token


@require_http_methods(["PUT"])
def answer_save(request: HttpRequest, public_id: UUID, question_key: str) -> JsonResponse:
    """This function will answer as `autosave` promises."""
    opener = _opener(request, public_id)
    if opener is None:
        return no_access()
    sent = read_request(request, SaveRequest)
    return sent if isinstance(sent, JsonResponse) else reply_to_save(sent, Target(public_id, question_key, opener))


def _opener(request: HttpRequest, public_id: UUID) -> Opener | None:
    """The browser's own key, if it opens this assessment, else the person who is signed in. See `lane`."""
    token = request.COOKIES.get(COOKIE_NAME)
    by_key = TokenOpener(hash_token(token)) if token else None
    user = getattr(request, "user", None)
    if not isinstance(user, User) or (by_key and release_of(public_id, by_key)):
        return by_key
    return PersonOpener(user.pk)
