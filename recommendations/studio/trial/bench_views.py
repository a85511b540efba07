"""The test bench: answers chosen or given by hand, and what the working copies make of them. Trying stores nothing."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessment.bank.editing.actions import Overtaken
from assessment.bank.faults import DocumentError
from recommendations.studio.access import EDIT, READ, Workshop, workshop_for
from recommendations.studio.bases import base_of
from recommendations.studio.places import page_of
from recommendations.studio.trial.bench_page import Bench, hindered_context
from recommendations.studio.trial.copies import Copies, Unreadable, copies_of
from recommendations.studio.trial.given import Given, given_by_form, given_by_sample
from recommendations.studio.trial.keeping import keep_as_example
from recommendations.studio.trial.prepared import Hindered, prepared
from recommendations.studio.trial.samples import first_sample, sample_named
from recommendations.studio.trial.unreadable import unreadable_page

JSON = "application/json"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def bench(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show what becomes of the answers of a sample, or of those that a form sends."""
    workshop = workshop_for(request.user, bank_slug, READ)
    found = _tried(request, workshop)
    is_script = request.headers.get("Accept") == JSON
    if isinstance(found, HttpResponse):
        return JsonResponse({}, status=HTTPStatus.CONFLICT) if is_script else found
    return JsonResponse(found.differences()) if is_script else _page(request, workshop, found.context())


@require_POST
@never_cache
def bench_keep(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will keep the answers that a form sends as a worked example of the working copy."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    base = base_of(request)
    found = _tried(request, workshop)
    if isinstance(found, HttpResponse):
        return found
    if found.has_problems:
        return _page(request, workshop, found.context(), HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        key = keep_as_example(workshop, found.side, base)
    except (DocumentError, Overtaken) as fault:
        messages.error(request, str(fault))
        return _page(request, workshop, found.context(), HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("Kept as a worked example. Its figures come from the engine: verify them by hand."))
    return redirect(page_of(bank_slug, f"examples.{key}"))


def _tried(request: HttpRequest, workshop: Workshop) -> Bench | HttpResponse:
    """The bench with the answers that were asked for, or the page that says why nothing can be tried."""
    locale = get_language() or "en"
    try:
        copies = copies_of(workshop)
        ready = prepared(copies)
    except Unreadable as fault:
        return unreadable_page(request, workshop, "bench", fault)
    except Hindered as hindered:
        context = hindered_context(copies, hindered.findings, locale)
        status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
        return _page(request, workshop, context, status)
    return Bench(copies, ready, _given(request, copies, locale), locale, timezone.localdate())


def _given(request: HttpRequest, copies: Copies, locale: str) -> Given:
    if request.method == "POST":
        return given_by_form(copies.bank, request.POST, locale)
    number = request.GET.get("number", "")
    name = f"generated:{number}" if number else request.GET.get("sample", first_sample(copies.bank))
    return given_by_sample(copies.bank, sample_named(copies.bank, name))


def _page(
    request: HttpRequest, workshop: Workshop, context: dict[str, object], status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    context |= {"workshop": workshop, "tab": "bench", "base": workshop.bank.revision}
    return render(request, "studio/trial/bench.html", context, status=status)
