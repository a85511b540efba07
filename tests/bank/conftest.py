import pytest

from assessment.bank.actions import load_bank
from assessment.bank.models import Bank
from assessment.scoring.document import BankDocument
from tests.bank.samples import written_bank


@pytest.fixture
def document() -> BankDocument:
    return written_bank()


@pytest.fixture
def bank(db: None, document: BankDocument) -> Bank:
    return load_bank(document=document)
