"""Funding schemes on the sample bank, and the enterprise that asks for them."""

from collections.abc import Mapping
from typing import Any

from assessment.scoring.facts import Lookup, UnknownFact
from recommendations.catalogue.actions import load_catalogue
from tests.catalogue.samples import Json, catalogue, named
from tests.rules.samples import both

PROFILE = {"profile.size_class": "small", "profile.sector": "food", "profile.region": "north", "profile.staff": 30}


def scheme(key: str, **changes: Any) -> Json:
    """This function will return a grant of 30 %, at most 10,000 yuan, that the office must confirm."""
    return {
        "key": key,
        "title": both(f"Scheme {key}"),
        "summary": both("Pays a part."),
        "granted_by": both("The office"),
        "form": "grant",
        "checks": [both("you were registered first")],
        "rate_percent": "30",
        "cap": 10000,
        "sources": [{"text": both("Gazette"), "date": "2026-05"}],
        "valid_from": "2026-01-01",
        "valid_until": "2027-12-31",
        "verified_on": "2026-10-01",
    } | changes


def load_schemes(*schemes: Json, **changes: Any) -> None:
    load_catalogue(files=[named(catalogue(schemes=list(schemes), **changes), "schemes.yaml")])


def lookup_of(profile: Mapping[str, Any] = PROFILE) -> Lookup:
    """This function will return the facts of an enterprise of which only `profile` is known."""

    def lookup(name: str) -> Any:
        if not name.startswith("profile."):
            raise UnknownFact(name)
        return profile.get(name)

    return lookup
