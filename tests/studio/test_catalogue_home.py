"""The first page of the catalogue: what it counts, what it warns of, and who may see it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessment.accounts.models import User
from recommendations.catalogue.actions import load_catalogue
from recommendations.studio.catalogue.home import Trouble, home_page
from recommendations.studio.catalogue.states import State
from tests.catalogue.funding_samples import scheme
from tests.catalogue.samples import catalogue, named, offering, provider

TODAY = date(2026, 11, 20)


@pytest.fixture
def stocked(db: None) -> None:
    rows = [
        offering("fine", valid_until="2027-12-31"),
        offering("ending", valid_until=str(TODAY + timedelta(days=60))),
        offering("over", valid_until="2026-11-19"),
        offering("old", valid_until="2027-12-31", verified_on="2025-11-19"),
        offering("paused", valid_until="2027-12-31", suspended=True),
    ]
    schemes = [scheme("one"), scheme("two", verified_on=None)]
    load_catalogue(files=[named(catalogue(provider("p1", *rows), schemes=schemes))])


def test_home_counts_what_needs_attention(stocked: None) -> None:
    page = home_page(TODAY)
    assert (page.offering_count, page.on_offer_count, page.provider_count) == (5, 3, 1)
    assert (page.scheme_count, page.running_scheme_count) == (2, 2)
    assert (page.category_count, page.empty_category_count) == (2, 1)
    assert page.troubles == (
        Trouble(State.EXPIRED, 1, 0),
        Trouble(State.ENDING, 1, 0),
        Trouble(State.STALE, 1, 1),
        Trouble(State.SUSPENDED, 1, 0),
    )


def test_keeper_is_led_from_the_studio_to_the_catalogue(
    client: Client, catalogue_keeper: User, stocked: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)
    client.force_login(catalogue_keeper)
    page = client.get(reverse("studio:home"), follow=True)
    assert page.redirect_chain == [(reverse("studio:catalogue-home"), 302)]
    assert page.context["page"].on_offer_count == 3


def test_others_find_no_catalogue_to_keep(client: Client, editor: User, publisher: User, stranger: User) -> None:
    for person in (editor, publisher, stranger):
        client.force_login(person)
        assert client.get(reverse("studio:catalogue-home")).status_code == 404


def test_keeper_imports_tables_without_the_overview(client: Client, catalogue_keeper: User) -> None:
    client.force_login(catalogue_keeper)
    page = client.get(reverse("desk:import-choose")).content.decode()
    assert (reverse("studio:catalogue-home") in page, f'"{reverse("desk:overview")}"' in page) == (True, False)
