"""What an exported workbook looks like to whoever opens it."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from assessment.bank.faults import DocumentError
from assessment.bank.xlsx.cell_reading import UnreadableCell, read_cell
from assessment.bank.xlsx.columns import Column, Kind
from assessment.bank.xlsx.guide import guide_rows
from assessment.bank.xlsx.looks import height_of
from assessment.bank.xlsx.quoting import quoted, unquoted
from assessment.bank.xlsx.sheets import SHEETS
from assessment.bank.xlsx.workbook import RawCell
from assessment.bank.xlsx.writing import write_workbook
from assessment.scoring.document import BankDocument
from tests.bank.samples import small_bank
from tests.bank.variations import LETTERS


def opened(document: BankDocument) -> Workbook:
    return load_workbook(BytesIO(write_workbook(document)))


def rows(document: BankDocument, sheet: str) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row) for row in opened(document)[sheet].iter_rows()]


def test_only_the_sheets_in_use_are_written(document: BankDocument) -> None:
    assert opened(document).sheetnames == [
        *["guide", "bank", "sections", "questions", "options", "bands", "steps", "tree", "measures", "levels"],
        *["consistency", "reference_lines", "frameworks", "framework_items", "size", "size_labels", "size_rules"],
        *["examples", "example_answers", "example_expectations"],
    ]
    bare = small_bank(consistency=[], reference_lines=[], frameworks=[], size=None, examples=[])
    assert opened(bare).sheetnames[-3:] == ["tree", "measures", "levels"]


def test_columns_in_use_and_languages_of_the_bank_are_written(document: BankDocument) -> None:
    assert rows(document, "tree") == [
        ("parent", "key", "title en", "title zh-hans", "why en", "why zh-hans", "weight"),
        (None, "overall", "Overall", "总体", None, None, None),
        ("overall", "equipment", "Equipment", "设备", "Machines.", "设备。", 1),
        ("overall", "talent", "Talent", "人才", None, None, 1),
    ]


def test_numbers_are_numbers_and_structures_are_readable(document: BankDocument) -> None:
    assert rows(document, "bands")[2] == ("E1", 59.5, 0.5, "Some", "部分")
    assert rows(document, "levels")[2][3:5] == (
        50,
        '{"all": [{"fact": "node.talent", "op": "gte", "value": 50}, '
        '{"not": {"fact": "answer.T1", "op": "is", "value": "nobody"}}]}',
    )
    assert rows(document, "consistency")[1][-1] == "E1, E2"
    assert rows(document, "example_answers")[1:5] == [
        ("half", "employees", 12),
        ("half", "has_machines", "yes"),
        ("half", "E1", 40),
        ("half", "E2", '["output", "faults"]'),
    ]


def test_form_says_beside_each_key_what_it_means(document: BankDocument) -> None:
    form = rows(document, "bank")
    assert form[0] == ("key", "value", "# what it means")
    assert [row[0] for row in form[1:]] == [
        *["format", "slug", "locales", "title en", "title zh-hans", "description en", "description zh-hans"],
        *["notice en", "notice zh-hans", "minimum_coverage", "seconds_per_question"],
    ]
    assert all(row[2] for row in form)


def test_head_stays_in_sight_and_choices_are_offered(document: BankDocument) -> None:
    book = opened(document)
    assert (book["questions"].freeze_panes, book["levels"].freeze_panes, book["measures"].freeze_panes) == (
        *("C2", "B2", "B2"),
    )
    assert book["options"].auto_filter.ref == "A1:G11"
    assert book["options"]["A1"].font.bold is True
    offered = {str(rule.sqref): rule.formula1 for rule in book["questions"].data_validations.dataValidation}
    assert offered["C2:C1008"] == '"single,multi,yes_no,likert,percent,number,table,text"'
    assert offered["L2:L1008"] == '"TRUE,FALSE"'


def test_cells_for_text_are_text_cells(document: BankDocument) -> None:
    """What somebody types over a text later, such as 1-2 or =, stays what was typed."""
    book = opened(small_bank(title={"en": "=1+1", "zh-hans": "小店"}))
    title = next(row[1] for row in book["bank"].iter_rows() if row[0].value == "title en")
    assert (title.value, title.data_type, title.number_format) == ("=1+1", "s", "@")
    assert book["options"]["C3"].number_format == "@"
    assert book["options"]["E10"].number_format == "General"


def test_guide_names_and_explains_every_column() -> None:
    explained = {(sheet, column): about for sheet, column, _needed, what, about in guide_rows() if column and what}
    expected = [(sheet.name, column) for sheet in SHEETS for column in sheet.columns]
    assert len(explained) == len(expected)
    for sheet, column in expected:
        name = f"{column.name} LANGUAGE" if column.is_text else column.name
        assert explained[(sheet, name)] != ""


@pytest.mark.parametrize(
    "texts, height",
    [
        ([("short", 20)], None),
        ([("", 20), ("x" * 20, 20)], 30),
        ([("中" * 15, 20)], 30),
        ([("a\nb\nc", 20)], 45),
        ([("a\n" * 50, 20)], 180),
    ],
)
def test_rows_are_as_high_as_their_texts(texts: list[tuple[str, int]], height: int | None) -> None:
    assert height_of(texts) == height


@pytest.mark.parametrize(
    "text, written",
    [("a", "a"), ("", '""'), (" a", '" a"'), ('"a"', '"a"'), ('""', '""""'), ("{}", '"{}"'), ('"', '"')],
)
def test_quotes_are_set_only_where_a_cell_would_lose_something(text: str, written: str) -> None:
    assert quoted(text) == written
    assert unquoted(written) == text


@given(text=st.text(LETTERS | st.sampled_from('\n\t "{}')))
def test_quotes_keep_any_text(text: str) -> None:
    assert quoted(text) == quoted(text).strip() != ""
    assert unquoted(quoted(text)) == text


def test_calculated_number_is_refused_and_the_one_that_was_meant_is_named() -> None:
    column = Column(("credit",), Kind.NUMBER)
    with pytest.raises(UnreadableCell) as refused:
        read_cell(column, RawCell("A1", 0.1 + 0.2))
    assert str(refused.value) == (
        "holds 0.30000000000000004, more digits than are kept; type the number that is meant, such as 0.3"
    )
    assert read_cell(column, RawCell("A1", 0.3)) == 0.3


def test_every_long_text_is_named() -> None:
    with pytest.raises(DocumentError) as refused:
        write_workbook(small_bank(title={"en": "x" * 40_000}, notice={"en": "x" * 40_000}))
    assert [fault.place for fault in refused.value.faults] == ["bank!B5 (title en)", "bank!B9 (notice en)"]
