"""The only door to funding schemes, which are public: the page of one that ended says so."""

from django.http import Http404

from recommendations.catalogue.funding_queries import scheme_with_categories
from recommendations.catalogue.models import FundingScheme


def public_scheme(key: str) -> FundingScheme:
    """This function will return the scheme with its categories; an unknown one is a 404."""
    scheme = scheme_with_categories(key)
    if scheme is None:
        raise Http404
    return scheme
