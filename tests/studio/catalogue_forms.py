"""A small catalogue whose bank is released, and what a browser sends for its forms."""

from typing import Any

from django.test import Client
from django.urls import reverse

from assessment.accounts.models import User
from assessment.bank.actions import load_bank, release_bank
from assessment.bank.editing.flat import Data
from recommendations.catalogue.actions import load_catalogue
from tests.catalogue.funding_samples import scheme
from tests.catalogue.samples import catalogue, catalogue_bank, named, offering, provider
from tests.playbook.samples import worked_examples
from tests.studio.typed_forms import typed_into

CONDITION = {"fact": "profile.has_plant", "op": "is", "value": "yes"}
FULL: Data = {
    "discount": {"percent": "12.5", "terms": {"en": "Until May", "zh-hans": "五月底前"}},
    "sizes": ["small"],
    "sectors": ["food"],
    "regions": ["north"],
    "deployment": "onsite",
    "go_live_weeks": {"minimum": 2, "maximum": 6},
    "languages": ["en"],
    "url": "https://firm.example/one",
}


def stock() -> None:
    """This function will release the bank and load one provider with two offerings, one funding scheme."""
    release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))
    rows = provider("p1", offering("one", **FULL), offering("two"), contact_email="a@firm.example")
    load_catalogue(files=[named(catalogue(rows, schemes=[scheme("grant-1")]))])


def keeper_client(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def at(name: str, *args: str) -> str:
    return reverse(f"studio:catalogue-{name}", args=args)


def typed(client: Client, address: str, **changes: Any) -> dict[str, Any]:
    """This function will return what a browser sends for the form at an address, with `changes` typed in."""
    return typed_into(client.get(address), "edit", **changes)
