"""What is turned away before any view sees it, and what is said when the database is away."""

import logging
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from assessment.config.private import KEPT_OUT

RETRY_AFTER_SECONDS = "5"

logger = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponse]


class RefuseUnstorableInput:
    """A NUL byte in a path or a query has no honest use, and PostgreSQL fails on it in the middle of a page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return render(request, "errors/400.html", status=400)
        return self.get_response(request)


class KeepOutOfSearch:
    """No search engine lists an address with a key in it, not even where nothing is found there."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(KEPT_OUT):
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


class AnswerWhileDatabaseIsAway:
    """A locked, full or stopped database passes: say so with 503, so that browsers keep what was typed and try again."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OperationalError):
            return None
        logger.error("The database does not answer: %s", exception.__class__.__name__, exc_info=exception)
        response = render(request, "errors/503.html", status=503)
        response.headers["Retry-After"] = RETRY_AFTER_SECONDS
        return response
