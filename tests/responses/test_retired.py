"""A retired bank is offered to nobody new; what was begun with it goes on."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessment.bank.models import Bank, Release
from assessment.responses.models import Assessment
from assessment.responses.start_page import DEFAULT_BANK
from tests.responses.banks import bank_document, make_release
from tests.responses.conftest import address

NAMED = {"enterprise_name": "New Ltd", "scope": "full"}


@pytest.fixture
def other(release: Release) -> Release:
    return make_release(bank_document(slug="other-bank"))


def retire(slug: str) -> None:
    Bank.objects.filter(slug=slug).update(retired_at=timezone.now())


def test_retired_bank_is_neither_listed_nor_shown_nor_begun(client: Client, other: Release) -> None:
    page = reverse("responses:bank-show", args=["other-bank"])
    assert page in client.get("/").content.decode()
    retire("other-bank")
    assert page not in client.get("/").content.decode()
    for gone in (client.get(page), client.post("/start/", NAMED | {"bank": "other-bank"})):
        assert gone.status_code == 410
        assert "<h1>This questionnaire is no longer offered</h1>" in gone.content.decode()
        assert 'href="/"' in gone.content.decode()
    assert Assessment.objects.count() == 0


def test_retired_bank_that_was_never_offered_is_not_there(client: Client, release: Release) -> None:
    Bank.objects.create(slug="never", title={"en": "Never"}, retired_at=timezone.now())
    assert client.get(reverse("responses:bank-show", args=["never"])).status_code == 404
    assert client.post("/start/", NAMED | {"bank": "never"}).status_code == 404


def test_retired_first_bank_begins_nothing(client: Client, release: Release) -> None:
    retire(DEFAULT_BANK)
    assert client.get("/").status_code == 200
    assert client.post("/start/", NAMED).status_code == 503
    assert Assessment.objects.count() == 0


def test_what_was_begun_goes_on(respondent: Client, assessment: Assessment) -> None:
    retire(DEFAULT_BANK)
    assert respondent.get(address("section", assessment, "equipment")).status_code == 200
    assert respondent.get(address("check", assessment)).status_code == 200
