"""Funding schemes, for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from recommendations.catalogue.funding_access import public_scheme
from recommendations.catalogue.funding_forms import FundingFilter
from recommendations.catalogue.funding_pages import choices_of, funding_list, scheme_page
from recommendations.catalogue.funding_queries import scheme_rows
from recommendations.catalogue.reader import Reader


@require_safe
def funding_list_show(request: HttpRequest) -> HttpResponse:
    reader, schemes = Reader(get_language() or ""), scheme_rows()
    form = FundingFilter(request.GET, choices_of(schemes, reader))
    page = funding_list(schemes, form.wanted(), reader, timezone.localdate())
    return render(request, "catalogue/funding.html", {"form": form, "page": page})


@require_safe
def scheme_show(request: HttpRequest, scheme_key: str) -> HttpResponse:
    scheme = public_scheme(scheme_key)
    page = scheme_page(scheme, Reader(get_language() or ""), timezone.localdate())
    return render(request, "catalogue/funding_scheme.html", {"page": page})
