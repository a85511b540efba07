"""The only door to what the keepers of the catalogue do, and to each thing they keep (404 for anybody else)."""

from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet
from django.http import Http404

from assessment.accounts.models import User
from assessment.accounts.roles import require_role
from recommendations.catalogue.models import Category, FundingScheme, Offering, Provider, Term
from recommendations.studio.access import CATALOGUE

AnyRow = TypeVar("AnyRow", bound=Model)


def keeper(user: User | AnonymousUser) -> User:
    """This function will return the person if they keep the catalogue, else raise Http404."""
    return require_role(user, CATALOGUE)


def offering_at(provider_key: str, offering_key: str) -> Offering:
    """This function will return the offering with its words, on offer or not. Raises Http404."""
    rows = Offering.objects.with_words().select_related("category")
    return _found(rows.filter(provider__key=provider_key, key=offering_key))


def provider_at(provider_key: str) -> Provider:
    return _found(Provider.objects.filter(key=provider_key).select_related("kind"))


def scheme_at(scheme_key: str) -> FundingScheme:
    return _found(FundingScheme.objects.filter(key=scheme_key))


def category_at(category_key: str) -> Category:
    return _found(Category.objects.filter(key=category_key))


def term_at(vocabulary: str, term_key: str) -> Term:
    return _found(Term.objects.filter(vocabulary=vocabulary, key=term_key))


def _found(rows: "QuerySet[AnyRow]") -> AnyRow:
    row = rows.first()
    if row is None:
        raise Http404
    return row
