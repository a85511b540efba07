"""Searching: Chinese and English, every filter, an order nobody can buy, counts, pages, and how often it asks."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.translation import override

from assessment.bank.actions import load_bank, release_bank
from recommendations.catalogue.actions import load_catalogue
from recommendations.catalogue.models import Offering
from recommendations.catalogue.search import Wanted, find
from tests.catalogue.samples import catalogue, catalogue_bank, named, offering, provider
from tests.playbook.samples import worked_examples
from tests.rules.samples import both

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
WORDS = {
    "kinds": [{"key": kind, "title": both(kind)} for kind in ("service", "product", "case")],
    "deployments": [{"key": "onsite", "title": both("On site")}, {"key": "saas", "title": both("Online")}],
    "price_models": [{"key": "project", "title": both("Fixed price")}, {"key": "lease", "title": both("Lease")}],
}


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC), tick=False), override("en"):
        yield


def load(*offerings: dict[str, Any], **changes: Any) -> None:
    load_catalogue(files=[named(catalogue(provider("p", *offerings), **(WORDS | changes)))])


def release() -> None:
    release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))


def titles(client: Client, query: str) -> list[str]:
    return [card.key for card in client.get(f"/services/search/?{query}").context["page"].cards]


def said(english: str, chinese: str) -> dict[str, Any]:
    return {"title": {"en": english, "zh-hans": chinese}}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("board", ["board"]),
        ("BOARD", ["board"]),
        ("看板", ["board"]),
        ("设备联网", ["gateway"]),
        ("联网", ["gateway"]),
        ("设备 套件", ["gateway"]),
        ("achine", []),
        ("mach", ["gateway"]),
        ("计划 看板", ["board"]),
        ("计划，看板", ["board"]),
        ("ＭＥＳ", ["board"]),
        ("mes", ["board"]),
        ("firm p", ["board", "gateway"]),
        ("100%", ["gateway"]),
        ("100_", []),
        ("'; --", []),
        ("", ["board", "gateway"]),
    ],
)
def test_words_are_found_in_both_languages(typed: str, found: list[str], client: Client) -> None:
    board = said("Planning board (MES)", "计划看板")
    load(offering("board", **board), offering("gateway", **said("Read 100% of machines", "设备联网套件")))
    page = client.get("/services/search/", {"q": typed}).context["page"]
    assert [card.key for card in page.cards] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("设备、看板", ["board", "gateway"]),
        ("便宜的设备联网", ["gateway"]),
        ("MES系统", ["board"]),
        ("质量看板联网设备", ["gateway", "board"]),
        ("计划的看板", ["board"]),
    ],
)
def test_what_comes_near_is_shown_and_called_so(typed: str, found: list[str], client: Client) -> None:
    board = said("Planning board (MES)", "计划看板")
    load(offering("board", **board), offering("gateway", **said("Read 100% of machines", "设备联网套件")))
    reply = client.get("/services/search/", {"q": typed})
    assert [card.key for card in reply.context["page"].cards] == found
    assert f"Nothing contains exactly “{typed}”; here is what comes near." in reply.content.decode()


def test_what_holds_all_words_keeps_the_rest_away(client: Client) -> None:
    load(offering("all", **said("A", "质量可以追溯，量追")), offering("some", **said("B", "质量")))
    assert titles(client, "q=质量追溯") == ["all"]


def test_nothing_near_is_said_as_before(client: Client) -> None:
    load(offering("board", **said("Times of games", "看板")))
    for typed in ("mes", "龙虾火锅"):
        reply = client.get("/services/search/", {"q": typed})
        assert "Nothing on offer matches all of this." in reply.content.decode()
        assert "Nothing contains exactly" not in reply.content.decode()


def test_exact_words_elsewhere_are_not_replaced_by_near_ones(client: Client) -> None:
    load(offering("a", **said("A", "质量追溯")), offering("b", kind="product", **said("B", "质量")))
    assert titles(client, "q=质量追溯&kind=product") == []


@pytest.mark.parametrize("count", [1, 3])
def test_what_comes_near_costs_one_query_more(count: int, django_assert_num_queries: Any) -> None:
    load(*(offering(f"o{number}", **said("A", "质量")) for number in range(count)))
    with django_assert_num_queries(2):
        assert len(find(Wanted(text="质量追溯系统平台服务"), on=TODAY, locale="en").pks) == count


FILTERS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("kind=product", {"kind": "product"}, {}),
    ("category=tools", {"category": "tools"}, {}),
    ("sector=food", {"sectors": ["food"]}, {"sectors": ["metal"]}),
    ("sector=food", {"sectors": []}, {"sectors": ["metal"]}),
    ("size=small", {"sizes": ["micro", "small"]}, {"sizes": ["micro"]}),
    ("region=north", {"regions": ["north"]}, {"regions": ["south"]}),
    ("deployment=saas", {"deployment": "saas"}, {"deployment": "onsite"}),
    ("price_model=lease", {"price": {"model": "lease"}}, {}),
    ("priced=on", {}, {"price": {"model": "project"}}),
    ("free=on", {"price": {"model": "project", "minimum": 0, "maximum": 0}}, {}),
    ("verified=on", {"verified_on": "2025-11-22"}, {"verified_on": "2025-11-21"}),
    ("verified=on", {}, {"verified_on": None}),
]


@pytest.mark.parametrize(("query", "kept", "left"), FILTERS)
def test_every_filter_decides(query: str, kept: dict[str, Any], left: dict[str, Any], client: Client) -> None:
    release()
    load(offering("kept", **kept), offering("left", **left))
    assert titles(client, query) == ["kept"]


def test_suspended_expired_and_future_offerings_are_never_listed(client: Client) -> None:
    gone = [offering("a", suspended=True), offering("b", valid_until="2026-11-21")]
    load(*gone, offering("c", valid_from="2026-11-23"), offering("d", valid_until="2026-11-22"))
    assert titles(client, "") == ["d"]


def test_order_is_verification_then_price_then_name_in_the_reader_s_language() -> None:
    load(
        offering("never", verified_on=None, title={"en": "A", "zh-hans": "A"}),
        offering("stale", verified_on="2025-01-01"),
        offering("unpriced", price={"model": "project"}, title={"en": "A", "zh-hans": "A"}),
        offering("one", title={"en": "B", "zh-hans": "D"}),
        offering("two", title={"en": "C", "zh-hans": "C"}),
        offering("fresh", verified_on="2026-11-20"),
    )
    keys = {row.pk: row.key for row in Offering.objects.order_by("pk")}
    order = {
        locale: [keys[pk] for pk in find(Wanted(), on=TODAY, locale=locale).pks] for locale in ("en", "zh-hans", "fr")
    }
    assert order["en"] == ["fresh", "one", "two", "unpriced", "stale", "never"]
    assert order["zh-hans"] == ["fresh", "two", "one", "unpriced", "stale", "never"]
    assert order["fr"] == order["en"]


def test_counts_say_what_another_choice_would_give(client: Client) -> None:
    load(
        offering("a", kind="product"),
        offering("b"),
        offering("c", category="tools"),
        offering("d", category="tools", kind="case"),
    )
    page = client.get("/services/search/?kind=service&category=help").context["page"]
    assert {chip.title: chip.count for chip in page.chips if chip.count} == {"product": 1, "service": 1}
    assert (page.every_kind.count, page.every_kind.address) == (2, "?category=help")
    assert [chip.title for chip in page.chips if chip.is_chosen] == ["service"]
    form = client.get("/services/search/?kind=service&category=help").context["form"]
    assert form.fields["category"].choices == [("", "any"), ("help", "Help (1)"), ("tools", "Tools (1)")]


def test_pages_hold_twenty_and_keep_the_filters(client: Client) -> None:
    load(*(offering(f"o{number:02}", **said(f"Offer {number:02}", "项")) for number in range(41)))
    second = client.get("/services/search/?q=offer&page=2").context["page"]
    assert [card.key for card in second.cards] == [f"o{number}" for number in range(20, 40)]
    pages = second.pages
    assert (pages.first, pages.last, pages.total, pages.count) == (21, 40, 41, 3)
    assert (pages.previous, pages.next) == ("?q=offer&page=1", "?q=offer&page=3")
    for page, number in (("9", 3), ("0", 1), ("-1", 1), ("x", 1), ("٣", 1), ("9" * 30, 1)):
        assert client.get("/services/search/", {"page": page}).context["page"].pages.number == number


def test_unknown_choice_is_named_and_the_rest_is_searched(client: Client) -> None:
    load(offering("a", kind="product"), offering("b"))
    response = client.get("/services/search/?category=attic&kind=product")
    assert [card.key for card in response.context["page"].cards] == ["a"]
    assert response.content.decode().count("“attic” is not known here; this filter was left out.") == 2


def test_text_that_cannot_be_stored_or_is_too_long_is_refused_in_words(client: Client) -> None:
    load(offering("a"))
    response = client.get("/services/search/", {"q": "a\x07b"})
    assert (response.status_code, bool(response.context["form"].errors["q"])) == (200, True)
    assert client.get("/services/search/", {"q": "x" * 201}).context["form"].errors["q"]


def test_typed_text_is_shown_but_never_as_markup(client: Client) -> None:
    page = client.get("/services/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert ("<script>alert" in page, "&lt;script&gt;alert(1)" in page) == (False, True)


def test_nothing_found_is_no_dead_end(client: Client) -> None:
    assert "Nothing on offer matches all of this." in client.get("/services/search/?q=zebra").content.decode()


def test_samples_and_the_order_are_explained(client: Client) -> None:
    load(offering("a"), sample=True)
    page = client.get("/services/search/").content.decode()
    assert ("No such provider exists." in page, "Nobody can buy a place in this order." in page) == (True, True)
    assert page.count('<span class="tag sample">Sample</span>') == 1


def test_search_asks_as_often_for_one_offering_as_for_fifty(client: Client, django_assert_num_queries: Any) -> None:
    release()
    for count in (1, 3, 50):
        load(*(offering(f"o{number}", deployment="onsite", sizes=["small"]) for number in range(count)))
        client.get("/services/search/")  # the bank's document is read once per process
        with django_assert_num_queries(5):
            client.get("/services/search/?q=offer&sector=food&verified=on")


def test_list_counts_the_kinds_and_leads_to_the_search(client: Client) -> None:
    load(offering("a", kind="product"), offering("b"), offering("c", suspended=True), kinds=WORDS["kinds"])
    page = client.get("/services/").content.decode()
    assert '<a class="chip" href="/services/search/?kind=product">Product <b>1</b></a>' in page
    assert '<a class="chip" href="/services/search/?kind=service">Service <b>1</b></a>' in page
