"""A catalogue file: what it brings, what it replaces, and everything it is refused for."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from pydantic import ValidationError

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.bank.faults import DocumentError
from recommendations.catalogue.actions import Loaded, load_catalogue
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.models import Category, Offering, Provider, PublicMeasure, Term
from tests.catalogue.samples import BASE, catalogue, named, offering, provider
from tests.rules.samples import both

pytestmark = pytest.mark.django_db

FULL = offering(
    "a",
    deployment="onsite",
    go_live_weeks={"minimum": 2, "maximum": 4},
    sizes=["small"],
    eligible_if={"not": {"fact": "profile.staff", "op": "lt", "value": 5}},
    trial=both("Free for a month."),
    languages=["zh-hans"],
    url="https://example.org/offer",
)


def load(document: CatalogueDocument) -> Loaded:
    return load_catalogue(files=[named(document)])


def test_loading_brings_everything(editor: User) -> None:
    loaded = load_catalogue(files=[named(catalogue(provider("p", FULL)))], by=editor)
    assert loaded == Loaded(categories=2, measures=1, providers=1, offerings=1)
    assert Term.objects.count() == 4
    category = Category.objects.get(key="help")
    assert (category.bank_slug, category.title, category.barriers) == ("sample", both("Help"), ["people"])
    assert [measure.key for measure in category.measures.all()] == ["voucher"]
    assert sorted(category.usual.values_list("key", flat=True)) == ["consultancy", "onsite", "project"]
    measure = PublicMeasure.objects.get()
    assert (measure.sources, measure.as_of) == ([{"text": both("Ministry"), "date": "2026-01"}], date(2026, 11, 1))
    row = Offering.objects.get()
    assert (row.price_minimum, row.price_maximum, row.currency) == (Decimal(1000), Decimal(2000), "CNY")
    assert (row.go_live_weeks_from, row.go_live_weeks_to, row.deployment.key) == (2, 4, "onsite")
    assert row.eligible_if == {"not": {"fact": "profile.staff", "op": "lt", "value": 5}}
    assert (row.valid_until, row.provider.key, row.provider.is_sample) == (date(2026, 12, 31), "p", False)
    event = AuditEvent.objects.get()
    assert (event.event, event.object_id, event.actor) == ("catalogue.loaded", "catalogue.yaml", editor)


def test_loading_again_replaces_by_key_and_leaves_the_rest() -> None:
    load(catalogue(provider("p", offering("a"), offering("b")), provider("q", offering("a"))))
    first = Offering.objects.get(provider__key="p", key="a").pk
    load(catalogue(provider("p", offering("a", title=both("New")))))
    assert list(Offering.objects.order_by("provider__key", "key").values_list("provider__key", "key")) == [
        ("p", "a"),
        ("q", "a"),
    ]
    renewed = Offering.objects.get(provider__key="p")
    assert (renewed.pk, renewed.title) == (first, both("New"))


def test_file_may_refer_to_what_stands_in_the_catalogue_already() -> None:
    load(catalogue())
    later = CatalogueDocument.model_validate(
        {"bank": "sample", "locales": ["en", "zh-hans"], "sample": True, "providers": [provider("p", offering("a"))]}
    )
    load(later)
    assert Provider.objects.get().is_sample is True


def test_file_may_refer_to_the_files_before_it() -> None:
    later = CatalogueDocument.model_validate(
        {"bank": "sample", "locales": ["en", "zh-hans"], "providers": [provider("p", offering("a"), sample=True)]}
    )
    load_catalogue(files=[named(catalogue()), named(later, "samples.yaml")])
    assert Provider.objects.get().is_sample is True


def test_file_may_not_refer_to_the_files_after_it() -> None:
    early = CatalogueDocument.model_validate(
        {"bank": "sample", "locales": ["en", "zh-hans"], "providers": [provider("p", kind="consultancy")]}
    )
    with pytest.raises(DocumentError) as refused:
        load_catalogue(files=[named(early, "early.yaml"), named(catalogue())])
    assert str(refused.value) == 'early.yaml: providers[0].kind: "consultancy" is not known; known are: –'


OFFER = "providers[0].offerings[0]"


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"category": "gone"}, f'{OFFER}.category: "gone" is not known; known are: help, tools'),
        ({"price": {"model": "barter"}}, f'{OFFER}.price.model: "barter" is not known; known are: project'),
        ({"deployment": "air"}, f'{OFFER}.deployment: "air" is not known; known are: onsite'),
        (
            {"price": {"model": "project", "minimum": 9, "maximum": 8}},
            f"{OFFER}.price: the minimum is missing or above the maximum",
        ),
        ({"price": {"model": "project", "maximum": 8}}, f"{OFFER}.price: the minimum is missing or above the maximum"),
        ({"go_live_weeks": {"minimum": 3, "maximum": 2}}, f"{OFFER}.go_live_weeks: the minimum is above the maximum"),
        ({"valid_until": "2025-12-31"}, f"{OFFER}.valid_until: the offering ends before it begins"),
        ({"sizes": ["huge"]}, f'{OFFER}.sizes: "huge" is not known; known are: micro, small'),
        ({"sectors": ["moon"]}, f'{OFFER}.sectors: "moon" is not known; known are: food, metal'),
        ({"regions": ["moon"]}, f'{OFFER}.regions: "moon" is not known; known are: north, south'),
        (
            {"eligible_if": {"fact": "profile.stuff", "op": "is", "value": "x"}},
            f"{OFFER}.eligible_if: there is no fact profile.stuff; did you mean profile.staff?",
        ),
        (
            {"eligible_if": {"fact": "node.people", "op": "lt", "value": 5}},
            f"{OFFER}.eligible_if: an offering cannot ask for node.people; use only facts that begin with profile.",
        ),
        ({"title": {"en": "Only"}}, "providers.p.offerings.a.title.zh-hans: the text is missing in zh-hans"),
    ],
)
def test_faulty_offering_is_refused_with_its_place_and_nothing_changes(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(DocumentError) as refused:
        load(catalogue(provider("p", offering("a", **changes))))
    assert str(refused.value) == f"catalogue.yaml: {fault}"
    assert Category.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        (
            {"kinds": [{"key": "gift", "title": both("Gift")}]},
            'kinds: "gift" is not known; known are: activity, case, finance, product, service, training',
        ),
        (
            {"categories": [BASE["categories"][0] | {"barriers": ["attic"]}]},
            'categories[0].barriers: "attic" is not known; known are: all, machines, people',
        ),
        (
            {"categories": [BASE["categories"][0] | {"measures": ["gone"]}]},
            'categories[0].measures: "gone" is not known; known are: voucher',
        ),
        ({"categories": [BASE["categories"][1], BASE["categories"][1]]}, 'categories[1].key: "tools" is used already'),
        (
            {"providers": [provider("p", kind="wizard")]},
            'providers[0].kind: "wizard" is not known; known are: consultancy',
        ),
    ],
)
def test_faulty_part_is_refused_with_its_place(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(DocumentError) as refused:
        load(catalogue(**changes))
    assert str(refused.value) == f"catalogue.yaml: {fault}"


def test_sample_cannot_take_the_place_of_a_real_provider() -> None:
    load(catalogue(provider("p")))
    with pytest.raises(DocumentError, match='providers\\[0\\].key: "p" is a real provider and cannot become a sample'):
        load(catalogue(provider("p"), sample=True))


@pytest.mark.parametrize(
    "changes",
    [
        {"valid_from": 20260101},
        {"valid_from": "tomorrow"},
        {"url": "javascript:alert(1)"},
        {"price": {"model": "project", "minimum": -1}},
        {"kind": "gift"},
    ],
)
def test_document_refuses_values_of_the_wrong_shape(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        catalogue(provider("p", offering("a", **changes)))


@pytest.mark.parametrize(
    "change",
    [
        {"price_maximum": 1},
        {"price_minimum": None},
        {"valid_until": date(2025, 1, 1)},
        {"kind": "gift"},
        {"currency": ""},
        {"go_live_weeks_from": 5, "go_live_weeks_to": 4},
        {"key": ""},
    ],
)
def test_database_refuses_rows_that_make_no_sense(change: dict[str, Any]) -> None:
    load(catalogue(provider("p", offering("a"))))
    with pytest.raises(IntegrityError), transaction.atomic():
        Offering.objects.update(**change)
