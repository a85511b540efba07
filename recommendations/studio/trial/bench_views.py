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
from recommendations.studio.places import page_of
from recommendations.studio.trial.bench_page import Bench, hindered_context
from recommendations.studio.trial.copies import Copies, Unreadable, copies_of
from recommendations.studio.trial.given import given_by_form, given_by_sample
from recommendations.studio.trial.keeping import keep_as_example
from recommendations.studio.trial.samples import first_sample, sample_named
from recommendations.studio.trial.unreadable import unreadable_page

JSON = "application/json"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def bench(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show what becomes of the answers of a sample, or of those that a form sends."""
    workshop = workshop_for(request.user, bank_slug, READ)
    try:
        copies = copies_of(workshop)
    except Unreadable as fault:
        return unreadable_page(request, workshop, "bench", fault)
    is_script = request.headers.get("Accept") == JSON
    if hindered := hindered_context(copies, _locale()):
        if is_script:
            return JsonResponse({}, status=HTTPStatus.CONFLICT)
        return _page(request, workshop, hindered, HTTPStatus.OK)
    tried = _bench(request, copies)
    if is_script:
        return JsonResponse(tried.differences())
    return _page(request, workshop, tried.context(), HTTPStatus.OK)


@require_POST
@never_cache
def bench_keep(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will keep the answers that a form sends as a worked example of the working copy."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    try:
        copies = copies_of(workshop)
    except Unreadable as fault:
        return unreadable_page(request, workshop, "bench", fault)
    if hindered := hindered_context(copies, _locale()):
        return _page(request, workshop, hindered, HTTPStatus.UNPROCESSABLE_ENTITY)
    tried = _bench(request, copies)
    if tried.has_problems:
        return _page(request, workshop, tried.context(), HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        key = keep_as_example(workshop, tried.side)
    except (DocumentError, Overtaken) as fault:
        messages.error(request, str(fault))
        return _page(request, workshop, tried.context(), HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("Kept as a worked example. Its figures come from the engine: verify them by hand."))
    return redirect(page_of(bank_slug, f"examples.{key}"))


def _bench(request: HttpRequest, copies: Copies) -> Bench:
    if request.method == "POST":
        given = given_by_form(copies.bank, request.POST, _locale())
    else:
        number = request.GET.get("number", "")
        name = f"generated:{number}" if number else request.GET.get("sample", first_sample(copies.bank))
        given = given_by_sample(copies.bank, sample_named(copies.bank, name))
    return Bench(copies, given, _locale(), timezone.localdate())


def _page(request: HttpRequest, workshop: Workshop, context: dict[str, object], status: HTTPStatus) -> HttpResponse:
    context |= {"workshop": workshop, "tab": "bench"}
    return render(request, "studio/trial/bench.html", context, status=status)


def _locale() -> str:
    return get_language() or "en"
