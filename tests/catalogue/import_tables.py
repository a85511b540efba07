"""Tables of offerings for tests of importing, and the catalogue they meet."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from xlsxwriter import Workbook

from assessment.bank.actions import load_bank, release_bank
from recommendations.catalogue.actions import Named, load_catalogue
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.imports.preview import Preview
from tests.catalogue.samples import catalogue, catalogue_bank, offering, provider
from tests.playbook.samples import worked_examples

HEADERS = [
    *["provider", "provider name en", "provider kind", "provider source en", "key", "kind", "category", "title en"],
    *["summary en", "price model", "price minimum", "price maximum", "valid_from", "source en"],
]
LINE = ["p2", "New Ltd", "consultancy", "Fair", "kit", "product", "help", "Kit", "A kit.", "project", 100, 200]
LINE += ["2026-01-01", "List of 2026"]


def line(**changes: object) -> list[object]:
    """This function will return the sound line with other values under some headers."""
    by_header = dict(zip(HEADERS, LINE, strict=True)) | {name.replace("_of_", " "): changes[name] for name in changes}
    return [by_header[header] for header in HEADERS]


def csv_of(*lines: Sequence[object], headers: Sequence[str] = HEADERS, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(",".join(map(str, each)) for each in [headers, *lines]).encode(encoding)


def xlsx_of(*lines: Sequence[object], headers: Sequence[str] = HEADERS, sheet: str = "offerings") -> bytes:
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    page = book.add_worksheet(sheet)
    for row, values in enumerate([headers, *lines]):
        for column, value in enumerate(values):
            page.write(row, column, value)
    book.close()
    return stream.getvalue()


@pytest.fixture(autouse=True)
def known(db: None) -> None:
    bank = catalogue_bank(examples=worked_examples())
    release_bank(bank=load_bank(document=bank))
    document = CatalogueDocument.model_validate(
        catalogue(provider("p", offering("one"), offering("two", discount={"percent": 10}, languages=["en"])))
    )
    load_catalogue(files=[Named("known.yaml", document, bank)])


def outcomes(preview: Preview) -> list[tuple[int, str, str]]:
    return [(verdict.number, verdict.outcome.value, verdict.offering) for verdict in preview.verdicts]


def faults(preview: Preview) -> list[str]:
    return [*map(str, preview.faults), *(str(fault) for verdict in preview.verdicts for fault in verdict.faults)]
