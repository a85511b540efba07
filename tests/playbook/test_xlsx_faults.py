"""Every fault of a workbook with a playbook names its sheet and cell, in words that say how to mend it."""

import pytest
from openpyxl import Workbook

from assessment.bank.documents import read_bank_file
from recommendations.playbook.xlsx.writing import write_playbook_workbook, write_texts_workbook, write_whole_workbook
from tests.bank.xlsx import Change, column
from tests.playbook.samples import written_playbook
from tests.playbook.xlsx import SHIPPED_BANK, changed_workbook, faults_of, shipped_playbook


def put(sheet: str, cell: str, value: object) -> Change:
    """This function will return what writes a value into a cell."""
    return lambda book: book[sheet].__setitem__(cell, value)


def faults_after(change: Change) -> list[str]:
    return faults_of(changed_workbook(write_playbook_workbook(written_playbook()), change))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("actions", "B2", None), "actions!B2 (node): is missing"),
        (put("actions", "A3", "A"), 'actions!A3 (key): "A" is used already at actions!2'),
        (put("action_steps", "A2", "Z"), 'action_steps!A2 (action): "Z" is not a key on the sheet actions'),
        (put("action_steps", "A2", None), "action_steps!A2 (action): is missing"),
        (put("raises", "C2", 9), "raises!C2 (levels): must be between 1 and 4, not 9"),
        (put("rules", "D2", "often"), 'rules!D2 (priority): must be a whole number, not "often"'),
        (put("rules", "C2", "Z"), 'rules!C2 (recommends): no action has the key "Z"'),
        (put("rules", "B2", "=A1"), "rules!B2 (when): holds a formula; paste its value"),
        (put("playbook", "B3", "Not A Slug"), "playbook!B3 (slug): "),
        (lambda book: book.remove(book["efforts"]), "efforts: the sheet is missing"),
        (lambda book: book["rules"].delete_cols(4), "rules!1 (priority): the column is missing"),
        (put("rules", "H1", "whatever"), "rules!H1 (whatever): is not known here"),
        (
            lambda book: setattr(book["raises"], "title", "raise"),
            "raise: is no sheet that is known here; did you mean raises?",
        ),
    ],
)
def test_fault_names_its_cell(change: Change, said: str) -> None:
    faults = faults_after(change)
    assert [fault for fault in faults if fault.startswith(said)], faults


def test_weeks_in_disorder_are_a_fault_of_their_line() -> None:
    def change(book: Workbook) -> None:
        book["actions"].cell(2, column(book, "actions", "weeks minimum")).value = 500

    (fault,) = faults_after(change)
    assert fault.startswith("actions!") and fault.endswith("the minimum is above the maximum")


def test_bank_and_playbook_of_different_banks_do_not_go_together() -> None:
    content = write_whole_workbook(read_bank_file(SHIPPED_BANK), shipped_playbook())
    changed = changed_workbook(content, put("playbook", "B4", "another"))
    assert faults_of(changed) == ['playbook!B4 (bank): must be "four-barriers", the bank in the same file']


def test_faults_of_bank_and_playbook_are_said_together() -> None:
    def change(book: Workbook) -> None:
        book["rules"]["D2"] = "often"
        book["questions"]["C2"] = "wrong"
        book.create_sheet("other")["A1"] = "x"

    faults = faults_of(changed_workbook(write_whole_workbook(read_bank_file(SHIPPED_BANK), shipped_playbook()), change))
    assert [fault.split(":")[0] for fault in faults] == ["other", "questions!C2 (kind)", "rules!D2 (priority)"]


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("A2", "report", 'texts!A2 (document): must be bank, playbook, not "report"'),
        ("B3", "title", "texts!B3 (place): bank title is used already at texts!2"),
        ("B2", None, "texts!B2 (place): is missing"),
    ],
)
def test_texts_that_have_no_one_place_are_refused(cell: str, value: str | None, said: str) -> None:
    content = write_texts_workbook(read_bank_file(SHIPPED_BANK), None)
    faults = faults_of(changed_workbook(content, put("texts", cell, value)))
    assert faults == [said]


OTHER_KIND = (
    "is no file that can be read here; choose a workbook (.xlsx) made from the template, or a YAML or JSON file that was"
    " downloaded here"
)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "a.yaml", "is empty"),
        ("标题: 企业数字化的\n".encode("gb18030"), "a.yaml", "is GB 18030 (GBK) text, not UTF-8 (line 1); save the file as UTF-8"),
        ("标题: 企业\n".encode("utf-16"), "a.yaml", "is UTF-16 text; save the file as UTF-8"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "a.yaml", "is not UTF-8 text (line 2); save the file as UTF-8"),
        (b"%PDF-1.4\n", "a.xlsx", "is not an XLSX workbook"),
        (b"x" * (2**21 + 1), "a.yaml", "is larger than 2 MiB"),
        (b"format: other/1", "a.yaml",
         "1:9 format: is neither a bank (format: fourfold-bank/1) nor a playbook (format: fourfold-playbook/1)"),
        (b"[1, 2]", "a.json", OTHER_KIND),
        (b"a,b\n1,2\n", "a.csv", OTHER_KIND),
        (b'"a","b"\n"1","2"\n', "a.csv", OTHER_KIND),
        ("标题,值\n".encode("gb18030"), "a.csv", OTHER_KIND),
        (b"Dear all", "a.txt", OTHER_KIND),
        (b"Dear all", "a.yaml", OTHER_KIND),
    ],
    ids=[
        *["empty", "gb18030", "utf-16", "pdf", "pdf-as-workbook", "large", "format", "list", "csv", "quoted-csv"],
        *["chinese-csv", "text", "text-as-yaml"],
    ],
)  # fmt: skip
def test_file_of_another_kind_is_refused_with_its_reason(content: bytes, name: str, said: str) -> None:
    assert faults_of(content, name) == [said]
