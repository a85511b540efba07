"""Workbooks for the tests: read as a bank, and written cell by cell as people would."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from assessment.bank.documents import read_bank_workbook
from assessment.bank.faults import DocumentError
from assessment.bank.xlsx.writing import write_workbook
from assessment.scoring.document import BankDocument

NAME = "small.xlsx"
Change = Callable[[Workbook], Any]


def read_workbook(content: bytes) -> BankDocument:
    return read_bank_workbook(content, NAME)


def changed(document: BankDocument, change: Change) -> bytes:
    """This function will return the workbook of `document` after somebody has worked on it."""
    book = load_workbook(BytesIO(write_workbook(document)))
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def faults_of(content: bytes) -> list[str]:
    with pytest.raises(DocumentError) as refused:
        read_workbook(content)
    return [str(fault) for fault in refused.value.faults]


def column(book: Workbook, sheet: str, header: str) -> int:
    """This function will return the number of a column, from 1."""
    return next(cell.column for cell in book[sheet][1] if cell.value == header)
