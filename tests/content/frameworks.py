"""The published frameworks that ship as bank documents, read as the loader reads them."""

from functools import cache
from pathlib import Path

from django.conf import settings

from assessment.bank.documents import read_bank
from assessment.scoring.document import BankDocument

FOLDER = Path(settings.BASE_DIR) / "assessment/bank/content/frameworks"
SHIPPED = sorted(file.stem for file in FOLDER.glob("*.yaml"))


@cache
def shipped(name: str) -> BankDocument:
    """This function will return the shipped framework NAME.yaml."""
    file = FOLDER / f"{name}.yaml"
    return read_bank(file.read_text(encoding="utf-8"), file.name)
