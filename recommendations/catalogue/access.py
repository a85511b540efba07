"""The only door to categories, offerings and providers. The catalogue is public: what exists is open to everybody."""

from django.http import Http404

from recommendations.catalogue.models import Category, Offering, Provider
from recommendations.catalogue.queries import category_of, offering_named, provider_with_kind


def public_category(key: str) -> Category:
    """This function will return the category with measures and usual terms; an unknown one is a 404."""
    category = category_of(key)
    if category is None:
        raise Http404
    return category


def public_offering(provider_key: str, key: str) -> Offering:
    """This function will return the offering, also one that is no longer on offer; an unknown one is a 404."""
    offering = offering_named(provider_key, key)
    if offering is None:
        raise Http404
    return offering


def public_provider(key: str) -> Provider:
    provider = provider_with_kind(key)
    if provider is None:
        raise Http404
    return provider
