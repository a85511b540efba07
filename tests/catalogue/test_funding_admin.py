"""Schemes in the administration: a list that does not ask per row, and a form that names what is wrong and where."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.bank.actions import load_bank, release_bank
from recommendations.catalogue.funding_queries import schemes_for
from recommendations.catalogue.models import FundingScheme
from tests.catalogue.funding_samples import load_schemes, lookup_of, scheme
from tests.catalogue.samples import catalogue_bank
from tests.playbook.samples import worked_examples

LIST = "admin:catalogue_fundingscheme_changelist"


@pytest.fixture
def door(client: Client, administrator: User) -> Iterator[Client]:
    release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))
    client.force_login(administrator)
    with override("en"):
        yield client


def posted(**changes: Any) -> dict[str, Any]:
    return {
        "sizes": "[]",
        "sectors": "[]",
        "regions": '["north"]',
        "eligible_if": "null",
        "checks": "[]",
        "categories": [],
        "rate_percent": "25",
        "cap": "5000",
        "currency": "CNY",
        "eligible_percent": "100",
        "eligible_costs": "{}",
        "stacking_terms": "{}",
        "stacked_percent": "",
        "url": "",
        "valid_from": "2026-01-01",
        "valid_until": "2026-12-31",
        "verified_on": "2026-11-20",
    } | changes


def save(door: Client, **changes: Any) -> Any:
    address = reverse("admin:catalogue_fundingscheme_change", args=[FundingScheme.objects.get().pk])
    return door.post(address, posted(**changes))


def test_list_asks_as_often_for_three_rows_as_for_one(door: Client, django_assert_max_num_queries: Any) -> None:
    address = reverse(LIST)
    load_schemes(scheme("a"))
    door.get(address)
    with django_assert_max_num_queries(20) as few:
        door.get(address)
    load_schemes(scheme("b"), scheme("c"))
    with django_assert_max_num_queries(len(few)):
        assert [row.key for row in door.get(address).context["cl"].result_list] == ["a", "b", "c"]


def test_list_is_searched_and_filtered(door: Client) -> None:
    load_schemes(scheme("a"), scheme("b", form="loan", suspended=True))
    for query, keys in (
        ({"q": "Scheme b"}, ["b"]),
        ({"form__exact": "grant"}, ["a"]),
        ({"suspended__exact": "1"}, ["b"]),
    ):
        assert [row.key for row in door.get(reverse(LIST), query).context["cl"].result_list] == keys


def test_terms_can_be_edited_and_the_record_says_what(door: Client, administrator: User) -> None:
    load_schemes(scheme("s"))
    condition = '{"fact": "profile.staff", "op": "gte", "value": 5}'
    assert save(door, eligible_if=condition, title='{"en": "x"}').status_code == 302
    row = FundingScheme.objects.get()
    assert (row.rate_percent, row.cap, row.regions, row.title["en"]) == (25, 5000, ["north"], "Scheme s")
    assert row.eligible_if == {"fact": "profile.staff", "op": "gte", "value": 5}
    event = AuditEvent.objects.get(event="catalogue.scheme_edited")
    assert (event.object_id, event.actor) == ("s", administrator)
    assert {"regions", "eligible_if", "rate_percent", "cap", "verified_on"} <= set(event.details["fields"])


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"regions": '["west"]'}, "regions", '"west" is not known; known are: north, south'),
        ({"regions": "[[1]]"}, "regions", "regions[0]: must be a text, not [1]"),
        ({"regions": '"north"'}, "regions", 'must be a list, not "north"'),
        ({"sizes": '"small"'}, "sizes", "must be a list"),
        ({"sectors": "[{}]"}, "sectors", "sectors[0]: must be a text"),
        ({"eligible_if": '{"fact": "profile.staff"}'}, "eligible_if", "eligible_if"),
        ({"eligible_if": "5"}, "eligible_if", "must be a mapping"),
        (
            {"eligible_if": '{"all": [{"fact": "profile.gone", "op": "gte", "value": 5}]}'},
            "eligible_if",
            "eligible_if.all.0",
        ),
        ({"eligible_if": '{"fact": "node.people", "op": "gte", "value": 5}'}, "eligible_if", "node.people"),
        ({"checks": '"x"'}, "checks", 'must be a list, not "x"'),
        ({"checks": "[1]"}, "checks", "checks[0]: must be a mapping of keys and values, not 1"),
        ({"checks": "5"}, "checks", "must be a list, not 5"),
        ({"checks": '[{"en": null}]'}, "checks", "checks[0].en: must be a text, not null"),
        ({"checks": '[{"fr": "x"}]'}, "checks", "checks.0.en: the text is missing in en"),
        ({"checks": '[{"en": "\\ud800", "zh-hans": "x"}]'}, "checks", "checks[0].en: "),
        ({"checks": '[{"en": "a\\u0000b", "zh-hans": "x"}]'}, "checks", "U+0000, which cannot be stored"),
        ({"checks": "[" * 100_000}, "checks", "Enter a valid JSON."),
        ({"checks": "9" * 5_000}, "checks", "Enter a valid JSON."),
        ({"eligible_costs": '"x"'}, "eligible_costs", 'must be a mapping of keys and values, not "x"'),
        ({"stacking_terms": "[1]"}, "stacking_terms", "must be a mapping of keys and values, not [1]"),
        ({"rate_percent": "0"}, "rate_percent", "must be"),
        ({"currency": "cny"}, "currency", "Write a currency as three capital letters, such as CNY."),
        ({"valid_until": "2025-12-31"}, "valid_until", "the scheme ends before it begins"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_saved(door: Client, changes: Any, field: str, said: str) -> None:
    load_schemes(scheme("s"))
    response = save(door, **changes)
    errors = response.context["adminform"].form.errors
    assert list(errors) == [field]
    assert said in " ".join(errors[field])
    assert FundingScheme.objects.get().rate_percent == 30


def test_without_the_bank_s_release_nothing_is_known(client: Client, administrator: User) -> None:
    client.force_login(administrator)
    load_schemes(scheme("s"))
    with override("en"):
        assert list(save(client).context["adminform"].form.errors) == ["regions"]


def test_schemes_come_from_files_and_are_not_typed_in(door: Client) -> None:
    assert door.get(reverse("admin:catalogue_fundingscheme_add")).status_code == 403


def test_what_was_emptied_is_an_empty_list_or_text(door: Client) -> None:
    load_schemes(scheme("s"))
    emptied = dict.fromkeys(("sizes", "regions", "checks", "eligible_costs", "stacking_terms", "eligible_if"), "")
    assert save(door, **emptied, place="").status_code == 302
    row = FundingScheme.objects.get()
    assert (row.sizes, row.regions, row.checks, row.eligible_if) == ([], [], [], None)
    assert (row.eligible_costs, row.stacking_terms, row.place) == ({}, {}, {})


def surrogate() -> Any:
    """PostgreSQL refuses half a character in JSON by itself, where SQLite keeps it."""
    if connection.vendor == "postgresql":
        return [{"en": "\x01"}]
    return [{"en": "\ud800"}]


@pytest.mark.parametrize("broken", ["x", [1], 5, [None], [{"en": None}], surrogate(), [["north"]]])
def test_broken_row_is_left_out_and_can_be_mended(door: Client, broken: Any, caplog: pytest.LogCaptureFixture) -> None:
    load_schemes(scheme("bad"), scheme("good"))
    FundingScheme.objects.filter(key="bad").update(checks=json.loads(json.dumps(broken)))
    bank = catalogue_bank()
    found = schemes_for(lookup_of(), on=date(2026, 6, 1), bank=bank, locale="en")
    assert [match.scheme.key for match in found] == ["good"]
    assert "cannot be read and is left out" in caplog.text
    page = door.get(reverse("catalogue:funding-list"))
    assert (page.status_code, "Scheme good" in page.content.decode(), "Scheme bad" in page.content.decode()) == (
        *(200, True, False),
    )
    row = FundingScheme.objects.get(key="bad")
    address = reverse("admin:catalogue_fundingscheme_change", args=[row.pk])
    assert door.get(address).status_code == 200
    assert door.post(address, posted()).status_code == 302
    found = schemes_for(lookup_of(), on=date(2026, 6, 1), bank=bank, locale="en")
    assert {match.scheme.key for match in found} == {"bad", "good"}
