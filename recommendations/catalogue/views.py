"""The catalogue, for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from recommendations.catalogue.access import public_category
from recommendations.catalogue.pages import CataloguePages
from recommendations.catalogue.queries import category_rows, order_explained


@require_safe
def category_list(request: HttpRequest) -> HttpResponse:
    cards = CataloguePages(get_language() or "").cards(category_rows(timezone.localdate()))
    return render(request, "catalogue/categories.html", {"cards": cards})


@require_safe
def category_show(request: HttpRequest, category_key: str) -> HttpResponse:
    category = public_category(category_key, timezone.localdate())
    page = CataloguePages(get_language() or "").page(category)
    return render(request, "catalogue/category.html", {"page": page, "order": order_explained()})
