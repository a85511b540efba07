"""Buttons of the catalogue that do one thing at once, and the pages that ask before something is removed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessment.accounts.models import User
from recommendations.catalogue.models import FundingScheme, Offering
from recommendations.studio.catalogue.access import category_at, keeper, offering_at, provider_at, scheme_at, term_at
from recommendations.studio.catalogue.doing import AnyRow, StillUsed, remove, set_suspended, set_verified, uses_of

ask = require_http_methods(["GET", "HEAD", "POST"])


@require_POST
def offering_suspend(request: HttpRequest, provider_key: str, offering_key: str) -> HttpResponse:
    """This function will take an offering off the list, or bring it back with `back`."""
    by = keeper(request.user)
    return _suspend(request, offering_at(provider_key, offering_key), by)


@require_POST
def offering_verify(request: HttpRequest, provider_key: str, offering_key: str) -> HttpResponse:
    """This function will note that an offering was verified today."""
    by = keeper(request.user)
    return _verify(request, offering_at(provider_key, offering_key), by)


@require_POST
def scheme_suspend(request: HttpRequest, scheme_key: str) -> HttpResponse:
    """This function will take a funding scheme off the list, or bring it back with `back`."""
    by = keeper(request.user)
    return _suspend(request, scheme_at(scheme_key), by)


@require_POST
def scheme_verify(request: HttpRequest, scheme_key: str) -> HttpResponse:
    """This function will note that a funding scheme was verified today."""
    by = keeper(request.user)
    return _verify(request, scheme_at(scheme_key), by)


@never_cache
@ask
def offering_remove(request: HttpRequest, provider_key: str, offering_key: str) -> HttpResponse:
    """This function will ask before an offering is removed, and remove it unless something refers to it."""
    by = keeper(request.user)
    return _remove(request, offering_at(provider_key, offering_key), "offerings", by)


@never_cache
@ask
def provider_remove(request: HttpRequest, provider_key: str) -> HttpResponse:
    """This function will do the same with a provider."""
    by = keeper(request.user)
    return _remove(request, provider_at(provider_key), "providers", by)


@never_cache
@ask
def scheme_remove(request: HttpRequest, scheme_key: str) -> HttpResponse:
    """This function will do the same with a funding scheme."""
    by = keeper(request.user)
    return _remove(request, scheme_at(scheme_key), "schemes", by)


@never_cache
@ask
def category_remove(request: HttpRequest, category_key: str) -> HttpResponse:
    """This function will do the same with a category."""
    by = keeper(request.user)
    return _remove(request, category_at(category_key), "categories", by)


@never_cache
@ask
def term_remove(request: HttpRequest, vocabulary: str, term_key: str) -> HttpResponse:
    """This function will do the same with a word."""
    by = keeper(request.user)
    return _remove(request, term_at(vocabulary, term_key), "words", by)


def _suspend(request: HttpRequest, row: Offering | FundingScheme, by: User) -> HttpResponse:
    suspended = "back" not in request.POST
    set_suspended(row=row, suspended=suspended, by=by)
    messages.success(request, _("Suspended: nobody is shown it.") if suspended else _("Brought back."))
    return redirect(address_of(row))


def _verify(request: HttpRequest, row: Offering | FundingScheme, by: User) -> HttpResponse:
    set_verified(row=row, on=timezone.localdate(), by=by)
    messages.success(request, _("Noted as verified today."))
    return redirect(address_of(row))


def address_of(row: Offering | FundingScheme) -> str:
    if isinstance(row, Offering):
        return reverse("studio:catalogue-offering-edit", args=[row.provider.key, row.key])
    return reverse("studio:catalogue-scheme-edit", args=[row.key])


def _remove(request: HttpRequest, row: AnyRow, nav: str, by: User) -> HttpResponse:
    back = reverse(f"studio:catalogue-{nav}")
    page = {"part": nav, "row": row, "back": back}
    if request.method != "POST":
        return render(request, "studio/catalogue/remove.html", page | {"uses": uses_of(row)})
    try:
        title = str(row)
        remove(row=row, by=by)
    except StillUsed as error:
        return render(request, "studio/catalogue/remove.html", page | {"uses": error.uses}, status=409)
    messages.success(request, _("Removed: %(title)s") % {"title": title})
    return redirect(back)
