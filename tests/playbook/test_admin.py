"""The administration shows playbooks and changes none of them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from assessment.accounts.models import User
from recommendations.playbook.actions import load_playbook, release_playbook
from recommendations.playbook.models import Playbook
from recommendations.rules.document import PlaybookDocument

PAGES = ["playbook", "action", "rule", "playbookrelease"]


@pytest.fixture
def door(client: Client, administrator: User) -> Iterator[Client]:
    client.force_login(administrator)
    with override("en"):  # a request leaves its language behind
        yield client


@pytest.mark.parametrize("page", PAGES)
def test_list_asks_as_often_with_more_rows(
    page: str, door: Client, playbook: Playbook, document: PlaybookDocument, django_assert_max_num_queries: Any
) -> None:
    release_playbook(playbook=playbook)
    address = reverse(f"admin:playbook_{page}_changelist")
    door.get(address)
    with django_assert_max_num_queries(14) as few:
        door.get(address)
    more = [document.actions[0].model_copy(update={"key": f"C{number}"}) for number in range(3)]
    rules = [document.rules[0].model_copy(update={"key": f"c{number}"}) for number in range(3)]
    load_playbook(
        document=document.model_copy(update={"actions": [*document.actions, *more], "rules": [*document.rules, *rules]})
    )
    release_playbook(playbook=playbook)
    with django_assert_max_num_queries(len(few)):
        response = door.get(address)
    assert response.status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_nothing_can_be_added(page: str, door: Client) -> None:
    assert door.get(reverse(f"admin:playbook_{page}_add")).status_code == 403


def test_rule_shows_its_sentence_in_the_reader_s_language(door: Client, playbook: Playbook) -> None:
    page = door.get(reverse("admin:playbook_rule_changelist"), headers={"accept-language": "zh-hans"}).content.decode()
    assert "〔You chose {answer.steps}.〕" in page
