"""The bank and the catalogue as they are shipped, loaded and released."""

import pytest
from django.conf import settings

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.documents import read_bank
from assessment.bank.models import Release
from assessment.scoring.document import BankDocument


@pytest.fixture(scope="session")
def four_barriers() -> BankDocument:
    path = settings.BASE_DIR / "assessment/bank/content/four_barriers.yaml"
    return read_bank(path.read_text(encoding="utf-8"), path.name)


@pytest.fixture
def released(db: None, four_barriers: BankDocument) -> Release:
    return release_bank(bank=load_bank(document=four_barriers))
