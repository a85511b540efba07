import pytest

from assessment.bank.models import Release
from recommendations.playbook.actions import load_playbook
from recommendations.playbook.models import Playbook
from recommendations.rules.document import PlaybookDocument
from tests.playbook.samples import released_bank, written_playbook


@pytest.fixture
def document() -> PlaybookDocument:
    return written_playbook()


@pytest.fixture
def bank_release(db: None) -> Release:
    return released_bank()


@pytest.fixture
def playbook(bank_release: Release, document: PlaybookDocument) -> Playbook:
    return load_playbook(document=document)
