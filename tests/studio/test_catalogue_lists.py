"""The lists of the catalogue: what they find, in which order, at what cost."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessment.accounts.models import User
from recommendations.catalogue.actions import load_catalogue
from recommendations.catalogue.models import FundingScheme, Offering
from recommendations.studio.catalogue.states import State, in_state, states_of
from tests.catalogue.funding_samples import scheme
from tests.catalogue.samples import catalogue, named, offering, provider
from tests.rules.samples import both
from tests.studio.catalogue_forms import at, keeper_client, stock

TODAY = date(2026, 11, 20)
LISTS = ("offerings", "providers", "schemes", "categories", "words")


@pytest.fixture
def client(catalogue_keeper: User, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)
    stock()
    return keeper_client(catalogue_keeper)


def load(*rows: dict[str, object], key: str = "p2") -> None:
    load_catalogue(files=[named(catalogue(provider(key, *rows)))])


def keys(client: Client, **asked: str) -> list[str]:
    return [each["row"].key for each in client.get(at("offerings"), asked).context["rows"]]


def test_offerings_are_found_by_text_kind_category_provider_and_state(client: Client) -> None:
    load(
        offering("tool", category="tools", kind="product", title=both("Scanner"), valid_until="2026-11-19"),
        offering("off", suspended=True, verified_on=None),
        offering("old", verified_on="2025-01-01", valid_until=None),
    )
    assert keys(client) == ["one", "two", "off", "old", "tool"]
    assert keys(client, q="scanner") == ["tool"]
    assert keys(client, kind="product") == keys(client, category="tools") == keys(client, state="expired") == ["tool"]
    assert keys(client, provider="p1") == keys(client, state="ending") == ["one", "two"]
    assert (keys(client, state="suspended"), keys(client, state="stale")) == (["off"], ["old"])
    assert keys(client, state="on-offer", order="verified") == ["old", "one", "two"]


def test_filter_that_is_not_known_is_said_and_left_out(client: Client) -> None:
    page = client.get(at("offerings"), {"state": "gone", "q": "one"})
    assert "Select a valid choice. gone is not one of the available choices." in page.content.decode()
    assert [each["row"].key for each in page.context["rows"]] == ["one"]


def test_fifty_stand_on_a_page(client: Client) -> None:
    load(*(offering(f"n{number:02}") for number in range(51)))
    assert (len(keys(client)), len(keys(client, page="2"))) == (50, 3)
    assert "?q=&amp;page=2" in client.get(at("offerings"), {"q": ""}).content.decode()


def test_rows_say_the_same_state_as_the_database(client: Client) -> None:
    load(
        offering("later", valid_from="2026-12-01", verified_on=None),
        offering("over", valid_until="2026-11-19"),
        offering("off", suspended=True, valid_until="2026-11-19"),
        offering("today", valid_until="2026-11-20", verified_on="2025-11-19"),
    )
    for state in State:
        found = {row.key for row in Offering.objects.filter(in_state(state, TODAY))}
        assert found == {row.key for row in Offering.objects.all() if state in states_of(row, TODAY)}, state


def test_schemes_and_providers_are_found(client: Client) -> None:
    schemes = [scheme("grant-2", suspended=True), scheme("loan-1", form="loan", title=both("Loan"))]
    load_catalogue(files=[named(catalogue(provider("p2", name=both("Other firm")), schemes=schemes))])

    def found(**asked: str) -> list[str]:
        return [each["row"].key for each in client.get(at("schemes"), asked).context["rows"]]

    assert (found(), found(form="loan"), found(q="loan")) == (["grant-1", "grant-2", "loan-1"], ["loan-1"], ["loan-1"])
    assert found(state="suspended") == ["grant-2"]
    listed = client.get(at("providers"), {"q": "other"}).context["listed"]
    assert [(row.key, row.offered) for row in listed] == [("p2", 0)]


@pytest.mark.parametrize("name", LISTS)
def test_lists_cost_the_same_with_one_row_and_with_three(client: Client, name: str) -> None:
    Offering.objects.filter(key="two").delete()
    costs = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(at(name)).status_code == 200
        costs.append(len(queries))
        load(offering("three"), offering("four", category="tools"))
        load(offering("five"), key="p3")
        load_catalogue(files=[named(catalogue(schemes=[scheme("s2"), scheme("s3")]))])
    assert FundingScheme.objects.count() == 3
    assert costs[0] == costs[1]
