"""`manage.py bank`: what each step prints, and how it leaves."""

import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from assessment.bank.compile import compile_bank
from assessment.bank.documents import content_hash, read_bank
from assessment.bank.models import Bank, Release
from assessment.scoring.document import BankDocument
from tests.bank.samples import SMALL_BANK


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL_BANK, encoding="utf-8")
    return path


def replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def run(*arguments: Any, **options: Any) -> str:
    output = StringIO()
    call_command("bank", *map(str, arguments), stdout=output, **options)
    return output.getvalue()


def refusal(*arguments: Any) -> tuple[int, str]:
    with pytest.raises(CommandError) as refused:
        run(*arguments)
    return refused.value.returncode, str(refused.value)


def test_check_compares_expected_and_calculated_figures(file: Path) -> None:
    assert run("check", file) == (
        "agrees: half.overall.score expected 58.3333, calculated 58.3333\n"
        "agrees: half.overall.level expected advanced, calculated advanced\n"
        "agrees: half.equipment.score expected 66.6667, calculated 66.6667\n"
        "agrees: weak.overall.score expected 0, calculated 0\n"
        "agrees: weak.overall.coverage expected 1, calculated 1\n"
        "agrees: weak.overall.level expected basic, calculated basic\n"
        "agrees: weak.equipment.status expected not_assessed, calculated not_assessed\n"
        "agrees: strong.overall.score expected 100, calculated 100\n"
        "agrees: strong.overall.level expected advanced, calculated advanced\n"
        "texts: en 50 of 50, zh-hans 50 of 50\n"
        "0 errors, 0 warnings\n"
        "9 of 9 expected figures agree\n"
    )


def test_check_leaves_with_1_where_an_example_differs(file: Path) -> None:
    replace(file, "score: 58.3333333", "score: 60")
    output = StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("bank", "check", str(file), stdout=output)
    assert (refused.value.returncode, str(refused.value)) == (1, "small.yaml has faults")
    assert "differs: half.overall.score expected 60, calculated 58.3333\n" in output.getvalue()
    assert output.getvalue().endswith("\n8 of 9 expected figures agree\n")


def test_check_leaves_with_1_where_the_checker_finds_an_error(file: Path) -> None:
    replace(file, "fact: node.talent", "fact: node.talents")
    output = StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("bank", "check", str(file), stdout=output)
    assert refused.value.returncode == 1
    assert output.getvalue().startswith("error: 113:11 levels.advanced.gate")
    assert "1 errors, " in output.getvalue()


@pytest.mark.parametrize("step", ["check", "load"])
def test_wrong_file_leaves_with_2_and_names_the_key(file: Path, step: str) -> None:
    replace(file, "upto: 100, credit: 1", "upto: 100, credit: 1.5")
    code, said = refusal(step, file)
    assert code == 2
    assert said.endswith("sections[1].questions[0].bands[2].credit: must be between 0 and 1, not 1.5")
    assert said.startswith("small.yaml: ")


def test_missing_file_leaves_with_2(tmp_path: Path) -> None:
    assert refusal("check", tmp_path / "no.yaml") == (2, "no.yaml: cannot be read: No such file or directory")


def test_document_that_cannot_be_rows_leaves_with_2(db: None, file: Path) -> None:
    replace(file, "key: advanced", "key: basic")
    assert refusal("load", file) == (2, 'small-shop: levels[1].key: "basic" is used already at levels[0]')
    assert Bank.objects.count() == 0


def test_load_and_release(db: None, file: Path, document: BankDocument) -> None:
    assert run("load", file) == "Loaded small.yaml into the working copy of small-shop.\n"
    assert compile_bank(Bank.objects.get()) == document
    assert run("release", "small-shop", "--note", "First") == f"small-shop 1.0  sha256 {content_hash(document)}\n"
    assert [(release.version, release.note) for release in Release.objects.all()] == [("1.0", "First")]


def test_release_of_what_is_released_already_makes_none(db: None, file: Path) -> None:
    run("load", file)
    run("release", "small-shop")
    said = "small-shop 1.0  nothing has changed since, so there is no new release\n"
    assert run("release", "small-shop", "--note", "Again") == said
    assert [(release.version, release.note) for release in Release.objects.all()] == [("1.0", "")]


def test_release_of_a_faulty_bank_leaves_with_1(db: None, file: Path) -> None:
    replace(file, "score: 58.3333333", "score: 60")
    run("load", file)
    assert refusal("release", "small-shop") == (
        1,
        "small-shop was not released.\ndiffers: half.overall.score expected 60, calculated 58.3333",
    )


def test_unknown_bank_and_release_leave_with_2(bank: Bank) -> None:
    assert refusal("release", "no-shop") == (2, "There is no bank no-shop; loaded are: small-shop.")
    assert refusal("export", "small-shop", "--release", "1.0") == (2, "small-shop has no release 1.0.")


def test_without_any_bank_the_message_says_so(db: None) -> None:
    assert refusal("export", "no-shop") == (2, "There is no bank no-shop; loaded are: none.")


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_export_reads_back_identically(bank: Bank, document: BankDocument, format: str) -> None:
    assert read_bank(run("export", "small-shop", "--format", format), f"small.{format}") == document


def test_export_of_a_release_is_the_release_not_the_working_copy(db: None, file: Path, document: BankDocument) -> None:
    run("load", file)
    run("release", "small-shop")
    replace(file, "How many people?", "How many persons?")
    run("load", file)
    assert read_bank(run("export", "small-shop", "--release", "1.0"), "small.yaml") == document
    assert "How many persons?" in run("export", "small-shop")


def test_exit_code_and_message_reach_the_shell(file: Path) -> None:
    replace(file, "lower: 50", "lower: 5000000")
    done = subprocess.run(
        [sys.executable, settings.BASE_DIR / "manage.py", "bank", "check", file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("CommandError: small.yaml: ")
    assert done.stderr.endswith("levels[1].lower: must be between 0 and 1000000, not 5000000\n")
