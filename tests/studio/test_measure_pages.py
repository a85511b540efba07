"""The scoring pages: what they show, and to whom."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from assessment.bank.documents import read_bank_file
from assessment.bank.models import Bank

SLUG = "four-barriers"
SHIPPED = settings.BASE_DIR / "assessment/bank/content/four_barriers.yaml"
PAGES = [
    ("studio:scoring", {}),
    ("studio:node-edit", {"node_key": "eq_data"}),
    ("studio:level-edit", {"ladder_key": "levels", "level_key": "initial"}),
    ("studio:head-edit", {}),
    ("studio:size-edit", {}),
]


@pytest.fixture
def bank(db: None) -> Bank:
    return load_bank(document=read_bank_file(SHIPPED))


@pytest.fixture
def client_of(bank: Bank) -> object:
    def make(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return make


def at(name: str, **named: str) -> str:
    return reverse(name, kwargs={"bank_slug": SLUG, **named})


@pytest.mark.parametrize(("name", "named"), PAGES)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_pages_open(client_of, editor: User, name: str, named: dict[str, str], language: str) -> None:
    client = client_of(editor)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    response = client.get(at(name, **named))
    assert response.status_code == 200


@pytest.mark.parametrize("show", ["tree", "levels", "checks", "readings", "lines", "frameworks", "examples", "x"])
def test_shows(client_of, editor: User, show: str) -> None:
    assert client_of(editor).get(at("studio:scoring") + f"?show={show}").status_code == 200
