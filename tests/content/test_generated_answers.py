"""The shipped content, tried out on generated answers: nothing in it is dead, and nothing is for everybody."""

from pathlib import Path

import pytest
from django.conf import settings

from assessment.bank.documents import read_bank
from assessment.scoring.check import check_bank
from assessment.scoring.checks.sampled import check_samples
from assessment.scoring.document import BankDocument
from recommendations.rules.check_firing import check_firing
from recommendations.rules.document import PlaybookDocument

FRAMEWORKS = sorted((Path(settings.BASE_DIR) / "assessment/bank/content/frameworks").glob("*.yaml"))


def test_every_question_level_and_message_comes_up_and_stays_away(bank: BankDocument) -> None:
    assert list(check_samples(bank)) == []


def test_every_rule_fires_for_some_and_spares_others(playbook: PlaybookDocument, bank: BankDocument) -> None:
    assert list(check_firing(playbook, bank)) == []


@pytest.mark.parametrize("path", FRAMEWORKS, ids=[path.stem for path in FRAMEWORKS])
def test_shipped_framework_has_no_finding_and_nothing_dead(path: Path) -> None:
    document = read_bank(path.read_text(encoding="utf-8"), path.name)
    assert check_bank(document) == []
    assert list(check_samples(document)) == []
