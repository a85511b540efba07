"""What is said of a request whose body cannot be taken, and how large one may be before anything of it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.translation import gettext

MEBIBYTE = 1024 * 1024
# An interview may send all its evidence at once; the table of services has 16 MB.
UPLOADS = {"/w/": 52 * MEBIBYTE, "/studio/": 18 * MEBIBYTE, "/desk/": 18 * MEBIBYTE}
# A bank that checks a report has no session; the PDF is compared and not kept.
OF_ANYBODY = {"/verify/": 21 * MEBIBYTE}
ELSEWHERE = 2 * MEBIBYTE

GetResponse = Callable[[HttpRequest], HttpResponse]


class RefuseLargeBodies:
    """Refuses by the announced length what no page takes. Of a body without a length nothing is read at all."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _announced(request) <= most_bytes(request):
            return self.get_response(request)
        if wants_json(request):
            return JsonResponse({"message": gettext("This is too large. Send less at once.")}, status=413)
        return render(request, "errors/413.html", status=413)


def most_bytes(request: HttpRequest) -> int:
    """This function will return how large a body may be; hardly any page takes files from who has no session."""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    taken = OF_ANYBODY | UPLOADS if has_session else OF_ANYBODY
    path = request.path_info
    return next((most for prefix, most in taken.items() if path.startswith(prefix)), ELSEWHERE)


def wants_json(request: HttpRequest) -> bool:
    """This function will say whether a script reads the answer: browsers themselves always ask for HTML."""
    return request.content_type == "application/json" or "text/html" not in request.headers.get("Accept", "")


def has_long_file_name(exception: Exception) -> bool:
    """This function will say whether Django could not read a form for the length of a file's name."""
    return isinstance(exception, MultiPartParserError) and "header size" in str(exception)


def long_file_name(request: HttpRequest) -> HttpResponse:
    """This function will say that the name of a file is too long (422)."""
    if wants_json(request):
        message = gettext("The name of this file is too long. Give it a shorter one.")
        return JsonResponse({"message": message}, status=422)
    return render(request, "errors/422_file_name.html", status=422)


def _announced(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
