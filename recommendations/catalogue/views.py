"""The catalogue, for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from recommendations.catalogue.access import public_category, public_offering, public_provider
from recommendations.catalogue.compare import compare
from recommendations.catalogue.forms import SearchForm
from recommendations.catalogue.pages import CataloguePages
from recommendations.catalogue.pages_offering import offering_page
from recommendations.catalogue.pages_provider import provider_page
from recommendations.catalogue.queries import category_rows
from recommendations.catalogue.reader import Reader
from recommendations.catalogue.search import order_explained
from recommendations.catalogue.search_filters import search_filters
from recommendations.catalogue.search_page import kinds_on_offer, search_page


@require_safe
def category_list(request: HttpRequest) -> HttpResponse:
    """This function will show every category, the kinds of offering and a way to search them all."""
    today = timezone.localdate()
    cards = CataloguePages(Reader(get_language() or "")).cards(category_rows(today))
    context = {"cards": cards, "kinds": kinds_on_offer(today)}
    return render(request, "catalogue/categories.html", context)


@require_safe
def category_show(request: HttpRequest, category_key: str) -> HttpResponse:
    category = public_category(category_key)
    page = CataloguePages(Reader(get_language() or "")).page(category, timezone.localdate())
    return render(request, "catalogue/category.html", {"page": page, "order": order_explained()})


@require_safe
def offering_search(request: HttpRequest) -> HttpResponse:
    """This function will show a page of what is on offer and matches the address's filters."""
    reader = Reader(get_language() or "")
    form = SearchForm(request.GET, search_filters(reader))
    page = search_page(form, request.GET, reader, timezone.localdate())
    return render(request, "catalogue/search.html", {"form": form, "page": page, "order": order_explained()})


@require_safe
def offering_compare(request: HttpRequest) -> HttpResponse:
    """This function will show up to four offerings of the address side by side."""
    comparison = compare(request.GET.getlist("o"), Reader(get_language() or ""), timezone.localdate())
    return render(request, "catalogue/compare.html", {"comparison": comparison})


@require_safe
def offering_show(request: HttpRequest, provider_key: str, offering_key: str) -> HttpResponse:
    offering = public_offering(provider_key, offering_key)
    page = offering_page(offering, Reader(get_language() or ""), timezone.localdate())
    return render(request, "catalogue/offering_page.html", {"page": page})


@require_safe
def provider_show(request: HttpRequest, provider_key: str) -> HttpResponse:
    provider = public_provider(provider_key)
    page = provider_page(provider, request.GET, Reader(get_language() or ""), timezone.localdate())
    return render(request, "catalogue/provider.html", {"page": page, "order": order_explained()})
