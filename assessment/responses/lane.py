"""The short way for the most frequent request: saving one answer touches no session, no user and no page.

The whole stack of middleware costs as much as the save itself. What the save needs of it is done here: the host is
checked, the CSRF token is checked, and messages come in the language of the page. Where the browser has no key of its
own that opens the assessment, whoever is signed in goes the long way.
"""

import re
from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_from_request, override
from django.views.decorators.csrf import csrf_protect

from assessment.responses.api import answer_save
from assessment.responses.tokens import COOKIE_NAME

ADDRESS = re.compile(r"/a/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/answers/([-A-Za-z0-9_]+)/")

GetResponse = Callable[[HttpRequest], HttpResponse]

_protected_save = csrf_protect(answer_save)


class AnswerLane:
    """Middleware that answers PUT to an answer's address itself and passes everything else on."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        match = ADDRESS.fullmatch(request.path_info) if request.method == "PUT" else None
        if match is None or COOKIE_NAME not in request.COOKIES:
            return self.get_response(request)
        request.get_host()
        with override(get_language_from_request(request)):
            response = _protected_save(request, UUID(match.group(1)), match.group(2))
        if response.status_code == HTTPStatus.NOT_FOUND and settings.SESSION_COOKIE_NAME in request.COOKIES:
            return self.get_response(request)
        return response
