"""The public pages of funding schemes: what runs, what ends soon, what has ended, and everything about one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.translation import override

from assessment.bank.actions import load_bank, release_bank
from assessment.scoring.document.size import Size
from recommendations.catalogue.reader import largest_first
from tests.catalogue.funding_samples import load_schemes, scheme
from tests.catalogue.samples import catalogue_bank
from tests.playbook.samples import worked_examples
from tests.rules.samples import both

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 23, 9, tzinfo=UTC), tick=False), override("en"):
        release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))
        yield


def page(client: Client, **query: str) -> Any:
    return client.get("/services/funding/", query).context["page"]


def keys(cards: Any) -> list[str]:
    return [card.key for card in cards]


def test_running_schemes_come_first_by_their_end_and_ended_ones_last(client: Client) -> None:
    load_schemes(
        scheme("open-ended", valid_until=None),
        scheme("soon", valid_until="2026-12-31"),
        scheme("ended", valid_from="2021-01-01", valid_until="2021-12-31"),
        scheme("paused", suspended=True),
        scheme("later", valid_from="2027-01-01"),
    )
    shown = page(client)
    assert keys(shown.running) == ["soon", "open-ended"]
    assert keys(shown.waiting) == ["later", "paused"]
    assert keys(shown.ended) == ["ended"]
    assert [flag.text for flag in shown.running[0].flags] == ["Ends on 31 December 2026: 38 days left"]
    assert (shown.running[1].valid_until, shown.running[1].regions) == ("no end known", "every region")
    html = client.get("/services/funding/").content.decode()
    assert "1 scheme has ended" in html
    assert html.index("38 days left") < html.index("Not open now") < html.index("Ended on 31 December 2021")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["all", "loan", "north", "small-food"]),
        ({"region": "north"}, ["all", "loan", "north", "small-food"]),
        ({"region": "south"}, ["all", "loan", "small-food"]),
        ({"sector": "metal"}, ["all", "loan", "north"]),
        ({"size": "micro", "region": "south"}, ["all", "loan"]),
        ({"form": "loan"}, ["loan"]),
    ],
)
def test_the_list_is_narrowed(client: Client, query: dict[str, str], expected: list[str]) -> None:
    load_schemes(
        scheme("all"),
        scheme("loan", form="loan"),
        scheme("north", regions=["north"]),
        scheme("small-food", sizes=["small"], sectors=["food"]),
    )
    assert keys(page(client, **query).running) == expected


def test_an_unknown_filter_is_said_and_left_out(client: Client) -> None:
    load_schemes(scheme("all"), scheme("loan", form="loan"))
    response = client.get("/services/funding/", {"region": "<b>mars</b>", "form": "loan"})
    assert response.status_code == 200
    assert keys(response.context["page"].running) == ["loan"]
    html = response.content.decode()
    assert "is not known here; this filter was left out." in html
    assert "<b>mars" not in html


def test_the_list_asks_as_often_for_one_scheme_as_for_three(client: Client, django_assert_num_queries: Any) -> None:
    for count in (1, 3):
        load_schemes(*(scheme(f"s{number}", categories=["help"], regions=["north"]) for number in range(count)))
        client.get("/services/funding/")
        with django_assert_num_queries(3):
            client.get("/services/funding/")


def test_a_list_without_schemes_says_where_to_ask(client: Client) -> None:
    assert "No running scheme is listed here" in client.get("/services/funding/").content.decode()


def test_a_scheme_s_page_says_everything(client: Client) -> None:
    load_schemes(
        scheme(
            "s",
            sizes=["small"],
            sectors=["food"],
            regions=["north"],
            eligible_if={"fact": "profile.staff", "op": "gte", "value": 5},
            categories=["help", "tools"],
            eligible_percent=60,
            eligible_costs=both("software"),
            stacks=True,
            stacked_percent=70,
            url="https://example.org/s",
            sources=[{"text": both("Gazette"), "date": "2026-05", "url": "https://example.org/gazette"}],
        )
    )
    shown = client.get("/services/funding/s/").context["page"]
    assert {fact.title: fact.text for fact in shown.facts} == {
        "Granted by": "The office",
        "Whose money": "public",
        "Form of help": "grant",
        "Amount": "30 % of the costs that count, at most CNY 10,000",
        "Costs that count": "60 % of the price: software",
        "Kinds of help": "Help; Tools",
        "Region": "North",
        "Sector": "Food",
        "Size class": "Small",
        "Further conditions": "Staff is at least 5",
        "Combining": "With other schemes; where this scheme is among them, all together carry at most 70 % of the price",
        "Valid": "1 January 2026 to 31 December 2027",
    }
    assert (shown.checks, shown.verified_on) == (("you were registered first",), "1 October 2026")
    html = client.get("/services/funding/s/").content.decode()
    assert '<a href="https://example.org/gazette" rel="noopener">Gazette</a> (2026-05)' in html
    assert "only the office can say" in html


def test_a_scheme_for_all_says_so_and_an_ended_one_that_it_ended(client: Client) -> None:
    load_schemes(scheme("s", valid_until="2026-11-22", checks=[], verified_on=None))
    shown = client.get("/services/funding/s/").context["page"]
    said = {fact.title: fact.text for fact in shown.facts}
    assert [said[name] for name in ("Region", "Sector", "Size class", "Kinds of help", "Costs that count")] == [
        *["every region", "every sector", "every size", "every kind", "not said"]
    ]
    assert (shown.is_running, [flag.text for flag in shown.card.flags]) == (False, ["Ended on 22 November 2026"])
    assert "Nobody has read the original yet." in client.get("/services/funding/s/").content.decode()


def test_samples_are_marked_on_both_pages(client: Client) -> None:
    load_schemes(scheme("real"))
    assert "Sample" not in client.get("/services/funding/").content.decode()
    load_schemes(scheme("made-up"), sample=True)
    html = client.get("/services/funding/").content.decode()
    assert html.count('<span class="tag sample">Sample</span>') == 1
    assert "Nobody grants them." in html
    assert "Nobody grants it." in client.get("/services/funding/made-up/").content.decode()


def test_words_of_a_scheme_are_escaped(client: Client) -> None:
    load_schemes(scheme("s", title=both("<script>x</script>"), checks=[both("<script>y</script>")]))
    for address in ("/services/funding/", "/services/funding/s/"):
        assert "<script>x" not in client.get(address).content.decode()
        assert "<script>y" not in client.get(address).content.decode()


def test_an_unknown_scheme_does_not_exist(client: Client) -> None:
    assert client.get("/services/funding/nowhere/").status_code == 404


def test_it_is_said_in_chinese(client: Client) -> None:
    load_schemes(scheme("s", valid_until="2026-12-31"))
    html = client.get("/services/funding/s/", headers={"accept-language": "zh-hans"}).content.decode()
    for text in ("所计费用的 30%，最多1万元", "2026年12月31日截止，还剩 38 天", "须向主管部门确认"):
        assert text in html


def test_a_scheme_of_one_place_says_so_beside_its_region(client: Client) -> None:
    load_schemes(scheme("s", regions=["north"], place=both("Harbour")))
    listed = client.get("/services/funding/").context["page"].running
    facts = {fact.title: fact.text for fact in client.get("/services/funding/s/").context["page"].facts}
    assert (listed[0].regions, facts["Region"]) == ("North, only in Harbour", "North, only in Harbour")


def test_size_classes_are_offered_from_the_largest_to_the_smallest(client: Client) -> None:
    load_schemes(scheme("s"))
    form = client.get("/services/funding/").context["form"]
    assert [key for key, _title in form.fields["size"].choices] == ["", "small", "micro"]


def test_filters_can_be_taken_out_where_any_is_set(client: Client) -> None:
    load_schemes(scheme("s"))
    assert [
        "Take all filters out" in client.get("/services/funding/", query).content.decode()
        for query in ({}, {"size": ""}, {"size": "micro"}, {"size": "unknown"})
    ] == [False, False, True, True]


def test_size_classes_follow_the_default_thresholds() -> None:
    labels = {key: both(key) for key in ("large", "medium", "micro", "odd", "small")}
    default = [
        {"size": "small", "employees": 20},
        {"size": "large", "employees": 1000},
        {"size": "medium", "employees": 300},
    ]
    size = Size.model_validate(
        {
            "employees": "e",
            "revenue": "r",
            "sector": "s",
            "labels": labels,
            "smallest": "micro",
            "rules": [
                {"sectors": [], "classes": default},
                {"sectors": ["x"], "classes": [{"size": "small", "employees": 5000}]},
            ],
            "source": both("Made up."),
        }
    )
    assert largest_first(size) == ["large", "medium", "small", "odd", "micro"]
