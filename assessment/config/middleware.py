"""What is turned away before any view sees it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

GetResponse = Callable[[HttpRequest], HttpResponse]


class RefuseUnstorableInput:
    """A NUL byte in a path or a query has no honest use, and PostgreSQL fails on it in the middle of a page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return render(request, "errors/400.html", status=400)
        return self.get_response(request)
