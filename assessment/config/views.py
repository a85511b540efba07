"""Pages that belong to no room: health, language, and what is shown when something fails."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.config.bodies import has_long_file_name, long_file_name
from assessment.config.private import KEPT_OUT


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """This function will answer 200 while the database answers; a broken database is a 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


# Where the links of letters to providers lead.
LETTERS = "/contact/"

# What opens an assessment is nobody's search result, and a key in an address must not be followed by a machine.
ROBOTS = "".join(["User-agent: *\n", *(f"Disallow: {prefix}\n" for prefix in KEPT_OUT)])


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """This function will tell search engines which addresses to leave alone."""
    return HttpResponse(ROBOTS, content_type="text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """This function will lead browsers that ask at the usual place to the icon, whose name changes with its content."""
    return redirect(static("img/favicon.ico"))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if has_long_file_name(exception):
        return long_file_name(request)
    return render(request, "errors/400.html", status=400)


def page_forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """This function will say that nothing is here; whoever follows the link of a letter is no respondent."""
    is_letter = request.path_info.startswith(LETTERS)
    return render(request, "errors/404_contact.html" if is_letter else "errors/404.html", status=404)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """This function will say that somebody has tried too often, and for how long to wait."""
    response = render(request, "errors/429.html", status=429)
    response.headers["Retry-After"] = str(15 * 60)
    return response


def page_failed(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/500.html", status=500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/403_csrf.html", status=403)
