"""The only door to categories. The catalogue is public, so what exists is open to everybody."""

from datetime import date

from django.http import Http404

from recommendations.catalogue.models import Category
from recommendations.catalogue.queries import category_with_offerings


def public_category(key: str, on: date) -> Category:
    """This function will return the category with all that its page shows on that day; an unknown one is a 404."""
    category = category_with_offerings(key, on)
    if category is None:
        raise Http404
    return category
