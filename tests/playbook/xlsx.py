"""Workbooks of playbooks for the tests: written, changed as people would, and read."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from openpyxl import load_workbook

from assessment.bank.documents import read_document
from assessment.bank.faults import DocumentError
from assessment.bank.loader import read_text
from recommendations.playbook.documents import FileContent, read_content
from recommendations.rules.document import PlaybookDocument
from tests.bank.xlsx import Change

NAME = "file.xlsx"
SHIPPED_BANK = Path(settings.BASE_DIR) / "assessment/bank/content/four_barriers.yaml"
SHIPPED = Path(settings.BASE_DIR) / "recommendations/playbook/content/four_barriers.yaml"


def shipped_playbook() -> PlaybookDocument:
    return read_document(PlaybookDocument, read_text(SHIPPED), SHIPPED.name)


def read(content: bytes, name: str = NAME) -> FileContent:
    return read_content(content, name)


def changed_workbook(content: bytes, change: Change) -> bytes:
    """This function will return a workbook after somebody has worked on it."""
    book = load_workbook(BytesIO(content))
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def faults_of(content: bytes, name: str = NAME) -> list[str]:
    with pytest.raises(DocumentError) as refused:
        read_content(content, name)
    return [str(fault) for fault in refused.value.faults]
