"""Who is offered what: three answers, with reasons; nothing that has run out; an order nobody can buy."""

from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from assessment.scoring.answers import Answer
from assessment.scoring.score import Scorer
from recommendations.catalogue.actions import load_catalogue
from recommendations.catalogue.models import Offering
from recommendations.catalogue.queries import CategoryMatches, measures_by_key, offerings_by_category, order_explained
from tests.catalogue.samples import catalogue, catalogue_bank, named, offering, provider
from tests.rules.samples import answered

TODAY = date(2026, 11, 22)
PROFILE = answered(has_plant="yes", staff="30", revenue="500", sector="food", region="north")

pytestmark = pytest.mark.django_db


def load(*offerings: dict[str, Any]) -> None:
    load_catalogue(files=[named(catalogue(provider("p", *offerings)))])


def matches(answers: dict[str, Answer], locale: str = "en", on: date = TODAY) -> CategoryMatches:
    bank = catalogue_bank()
    lookup = Scorer(bank).facts(answers).get
    return offerings_by_category(["help"], lookup, on=on, bank=bank, locale=locale)["help"]


def found(answers: dict[str, Answer], locale: str = "en") -> list[tuple[str, str, str]]:
    return [(match.offering.key, match.eligibility.value, match.reason) for match in matches(answers, locale).matches]


def test_offering_without_conditions_is_open_to_every_enterprise() -> None:
    load(offering("a"))
    assert found({}) == [("a", "yes", "Open to every enterprise.")]


PLANT = {"eligible_if": {"fact": "profile.has_plant", "op": "is", "value": "yes"}}
CONDITIONS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"sizes": ["small"]}, {"staff": "10"}, "staff"),
    ({"sectors": ["food"]}, {"sector": "metal"}, "sector"),
    ({"regions": ["north"]}, {"region": "south"}, "region"),
    (PLANT, {"has_plant": "no"}, "has_plant"),
]


@pytest.mark.parametrize(("condition", "failing", "missing"), CONDITIONS)
def test_every_condition_decides(condition: dict[str, Any], failing: dict[str, Any], missing: str) -> None:
    load(offering("a", **condition))
    assert [(key, verdict) for key, verdict, _reason in found(PROFILE)] == [("a", "yes")]
    refused = matches(PROFILE | answered(**failing))
    assert (refused.matches, refused.left_out_count) == ((), 1)
    open_ = found({key: answer for key, answer in PROFILE.items() if key != missing})
    assert [(key, verdict) for key, verdict, _reason in open_] == [("a", "maybe")]


def test_reasons_name_the_conditions_and_what_is_missing_in_the_reader_s_language() -> None:
    load(offering("a", sectors=["food"], regions=["north"]))
    assert found(PROFILE)[0][2] == "Sector is “Food” and Region is “North”."
    assert found(answered(sector="food"))[0][2] == "Not known yet: Region."
    with override("en"):
        assert found(answered(sector="food"), "zh-hans")[0][2] == "尚不清楚：〔Region〕。"


def test_condition_that_the_bank_cannot_answer_is_logged_and_left_to_the_provider(caplog: Any) -> None:
    load(offering("a"))
    Offering.objects.update(eligible_if={"fact": "profile.gone", "op": "is", "value": "x"})
    assert found(PROFILE) == [("a", "maybe", "Ask the provider whether it is open to you.")]
    assert "cannot be evaluated" in caplog.text


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, True),
        ({"suspended": True}, False),
        ({"valid_until": "2026-11-21"}, False),
        ({"valid_until": "2026-11-22"}, True),
        ({"valid_until": None}, True),
        ({"valid_from": "2026-11-23"}, False),
        ({"valid_from": "2026-11-22"}, True),
    ],
)
def test_suspended_expired_and_future_offerings_never_appear(changes: dict[str, Any], shown: bool) -> None:
    load(offering("a", **changes))
    result = matches({})
    assert (len(result.matches), result.left_out_count) == (int(shown), 0)


def test_order_is_eligibility_then_verification_then_price_then_name() -> None:
    unpriced = {"model": "project"}
    load(
        offering("maybe", title={"en": "A", "zh-hans": "A"}, verified_on="2026-11-20", **PLANT),
        offering("unverified", verified_on=None),
        offering("unpriced", price=unpriced),
        offering("priced-b", title={"en": "B", "zh-hans": "B"}),
        offering("priced-a", title={"en": "A", "zh-hans": "A"}),
        offering("fresh", verified_on="2026-11-20"),
    )
    assert [key for key, _verdict, _reason in found({})] == [
        "fresh",
        "priced-a",
        "priced-b",
        "unpriced",
        "unverified",
        "maybe",
    ]


def test_order_is_explained() -> None:
    with override("en"):
        assert order_explained().endswith("Nobody can buy a place in this order.")


def test_all_recommendations_together_take_three_queries_however_many_there_are(django_assert_num_queries: Any) -> None:
    bank = catalogue_bank()
    lookup = Scorer(bank).facts(PROFILE).get
    for count in (1, 3):
        load(*(offering(f"o{number}", deployment="onsite") for number in range(count)))
        with django_assert_num_queries(3):
            result = offerings_by_category(["help", "tools", "gone"], lookup, on=TODAY, bank=bank, locale="en")
            measures = measures_by_key(["voucher", "gone"])
            said = [str(match.offering.provider) + str(match.offering.price_model) for match in result["help"].matches]
        assert (list(result), len(said), list(measures)) == (["help", "tools"], count, ["voucher"])
