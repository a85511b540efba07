"""manage.py item_analysis: the table, the JSON, and what it refuses."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from assessment.bank.models import Release
from tests.desk.studied import KEYS, SLUG, answer_and_submit, release_studied, submit_many


@pytest.fixture
def release(db: None) -> Release:
    return release_studied()


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("item_analysis", *arguments, stdout=out)
    return out.getvalue()


def test_below_thirty_the_command_counts_and_waits(release: Release, tmp_path: Path) -> None:
    submit_many(release, 3)
    file = tmp_path / "figures.json"
    assert run(SLUG, "--json", str(file)) == (
        "studied 1.x\n\nEnterprises: 3\nItem analysis is shown from 30 enterprises on.\n"
    )
    assert json.loads(file.read_text(encoding="utf-8")) == {
        "bank": SLUG,
        "major": 1,
        "n": 3,
        "left_out": 0,
        "shown_from": 30,
        "items": [],
        "nodes": [],
    }


def test_from_thirty_on_the_command_prints_the_tables(release: Release) -> None:
    submit_many(release, 30)
    lines = run(SLUG).splitlines()
    assert lines[4:7] == [
        "Node        Questions  n, listwise  Alpha     Interval  n, pairwise  Alpha  Interval",
        "Node all       9 / 10           30   0.66  0.44 … 0.82           30   0.66  0.44 … 0.82",
        "Node first          7           30   0.71  0.51 … 0.84           30   0.71  0.51 … 0.84",
    ]
    (unknown,) = [line.split() for line in lines if line.startswith("NOBODY_KNOWS")]
    assert " ".join(unknown) == "NOBODY_KNOWS 0 0 % – – – – 100 % – – many do not know; fewer than 30 answers so far"


def test_json_holds_every_figure(release: Release, tmp_path: Path) -> None:
    submit_many(release, 30)
    file = tmp_path / "figures.json"
    run(SLUG, "--json", str(file))
    found = json.loads(file.read_text(encoding="utf-8"))
    assert [item["key"] for item in found["items"]] == list(KEYS)
    assert found["items"][7] == {
        "key": "FLOOR",
        "question": "FLOOR",
        "asked": 30,
        "n": 30,
        "coverage": 1.0,
        "mean": 0.0,
        "sd": 0.0,
        "floor": 1.0,
        "ceiling": 0.0,
        "unknown": 0.0,
        "skipped": 0.0,
    }
    first = found["nodes"][1]
    assert (first["key"], first["items"]) == ("first", list(KEYS[:7]))
    assert set(first["pairwise"]) == {"n", "fewest", "alpha", "low", "high", "item_total", "alpha_if_deleted"}
    assert first["listwise"] == first["pairwise"]


def test_chinese_is_printed_on_request(release: Release) -> None:
    submit_many(release, 1)
    assert run(SLUG, "--lang", "zh-hans").splitlines()[2:] == ["企业数：1", "满 30 家企业后才显示题目分析。"]


def test_flagged_are_counted_when_left_out(release: Release) -> None:
    submit_many(release, 2)
    answer_and_submit(release, dict.fromkeys(KEYS, "full"))
    assert run(SLUG, "--without-flagged").splitlines()[2:4] == ["Enterprises: 2", "Flagged submissions left out: 1"]


def test_older_major_version_is_studied_on_request(release: Release) -> None:
    submit_many(release, 2)
    release_studied(major=2)
    assert run(SLUG).splitlines()[:3] == ["studied 2.x", "", "Enterprises: 0"]
    assert run(SLUG, "--release-major", "1").splitlines()[:3] == ["studied 1.x", "", "Enterprises: 2"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nobodys"], "There is no released bank nobodys."),
        ([SLUG, "--release-major", "7"], "studied has no release 7.x."),
    ],
)
def test_command_refuses_what_is_not_there(arguments: list[str], said: str, release: Release) -> None:
    with pytest.raises(CommandError, match=said) as refused:
        run(*arguments)
    assert refused.value.returncode == 2


def test_file_that_cannot_be_written_is_named(release: Release, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file or directory"):
        run(SLUG, "--json", str(tmp_path / "nowhere" / "figures.json"))
