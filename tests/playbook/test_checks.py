"""The system check says when a bank has outgrown its playbook."""

import pytest

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.models import Release
from recommendations.playbook.actions import release_playbook
from recommendations.playbook.checks import check_playbooks_follow_banks
from recommendations.playbook.models import Playbook
from tests.playbook.samples import worked_examples
from tests.rules.samples import both, sample_bank


def warnings() -> list[str | None]:
    return [message.id for message in check_playbooks_follow_banks(["default"])]


@pytest.mark.django_db
def test_without_a_bank_there_is_nothing_to_say() -> None:
    assert warnings() == []


def test_bank_without_a_playbook_is_named(bank_release: Release) -> None:
    assert warnings() == ["playbook.W001"]


def test_playbook_checked_with_the_newest_bank_is_fine_until_the_next_one(playbook: Playbook) -> None:
    release_playbook(playbook=playbook)
    assert warnings() == []
    release_bank(bank=load_bank(document=sample_bank(title=both("New words"), examples=worked_examples())))
    assert warnings() == ["playbook.W002"]
    release_playbook(playbook=playbook)
    assert warnings() == []


def test_check_without_databases_asks_nothing() -> None:
    assert check_playbooks_follow_banks() == []
