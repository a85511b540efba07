"""The administration: lists that do not ask per row, and only day-to-day fields to edit."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from recommendations.catalogue.actions import load_catalogue
from recommendations.catalogue.models import Offering, Provider
from tests.catalogue.samples import catalogue, named, offering, provider


@pytest.fixture
def door(client: Client, administrator: User) -> Iterator[Client]:
    client.force_login(administrator)
    with override("en"):
        yield client


def load(count: int) -> None:
    offerings = [offering(f"o{number}") for number in range(count)]
    providers = [provider(f"p{number}", *offerings) for number in range(count)]
    load_catalogue(files=[named(catalogue(*providers))])


@pytest.mark.parametrize("page", ["term", "publicmeasure", "category", "provider", "offering"])
def test_list_asks_as_often_for_three_rows_as_for_one(
    page: str, door: Client, django_assert_max_num_queries: Any
) -> None:
    address = reverse(f"admin:catalogue_{page}_changelist")
    load(1)
    door.get(address)
    with django_assert_max_num_queries(16) as few:
        door.get(address)
    load(3)
    with django_assert_max_num_queries(len(few)):
        assert door.get(address).status_code == 200


def test_offering_can_be_suspended_and_nothing_else_of_it_rewritten(door: Client, administrator: User) -> None:
    load(1)
    row = Offering.objects.get()
    address = reverse("admin:catalogue_offering_change", args=[row.pk])
    data = {
        "price_minimum": "5",
        "price_maximum": "9",
        "valid_from": "2026-01-01",
        "suspended": "on",
        "title": '{"en": "x"}',
    }
    assert door.post(address, data).status_code == 302
    event = AuditEvent.objects.get(event="catalogue.offering_edited")
    fields = ["price_minimum", "price_maximum", "valid_until", "verified_on", "suspended"]
    assert (event.object_id, event.actor, event.details) == ("p0/o0", administrator, {"fields": fields})
    changed = Offering.objects.get()
    assert (changed.suspended, changed.price_maximum, changed.title) == (True, 9, row.title)


def test_prices_out_of_order_are_refused_in_the_form(door: Client) -> None:
    load(1)
    address = reverse("admin:catalogue_offering_change", args=[Offering.objects.get().pk])
    response = door.post(address, {"price_minimum": "9", "price_maximum": "5", "valid_from": "2026-01-01"})
    assert "The upper price needs a lower one, and is not below it." in response.content.decode()


def test_searched_text_is_put_together_again_when_an_offering_is_saved(door: Client) -> None:
    load(1)
    Offering.objects.update(search_text="")
    address = reverse("admin:catalogue_offering_change", args=[Offering.objects.get().pk])
    assert door.post(address, {"valid_from": "2026-01-01", "discount_percent": "5"}).status_code == 302
    row = Offering.objects.get()
    assert ("offer o0" in row.search_text, row.discount_percent) == (True, 5)


def test_address_for_requests_can_be_changed_and_nothing_else_of_a_provider(door: Client, administrator: User) -> None:
    load(1)
    row = Provider.objects.get()
    address = reverse("admin:catalogue_provider_change", args=[row.pk])
    assert door.post(address, {"contact_email": "sales@example.org", "key": "x", "is_sample": "on"}).status_code == 302
    event = AuditEvent.objects.get(event="catalogue.provider_edited")
    assert (event.object_id, event.actor, event.details) == ("p0", administrator, {"fields": ["contact_email"]})
    changed = Provider.objects.get()
    assert (changed.contact_email, changed.key, changed.is_sample) == ("sales@example.org", "p0", False)
    assert door.post(reverse("admin:catalogue_provider_delete", args=[row.pk])).status_code == 403
