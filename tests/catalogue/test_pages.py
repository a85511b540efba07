"""The public pages: what they say in both languages, what they never show, and how often they ask."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.timezone import localdate
from django.utils.translation import override

from assessment.bank.actions import load_bank, release_bank
from recommendations.catalogue.actions import load_catalogue
from recommendations.catalogue.pages import CataloguePages
from recommendations.catalogue.queries import category_of
from recommendations.catalogue.reader import Reader
from tests.catalogue.samples import catalogue, catalogue_bank, named, offering, provider
from tests.playbook.samples import worked_examples
from tests.rules.samples import both

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC), tick=False), override("en"):
        yield


def load(*offerings: dict[str, Any], sample: bool = False) -> None:
    load_catalogue(files=[named(catalogue(provider("p", *offerings), sample=sample))])


def release() -> None:
    release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))


def page_of(key: str = "help", locale: str = "en") -> Any:
    with override(locale):
        category = category_of(key)
        assert category is not None
        return CataloguePages(Reader(locale)).page(category, localdate())


def test_list_shows_every_category_with_measures_barriers_and_count(client: Client) -> None:
    release()
    load(offering("a"), offering("b"), offering("gone", valid_until="2026-11-21"))
    cards = client.get("/services/").context["cards"]
    shown = [
        (card.title, [barrier.title for barrier in card.barriers], card.measures, card.offering_count) for card in cards
    ]
    assert shown == [("Help", ["People"], ("Voucher",), 2), ("Tools", [], (), 0)]


def test_list_asks_as_often_for_one_offering_as_for_three(client: Client, django_assert_num_queries: Any) -> None:
    release()
    for count in (1, 3, 50):
        load(*(offering(f"o{number}") for number in range(count)))
        client.get("/services/")  # the bank's document is read once per process
        with django_assert_num_queries(4):
            client.get("/services/")


def test_category_page_asks_as_often_for_one_offering_as_for_three(
    client: Client, django_assert_num_queries: Any
) -> None:
    release()
    for count in (1, 3, 50):
        load(*(offering(f"o{number}", deployment="onsite", sizes=["small"]) for number in range(count)))
        client.get("/services/help/")
        with django_assert_num_queries(6):
            client.get("/services/help/")


def test_category_page_says_what_matters_about_an_offering() -> None:
    release()
    load(
        offering(
            "a",
            deployment="onsite",
            go_live_weeks={"minimum": 2, "maximum": 4},
            sectors=["food"],
            discount={"percent": "10", "terms": both("until March")},
        )
    )
    (shown,) = page_of().offerings
    assert (shown.name, shown.title, shown.provider, shown.kind) == ("p/a", "Offer a", "Firm p", "service")
    assert shown.terms == "CNY 1,000–2,000 per project · Fixed price · On site · 2–4 weeks"
    assert (shown.asked, shown.discount, shown.flags) == ("Food", "10 % off: until March", ("Ends in 39 days.",))


def test_category_page_shows_the_first_twenty_and_leads_to_the_rest(client: Client) -> None:
    load(*(offering(f"o{number}") for number in range(23)))
    page = client.get("/services/help/").content.decode()
    assert page.count('<article class="card offering">') == 20
    assert '<a href="/services/search/?category=help">Search and filter the 23 offerings of this category</a>' in page


def test_one_week_is_one_week() -> None:
    load(offering("a", go_live_weeks={"minimum": 1, "maximum": 1}))
    assert page_of().offerings[0].terms.endswith(" · 1 week")


def test_category_page_says_it_in_chinese() -> None:
    release()
    load(offering("a", go_live_weeks={"minimum": 2, "maximum": 4}))
    page = page_of(locale="zh-hans")
    assert page.card.title == "〔Help〕"
    assert page.offerings[0].terms == "1,000—2,000元 〔per project〕 · 〔Fixed price〕 · 2—4 周"
    assert page.offerings[0].flags == ("还有 39 天结束。",)


@pytest.mark.parametrize(
    ("price", "said"),
    [
        ({"model": "project"}, "Price on request"),
        ({"model": "project", "unit": both("by agreement")}, "by agreement"),
        ({"model": "project", "minimum": 0, "maximum": 0}, "Free"),
        ({"model": "project", "minimum": 1500}, "from CNY 1,500"),
        ({"model": "project", "minimum": 99.5, "maximum": 99.5}, "CNY 99.5"),
    ],
)
def test_price_in_words(price: dict[str, Any], said: str) -> None:
    load(offering("a", price=price))
    assert page_of().offerings[0].terms == f"{said} · Fixed price"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (400, 900, "400—900元"),
        (18000, 38000, "1.8万—3.8万元"),
        (5000, 20000, "5,000元—2万元"),
        (0, 30000, "0—3万元"),
        (12345, 12345, "12,345元"),
        (10000, None, "1万元起"),
    ],
)
def test_price_in_chinese_is_in_yuan(low: int, high: int | None, said: str) -> None:
    load(offering("a", price={"model": "project", "minimum": low, "maximum": high}))
    assert page_of(locale="zh-hans").offerings[0].terms == f"{said} · 〔Fixed price〕"


def test_sample_is_marked_on_the_page(client: Client) -> None:
    load(offering("a"))
    assert "Sample" not in client.get("/services/help/").content.decode()
    load_catalogue(files=[named(catalogue(provider("q", offering("b")), sample=True), "samples.yaml")])
    page = client.get("/services/help/").content.decode()
    assert page.count('<span class="tag sample">Sample</span>') == 1
    assert "No such provider exists." in page


def test_suspended_and_expired_offerings_are_not_on_the_page() -> None:
    load(offering("a", suspended=True), offering("b", valid_until="2026-11-21"), offering("c"))
    assert [shown.title for shown in page_of().offerings] == ["Offer c"]


def test_measure_names_its_source_and_day() -> None:
    load()
    (measure,) = page_of().measures
    assert (measure.title, measure.how, measure.as_of) == ("Voucher", "Ask the office.", "1 November 2026")
    assert [(source.text, source.date) for source in measure.sources] == [("Ministry", "2026-01")]


def test_samples_are_counted_and_marked_in_the_list(client: Client) -> None:
    load(offering("a"))
    assert "tag sample" not in client.get("/services/").content.decode()
    load(offering("a"), offering("b"), sample=False)
    load_catalogue(files=[named(catalogue(provider("q", offering("c")), sample=True), "samples.yaml")])
    page = client.get("/services/").content.decode()
    assert '3 offerings <span class="tag sample">1 sample</span>' in page


def test_text_of_the_catalogue_is_escaped(client: Client) -> None:
    load(offering("a", title=both("<script>alert(1)</script>")))
    assert "<script>alert(1)" not in client.get("/services/help/").content.decode()


def test_category_without_offerings_and_empty_catalogue_are_no_dead_end(client: Client) -> None:
    assert "The catalogue of this installation is empty." in client.get("/services/").content.decode()
    load()
    assert "Nothing is listed here yet." in client.get("/services/tools/").content.decode()


def test_unknown_category_does_not_exist(client: Client) -> None:
    assert client.get("/services/nowhere/").status_code == 404
