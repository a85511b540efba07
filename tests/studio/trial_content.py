"""The shipped content, loaded once for each module, and working copies changed as an editor's form would."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from assessment.accounts.models import User
from assessment.bank.editing.actions import change_copy
from assessment.bank.editing.applying import value_at
from assessment.bank.editing.crafts import BANK
from assessment.bank.models import Bank
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import Playbook
from tests.world import load_content, load_samples

CHECK = "/studio/banks/four-barriers/check/"
BENCH = "/studio/banks/four-barriers/try/"
KEEP = "/studio/banks/four-barriers/try/keep/"
WORKSHOP = {"sample": "example:metal_workshop"}


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_content()
        load_samples()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def bench(loaded: None, editor: User) -> Client:
    """The browser of an editor."""
    client = Client()
    client.force_login(editor)
    return client


def bank_data() -> dict[str, Any]:
    return copy.deepcopy(BANK.data(Bank.objects.get(slug="four-barriers")))


def edit(place: str, value: Any, *, in_playbook: bool = False) -> None:
    """This function will put `value` at a place of a working copy; None takes it away."""
    craft: Any = PLAYBOOK if in_playbook else BANK
    row: Any = (Playbook if in_playbook else Bank).objects.get(slug="four-barriers")
    data = copy.deepcopy(craft.data(row))
    *owner, name = place.split(".")
    part = value_at(data, tuple(owner))
    if value is None:
        part.pop(name)
    else:
        part[name] = value
    change_copy(craft=craft, copy=row, base=row.revision, data=data, by=None)
