"""The catalogue: words, categories of help, public measures, providers and what they offer."""

from recommendations.catalogue.models.categories import Category, PublicMeasure
from recommendations.catalogue.models.offerings import Offering, OfferingKind
from recommendations.catalogue.models.providers import Provider
from recommendations.catalogue.models.terms import Term, Vocabulary

__all__ = ["Category", "Offering", "OfferingKind", "Provider", "PublicMeasure", "Term", "Vocabulary"]
