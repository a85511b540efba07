"""Side by side: four at most, what differs is said, what is not there is named."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.translation import override

from recommendations.catalogue.actions import load_catalogue
from tests.catalogue.samples import catalogue, named, offering, provider
from tests.rules.samples import both

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC), tick=False), override("en"):
        yield


def load(*offerings: dict[str, Any], sample: bool = False) -> None:
    kinds = [{"key": kind, "title": both(kind)} for kind in ("service", "case")]
    load_catalogue(files=[named(catalogue(provider("p", *offerings), sample=sample, kinds=kinds))])


def compared(client: Client, *names: str) -> Any:
    return client.get("/services/compare/", {"o": list(names)}).context["comparison"]


def test_columns_stand_in_the_order_of_the_address_and_each_can_be_taken_out(client: Client) -> None:
    load(offering("a"), offering("b"), offering("c"))
    columns = compared(client, "p/c", "p/a", "p/c").columns
    assert [(column.card.key, column.without) for column in columns] == [("c", "?o=p/a"), ("a", "?o=p/c")]


def test_rows_say_what_differs_and_nothing_is_blank(client: Client) -> None:
    load(offering("a", trial=both("A month.")), offering("b"))
    rows = {row.title: row for row in compared(client, "p/a", "p/b").rows}
    trial, price = rows["Trial"], rows["Price"]
    assert ([cell.text for cell in trial.cells], trial.differs) == (["A month.", "not stated"], True)
    assert ([cell.text for cell in price.cells], price.differs) == (["CNY 1,000–2,000 per project"] * 2, False)
    assert "What came of it" not in rows
    html = client.get("/services/compare/?o=p/a&o=p/b").content.decode()
    assert html.count('<span class="tag">differs</span>') == 1
    assert '<th scope="row" role="rowheader">Trial <span class="tag">differs</span></th>' in html
    assert '<td role="cell" data-of="Offer a">A month.</td><td role="cell" data-of="Offer b" class="quiet">' in html


def test_one_thing_has_one_name_whatever_the_kind(client: Client) -> None:
    weeks = {"go_live_weeks": {"minimum": 2, "maximum": 4}}
    load(offering("a", **weeks), offering("b", kind="product", **weeks))
    rows = {row.title: row for row in compared(client, "p/a", "p/b").rows}
    assert [cell.label for cell in rows["Time until it works"].cells] == ["", ""]


def test_kinds_side_by_side_keep_their_own_words(client: Client) -> None:
    load(offering("a"), offering("b", kind="case", outcome=both("Less scrap.")))
    rows = {row.title: row for row in compared(client, "p/a", "p/b").rows}
    assert [cell.text for cell in rows["What came of it"].cells] == ["does not apply", "Less scrap."]
    assert [cell.label for cell in rows["Size classes"].cells] == ["", "Size of the enterprise"]


def test_fifth_is_refused_by_name(client: Client) -> None:
    load(*(offering(key) for key in "abcde"))
    comparison = compared(client, *(f"p/{key}" for key in "abcde"))
    assert (len(comparison.columns), comparison.too_many) == (4, ("Offer e",))
    html = client.get("/services/compare/?" + "&".join(f"o=p/{key}" for key in "abcde")).content.decode()
    assert "Four at most can stand side by side. Not shown: Offer e" in html


def test_unknown_and_ended_ones_are_named(client: Client) -> None:
    load(offering("a"), offering("b", suspended=True), offering("c", valid_until="2026-11-21"))
    comparison = compared(client, "p/a", "p/b", "p/c", "p/x", "nonsense", "", "<b>/x")
    assert ([column.card.key for column in comparison.columns], comparison.gone) == (["a"], ("Offer b", "Offer c"))
    assert comparison.unknown == ("p/x", "nonsense", "<b>/x")
    assert "<b>/x" not in client.get("/services/compare/?o=<b>/x").content.decode()


def test_long_lists_and_long_names_are_cut(client: Client) -> None:
    load(offering("a"))
    comparison = compared(client, "x" * 5000, *(f"p/{number}" for number in range(100)), "p/a")
    assert (len(comparison.unknown), len(comparison.unknown[0]), comparison.columns) == (20, 130, ())


def test_nothing_chosen_says_how(client: Client) -> None:
    assert "Nothing is chosen yet." in client.get("/services/compare/").content.decode()


def test_samples_are_marked(client: Client) -> None:
    load(offering("a"), sample=True)
    html = client.get("/services/compare/?o=p/a").content.decode()
    assert ('<span class="tag sample">Sample</span>' in html, "No such provider exists." in html) == (True, True)


def test_comparison_asks_once_for_however_many(client: Client, django_assert_num_queries: Any) -> None:
    load(*(offering(key, sizes=["small"]) for key in "abcd"))
    for names in ("a", "abc", "abcd"):
        client.get("/services/compare/?o=p/a")
        with django_assert_num_queries(2):  # the offerings, and whether their bank has a release
            client.get("/services/compare/?" + "&".join(f"o=p/{key}" for key in names))
