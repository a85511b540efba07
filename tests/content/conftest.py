"""The documents that ship with Fourfold, read as the loader reads them."""

from pathlib import Path

import pytest
from django.conf import settings

from assessment.bank.answers_file import AnswersFile, read_answers
from assessment.bank.documents import read_bank, read_document
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from recommendations.catalogue.document import CatalogueDocument
from recommendations.rules.advise import Adviser
from recommendations.rules.document import PlaybookDocument

ROOT = Path(settings.BASE_DIR)
BANK = ROOT / "assessment/bank/content/four_barriers.yaml"
ANSWERS = ROOT / "assessment/bank/content/machining-86.answers.yaml"
PLAYBOOK = ROOT / "recommendations/playbook/content/four_barriers.yaml"
CATALOGUE = ROOT / "recommendations/catalogue/content/catalogue.yaml"
SCHEMES = ROOT / "recommendations/catalogue/content/schemes.yaml"
SAMPLES = ROOT / "recommendations/catalogue/content/samples.yaml"


@pytest.fixture(scope="session")
def bank() -> BankDocument:
    return read_bank(BANK.read_text(encoding="utf-8"), BANK.name)


@pytest.fixture(scope="session")
def playbook() -> PlaybookDocument:
    return read_document(PlaybookDocument, PLAYBOOK.read_text(encoding="utf-8"), PLAYBOOK.name)


@pytest.fixture(scope="session")
def catalogue() -> CatalogueDocument:
    return read_document(CatalogueDocument, CATALOGUE.read_text(encoding="utf-8"), CATALOGUE.name)


@pytest.fixture(scope="session")
def schemes() -> CatalogueDocument:
    return read_document(CatalogueDocument, SCHEMES.read_text(encoding="utf-8"), SCHEMES.name)


@pytest.fixture(scope="session")
def samples() -> CatalogueDocument:
    return read_document(CatalogueDocument, SAMPLES.read_text(encoding="utf-8"), SAMPLES.name)


@pytest.fixture(scope="session")
def machining(bank: BankDocument) -> AnswersFile:
    return read_answers(ANSWERS.read_text(encoding="utf-8"), ANSWERS.name, bank)


@pytest.fixture(scope="session")
def scorer(bank: BankDocument) -> Scorer:
    return Scorer(bank)


@pytest.fixture(scope="session")
def adviser(scorer: Scorer, playbook: PlaybookDocument) -> Adviser:
    return Adviser(scorer, playbook)
