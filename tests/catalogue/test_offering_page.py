"""One offering in full and who offers it: nothing blank, each kind in its own words, age and end of what is written."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.translation import override

from assessment.bank.actions import load_bank, release_bank
from recommendations.catalogue.actions import load_catalogue
from recommendations.catalogue.freshness import age_text, verified_since
from recommendations.catalogue.models import Offering
from tests.catalogue.samples import catalogue, catalogue_bank, named, offering, provider
from tests.playbook.samples import worked_examples
from tests.rules.samples import both

pytestmark = pytest.mark.django_db
KINDS = [
    {"key": kind, "title": both(kind)} for kind in ("product", "service", "training", "case", "activity", "finance")
]
EVERYTHING: dict[str, Any] = {
    "discount": {"percent": "12.5", "terms": both("for members")},
    "sizes": ["small"],
    "sectors": ["food"],
    "regions": ["north"],
    "eligible_if": {"fact": "profile.has_plant", "op": "is", "value": "yes"},
    "deployment": "onsite",
    "go_live_weeks": {"minimum": 2, "maximum": 4},
    "trial": both("A month."),
    "exit_terms": both("Your data as tables."),
    "security_statement": both("On your site."),
    "languages": ["zh-hans", "en", "xx"],
    "issue": both("City list, issue 3"),
    "url": "https://example.org/offer",
}


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC), tick=False), override("en"):
        yield


def load(*offerings: dict[str, Any], sample: bool = False, **changes: Any) -> None:
    release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))
    load_catalogue(files=[named(catalogue(provider("p", *offerings, **changes), sample=sample, kinds=KINDS))])


def page_of(client: Client, key: str = "a") -> Any:
    return client.get(f"/services/offerings/p/{key}/").context["page"]


def lines(client: Client) -> dict[str, str]:
    return {line.label: line.text for group in page_of(client).groups for line in group.lines}


def test_page_says_everything_that_was_written(client: Client) -> None:
    load(offering("a", **EVERYTHING))
    assert lines(client) == {
        "Price": "CNY 1,000–2,000 per project",
        "Price model": "Fixed price",
        "Discount": "12.5 % off: for members",
        "Way of delivery": "On site",
        "Time until it works": "2–4 weeks",
        "Trial": "A month.",
        "Languages": "Simplified Chinese; English; xx",
        "Leaving, and taking your data along": "Your data as tables.",
        "Security": "On your site.",
        "Size classes": "Small",
        "Sectors": "Food",
        "Regions": "North",
        "Further conditions": "Plant is “Yes”",
        "Valid": "1 January 2026 to 31 December 2026",
        "Last verified": "1 October 2026 (7 weeks ago)",
        "Listed in": "City list, issue 3",
        "Source": "Made up.",
    }
    html = client.get("/services/offerings/p/a/").content.decode()
    assert ('<a href="https://example.org/offer" rel="noopener">' in html, "Ends in 39 days." in html) == (True, True)


def test_what_nobody_wrote_is_not_stated_and_what_is_open_is_said_to_be(client: Client) -> None:
    load(offering("a", price={"model": "project"}, verified_on=None, valid_until=None))
    said = lines(client)
    empty = [label for label, text in said.items() if text == "not stated"]
    assert empty == [
        *["Price", "Discount", "Way of delivery", "Time until it works", "Trial", "Languages"],
        *["Leaving, and taking your data along", "Security", "Listed in"],
    ]
    assert (said["Size classes"], said["Sectors"], said["Further conditions"]) == ("all", "all", "none")
    assert (said["Valid"], said["Last verified"]) == ("from 1 January 2026, open-ended", "never")
    assert [line.text for group in page_of(client).groups for line in group.lines if not line.text] == []


@pytest.mark.parametrize(
    ("kind", "own", "absent"),
    [
        ("product", {"Time until it works": "2–4 weeks"}, "What came of it"),
        ("service", {"Time until it works": "2–4 weeks"}, "What came of it"),
        ("training", {"Begins within": "2–4 weeks", "Trial lesson": "A month."}, "Time until it works"),
        ("case", {"What came of it": "not stated", "Sector of the enterprise": "Food"}, "Sectors"),
        ("activity", {"When": "1 January 2026 to 31 December 2026", "Where it is held": "On site"}, "Valid"),
        ("finance", {"Terms": "CNY 1,000–2,000 per project", "Check beforehand": "A month."}, "Price"),
    ],
)
def test_every_kind_has_its_own_words(kind: str, own: dict[str, str], absent: str, client: Client) -> None:
    load(offering("a", kind=kind, **EVERYTHING))
    said = lines(client)
    assert ({label: said.get(label) for label in own}, absent in said) == (own, False)


def test_case_says_whom_it_was_about_and_what_came_of_it(client: Client) -> None:
    load(offering("a", kind="case", outcome=both("Half the scrap."), sectors=["food"]))
    page = page_of(client)
    assert [group.title for group in page.groups][:2] == ["Whom it was about", "What came of it"]
    assert lines(client)["Size of the enterprise"] == "not stated"
    assert (page.card.outcome, page.card.asked) == ("Half the scrap.", "Food")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"suspended": True}, "This is no longer on offer: it has been taken off the list."),
        ({"valid_until": "2026-11-21"}, "This is no longer on offer: it ended on 21 November 2026."),
        ({"valid_from": "2026-12-01"}, "This is not on offer yet: it begins on 1 December 2026."),
    ],
)
def test_what_is_not_on_offer_has_a_page_that_says_so(changes: dict[str, Any], said: str, client: Client) -> None:
    load(offering("a", **changes))
    html = client.get("/services/offerings/p/a/").content.decode()
    assert (said in html, "Would you like to be contacted?" in html, 'name="o"' in html) == (True, False, False)


@pytest.mark.parametrize(
    ("changes", "flags"),
    [
        ({"valid_until": "2027-01-21"}, ("Ends in 60 days.",)),
        ({"valid_until": "2027-01-22"}, ()),
        ({"valid_until": "2026-11-22"}, ("Ends today.",)),
        ({"valid_until": "2026-11-23"}, ("Ends in 1 day.",)),
        ({"verified_on": "2025-11-22", "valid_until": None}, ()),
        (
            {"verified_on": "2025-11-21", "valid_until": None},
            ("Last verified more than a year ago: ask whether it still holds.",),
        ),
        ({"verified_on": None, "valid_until": None}, ("Never verified: ask whether it holds.",)),
    ],
)
def test_stale_and_ending_offerings_are_flagged(
    changes: dict[str, Any], flags: tuple[str, ...], client: Client
) -> None:
    load(offering("a", **changes))
    assert page_of(client).card.flags == flags


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 21), "1 day ago"),
        (date(2026, 11, 9), "13 days ago"),
        (date(2026, 11, 8), "2 weeks ago"),
        (date(2026, 9, 23), "8 weeks ago"),
        (date(2026, 9, 22), "2 months ago"),
        (date(2024, 11, 23), "23 months ago"),
        (date(2024, 11, 22), "2 years ago"),
    ],
)
def test_age_in_words(day: date, said: str) -> None:
    assert age_text(day, date(2026, 11, 22)) == said


def test_year_before_a_leap_day_ends_on_the_28th() -> None:
    assert verified_since(date(2028, 2, 29)) == date(2027, 2, 28)


def test_many_sectors_are_named_in_short_on_the_card_and_in_full_below(client: Client) -> None:
    load(offering("a", regions=["north", "south"]))
    Offering.objects.update(sectors=["food", "metal", "gone", "lost"])
    assert page_of(client).card.asked == "Food; Metal; gone and 1 more · North; South"
    assert lines(client)["Sectors"] == "Food; Metal; gone; lost"


def test_provider_shows_itself_and_what_it_offers(client: Client) -> None:
    address = "https://example.org/"
    load(offering("a"), offering("gone", suspended=True), summary=both("Old firm."), regions=["north"], url=address)
    page = client.get("/services/providers/p/").context["page"]
    assert (page.name, page.kind, page.summary, page.regions) == ("Firm p", "Consultancy", "Old firm.", "North")
    assert ([card.key for card in page.offerings], page.pages.total) == (["a"], 1)


def test_provider_without_offerings_is_no_dead_end(client: Client) -> None:
    load()
    html = client.get("/services/providers/p/").content.decode()
    assert ("Nothing of this provider is on offer at the moment." in html, "all regions" in html) == (True, True)


def test_sample_is_marked_on_offering_and_provider(client: Client) -> None:
    load(offering("a"), sample=True)
    for path in ("/services/offerings/p/a/", "/services/providers/p/"):
        html = client.get(path).content.decode()
        assert ('<span class="tag sample">Sample</span>' in html, "No such provider exists." in html) == (True, True)


def test_page_in_chinese(client: Client) -> None:
    load(offering("a", kind="activity", verified_on="2026-11-01"))
    html = client.get("/services/offerings/p/a/", headers={"accept-language": "zh-hans"}).content.decode()
    assert ("2026年1月1日" in html, "时间与地点" in html, "3 周前" in html, "未说明" in html) == (True,) * 4


def test_provider_page_asks_as_often_for_one_offering_as_for_fifty(
    client: Client, django_assert_num_queries: Any
) -> None:
    for count in (1, 3, 50):
        load(*(offering(f"o{number}", deployment="onsite", sizes=["small"]) for number in range(count)))
        client.get("/services/providers/p/")
        with django_assert_num_queries(5):
            client.get("/services/providers/p/")


@pytest.mark.parametrize("path", ["offerings/p/gone/", "offerings/gone/a/", "providers/gone/"])
def test_unknown_ones_do_not_exist(path: str, client: Client) -> None:
    load(offering("a"))
    assert client.get(f"/services/{path}").status_code == 404
