"""Findings name the line or the cell: paths of keys are followed through the document as it was read."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from assessment.bank.check_report import check_document, finding_lines
from assessment.bank.documents import read_placed_bank
from assessment.bank.faults import key_path
from assessment.bank.finding_places import FindingPlaces
from assessment.bank.xlsx.writing import write_workbook
from tests.bank.samples import SMALL_BANK, small_data, written_bank
from tests.bank.xlsx import Change, column


def lines_of(path: Path) -> list[str]:
    read = read_placed_bank(path)
    return list(finding_lines(check_document(read.document).findings, read.places))


def workbook(folder: Path, change: Change) -> Path:
    book = load_workbook(BytesIO(write_workbook(written_bank())))
    change(book)
    book.save(folder / "small.xlsx")
    return folder / "small.xlsx"


@pytest.mark.parametrize(
    "place, path",
    [
        ("sections.equipment.questions.E2.options.faults.points", "sections[1].questions[1].options[1].points"),
        ("sections.equipment.questions.E1.crosswalk.DII:I2", "sections[1].questions[0].crosswalk[0]"),
        ("sections.equipment.questions.E1.reference_lines.networked", "sections[1].questions[0].reference_lines[0]"),
        ("sections.equipment.questions.E1.bands.2", "sections[1].questions[0].bands[2]"),
        ("sections.equipment.questions.E1.bands.9", "sections[1].questions[0].bands.9"),
        ("sections.equipment.questions.E1.short.de", "sections[1].questions[0].short.de"),
        ("nodes.overall.title", "tree.title"),
        ("nodes.talent.measures.T1", "tree.children[1].measures[0]"),
        ("nodes.nowhere.weight", "tree.weight"),
        ("levels.advanced.gate.all.1.not", "levels[1].gate.all[1].not"),
        ("examples.half.answers.E1", "examples[0].answers.E1"),
        ("examples", "examples"),
        ("nodes", "nodes"),
        ("slug.x", "slug.x"),
    ],
)
def test_path_of_keys_leads_to_the_part(place: str, path: str) -> None:
    assert key_path(FindingPlaces(small_data()).path_of(place)) == path


def test_without_a_file_there_is_no_place() -> None:
    assert FindingPlaces()("sections.x") == ""


def test_finding_in_yaml_names_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL_BANK.replace("fact: node.talent", "fact: node.talents"), encoding="utf-8")
    said = "levels.advanced.gate.all.0: there is no fact node.talents; did you mean node.talent?"
    assert lines_of(path) == [f"error: 113:11 {said}"]


def test_finding_in_a_workbook_names_sheet_and_cell(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["sections"].cell(3, column(book, "sections", "node")).value = "nope"

    said = "sections!G3 (node) sections.equipment.node: there is no node nope; correct the key"
    assert lines_of(workbook(tmp_path, change)) == [f"error: {said}"]


@pytest.mark.parametrize(
    "sheet, header, line",
    [
        ("options", "label en", "the text is missing in en; translate it (10 times)"),
        ("options", "credit", "the option has no credit, although the question is measured; "
         "give it a credit from 0 to 1, or give every option points (3 times)"),
    ],
)  # fmt: skip
def test_column_that_is_missing_is_said_once(tmp_path: Path, sheet: str, header: str, line: str) -> None:
    path = workbook(tmp_path, lambda book: book[sheet].delete_cols(column(book, sheet, header)))
    assert lines_of(path) == [f"error: {sheet} ({header}: the column is missing): {line}"]
