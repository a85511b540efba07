"""The guide of a workbook speaks the language of whoever downloads it."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from django.utils import translation
from openpyxl import load_workbook

from assessment.bank.xlsx.guide import guide_rows
from assessment.bank.xlsx.guide_words import ABOUTS
from assessment.bank.xlsx.sheets import SHEETS
from assessment.bank.xlsx.writing import write_workbook
from assessment.scoring.document import BankDocument
from recommendations.playbook.documents import read_content
from recommendations.playbook.xlsx.sheets import CATEGORIES, TEXTS
from recommendations.playbook.xlsx.sheets import SHEETS as PLAYBOOK_SHEETS


@pytest.fixture
def in_chinese() -> Iterator[None]:
    with translation.override("zh-hans"):
        yield


def cells(document: BankDocument, sheet: str) -> list[tuple[object, ...]]:
    book = load_workbook(BytesIO(write_workbook(document)))
    return [tuple(cell.value for cell in row) for row in book[sheet].iter_rows()]


def _bank_in(content: bytes) -> BankDocument:
    placed = read_content(content, "a.xlsx").bank
    assert placed
    return placed.document


def is_chinese(text: str) -> bool:
    return any("一" <= character <= "鿿" for character in text)


def test_what_is_translated_still_stands_in_the_schema() -> None:
    described = {column.about for sheet in SHEETS for column in sheet.columns}
    assert sorted(set(ABOUTS) - described) == []


def test_guide_is_in_the_language_of_the_person(document: BankDocument, in_chinese: None) -> None:
    guide = cells(document, "guide")
    assert guide[0] == ("工作表", "列", "必填", "填写内容", "含义")
    assert ("questions", "text LANGUAGE", "是", "文字", "题目正文。") in guide
    assert ("options", "", "", "每项一行", "可供选择的选项。") in guide
    assert cells(document, "bank")[0] == ("key", "value", "# 含义")
    assert _bank_in(write_workbook(document)) == document


def test_every_sheet_and_column_is_explained_in_chinese(in_chinese: None) -> None:
    sheets = (*SHEETS, *PLAYBOOK_SHEETS, CATEGORIES, TEXTS)
    rows = list(guide_rows(sheets))
    assert [row[0] for row in rows if row[0] and not row[1] and not is_chinese(row[4])] == []
    assert all(is_chinese(row[4]) for row in rows if not row[0])
    described = {column.about for sheet in sheets for column in sheet.columns if column.about}
    with translation.override("en"):
        english = {row[4] for row in guide_rows(sheets)}
    assert described <= english
    assert sorted(row[4] for row in rows if row[4] and not is_chinese(row[4])) == []
