"""What people do in a spreadsheet, and what they are told: every fault with its cell, all of them at once."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from assessment.bank.xlsx.cell_reading import UnreadableCell, read_cell
from assessment.bank.xlsx.columns import Column, Kind
from assessment.bank.xlsx.workbook import RawCell
from assessment.scoring.document import BankDocument
from tests.bank.samples import small_bank
from tests.bank.xlsx import Change, changed, column, faults_of, read_workbook


def put(sheet: str, header: str, row: int, value: Any, number_format: str | None = None) -> Change:
    def change(book: Workbook) -> None:
        cell = book[sheet].cell(row, column(book, sheet, header))
        cell.value = value
        if number_format:
            cell.number_format = number_format

    return change


def in_form(book: Workbook, sheet: str, key: str) -> Any:
    return next(row[1] for row in book[sheet].iter_rows(min_row=2, max_col=2) if row[0].value == key)


FAULTY_CELLS = [
    (put("questions", "kind", 5, "procent"),
     'questions!C5 (kind): must be single, multi, yes_no, likert, percent, number, table, text, not "procent"; '
     "did you mean percent?"),
    (put("questions", "kind", 5, "=A1"), "questions!C5 (kind): holds a formula; paste its value"),
    (put("questions", "kind", 5, None), "questions!C5 (kind): is missing"),
    (put("questions", "key", 5, "E 1"),
     'questions!B5 (key): "E 1" is no key; a key begins with a letter and has only letters a to z, digits, '
     "_ and -, for example E_1"),
    (put("questions", "core", 5, "perhaps"), 'questions!L5 (core): must be true or false, not "perhaps"'),
    (put("questions", "minimum", 5, "60%"), 'questions!S5 (minimum): must be a number, not "60%"; write 60'),
    (put("questions", "minimum", 5, "0,5"), 'questions!S5 (minimum): must be a number, not "0,5"; write 0.5'),
    (put("questions", "minimum", 5, True), "questions!S5 (minimum): must be a number, not true"),
    (put("questions", "maximum", 5, 0.6, "0%"),
     "questions!T5 (maximum): shows a percentage but holds 0.6; take the percent format away and type the number itself"),
    (put("questions", "minimum", 5, date(2024, 1, 2)),
     "questions!S5 (minimum): holds a date; format the cell as text and type the value again"),
    (put("questions", "visible_if", 5, "{fact: profile.has_machines, op: about, value: yes}"),
     "questions!P5 (visible_if) op: must be lt, lte, eq, gte, gt, between, is, in, has, has_any, has_none, known, "
     'not "about"'),
    (put("questions", "visible_if", 5, "{fact: a"),
     "questions!P5 (visible_if): the condition cannot be read: copy it from a cell that works, or build it on the form of "
     "the question; { is opened and not closed: write }"),
    (put("questions", "crosswalk", 5, "[DII"),
     "questions!Z5 (crosswalk): cannot be read: copy it from a cell that works; [ is opened and not closed: write ]"),
    (put("questions", "crosswalk", 5, "DII:I2"),
     'questions!Z5 (crosswalk): "DII:I2" is not written as FRAMEWORK:ITEM and exact, close or partial'),
    (put("questions", "crosswalk", 5, "DII:I2 vague"),
     'questions!Z5 (crosswalk) [0].alignment: must be exact, close, partial, not "vague"'),
    (put("questions", "ratio numerator en", 5, 0.5, "0.00"),
     "questions!V5 (ratio numerator en): is a number in a format of its own; format the cell as text and type it again"),
    (put("options", "credit", 9, 1.5), "options!E9 (credit): must be between 0 and 1, not 1.5"),
    (put("options", "credit", 9, "#REF!"), 'options!E9 (credit): holds the error "#REF!"'),
    (put("options", "credit", 9, 0.1 + 0.7),
     "options!E9 (credit): holds 0.7999999999999999, more digits than are kept; type the number that is meant, "
     "such as 0.8"),
    (put("options", "credit", 9, 1 / 3),
     "options!E9 (credit): holds 0.3333333333333333, more digits than are kept; type the number that is meant, "
     "such as 0.333333333333"),
    (put("options", "credit", 9, 1e30), "options!E9 (credit): holds 1e+30; a number here has at most 15 digits"),
    (put("options", "credit", 9, "0.1234567890123"), "options!E9 (credit): has more than 15 digits or 12 decimals"),
    (put("options", "question", 9, "T11"),
     'options!A9 (question): "T11" is not a key on the sheet questions; did you mean T1?'),
    (put("options", "question", 9, None), "options!A9 (question): is missing"),
    (put("options", "label en", 9, "a\x85b"),
     "options!C9 (label en): contains the character U+0085, which cannot be stored"),
    (put("tree", "parent", 3, "nowhere"), 'tree!A3 (parent): "nowhere" is not a key on the sheet tree'),
    (put("tree", "parent", 3, None), 'tree!A3 (parent): is missing: "overall" is the root already'),
    (put("tree", "parent", 3, "equipment"), "tree!A3 (parent): leads back to this node; a tree has no circles"),
    (put("tree", "parent", 2, "talent"), "tree!A2 (parent): one line, the root, must have no parent"),
    (put("tree", "key", 4, "equipment"), 'tree!B4 (key): "equipment" is used already at tree!3'),
    (put("questions", "key", 5, "T1"), 'questions!B7 (key): "T1" is used already at questions!5'),
    (put("example_expectations", "coverage", 2, 2),
     "example_expectations!D2 (coverage): must be between 0 and 1, not 2"),
    (put("example_answers", "question", 3, "employees"),
     'example_answers!B3 (question): "employees" stands twice in the example "half"'),
    (put("example_answers", "answer", 3, "[yes"),
     "example_answers!C3 (answer): cannot be read: copy it from a cell that works; [ is opened and not closed: write ]"),
    (put("size_rules", "employees", 2, -1), "size_rules!D2 (employees): must be at least 0, not -1"),
    (put("size_labels", "key", 2, None), "size_labels!A2 (key): is missing"),
]  # fmt: skip


@pytest.mark.parametrize("change, fault", FAULTY_CELLS, ids=[fault for _change, fault in FAULTY_CELLS])
def test_faulty_cell_is_named_with_what_is_wrong(document: BankDocument, change: Change, fault: str) -> None:
    assert fault in faults_of(changed(document, change))


SINGLE = [
    pair for pair in FAULTY_CELLS if pair[1].split("!")[0] in {"options", "measures"} and "question" not in pair[1]
]


@pytest.mark.parametrize("change, fault", SINGLE, ids=[fault for _change, fault in SINGLE])
def test_one_faulty_cell_is_one_fault(document: BankDocument, change: Change, fault: str) -> None:
    assert faults_of(changed(document, change)) == [fault]


def test_all_faults_come_at_once(document: BankDocument) -> None:
    def change(book: Workbook) -> None:
        put("questions", "kind", 5, "procent")(book)
        put("options", "credit", 9, "=1/2")(book)
        put("levels", "lower", 3, -1)(book)
        in_form(book, "bank", "slug").value = "Small Shop"
        book["sections"]["A1"].value = "kez"

    assert [fault.split(": ")[0] for fault in faults_of(changed(document, change))] == [
        *["sections!A1 (kez)", "sections!1 (key)", "options!E9 (credit)"],
        *["bank!B3 (slug)", *[f"sections!{row} questions" for row in range(2, 5)]],
        *["levels!D3 (lower)"],
    ]


@pytest.mark.parametrize(
    "header, message",
    [
        ("colour", "is not known here; known are credit, exclusive, key, label, points, question"),
        ("credits", "is not known here; did you mean credit?"),
        ("label zh_Hans", "appears twice"),
        (None, "is empty, but there are values beside or below it; name it, or begin it with #"),
    ],
)
def test_column_that_is_not_known_is_never_skipped(document: BankDocument, header: str | None, message: str) -> None:
    def change(book: Workbook) -> None:
        book["options"]["H1"].value = header
        book["options"]["H4"].value = "something"
        book["options"].column_dimensions["H"].hidden = True

    name = f" ({header})" if header else ""
    assert faults_of(changed(document, change)) == [f"options!H1{name}: {message}"]


def test_required_column_that_is_not_there_is_one_fault(document: BankDocument) -> None:
    def change(book: Workbook) -> None:
        book["measures"].delete_cols(column(book, "measures", "weight"))

    assert faults_of(changed(document, change)) == ["measures!1 (weight): the column is missing"]


@pytest.mark.parametrize(
    "name, message",
    [
        ("option", "is no sheet of a bank; did you mean options?"),
        ("Notes", "is no sheet of a bank; begin its name with # to have it left out"),
        ("Scratch", "is no sheet of a bank; begin its name with # to have it left out"),
    ],
)
def test_sheet_that_is_not_known_is_never_skipped(document: BankDocument, name: str, message: str) -> None:
    def change(book: Workbook) -> None:
        book.create_sheet(name)["A1"].value = "something"
        book[name].sheet_state = "hidden"

    assert faults_of(changed(document, change)) == [f"{name}: {message}"]


def test_sheet_of_another_name_is_held_against_those_that_are_missing(document: BankDocument) -> None:
    def change(book: Workbook) -> None:
        book["options"].title = "answers"

    assert faults_of(changed(document, change)) == ["answers: is no sheet of a bank, and these are missing: options"]


@pytest.mark.parametrize("parents", [("talent", "equipment", None), ("talent", "equipment", "equipment")])
def test_circle_in_the_tree_is_one_fault(document: BankDocument, parents: tuple[str | None, ...]) -> None:
    def change(book: Workbook) -> None:
        put("tree", "parent", 3, parents[0])(book)
        put("tree", "parent", 4, parents[1])(book)
        put("tree", "parent", 2, parents[2])(book)
        book["tree"].append(["equipment", "below", "Below", "下"])

    (fault,) = [each for each in faults_of(changed(document, change)) if each.startswith("tree")]
    rootless = "one line, the root, must have no parent"
    assert fault.endswith(rootless if parents[2] else "leads back to this node; a tree has no circles")


@pytest.mark.parametrize("written", ["50%", "50 ％", "50.0%"])
def test_percentage_typed_as_text_is_a_share(document: BankDocument, written: str) -> None:
    again = read_workbook(changed(document, put("bands", "credit", 3, written)))
    assert [band.credit for band in again.sections[1].questions[0].bands] == [0, Decimal("0.5"), 1]


def test_merged_cells_are_refused_in_each_of_their_lines(document: BankDocument) -> None:
    assert faults_of(changed(document, lambda book: book["options"].merge_cells("A2:A3"))) == [
        f"options!A{row} (question): is merged (A2:A3); unmerge the cells and write the value in each" for row in (2, 3)
    ]


def test_sheets_that_are_needed_are_named(document: BankDocument) -> None:
    def change(book: Workbook) -> None:
        for name in ("bank", "tree", "measures", "size"):
            del book[name]

    assert faults_of(changed(document, change)) == [
        *["size_labels: needs the sheet size", "size_rules: needs the sheet size"],
        *["bank: the sheet is missing", "tree: the sheet is missing"],
    ]


def test_form_without_its_head_and_with_an_unknown_key(document: BankDocument) -> None:
    def change(book: Workbook) -> None:
        book["bank"]["A1"].value = "slug"
        book["bank"]["A3"].value = "slugg"

    assert faults_of(changed(document, change)) == [
        "bank!A1: the first line must be “key” and “value”",
        "bank!A3 (slugg): is not known here; did you mean slug?",
        "bank (slug): is missing",
    ]


def test_tree_may_not_be_endless(document: BankDocument) -> None:
    def change(book: Workbook) -> None:
        parent = "talent"
        for number in range(50):
            book["tree"].append([parent, f"n{number}", "x"])
            parent = f"n{number}"

    faults = faults_of(changed(document, change))
    assert (len(faults), faults[0]) == (11, "tree!A44 (parent): is nested more than 40 levels deep")


def test_too_many_faults_are_cut_off(document: BankDocument) -> None:
    def change(book: Workbook) -> None:
        for _number in range(200):
            book["options"].append(["nobody"])

    assert len(faults_of(changed(document, change))) == 100


def as_people_type(book: Workbook) -> None:
    book["options"]["A1"].value = " Question "
    book["options"]["A2"].value = " has_machines\u00a0"
    book["options"].insert_rows(4, 3)
    book["bands"]["C1"].value = "CREDIT"
    book["bands"]["C3"].value, book["bands"]["C3"].number_format = 0.5, "0%"
    book["bands"]["B3"].value = "59.5"
    put("questions", "core", 2, "yes")(book)
    put("questions", "required", 2, 1)(book)
    put("questions", "core", 3, "=TRUE()")(book)
    put("questions", "allow_unknown", 2, "No")(book)
    put("questions", "kind", 6, "Multi")(book)
    put("questions", "visible_if", 5, "{fact: profile.has_machines, op: is, value: yes}")(book)
    put("consistency", "questions", 2, "E1; E2")(book)
    put("reference_lines", "period", 2, 2022)(book)
    book["options"]["K1"].value = "# for Ann"
    book["options"]["K30"].value = "ask again"
    book.create_sheet("# notes")["A1"].value = "=1+1"
    book.create_sheet("Sheet1")
    book["reference_lines"].title = "Reference lines"
    book.move_sheet("tree", -8)


def test_what_people_type_is_understood(document: BankDocument) -> None:
    again = read_workbook(changed(document, as_people_type))
    line = document.reference_lines[0].model_copy(update={"period": "2022"})
    assert again == document.model_copy(update={"reference_lines": [line]})


def test_text_without_a_language_is_in_the_first_one(document: BankDocument) -> None:
    def change(book: Workbook) -> None:
        book["sections"]["B1"].value = "title"

    assert read_workbook(changed(document, change)) == document


def test_untouched_workbook_of_another_program_reads_the_same(document: BankDocument) -> None:
    assert read_workbook(changed(document, lambda book: None)) == document


def test_library_is_quiet_about_what_it_cannot_keep(tmp_path: Path) -> None:
    assert read_workbook(changed(small_bank(), lambda book: book["guide"].insert_rows(1))) == small_bank()


@pytest.mark.parametrize("kind", [Kind.PAIRS, Kind.LIST, Kind.LINKS, Kind.VALUE])
def test_only_conditions_are_called_so(kind: Kind) -> None:
    with pytest.raises(UnreadableCell) as refused:
        read_cell(Column(("some",), kind), RawCell("A1", "a: {b" if kind is Kind.PAIRS else "[a"))
    assert str(refused.value).startswith("cannot be read: copy it from a cell that works; ")
