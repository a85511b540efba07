"""`manage.py score`: from two files to figures without a database (none of these tests may reach one)."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.bank.samples import SMALL_BANK
from tests.bank.test_answers_file import ANSWERS


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    bank, answers = tmp_path / "small.yaml", tmp_path / "firm.yaml"
    bank.write_text(SMALL_BANK, encoding="utf-8")
    answers.write_text(ANSWERS, encoding="utf-8")
    return bank, answers


def score(bank: Path, answers: Path, **options: Any) -> str:
    output = StringIO()
    call_command("score", str(bank), str(answers), stdout=output, **options)
    return output.getvalue()


def test_table_shows_every_node(files: tuple[Path, Path]) -> None:
    assert score(*files) == (
        "Four Gears Ltd\n"
        "\n"
        "Node         Score      Range  Coverage  Level\n"
        "Overall       58.3  58.3–58.3     100 %  Advanced\n"
        "  Equipment   66.7  66.7–66.7     100 %  Advanced\n"
        "  Talent      50.0  50.0–50.0     100 %  Advanced\n"
        "\n"
        "Level reached: Advanced\n"
    )


def test_table_says_what_is_missing(files: tuple[Path, Path]) -> None:
    bank, answers = files
    answers.write_text("bank: small-shop\nenterprise: X\nprofile: {has_machines: no}\nanswers: {E2: not_applicable}\n")
    assert score(bank, answers) == (
        "X\n"
        "\n"
        "Node                      Score      Range  Coverage  Level\n"
        "Overall      not enough answers  0.0–100.0       0 %  –\n"
        "  Equipment        not assessed          –         –  –\n"
        "  Talent     not enough answers  0.0–100.0       0 %  –\n"
    )


def test_gate_that_holds_back_is_named(files: tuple[Path, Path]) -> None:
    bank, answers = files
    answers.write_text(ANSWERS.replace("part_time", "nobody").replace("numerator: 4", "numerator: 10"))
    assert score(bank, answers).endswith(
        "\nLevel reached: Basic\nHeld back from Advanced: Somebody is in charge.\n"
    )  # fmt: skip


def test_json_holds_every_figure(files: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    score(*files, json=out)
    report = json.loads(out.read_text(encoding="utf-8"))
    overall, equipment, talent = report["nodes"]
    assert (report["bank"], report["enterprise"], report["scope"]) == ("small-shop", "Four Gears Ltd", "full")
    assert (overall["key"], overall["score"], overall["low"], overall["high"]) == ("overall", 58.3, 58.3, 58.3)
    assert (overall["coverage"], overall["level"], overall["exact"]["score"]) == (1.0, "advanced", "175/3")
    assert [(part["question"], part["gained_exact"], part["open_exact"]) for part in equipment["contributions"]] == [
        ("E1", "100/3", "100/3"),
        ("E2", "100/3", "0"),
    ]
    assert talent["exact"]["score"] == "50"
    assert (report["level"]["key"], report["level"]["failed_gates"]) == ("advanced", [])


def test_json_names_failed_gates(files: tuple[Path, Path], tmp_path: Path) -> None:
    bank, answers = files
    answers.write_text(ANSWERS.replace("part_time", "nobody"))
    out = tmp_path / "out.json"
    score(bank, answers, json=out, lang="zh-hans")
    level = json.loads(out.read_text(encoding="utf-8"))["level"]
    assert (level["key"], level["next"]) == ("basic", "advanced")
    assert level["failed_gates"] == [{"level": "advanced", "holds": False, "gate": "有人负责。"}]


def test_table_in_chinese_stays_aligned(files: tuple[Path, Path]) -> None:
    lines = score(*files, lang="zh-hans").splitlines()
    assert lines[3] == "总体    58.3  58.3–58.3   100 %  先进"
    assert lines[4] == "  设备  66.7  66.7–66.7   100 %  先进"


@pytest.mark.parametrize(
    "which, old, new, said",
    [
        (
            0,
            "lower: 50",
            "lower: 5000000",
            "small.yaml: 110:12 levels[1].lower: must be between 0 and 1000000, not 5000000",
        ),
        (1, "T1:", "T3:", "firm.yaml: 7:7 answers.T3: no question has this key; did you mean T2?"),
    ],
)
def test_wrong_file_is_refused_by_key(files: tuple[Path, Path], which: int, old: str, new: str, said: str) -> None:
    path = files[which]
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(CommandError) as refused:
        score(*files)
    assert (refused.value.returncode, str(refused.value)) == (2, said)


def test_missing_file_is_refused(files: tuple[Path, Path]) -> None:
    with pytest.raises(CommandError) as refused:
        score(files[0], Path("nowhere.yaml"))
    assert (refused.value.returncode, str(refused.value)) == (
        2,
        "nowhere.yaml: cannot be read: No such file or directory",
    )


def test_output_that_cannot_be_written_is_said(files: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        score(*files, json=tmp_path)
    assert (refused.value.returncode, str(refused.value)) == (2, f"{tmp_path}: Is a directory")


def test_json_without_a_file_is_all_that_is_printed(files: tuple[Path, Path]) -> None:
    output = StringIO()
    call_command("score", *map(str, files), "--json", stdout=output)
    report = json.loads(output.getvalue())
    assert (report["bank"], report["nodes"][0]["score"]) == ("small-shop", 58.3)
    assert report["answers"]["E2"] == {"state": "answered", "value": ["output", "faults"]}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("question: E2", "question: E9", 'tree.children[0].measures[1].question: no question has the key "E9"'),
        (", credit: 0.5}", "}", "small.yaml: question T1: no credit on part_time; see bank check"),
    ],
)
def test_bank_that_cannot_be_scored_is_refused_by_name(files: tuple[Path, Path], old: str, new: str, said: str) -> None:
    text = files[0].read_text(encoding="utf-8")
    assert old in text
    files[0].write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CommandError) as refused:
        score(*files)
    assert refused.value.returncode == 2
    assert said in str(refused.value)
