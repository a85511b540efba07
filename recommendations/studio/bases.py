"""The revision that a form was filled in from: nobody changes what they have not seen."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from assessment.bank.models import WorkingCopy
from recommendations.studio.drafts import OutOfDate
from recommendations.studio.forms import BaseRevisionForm

NOTHING_SENT = ("GET", "HEAD")


class _Base(BaseRevisionForm):
    pass


def base_of(request: HttpRequest) -> int | None:
    """This function will return the revision that a posted form carries, None where nothing was posted.

    Raises OutOfDate where it carries none that can be read.
    """
    if request.method in NOTHING_SENT:
        return None
    form = _Base(request.POST)
    if not form.is_valid():
        raise OutOfDate
    base: int = form.cleaned_data["base"]
    return base


def base_in(sent: QueryDict) -> int | None:
    """This function will return the revision in what `timely` returned, None where nothing was posted."""
    form = _Base(sent)
    return form.cleaned_data["base"] if form.is_valid() else None


def timely(request: HttpRequest, working_copy: WorkingCopy) -> tuple[QueryDict, bool]:
    """This function will return what was posted with a revision that there is, and whether it came without one.

    For forms in which much was typed: they are shown again with all of it, and nothing is saved.
    """
    sent = request.POST
    form = _Base(sent)
    if request.method in NOTHING_SENT or form.is_valid() and form.cleaned_data["base"] <= working_copy.revision:
        return sent, False
    renewed = sent.copy()
    renewed["base"] = str(working_copy.revision)
    return renewed, True


def out_of_date_form() -> str:
    """This function will return what stands above a form that came without a revision that there is."""
    return _(
        "This page was out of date, and nothing was saved. What you wrote stands below: look through it, then save again."
    )


class AnswerOutOfDate:
    """Sends whoever posted from a page that was out of date back to it; nothing was changed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """This function will answer OutOfDate and leave everything else to others."""
        if not isinstance(exception, OutOfDate):
            return None
        messages.error(request, _("The page was out of date. Look again, then repeat."))
        return redirect(_page_before(request))


def _page_before(request: HttpRequest) -> str:
    before = request.headers.get("Referer", "")
    if before and url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure()):
        return before
    match = request.resolver_match
    slug = match.kwargs.get("bank_slug") if match is not None else None
    return f"/studio/banks/{slug}/" if slug else "/studio/"
