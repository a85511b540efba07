"""Providers and offerings as rows: added, replaced by key, taken off; nothing lost that somebody asked about."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from pydantic import ValidationError

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.faults import DocumentError
from assessment.responses.actions import start_assessment
from assessment.scoring.scorecard import Scope
from recommendations.catalogue.actions import load_catalogue, save_providers
from recommendations.catalogue.document import Provider as WrittenProvider
from recommendations.catalogue.models import ContactRequest, Offering, Provider
from recommendations.catalogue.offering_rows import Stored
from tests.catalogue.samples import catalogue, catalogue_bank, named, offering, provider
from tests.playbook.samples import worked_examples
from tests.rules.samples import both

pytestmark = pytest.mark.django_db
NEW = {
    "discount": {"percent": "12.50", "terms": both("For members.")},
    "outcome": both("Half the scrap."),
    "issue": both("List 3"),
}


def load(*offerings: dict[str, Any], **changes: Any) -> None:
    load_catalogue(files=[named(catalogue(provider("p", *offerings, **changes)))])


def save(*offerings: dict[str, Any]) -> Stored:
    document = WrittenProvider.model_validate(provider("p", *offerings))
    return save_providers(providers=[(document, False)])


def keys() -> list[tuple[str, bool]]:
    return list(Offering.objects.order_by("key").values_list("key", "suspended"))


def test_discount_outcome_issue_and_address_reach_their_columns() -> None:
    load(offering("a", **NEW), contact_email="sales@example.org")
    row = Offering.objects.select_related("provider").get()
    assert (row.discount_percent, row.discount_terms) == (Decimal("12.5"), both("For members."))
    assert (row.outcome, row.issue) == (both("Half the scrap."), both("List 3"))
    assert row.provider.contact_email == "sales@example.org"


def test_loading_again_empties_what_the_file_no_longer_says() -> None:
    load(offering("a", **NEW))
    load(offering("a"))
    row = Offering.objects.get()
    assert (row.discount_percent, row.discount_terms, row.outcome, row.issue) == (None, {}, {}, {})


def test_saving_adds_and_replaces_and_leaves_the_others() -> None:
    load(offering("a"), offering("b"))
    first = Offering.objects.get(key="a").pk
    assert save(offering("a", title=both("New")), offering("c")) == Stored(created=1, updated=1)
    assert keys() == [("a", False), ("b", False), ("c", False)]
    assert (Offering.objects.get(key="a").pk, Offering.objects.get(key="a").title) == (first, both("New"))
    assert Provider.objects.count() == 1


def test_offering_that_somebody_asked_about_is_suspended_instead_of_deleted() -> None:
    load(offering("asked"), offering("plain"), offering("kept"))
    release = release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))
    opened = start_assessment(enterprise_name="Gears", release=release, scope=Scope.FULL, language="en")
    ContactRequest.objects.create(
        assessment=opened.assessment,
        offering=Offering.objects.get(key="asked"),
        language="en",
        token_hash="x",
        expires_at=timezone.now() + timedelta(days=1),
    )
    load(offering("kept"))
    assert keys() == [("asked", True), ("kept", False)]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"discount": {}}, "providers[0].offerings[0].discount: a discount needs a percentage or terms"),
        (
            {"outcome": {"en": "Only"}},
            "providers.p.offerings.a.outcome.zh-hans: the text is missing in zh-hans",
        ),
    ],
)
def test_faults_of_the_new_fields_name_their_place(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(DocumentError) as refused:
        load(offering("a", **changes))
    assert str(refused.value) == f"catalogue.yaml: {fault}"


@pytest.mark.parametrize("percent", [0, -1, 101, "12.345", "ten"])
def test_discount_is_a_share_of_the_price(percent: Any) -> None:
    with pytest.raises(ValidationError):
        catalogue(provider("p", offering("a", discount={"percent": percent})))


@pytest.mark.parametrize("address", ["no address", "a@b", "a@b.c,d@e.f", "a b@c.d"])
def test_address_of_the_provider_is_one_mail_address(address: str) -> None:
    with pytest.raises(ValidationError):
        catalogue(provider("p", contact_email=address))


def test_category_cannot_take_the_address_of_a_page() -> None:
    taken = [{"key": "search", "title": both("Search"), "description": both("Things.")}]
    with pytest.raises(DocumentError) as refused:
        load_catalogue(files=[named(catalogue(categories=taken))])
    assert str(refused.value) == 'catalogue.yaml: categories[0].key: "search" is the address of another page'
