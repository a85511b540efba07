"""The catalogue: words, categories of help, measures, providers, offerings, funding schemes and requests for contact."""

from recommendations.catalogue.models.categories import Category, PublicMeasure
from recommendations.catalogue.models.imports import ImportDraft
from recommendations.catalogue.models.offerings import Offering, OfferingKind
from recommendations.catalogue.models.providers import Provider
from recommendations.catalogue.models.requests import ContactRequest, Reply
from recommendations.catalogue.models.schemes import FundingScheme, Payer, SchemeForm
from recommendations.catalogue.models.terms import Term, Vocabulary

__all__ = [
    "Category",
    "ContactRequest",
    "FundingScheme",
    "ImportDraft",
    "Offering",
    "OfferingKind",
    "Payer",
    "Provider",
    "PublicMeasure",
    "Reply",
    "SchemeForm",
    "Term",
    "Vocabulary",
]
