"""A workbook on the command line: checked, loaded, scored and exported as a YAML file is, with the same exit codes."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from assessment.bank.actions import load_bank
from assessment.bank.compile import compile_bank
from assessment.bank.documents import canonical_json, read_bank, read_bank_file
from assessment.bank.models import Bank
from assessment.bank.xlsx.writing import write_workbook
from assessment.scoring.document import BankDocument
from tests.bank.samples import SMALL_BANK, small_bank, written_bank
from tests.bank.test_answers_file import ANSWERS


@pytest.fixture
def file(tmp_path: Path, document: BankDocument) -> Path:
    path = tmp_path / "small.xlsx"
    path.write_bytes(write_workbook(document))
    return path


def run(command: str, *arguments: Any, **options: Any) -> str:
    output = StringIO()
    call_command(command, *map(str, arguments), stdout=output, **options)
    return output.getvalue()


def refusal(*arguments: Any) -> tuple[int, str]:
    with pytest.raises(CommandError) as refused:
        run("bank", *arguments)
    return refused.value.returncode, str(refused.value)


def test_check_says_of_a_workbook_what_it_says_of_yaml(file: Path, tmp_path: Path) -> None:
    text = tmp_path / "small.yaml"
    text.write_text(SMALL_BANK, encoding="utf-8")
    assert run("bank", "check", file) == run("bank", "check", text)


def test_check_leaves_with_1_where_an_example_differs(file: Path) -> None:
    file.write_bytes(write_workbook(written_bank(SMALL_BANK.replace("score: 58.3333333", "score: 60"))))
    assert refusal("check", file) == (1, "small.xlsx has faults")


@pytest.mark.parametrize("step", ["check", "load"])
def test_wrong_workbook_leaves_with_2_and_names_what_is_wrong(file: Path, step: str) -> None:
    file.write_text("slug: small-shop", encoding="utf-8")
    assert refusal(step, file) == (2, "small.xlsx: is not an XLSX workbook")


def test_load_makes_the_same_working_copy(db: None, file: Path, document: BankDocument) -> None:
    assert run("bank", "load", file) == "Loaded small.xlsx into the working copy of small-shop.\n"
    assert compile_bank(Bank.objects.get()) == document


def test_score_takes_a_workbook(file: Path, tmp_path: Path) -> None:
    answers, text, out = tmp_path / "firm.yaml", tmp_path / "small.yaml", tmp_path / "out.json"
    answers.write_text(ANSWERS, encoding="utf-8")
    text.write_text(SMALL_BANK, encoding="utf-8")
    assert run("score", file, answers, json=out) == run("score", text, answers)
    assert json.loads(out.read_text(encoding="utf-8"))["bank"] == "small-shop"


def test_workbook_is_exported_to_a_file_and_comes_back(bank: Bank, document: BankDocument, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    said = run("bank", "export", "small-shop", "--format", "xlsx", "--output", path)
    assert said == "Wrote small-shop to out.xlsx.\n"
    assert canonical_json(read_bank_file(path)) == canonical_json(document)
    assert read_bank_file(path) == document


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_text_may_go_to_a_file_as_well(bank: Bank, document: BankDocument, tmp_path: Path, format: str) -> None:
    path = tmp_path / f"out.{format}"
    run("bank", "export", "small-shop", "--format", format, "--output", path)
    written = path.read_text(encoding="utf-8")
    assert written == run("bank", "export", "small-shop", "--format", format)
    assert read_bank(written, path.name) == document


@pytest.mark.parametrize("name", ["out.xlsx", "out.json", "out.YML"])
def test_format_is_what_the_file_s_name_ends_in(bank: Bank, document: BankDocument, tmp_path: Path, name: str) -> None:
    run("bank", "export", "small-shop", "--output", tmp_path / name)
    assert read_bank_file(tmp_path / name) == document


def test_name_and_format_that_contradict_each_other_are_refused(bank: Bank, tmp_path: Path) -> None:
    said = "b.xlsx is named as xlsx, but --format says yaml."
    arguments = ("export", "small-shop", "--format", "yaml", "--output", tmp_path / "b.xlsx")
    assert refusal(*arguments) == (2, said)
    assert not (tmp_path / "b.xlsx").exists()


def test_workbook_is_not_printed(bank: Bank) -> None:
    said = "A workbook needs a file: add --output FILE.xlsx."
    assert refusal("export", "small-shop", "--format", "xlsx") == (2, said)


def test_file_that_cannot_be_written_leaves_with_2(bank: Bank, tmp_path: Path) -> None:
    path = tmp_path / "none" / "out.xlsx"
    said = f"{path}: No such file or directory"
    assert refusal("export", "small-shop", "--format", "xlsx", "--output", path) == (2, said)


def test_text_too_long_for_a_cell_leaves_with_2_and_writes_nothing(db: None, tmp_path: Path) -> None:
    load_bank(document=small_bank(notice={"en": "x" * 40_000}))
    path = tmp_path / "out.xlsx"
    said = "small-shop: bank!B9 (notice en): is longer than the 32767 characters that a cell holds"
    assert refusal("export", "small-shop", "--format", "xlsx", "--output", path) == (2, said)
    assert not path.exists()
