"""The sample firm with its result, and a provider that can be asked."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from assessment.bank.models import Release
from assessment.config.demo import answer_sample
from assessment.responses.actions import Opened
from assessment.responses.models import Assessment
from assessment.responses.tokens import COOKIE_NAME
from recommendations.catalogue.contact.actions import Person, Sent, send_request
from recommendations.catalogue.models import Category, Offering, Provider, Term, Vocabulary
from recommendations.plan.actions import submit_and_advise
from tests.catalogue.contact.asking import ask_address
from tests.world import load_content

PERSON = Person("Li Wei", "li.wei@firm.example", "138 0013 8000", "Please call in the morning.\nThank you.")
SHARED = {
    "format": "fourfold-contact/1",
    "enterprise": "Four Gears Ltd",
    "lines": [{"label": "Sector", "value": "Discrete manufacturing"}],
}


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):  # a request leaves its language behind
        yield


@pytest.fixture(scope="module")
def loaded_release(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Release]:
    """The shipped content, loaded once for each module; every test rolls back to here."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_content()
        transaction.set_rollback(True)


@pytest.fixture
def opened(loaded_release: Release, db: None) -> Opened:
    opened = answer_sample(loaded_release)
    submit_and_advise(assessment=opened.assessment)
    opened.assessment.refresh_from_db()
    return opened


@pytest.fixture
def assessment(opened: Opened) -> Assessment:
    return opened.assessment


@pytest.fixture
def respondent(opened: Opened) -> Client:
    client = Client()
    client.cookies[COOKIE_NAME] = opened.token
    return client


@pytest.fixture
def make_offering(assessment: Assessment) -> Callable[..., Offering]:
    """This fixture will return a maker of offerings, each of a provider of its own."""

    def make(key: str = "north-works", **provider: object) -> Offering:
        firm = Provider.objects.create(
            key=key,
            name={"en": "North Works", "zh-hans": "北方工坊"},
            kind=Term.objects.filter(vocabulary=Vocabulary.PROVIDER_KIND).order_by("pk")[0],
            **({"contact_email": f"sales@{key}.example"} | provider),
        )
        return Offering.objects.create(
            provider=firm,
            key="five-machines",
            kind="product",
            category=Category.objects.get(key="equipment_iot"),
            title={"en": "Five machines online", "zh-hans": "五台设备联网"},
            summary={"en": "Boxes and a board."},
            price_model=Term.objects.filter(vocabulary=Vocabulary.PRICE_MODEL).order_by("pk")[0],
            source={"en": "Made up."},
            valid_from=date(2026, 1, 1),
            languages=["en"],
        )

    return make


@pytest.fixture
def offering(make_offering: Callable[..., Offering]) -> Offering:
    return make_offering()


@pytest.fixture
def send(assessment: Assessment) -> Callable[..., Sent]:
    def send(offering: Offering, **changes: object) -> Sent:
        given = {"shared": SHARED, "person": PERSON, "action_key": "", "region": "zhejiang", "language": "en"}
        return send_request(assessment=assessment, offering=offering, **(given | changes))

    return send


@pytest.fixture
def sent(offering: Offering, send: Callable[..., Sent]) -> Sent:
    return send(offering)


@pytest.fixture
def address(assessment: Assessment, offering: Offering) -> str:
    return ask_address(assessment, offering)
