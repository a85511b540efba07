"""A document as a workbook for people: what it says reads back as the same document."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pydantic import BaseModel
from xlsxwriter import Workbook

from assessment.bank.faults import DocumentError
from assessment.bank.xlsx.looks import Looks
from assessment.bank.xlsx.records import Data, records_of
from assessment.bank.xlsx.sheets import SHEETS, Sheet
from assessment.bank.xlsx.writer import SheetWriter
from assessment.scoring.document import BankDocument

ALWAYS_THE_SAME = datetime(2000, 1, 1)  # equal documents make equal files


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of sheets, and the languages of their texts. `sheets` are all that there could be."""

    locales: Sequence[str]
    sheets: Sequence[Sheet]
    records: Callable[[Sheet], list[Data]]


def write_workbook(document: BankDocument) -> bytes:
    """This function will return `document` as the bytes of an XLSX workbook; equal documents give equal bytes.

    Raises DocumentError for a text that is longer than a cell can be.
    """
    return write_pages(document.slug, [bank_pages(document)])


def bank_pages(document: BankDocument) -> Pages:
    """This function will return what the sheets of a bank say."""
    data = written_data(document)
    return Pages(document.locales, SHEETS, lambda sheet: records_of(sheet, data))


def written_data(document: BaseModel) -> Data:
    """This function will return a document as it is written: its format, and no defaults."""
    return document.model_dump(include={"format"}) | document.model_dump(by_alias=True, exclude_defaults=True)


def write_pages(title: str, parts: Sequence[Pages]) -> bytes:
    """This function will return several documents as one workbook with a guide to all sheets that there could be.

    Raises DocumentError as `write_workbook` does.
    """
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"title": title, "created": ALWAYS_THE_SAME})
    writer = SheetWriter(book, Looks(book), [])
    writer.write_guide([sheet for pages in parts for sheet in pages.sheets])
    for pages in parts:
        writer.locales = list(pages.locales)
        for sheet in pages.sheets:
            if records := pages.records(sheet):
                writer.write_sheet(sheet, records)
    book.close()
    if writer.faults:
        raise DocumentError(title, writer.faults)
    return stream.getvalue()


def write_table(
    title: str, sheet: Sheet, records: list[Data], locales: Sequence[str], notes: Mapping[str, Sequence[Sequence[str]]]
) -> bytes:
    """This function will return one sheet with all its columns as the bytes of an XLSX workbook; equal gives equal.

    `notes` are sheets of texts beside it, by name, the first line being the head. Raises DocumentError for a text that
    is longer than a cell can be.
    """
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"title": title, "created": ALWAYS_THE_SAME})
    writer = SheetWriter(book, Looks(book), list(locales), every_column=True)
    writer.write_sheet(sheet, records)
    for name, rows in notes.items():
        writer.write_note(name, rows)
    book.close()
    if writer.faults:
        raise DocumentError(title, writer.faults)
    return stream.getvalue()
