"""Rows of the catalogue as its files write them, not checked: what somebody broke can still be read and mended."""

from typing import Any

from recommendations.catalogue.models import Category, Offering, Provider, Vocabulary
from recommendations.catalogue.offering_rows import SAME

SAME_OF_PROVIDER = ("key", "name", "regions", "summary", "contact_email", "source", "url")
USUAL = {
    Vocabulary.PROVIDER_KIND: "provider_kinds",
    Vocabulary.PRICE_MODEL: "price_models",
    Vocabulary.DEPLOYMENT: "deployments",
}


def provider_values(row: Provider) -> dict[str, Any]:
    """This function will return a provider without its offerings; its kind comes with it."""
    same = {name: getattr(row, name) for name in SAME_OF_PROVIDER}
    return same | {"sample": row.is_sample, "kind": row.kind.key}


def offering_values(row: Offering) -> dict[str, Any]:
    """This function will return an offering; its category and its words come with it."""
    return {name: getattr(row, name) for name in SAME} | {
        "category": row.category.key,
        "price": {
            "model": row.price_model.key,
            "minimum": row.price_minimum,
            "maximum": row.price_maximum,
            "unit": row.price_unit,
            "currency": row.currency,
        },
        "discount": _discount(row),
        "eligible_if": row.eligible_if,
        "deployment": None if row.deployment is None else row.deployment.key,
        "go_live_weeks": _weeks(row),
    }


def category_values(row: Category) -> dict[str, Any]:
    """This function will return a category. Two queries."""
    usual: dict[str, list[str]] = {name: [] for name in USUAL.values()}
    for term in row.usual.order_by("vocabulary", "position", "key"):
        usual[USUAL[Vocabulary(term.vocabulary)]].append(term.key)
    same = {name: getattr(row, name) for name in ("key", "title", "description", "barriers")}
    measures = row.measures.order_by("position", "key").values_list("key", flat=True)
    return same | usual | {"measures": list(measures)}


def _discount(row: Offering) -> dict[str, Any] | None:
    if row.discount_percent is None and not row.discount_terms:
        return None
    return {"percent": row.discount_percent, "terms": row.discount_terms}


def _weeks(row: Offering) -> dict[str, int] | None:
    if row.go_live_weeks_from is None or row.go_live_weeks_to is None:
        return None
    return {"minimum": row.go_live_weeks_from, "maximum": row.go_live_weeks_to}
