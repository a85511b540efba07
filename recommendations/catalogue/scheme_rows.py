"""Funding schemes of a file as rows, by key."""

import logging
from collections.abc import Iterable

from pydantic import ValidationError

from assessment.bank.plain_data import plain_data
from recommendations.catalogue.document import CatalogueDocument, Scheme
from recommendations.catalogue.models import Category, FundingScheme

logger = logging.getLogger(__name__)

SAME = (
    *("title", "summary", "granted_by", "payer", "form", "sizes", "sectors", "regions", "place", "checks"),
    *(
        "rate_percent",
        "cap",
        "currency",
        "eligible_percent",
        "eligible_costs",
        "stacks",
        "stacked_percent",
        "stacking_terms",
        "url",
    ),
    *("valid_from", "valid_until", "verified_on", "suspended"),
)


def written_values(scheme: FundingScheme) -> dict[str, object]:
    """This function will return a row as a catalogue file would say it, not checked; its categories are left out."""
    same = {name: getattr(scheme, name) for name in SAME}
    return same | {
        "key": scheme.key,
        "sample": scheme.is_sample,
        "eligible_if": scheme.eligible_if,
        "sources": scheme.sources,
    }


def readable(schemes: Iterable[FundingScheme]) -> list[FundingScheme]:
    """This function will return the rows that a catalogue file could hold; any other is logged and left out.

    One row that somebody has broken must not take the page from everybody whom the others are for.
    """
    return [scheme for scheme in schemes if _is_readable(scheme)]


def _is_readable(scheme: FundingScheme) -> bool:
    try:
        Scheme.model_validate(written_values(scheme))
    except ValidationError:
        logger.exception("The funding scheme %s cannot be read and is left out", scheme.pk)
        return False
    return True


def load_schemes(document: CatalogueDocument) -> None:
    """This function will add or replace the checked schemes of `document`; what it does not name stays."""
    if not document.schemes:
        return
    categories = {category.key: category for category in Category.objects.order_by("pk")}
    for scheme in document.schemes:
        values = _values(scheme) | {"bank_slug": document.bank, "is_sample": document.sample or scheme.sample}
        row, _created = FundingScheme.objects.update_or_create(key=scheme.key, defaults=values)
        row.categories.set(categories[key] for key in scheme.categories)


def _values(scheme: Scheme) -> dict[str, object]:
    """Columns named as in the document are taken over as they are."""
    return {name: getattr(scheme, name) for name in SAME} | {
        "eligible_if": None if scheme.eligible_if is None else plain_data(scheme.eligible_if),
        "sources": [plain_data(source) for source in scheme.sources],
    }
