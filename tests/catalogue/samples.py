"""A small catalogue on the sample bank: one category more than it has offerings, one measure, one provider."""

from typing import Any

from assessment.scoring.document import BankDocument
from recommendations.catalogue.actions import Named
from recommendations.catalogue.document import CatalogueDocument
from tests.rules.samples import YES_NO, both, sample_bank

Json = dict[str, Any]


def catalogue_bank(**changes: Any) -> BankDocument:
    """This function will return the sample bank with a profile that knows sector, region and size class."""
    profile = [
        {"key": "has_plant", "kind": "yes_no", "text": both("Plant?"), "short": both("Plant"), "options": YES_NO},
        {"key": "staff", "kind": "number", "text": both("Staff?"), "short": both("Staff"), "minimum": 0},
        {"key": "revenue", "kind": "number", "text": both("Revenue?"), "short": both("Revenue"), "minimum": 0},
        _choice("sector", "food", "metal"),
        _choice("region", "north", "south"),
    ]
    size = {
        "employees": "staff",
        "revenue": "revenue",
        "sector": "sector",
        "labels": {"micro": both("Micro"), "small": both("Small")},
        "smallest": "micro",
        "rules": [{"sectors": [], "classes": [{"size": "small", "employees": 20, "revenue": 300}]}],
        "source": both("Made up."),
    }
    bank = sample_bank(size=size, **changes)
    sections = [section.model_dump(mode="json", by_alias=True) for section in bank.sections]
    sections[0]["questions"] = profile
    return sample_bank(size=size, sections=sections, **changes)


def _choice(key: str, *options: str) -> Json:
    return {
        "key": key,
        "kind": "single",
        "text": both(f"Which {key}?"),
        "short": both(key.capitalize()),
        "options": [{"key": option, "label": both(option.capitalize()), "credit": 0} for option in options],
    }


def offering(key: str, **changes: Any) -> Json:
    return {
        "key": key,
        "kind": "service",
        "category": "help",
        "title": both(f"Offer {key}"),
        "summary": both("Somebody helps."),
        "price": {"model": "project", "minimum": 1000, "maximum": 2000, "unit": both("per project")},
        "valid_from": "2026-01-01",
        "valid_until": "2026-12-31",
        "verified_on": "2026-10-01",
        "source": both("Made up."),
    } | changes


def provider(key: str, *offerings: Json, **changes: Any) -> Json:
    return {
        "key": key,
        "name": both(f"Firm {key}"),
        "kind": "consultancy",
        "source": both("Made up."),
        "offerings": list(offerings),
    } | changes


BASE: Json = {
    "bank": "sample",
    "locales": ["en", "zh-hans"],
    "kinds": [{"key": "service", "title": both("Service")}],
    "provider_kinds": [{"key": "consultancy", "title": both("Consultancy")}],
    "price_models": [{"key": "project", "title": both("Fixed price")}],
    "deployments": [{"key": "onsite", "title": both("On site")}],
    "measures": [
        {
            "key": "voucher",
            "title": both("Voucher"),
            "what": both("Pays a part."),
            "how": both("Ask the office."),
            "sources": [{"text": both("Ministry"), "date": "2026-01"}],
            "as_of": "2026-11-01",
        }
    ],
    "categories": [
        {
            "key": "help",
            "title": both("Help"),
            "description": both("People who help."),
            "barriers": ["people"],
            "provider_kinds": ["consultancy"],
            "price_models": ["project"],
            "deployments": ["onsite"],
            "measures": ["voucher"],
        },
        {"key": "tools", "title": both("Tools"), "description": both("Things that help.")},
    ],
}


def catalogue(*providers: Json, **changes: Any) -> CatalogueDocument:
    return CatalogueDocument.model_validate(BASE | {"providers": list(providers)} | changes)


def named(document: CatalogueDocument, name: str = "catalogue.yaml") -> Named:
    return Named(name, document, catalogue_bank())
