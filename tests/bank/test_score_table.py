"""The table of a scorecard and its JSON: points and scale, targets, second readings, progress, levels from ladders."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from assessment.bank.documents import read_bank
from assessment.bank.score_json import score_json
from assessment.bank.score_table import score_table
from assessment.scoring.answers import Answer, AnswerState, read_answer
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scorecard

FRAMEWORKS = settings.BASE_DIR / "tests/frameworks"


def scored(name: str, example: str) -> tuple[BankDocument, Scorecard]:
    path = FRAMEWORKS / f"{name}.yaml"
    document = read_bank(path.read_text(encoding="utf-8"), path.name)
    chosen = next(each for each in document.examples if each.key == example)
    scorer = Scorer(document)
    answers = {key: read_answer(scorer.index.questions[key], raw) for key, raw in chosen.answers.items()}
    return document, scorer.score(answers)


def node_of(report: dict[str, Any], key: str) -> dict[str, Any]:
    return next(node for node in report["nodes"] if node["key"] == key)


def test_targets_have_columns_of_their_own() -> None:
    document, card = scored("vda_isa", "half_way")
    lines = score_table(document, card, "en").splitlines()
    # three policies reach 3; of the staff 3 (4 is cut back) and 1 count, of access 0: (3 + 3 + 3 + 3 + 1 + 0) / 6
    assert lines[:2] + lines[6:8] == [
        "Node                           Score  Of  Target  To target  Of target      Range  Coverage  Level",
        "Result with cutback to target   2.16   3       3       0.83       72 %  2.16–2.16     100 %  –",
        "  People                        2.00   3       3       1.00       67 %  2.00–2.00     100 %  –",
        "    Staff                       4.00   5       3       0.00      100 %  4.00–4.00     100 %  Predictable → Optimising: 5",
    ]


def test_readings_have_columns_of_their_own() -> None:
    document, card = scored("two_tracks", "mixed")
    lines = score_table(document, card, "en").splitlines()
    assert lines[0].split() == [
        "Node",
        "Score",
        "Of",
        "Implementation",
        "Documentation",
        "Range",
        "Coverage",
        "Level",
    ]
    assert lines[1].split() == ["Overall", "2.98", "5", "4.03", "1.93", "2.98–2.98", "100", "%", "Fair"]
    assert lines[-1] == "Level reached: Fair"


def test_node_without_a_score_says_that_only_its_parts_have_one() -> None:
    document, card = scored("iso33020_ordinal", json_example("iso33020_ordinal"))
    lines = score_table(document, card, "en").splitlines()
    assert lines[1].split() == ["Processes", "its", "parts", "only", "–", "–", "100", "%", "–"]
    assert lines[2].split()[-9:] == ["–", "–", "100", "%", "1", "Performed", "→", "2", "Managed"]


def json_example(name: str) -> str:
    path = FRAMEWORKS / f"{name}.yaml"
    return read_bank(path.read_text(encoding="utf-8"), path.name).examples[0].key


def test_json_holds_points_levels_targets_and_readings_of_every_node() -> None:
    document, card = scored("vda_isa", "half_way")
    staff = node_of(score_json(document, card, "en"), "c21")
    named = ("level", "level_title", "scale", "points", "points_low", "points_high", "target", "target_gap")
    assert [staff[name] for name in named] == ["predictable", "Predictable", 5, 4.0, 4.0, 4.0, 3, 0.0]
    assert (staff["score"], staff["percent_of_target"], staff["readings"]) == (80.0, 100.0, {})
    document, card = scored("two_tracks", "mixed")
    assert node_of(score_json(document, card, "en"), "govern")["readings"] == {
        "implementation": 4.67,
        "documentation": 1.67,
    }


def test_points_are_written_as_the_bank_shows_them() -> None:
    document, card = scored("vda_isa", "truncated")
    # 2.666… is cut off, not rounded
    assert node_of(score_json(document, card, "en"), "overall")["points"] == 2.66


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    now, before = tmp_path / "now.yaml", tmp_path / "before.yaml"
    answers = "bank: vda-isa\nenterprise: X\nanswers: {C11: m2, C12: m2, C13: m2, C21: m2, C22: m2, C31: m%s}\n"
    now.write_text(answers % "2", encoding="utf-8")
    before.write_text(answers % "1", encoding="utf-8")
    return FRAMEWORKS / "vda_isa.yaml", now, before


def test_baseline_adds_progress_to_table_and_json(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    bank, now, before = files
    out, output = tmp_path / "out.json", StringIO()
    call_command("score", str(bank), str(now), "--baseline", str(before), "--json", str(out), stdout=output)
    report = json.loads(out.read_text(encoding="utf-8"))
    # access went from 1 to 2 of a target of 3: half of the way; staff did not move
    assert (node_of(report, "c31")["progress"], node_of(report, "c21")["progress"]) == (50.0, 0.0)
    head, *rows = output.getvalue().splitlines()[2:]
    assert "Progress" in head.split()
    assert "progress" not in node_of(without_baseline(bank, now, tmp_path), "c31")


def without_baseline(bank: Path, now: Path, folder: Path) -> dict[str, Any]:
    out = folder / "plain.json"
    call_command("score", str(bank), str(now), "--json", str(out), stdout=StringIO())
    report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return report


def test_baseline_without_targets_shows_points_of_then_and_the_change() -> None:
    document, card = scored("two_tracks", "mixed")
    scorer = Scorer(document)
    before = scorer.score({key: Answer(AnswerState.ANSWERED, "s1") for key in scorer.index.questions})
    lines = score_table(document, card, "en", before).splitlines()
    head = ["Earlier", "score", "Change", "since", "then", "Range", "Coverage", "Level"]
    assert lines[0].split("Documentation")[1].split() == head
    assert lines[1].split()[5:7] == ["1.00", "+1.98"]
    root = score_json(document, card, "en", before)["nodes"][0]
    assert (root["points_before"], root["points_change"], root["progress"]) == (1.0, 1.98, None)
    fallen = score_table(document, before, "en", card).splitlines()
    assert fallen[1].split()[5:7] == ["2.98", "−1.98"]
