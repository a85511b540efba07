"""Files that are no workbook, or would be a trap: refused in words, before anything in them is believed."""

import zipfile
from io import BytesIO

import openpyxl
import pytest

from assessment.bank.loader import MEBIBYTE
from assessment.bank.xlsx.archive import USUAL, is_workbook
from assessment.bank.xlsx.workbook import MOST_COLUMNS
from assessment.bank.xlsx.writing import write_workbook
from assessment.scoring.document import BankDocument
from tests.bank.xlsx import changed, faults_of, read_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_KIND = "is a workbook of the old kind (.xls), or protected by a password; save it as .xlsx without a password"
SHEET = "xl/worksheets/sheet2.xml"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><worksheet>&i;</worksheet>"
)


@pytest.fixture
def content(document: BankDocument) -> bytes:
    return write_workbook(document)


def rezipped(content: bytes, parts: dict[str, bytes | None]) -> bytes:
    """This function will return the archive with `parts` put in, replaced, or (None) left out."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        kept = {name: old.read(name) for name in old.namelist()}
        for name, part in (kept | parts).items():
            if part is not None:
                new.writestr(name, part)
    return stream.getvalue()


def in_sheet(content: bytes, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheet = archive.read(SHEET)
    assert sheet.count(old) == 1
    return rezipped(content, {SHEET: sheet.replace(old, new)})


@pytest.mark.parametrize(
    "content, fault",
    [
        (b"format: fourfold-bank/1\n", "is not an XLSX workbook"),
        (b"", "is not an XLSX workbook"),
        (OLE + bytes(500), OLD_KIND),
        (OLE + bytes(500) + "EncryptionInfo".encode("utf-16-le"), "is protected by a password; save it without one"),
        (OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "is protected by a password; save it without one"),
        (b"PK\x03\x04" + bytes(100), "is damaged or incomplete"),
    ],
)
def test_file_of_another_kind_is_refused(content: bytes, fault: str) -> None:
    assert faults_of(content) == [fault]


@pytest.mark.parametrize(
    "content, name, expected",
    [
        (b"PK\x03\x04", "bank.yaml", True),
        (OLE, "bank.txt", True),
        (b"slug: x", "bank.XLSX", True),
        (b"slug: x", "bank.xls", True),
        (b"slug: x", "bank.yaml", False),
        (b"{}", "bank.json", False),
    ],
)
def test_workbook_is_known_by_its_first_bytes_or_its_name(content: bytes, name: str, expected: bool) -> None:
    assert is_workbook(content, name) is expected


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_truncated_file_is_refused(content: bytes, share: float) -> None:
    assert faults_of(content[: int(len(content) * share)]) == ["is damaged or incomplete"]


def test_changed_byte_is_noticed(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        place = archive.getinfo(SHEET).header_offset + 200
    assert faults_of(content[:place] + bytes([content[place] ^ 255]) + content[place + 1 :]) == [
        "is damaged or incomplete"
    ]


@pytest.mark.parametrize(
    "parts, fault",
    [
        ({"xl/vbaProject.bin": b"x"}, "holds macros; save it as .xlsx"),
        ({"xl/externalLinks/externalLink1.xml": b"<x/>"},
         "refers to another workbook; paste the values and remove the links"),
        ({"xl/workbook.xml": None}, 'is not an XLSX workbook: "xl/workbook.xml" is missing'),
        ({"[Content_Types].xml": None}, 'is not an XLSX workbook: "[Content_Types].xml" is missing'),
        ({"xl/workbook.xml": b"<workbook>"}, "is damaged or incomplete"),
        ({"xl/styles.xml": b"\x00"}, "is damaged or incomplete"),
        ({SHEET: LAUGHS.encode()}, "is damaged or incomplete"),
        ({"xl/sharedStrings.xml": LAUGHS.encode()}, "is damaged or incomplete"),
        ({"xl/sharedStrings.xml": LAUGHS.encode("utf-16")}, "is damaged or incomplete"),
        ({"docProps/core.xml": LAUGHS.encode()}, "is damaged or incomplete"),
        ({f"xl/part{number}.xml": b"" for number in range(300)}, "unpacks to more than 16 MiB"),
    ],
)  # fmt: skip
def test_part_that_has_no_place_in_a_bank_is_refused(
    content: bytes, parts: dict[str, bytes | None], fault: str
) -> None:
    assert faults_of(rezipped(content, parts)) == [fault]


def test_entities_are_refused_by_the_parser_itself() -> None:
    assert openpyxl.DEFUSEDXML is True


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/one.xml": bytes(USUAL.entry + 1)},
        {f"xl/part{number}.xml": bytes(MEBIBYTE) for number in range(USUAL.total // MEBIBYTE)},
    ],
)
def test_bomb_is_refused_by_its_directory(content: bytes, parts: dict[str, bytes]) -> None:
    bomb = rezipped(content, dict(parts))
    assert len(bomb) < MEBIBYTE
    assert faults_of(bomb) == ["unpacks to more than 16 MiB"]


def test_bomb_whose_directory_lies_is_refused(content: bytes) -> None:
    """The directory says three bytes; the entry holds sixty million."""
    bomb = rezipped(content, {"xl/one.xml": bytes(60 * MEBIBYTE)})
    size = (60 * MEBIBYTE).to_bytes(4, "little")
    assert bomb.count(size) == 2
    assert faults_of(bomb.replace(size, (3).to_bytes(4, "little"))) == ["is damaged or incomplete"]


def test_password_on_a_single_part_is_noticed(content: bytes) -> None:
    at = content.index(b"PK\x01\x02") + 8
    locked = content[:at] + bytes([content[at] | 1]) + content[at + 1 :]
    assert faults_of(locked) == ["is protected by a password; save it without one"]


def test_part_that_stands_twice_is_refused(content: bytes) -> None:
    stream = BytesIO(content)
    with pytest.warns(UserWarning), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(SHEET, b"<worksheet/>")
    assert faults_of(stream.getvalue()) == ["is damaged or incomplete"]


def test_line_far_below_costs_nothing_and_is_read(content: bytes) -> None:
    """Row 1,000,000,000 is no row of a spreadsheet; a reader that fills the gap would never come back."""
    far = b'<row r="1000000000"><c r="A1000000000" t="str"><v>colour</v></c></row></sheetData>'
    assert faults_of(in_sheet(content, b"</sheetData>", far)) == [
        "bank!A1000000000 (colour): is not known here; known are description, display decimals, display rounding, format, "
        "locales, method, minimum_coverage, not_applicable, notice, seconds_per_question, slug, title"
    ]


def test_formatting_far_below_and_to_the_right_is_no_value(content: bytes, document: BankDocument) -> None:
    far = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    assert read_workbook(in_sheet(content, b"</sheetData>", far)) == document


def test_endless_empty_lines_are_not_read_to_their_end(content: bytes) -> None:
    endless = b"<row/>" * 100_000 + b"</sheetData>"
    assert faults_of(in_sheet(content, b"</sheetData>", endless)) == ["bank: has more than 10000 lines or 250 columns"]


def test_sheet_of_too_many_merged_ranges_is_refused(content: bytes) -> None:
    merged = b"</sheetData><mergeCells>" + b'<mergeCell ref="Y1:Z1"/>' * 1_001 + b"</mergeCells>"
    assert faults_of(in_sheet(content, b"</sheetData>", merged)) == ["bank: has more than 1000 merged ranges"]


@pytest.mark.parametrize("row, column", [(USUAL.rows, 1), (1, MOST_COLUMNS + 1)])
def test_sheet_of_too_many_lines_or_columns_is_refused(document: BankDocument, row: int, column: int) -> None:
    def change(book) -> None:  # type: ignore[no-untyped-def]
        sheet = book.create_sheet("rows")
        for number in range(1, row + 1):
            sheet.cell(number, 1, "question" if number == 1 else "E1")
        sheet.cell(row + 1, column, "x")

    assert faults_of(changed(document, change))[0] == "rows: has more than 10000 lines or 250 columns"
