"""Which schemes an enterprise is shown: three answers with a reason, never an ended one, in a fixed order."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.utils.translation import override

from recommendations.catalogue.eligibility import Eligibility
from recommendations.catalogue.funding_queries import SchemeMatch, rule_of, schemes_for
from recommendations.catalogue.models import FundingScheme
from recommendations.catalogue.scheme_days import SchemeState, is_verified_lately, state_of
from recommendations.catalogue.scheme_wording import (
    checks_of,
    combining_text,
    counted_text,
    flags_of,
    qualify_text,
    terms_of_scheme,
)
from recommendations.rules.money import Scheme
from tests.catalogue.funding_samples import PROFILE, load_schemes, lookup_of, scheme
from tests.catalogue.samples import catalogue_bank
from tests.rules.samples import both

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with override("en"):
        yield


def found(profile: dict[str, Any] = PROFILE) -> tuple[SchemeMatch, ...]:
    return schemes_for(lookup_of(profile), on=TODAY, bank=catalogue_bank(), locale="en")


def test_every_scheme_is_judged_with_a_reason() -> None:
    load_schemes(
        scheme("everybody"),
        scheme("north", regions=["north"]),
        scheme("south", regions=["south"]),
        scheme("large-staff", eligible_if={"fact": "profile.staff", "op": "gte", "value": 100}),
    )
    said = [(match.scheme.key, match.eligibility, match.reason) for match in found(PROFILE | {"profile.staff": None})]
    assert said == [
        ("everybody", Eligibility.YES, "Open to every enterprise."),
        ("north", Eligibility.YES, "Region is “North”."),
        ("large-staff", Eligibility.MAYBE, "Not known yet: Staff."),
        ("south", Eligibility.NO, "Not open to you: Region is “South” (you: “North”)."),
    ]


def test_schemes_that_fit_alike_stand_by_their_end() -> None:
    load_schemes(scheme("a", valid_until=None), scheme("b", valid_until="2027-01-01"), scheme("c"))
    assert [match.scheme.key for match in found()] == ["b", "c", "a"]


def test_ended_suspended_and_later_schemes_and_those_of_other_banks_never_appear() -> None:
    load_schemes(
        scheme("ended", valid_until="2026-11-22"),
        scheme("suspended", suspended=True),
        scheme("later", valid_from="2026-11-24"),
        scheme("last-day", valid_until="2026-11-23"),
        scheme("elsewhere"),
    )
    FundingScheme.objects.filter(key="elsewhere").update(bank_slug="other")
    assert [match.scheme.key for match in found()] == ["last-day"]


def test_two_queries_for_one_scheme_and_for_three(django_assert_num_queries: Any) -> None:
    for keys in (["a"], ["a", "b", "c"]):
        load_schemes(*(scheme(key, categories=["help", "tools"]) for key in keys))
        with django_assert_num_queries(2):
            assert [match.categories for match in found()] == [frozenset({"help", "tools"})] * len(keys)


def test_a_condition_that_the_bank_cannot_answer_sends_to_the_office(caplog: pytest.LogCaptureFixture) -> None:
    load_schemes(scheme("s"))
    FundingScheme.objects.update(eligible_if={"fact": "node.gone", "op": "gte", "value": 1})
    (match,) = found()
    assert (match.eligibility, match.reason) == (Eligibility.MAYBE, "Ask the office whether it is open to you.")
    assert "The conditions of fundingscheme" in caplog.text


def rule(**changes: Any) -> Scheme:
    load_schemes(scheme("s", **changes))
    (match,) = found()
    return rule_of(match, TODAY)


def test_a_scheme_becomes_an_exact_rule() -> None:
    changes = {"rate_percent": "33.5", "eligible_percent": 60, "stacks": True, "stacked_percent": 70}
    assert rule(**changes, categories=["help"]) == Scheme(
        "s",
        Fraction(67, 200),
        Fraction(10_000),
        eligible=Fraction(3, 5),
        categories=frozenset({"help"}),
        stacks=True,
        stacked=Fraction(7, 10),
        until=date(2027, 12, 31),
    )


@pytest.mark.parametrize(
    ("changes", "certain"),
    [
        ({}, False),
        ({"checks": []}, True),
        ({"checks": [], "verified_on": None}, False),
        ({"checks": [], "verified_on": "2025-11-22"}, False),
        ({"checks": [], "eligible_if": {"fact": "profile.revenue", "op": "gte", "value": 1}}, False),
    ],
)
def test_only_what_fits_and_was_verified_lately_and_needs_no_check_is_certain(
    changes: dict[str, Any], certain: bool
) -> None:
    assert rule(**changes).certain is certain


def test_loans_carry_nothing_and_other_currencies_have_no_amount() -> None:
    assert [rule(form=form).carries for form in ("grant", "voucher", "interest", "loan", "tax")] == [
        *[True, True, False, False, False]
    ]
    assert rule(currency="EUR").is_counted is False


def row(**changes: Any) -> FundingScheme:
    load_schemes(scheme("s", **changes))
    return FundingScheme.objects.get()


@pytest.mark.parametrize(
    ("changes", "state", "flags"),
    [
        ({}, "running", []),
        ({"valid_until": "2026-12-31"}, "running", ["Ends on 31 December 2026: 38 days left"]),
        ({"valid_until": "2027-02-21"}, "running", ["Ends on 21 February 2027: 90 days left"]),
        ({"valid_until": "2027-02-22"}, "running", []),
        ({"valid_until": "2026-11-24"}, "running", ["Ends on 24 November 2026: 1 day left"]),
        ({"valid_until": "2026-11-23"}, "running", ["Ends today"]),
        ({"valid_until": "2026-11-22"}, "ended", ["Ended on 22 November 2026"]),
        ({"valid_until": "2026-11-22", "suspended": True}, "ended", ["Ended on 22 November 2026"]),
        ({"suspended": True}, "paused", ["Suspended: not available now"]),
        ({"valid_from": "2026-12-01"}, "later", ["Opens on 1 December 2026"]),
        ({"verified_on": None}, "running", ["Not verified: check whether it still runs"]),
        (
            {"verified_on": "2025-11-22", "valid_until": "2026-12-31"},
            "running",
            [
                "Ends on 31 December 2026: 38 days left",
                "Last verified on 22 November 2025: check whether it still runs",
            ],
        ),
    ],
)
def test_what_a_day_means_for_a_scheme(changes: dict[str, Any], state: str, flags: list[str]) -> None:
    scheme = row(**changes)
    assert (state_of(scheme, TODAY), [flag.text for flag in flags_of(scheme, TODAY)]) == (SchemeState(state), flags)


def test_a_year_and_a_day_is_too_long_ago() -> None:
    assert is_verified_lately(row(verified_on="2025-11-23"), TODAY)
    assert not is_verified_lately(row(verified_on="2025-11-22"), TODAY)


@pytest.mark.parametrize(
    ("rate", "cap", "said"),
    [
        ("30", 10000, "30 % of the costs that count, at most CNY 10,000"),
        ("33.5", None, "33.5 % of the costs that count; no cap was published"),
        (None, 10000, "At most CNY 10,000; the share was not published"),
        (None, None, "Amount not published"),
    ],
)
def test_terms_say_what_was_not_published(rate: str | None, cap: int | None, said: str) -> None:
    assert terms_of_scheme(row(rate_percent=rate, cap=cap), "en") == said


def test_the_best_word_is_may() -> None:
    two = row(checks=[both("one"), both("two")])
    assert qualify_text(checks_of(two, "en")) == "May qualify: check that one; two."
    assert qualify_text(checks_of(row(checks=[]), "en")) == "May qualify."


def test_costs_and_combining_in_words() -> None:
    assert counted_text(row(), "en") == ""
    assert counted_text(row(eligible_percent=60), "en") == "60 % of the price"
    words = row(eligible_percent=60, eligible_costs=both("software"))
    assert counted_text(words, "en") == "60 % of the price: software"
    assert combining_text(row(), "en") == "Counted alone, without other schemes"
    assert combining_text(row(stacks=True), "en") == "With other schemes"
    limited = row(stacks=True, stacked_percent=50, stacking_terms=both("ask first"))
    assert (
        combining_text(limited, "en")
        == "With other schemes; where this scheme is among them, all together carry at most 50 % of the price: ask first"
    )
    assert limited.stacked_percent == Decimal(50)


def test_a_scheme_for_one_place_is_not_counted() -> None:
    assert (rule(place=both("Harbour")).is_counted, rule().is_counted) == (False, True)
