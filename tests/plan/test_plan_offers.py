"""Choosing a service for an item, its price as a budget, and who pays."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from assessment.responses.actions import Opened
from assessment.responses.models import Assessment
from assessment.responses.tokens import COOKIE_NAME
from recommendations.catalogue.actions import load_catalogue
from recommendations.catalogue.models import Offering
from recommendations.plan.models import PlanItem
from recommendations.plan.planning import add_own_item, take_up_actions
from tests.catalogue.samples import BASE, catalogue, named, offering, provider
from tests.plan.plan_pages import address, sent, text_of
from tests.rules.samples import both

CATEGORY = BASE["categories"][0] | {"key": "c"}
PRICE = {"model": "project", "minimum": 1000, "maximum": 2000}
MODELS = [
    *BASE["price_models"],
    {"key": "lease", "title": both("Lease")},
    {"key": "per_day", "title": both("Per day")},
]
MONTHLY = {"model": "lease", "minimum": 300, "maximum": 600, "unit": both("per machine and month")}


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel("2026-11-23T02:00:00Z", tick=False):
        yield


@pytest.fixture
def respondent(client: Client, opened: Opened) -> Client:
    client.cookies[COOKIE_NAME] = opened.token
    return client


@pytest.fixture
def item(submitted: Assessment) -> PlanItem:
    return take_up_actions(assessment=submitted, actions=["A"], language="en").added[0]


def load(*offerings: dict[str, Any], **changes: Any) -> None:
    document = catalogue(provider("p", *offerings), categories=[CATEGORY], price_models=MODELS, **changes)
    load_catalogue(files=[named(document)])


def offered(key: str, **changes: Any) -> dict[str, Any]:
    return offering(key, category="c", **{"price": PRICE} | changes)


def choose(respondent: Client, assessment: Assessment, item: PlanItem, key: str, **changes: Any) -> Any:
    data = sent(item, offering=f"p/{key}", **changes)
    return respondent.post(address(assessment, f"items/{item.public_id}/"), data)


def form_of(respondent: Client, assessment: Assessment, item: PlanItem) -> str:
    return text_of(respondent.get(address(assessment, f"items/{item.public_id}/")))


def test_services_that_fit_or_may_fit_are_offered_with_their_price(
    respondent: Client, submitted: Assessment, item: PlanItem
) -> None:
    small = {"fact": "profile.staff", "op": "lt", "value": 5}
    load(
        offered("fits"),
        offered("fits-not", eligible_if=small),
        offered("may-fit", sectors=["metal"]),
        offered("story", kind="case", outcome=both("It went well.")),
        sample=True,
    )
    page = form_of(respondent, submitted, item)
    price = "Firm p · CNY 1,000–2,000"
    sample = f"sample, made up · {price}"
    assert f"none yet Offer fits · {sample} Offer may-fit · {sample} · may fit Take its price" in page
    assert ("Offer fits-not" in page, "Offer story" in page) == (False, False)


def test_price_becomes_the_budget(respondent: Client, submitted: Assessment, item: PlanItem) -> None:
    load(offered("fits"))
    assert choose(respondent, submitted, item, "fits", take_price="1").status_code == 302
    stored = PlanItem.objects.select_related("offering").get()
    assert (stored.offering.key, stored.budget) == ("fits", 2000)  # type: ignore[union-attr]
    page = text_of(respondent.get(address(submitted)))
    assert "Offer fits, Firm p" in page
    assert "Budget CNY 2,000" in page


def test_choosing_alone_leaves_the_budget(respondent: Client, submitted: Assessment, item: PlanItem) -> None:
    load(offered("fits"))
    choose(respondent, submitted, item, "fits", budget="700")
    assert PlanItem.objects.get().budget == 700


@pytest.mark.parametrize(
    ("price", "budget"),
    [({"minimum": 1000, "maximum": None}, 1000), ({"minimum": 0, "maximum": 0}, 0), ({"maximum": "1500.50"}, 1501)],
)
def test_upper_end_of_the_price_is_taken(
    respondent: Client, submitted: Assessment, item: PlanItem, price: dict[str, Any], budget: int
) -> None:
    load(offered("fits", price=PRICE | price))
    choose(respondent, submitted, item, "fits", take_price="1")
    assert PlanItem.objects.get().budget == budget


@pytest.mark.parametrize("price", [{"minimum": None, "maximum": None}, {"currency": "EUR"}])
def test_price_that_is_not_named_in_yuan_is_not_taken(
    respondent: Client, submitted: Assessment, item: PlanItem, price: dict[str, Any]
) -> None:
    load(offered("fits", price=PRICE | price))
    page = choose(respondent, submitted, item, "fits", take_price="1", responsible="Li Ming")
    assert (page.status_code, text_of(page).count("This service names no price in yuan.")) == (422, 2)
    assert 'value="Li Ming"' in page.content.decode()


@pytest.mark.parametrize(
    ("price", "numbers", "budget"),
    [
        (MONTHLY, {"pieces": "6", "months": "12"}, 43_200),
        (PRICE | {"unit": both("per kit")}, {"pieces": "3"}, 6_000),
        (PRICE | {"model": "per_day"}, {"pieces": "3"}, 6_000),
        (PRICE, {"pieces": "3"}, 2_000),
        (MONTHLY | {"minimum": 0, "maximum": 0}, {}, 0),
    ],
)
def test_price_that_is_not_for_the_whole_is_multiplied(
    respondent: Client,
    submitted: Assessment,
    item: PlanItem,
    price: dict[str, Any],
    numbers: dict[str, str],
    budget: int,
) -> None:
    load(offered("fits", price=price))
    assert choose(respondent, submitted, item, "fits", take_price="1", **numbers).status_code == 302
    assert PlanItem.objects.get().budget == budget


@pytest.mark.parametrize(
    ("price", "numbers", "said"),
    [
        (MONTHLY, {"months": "12"}, "CNY 300–600 per machine and month, not for the whole. Enter how many you need."),
        (MONTHLY, {"pieces": "6"}, "This price is CNY 300–600 per machine and month. Enter for how long."),
        (PRICE | {"model": "per_day"}, {}, "not for the whole. Enter how many you need."),
        (MONTHLY, {"pieces": "0", "months": "1"}, "Enter a whole number from 1 to 100,000."),
        (MONTHLY, {"pieces": "100000", "months": "600"}, "An amount is at most 1,000,000,000 yuan."),
    ],
)
def test_price_that_is_not_for_the_whole_never_becomes_the_budget_as_it_is(
    respondent: Client, submitted: Assessment, item: PlanItem, price: dict[str, Any], numbers: dict[str, str], said: str
) -> None:
    load(offered("fits", price=price))
    page = choose(respondent, submitted, item, "fits", take_price="1", **numbers)
    assert (page.status_code, text_of(page).count(said)) == (422, 2)
    assert PlanItem.objects.get().offering is None


def test_who_pays_counts_a_budget_or_the_cost_band_where_a_price_is_by_the_month(
    respondent: Client, submitted: Assessment, item: PlanItem
) -> None:
    load(offered("fits", price=MONTHLY), offered("kit", price=PRICE | {"unit": both("per kit")}))
    choose(respondent, submitted, item, "fits", budget="43200")
    page = text_of(respondent.get(address(submitted)))
    assert "You pay all of it: CNY 43,200." in page
    assert "the chosen service costs CNY 300–600 per machine and month. That is not the price of the whole" in page
    stored = PlanItem.objects.get()
    choose(respondent, submitted, stored, "fits")
    assert "Nothing has to be bought: it takes your own time only." in text_of(respondent.get(address(submitted)))
    stored = PlanItem.objects.get()
    choose(respondent, submitted, stored, "kit", budget="6000")
    assert "You pay all of it: CNY 6,000." in text_of(respondent.get(address(submitted)))


def test_price_of_nothing_cannot_be_taken(respondent: Client, submitted: Assessment, item: PlanItem) -> None:
    load(offered("fits"))
    data = sent(item, take_price="1")
    page = respondent.post(address(submitted, f"items/{item.public_id}/"), data)
    assert (page.status_code, text_of(page).count("Choose a service first")) == (422, 2)


def test_service_of_another_category_cannot_be_chosen(
    respondent: Client, submitted: Assessment, item: PlanItem
) -> None:
    document = catalogue(provider("p", offered("fits"), offering("other")), categories=[CATEGORY, *BASE["categories"]])
    load_catalogue(files=[named(document)])
    assert choose(respondent, submitted, item, "other").status_code == 422
    assert PlanItem.objects.get().offering is None


def test_chosen_service_stays_when_it_is_no_longer_offered(
    respondent: Client, submitted: Assessment, item: PlanItem
) -> None:
    load(offered("fits"))
    choose(respondent, submitted, item, "fits")
    Offering.objects.update(suspended=True)
    assert "Offer fits · Firm p · CNY 1,000–2,000 · no longer offered to you" in form_of(respondent, submitted, item)
    stored = PlanItem.objects.get()
    assert choose(respondent, submitted, stored, "fits", note="Called.").status_code == 302
    assert PlanItem.objects.get().offering is not None


def test_own_item_has_no_services_to_choose(respondent: Client, submitted: Assessment) -> None:
    load(offered("fits"))
    own = add_own_item(assessment=submitted, title="Ask the bank", language="en")
    assert "Chosen service" not in form_of(respondent, submitted, own)


def test_who_pays_is_said_for_what_is_open(respondent: Client, submitted: Assessment, item: PlanItem) -> None:
    load(offered("fits", discount={"percent": 10, "terms": both("For members.")}))
    page = text_of(respondent.get(address(submitted)))
    assert "Nothing has to be bought: it takes your own time only." in page
    PlanItem.objects.update(budget=500)
    page = text_of(respondent.get(address(submitted)))
    assert "You pay all of it: CNY 500. No scheme known here carries a part." in page
    choose(respondent, submitted, item, "fits")
    page = text_of(respondent.get(address(submitted)))
    assert "The price is CNY 1,000–2,000; you pay CNY 900–1,800 after the provider's discount." in page
    PlanItem.objects.update(status="declined", declined_because="No.")
    assert "Who pays for what is open" not in text_of(respondent.get(address(submitted)))


def test_item_says_how_its_action_is_done(respondent: Client, submitted: Assessment, item: PlanItem) -> None:
    page = form_of(respondent, submitted, item)
    assert "Because it helps. Begin. Go on. Cost band: Free, an estimate." in page
