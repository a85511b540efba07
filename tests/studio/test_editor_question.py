"""The form of a question: everything a question has, saved, refused, redrawn."""

from typing import Any

import pytest
from django.test import Client

from assessment.bank.models import Bank
from tests.studio.editor_banks import OUTLINE, SECTIONS, data_of, small_bank
from tests.studio.typed_forms import typed_into

T01 = f"{OUTLINE}T01/"


@pytest.fixture
def bank(db: None) -> Bank:
    return small_bank()


@pytest.fixture
def as_editor(client: Client, editor: Any) -> Client:
    client.force_login(editor)
    return client


@pytest.mark.parametrize("key", ["staff", "T01", "T02", "T03", "P01"])
def test_saving_an_untouched_form_changes_nothing(as_editor: Client, bank: Bank, key: str) -> None:
    before = data_of(bank)
    page = as_editor.get(f"{OUTLINE}{key}/")
    answer = as_editor.post(f"{OUTLINE}{key}/", typed_into(page))
    assert answer.status_code == 302, answer.context["problems"]
    assert data_of(bank) == before
    assert bank.revision == 1
