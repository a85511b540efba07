"""Funding schemes of a file as rows, by key."""

from assessment.bank.plain_data import plain_data
from recommendations.catalogue.document import CatalogueDocument, Scheme
from recommendations.catalogue.models import Category, FundingScheme

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
