"""The first pages: what Fourfold is, its banks, and beginning an assessment."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.accounts.access import enterprise_for, person_of
from assessment.accounts.models import User
from assessment.accounts.queries import owned_names
from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.responses.access import latest_for
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.entering import enter
from assessment.responses.forms import BankForm, StartForm
from assessment.responses.queries import newest_releases, offered_release
from assessment.responses.start_page import DEFAULT_BANK, bank_context, start_context, start_form
from assessment.responses.starting import start_for_owner


@require_safe
@never_cache
def start(request: HttpRequest) -> HttpResponse:
    """This function will show what Fourfold is, where to begin, and what this browser can go on with."""
    release = offered_release(DEFAULT_BANK)
    return _start_page(request, _form(request, release), release)


@require_safe
@never_cache
def bank(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show another bank and where to begin with it; the one in use has the first page."""
    if bank_slug == DEFAULT_BANK:
        return redirect("responses:start")
    release = _other_release(bank_slug)
    if release is None:
        return _no_longer_offered(request)
    return render(request, "responses/bank.html", bank_context(_form(request, release), release))


@require_POST
def assessment_start(request: HttpRequest) -> HttpResponse:
    """This function will open an assessment and hand its key to the browser."""
    chosen = BankForm(request.POST)
    if not chosen.is_valid():
        raise Http404
    slug = chosen.cleaned_data["bank"] or DEFAULT_BANK
    release = offered_release(slug) if slug == DEFAULT_BANK else _other_release(slug)
    form = _form(request, release, request.POST)
    if release is None:
        return _start_page(request, form, release, 503) if slug == DEFAULT_BANK else _no_longer_offered(request)
    if form.is_valid():
        return enter(_start(form, release, person_of(request)))
    if slug == DEFAULT_BANK:
        return _start_page(request, form, release, 422)
    return render(request, "responses/bank.html", bank_context(form, release), status=422)


def _other_release(slug: str) -> Release | None:
    """The release to begin with, None where the bank is retired; Http404 where nothing was ever offered."""
    release = current_release(slug)
    if release is None:
        raise Http404
    return None if release.bank.retired_at else release


def _no_longer_offered(request: HttpRequest) -> HttpResponse:
    return render(request, "responses/retired.html", status=HTTPStatus.GONE)


def _start_page(request: HttpRequest, form: StartForm, release: Release | None, status: int = 200) -> HttpResponse:
    context = start_context(form, release, newest_releases(), latest_for(request))
    return render(request, "responses/start.html", context, status=status)


def _form(request: HttpRequest, release: Release | None, data: QueryDict | None = None) -> StartForm:
    return start_form(release, data, owned_names(person_of(request)), request.GET.get("enterprise", ""))


def _start(form: StartForm, release: Release, person: User | None) -> Opened:
    """Whoever is signed in owns from the start what they begin."""
    scope, language, chosen = form.chosen_scope(), get_language() or "", form.chosen_enterprise()
    if person is not None and chosen is not None:
        own = enterprise_for(person, chosen)
        return start_for_owner(enterprise=own, owner=person, release=release, scope=scope, language=language)
    name = form.cleaned_data["enterprise_name"]
    return start_assessment(enterprise_name=name, release=release, scope=scope, language=language, owner=person)
