"""`manage.py diagnose`: text, JSON and PDF from an answers file, or exit 2 with what is wrong."""

import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from assessment.bank.models import Release
from recommendations.playbook.models import PlaybookRelease
from recommendations.report import diagnosis
from recommendations.report.outputs import NotWritable, write_whole
from tests.report.samples import ANSWERS


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("diagnose", *arguments, stdout=out)
    return out.getvalue()


def refusal(*arguments: str) -> tuple[int, str]:
    with pytest.raises(CommandError) as caught:
        run(*arguments)
    return caught.value.returncode, str(caught.value)


def test_summary_names_level_barriers_and_actions(bank_release: Release) -> None:
    text = run(str(ANSWERS))
    for line in (
        "Level 2: Standardised · 42.0 of 100 (Indicative, not an official rating.)",
        "   37.5  R&D and production",
        "   38.2  Cost and funding  38.2–50.0",
        "1. Put one person in charge and meet every two weeks  [+1.3 · Own time only · 1–2 weeks]",
    ):
        assert line in text


def test_summary_tells_the_cheapest_way_to_the_next_level(bank_release: Release) -> None:
    lines = run(str(ANSWERS)).splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("The cheapest way to Integrated: "))
    assert lines[start + 1] == "  – Replace paper for three vital records  [+0.7 · CNY 5,000 · 5 own working days]"
    assert "  42.0 → 60.1  Overall" in lines
    assert "  Every other choice of actions was compared: none that reaches the level costs less." in lines


def test_summary_in_chinese(bank_release: Release) -> None:
    assert "42.0 分（满分 100）" in run(str(ANSWERS), "--lang", "zh-hans")


def test_json_and_pdf_are_written(bank_release: Release, tmp_path: Path) -> None:
    run(str(ANSWERS), "--json", str(tmp_path / "out.json"), "--pdf", str(tmp_path / "out.pdf"))
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    root = data["nodes"][0]
    assert (root["key"], root["score"], root["low"], root["high"], len(root["contributions"]) > 30) == (
        data["root"],
        42.0,
        42.0,
        47.4,
        True,
    )
    assert (data["level"]["key"], len(data["level"]["failed_gates"]), data["recommendations"][0]["rank"]) == (
        "standardised",
        3,
        1,
    )
    assert len(PdfReader(BytesIO((tmp_path / "out.pdf").read_bytes())).pages) >= 12
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "out.pdf"]


def test_existing_files_are_replaced(bank_release: Release, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")
    run(str(ANSWERS), "--json", str(out))
    assert json.loads(out.read_text(encoding="utf-8"))["format"] == "fourfold-result/1"


def test_misspelt_key_is_named(bank_release: Release, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text("bank: four-barriers\nenterprise: X\nanswers: {EQ99: l2}\n", encoding="utf-8")
    code, message = refusal(str(file))
    assert (code, "EQ99" in message) == (2, True)


def test_missing_file_is_named(bank_release: Release, tmp_path: Path) -> None:
    code, message = refusal(str(tmp_path / "nothing.yaml"))
    assert (code, "nothing.yaml" in message) == (2, True)


@pytest.mark.parametrize("option", ["--json", "--pdf"])
def test_path_that_cannot_be_written_is_named(option: str, bank_release: Release, tmp_path: Path) -> None:
    target = tmp_path / "no" / "such" / "folder" / "out"
    code, message = refusal(str(ANSWERS), option, str(target))
    assert (code, message) == (2, f"{target}: No such file or directory")


def test_folder_in_the_way_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(NotWritable):
        write_whole(tmp_path / "out", b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_bank_without_playbook_is_scored_without_advice(
    bank_release: Release, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(diagnosis, "current_playbook", lambda slug: None)
    assert PlaybookRelease.objects.count() == 1
    text = run(str(ANSWERS), "--json", str(tmp_path / "out.json"))
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert ("Level 2: Standardised · 42.0 of 100" in text, "Because" in text) == (True, False)
    assert (data["recommendations"], data["versions"]["playbook"], data["nodes"][0]["points"]) == ([], "", 42.0)


def test_unknown_bank_is_named(bank_release: Release) -> None:
    code, message = refusal(str(ANSWERS), "--bank", "five-barriers")
    assert (code, "five-barriers" in message) == (2, True)
