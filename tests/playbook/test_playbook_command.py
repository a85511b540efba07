"""The command line: what it prints, and how it ends when something is wrong."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from assessment.bank.documents import canonical_json, read_document
from assessment.bank.models import Release
from assessment.bank.yaml_writing import write_yaml
from recommendations.playbook.models import Playbook
from recommendations.rules.document import PlaybookDocument
from tests.rules.samples import sample_bank


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("playbook", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path, document: PlaybookDocument) -> Path:
    path = tmp_path / "playbook.yaml"
    path.write_text(write_yaml(document), encoding="utf-8")
    return path


def test_load_release_and_export_give_the_document_back(
    bank_release: Release, file: Path, document: PlaybookDocument
) -> None:
    assert run("load", file) == "Loaded playbook.yaml into the working copy of sample.\n"
    assert run("release", "sample", "--note", "First").startswith("sample 1.0  sha256 ")
    assert read_document(PlaybookDocument, run("export", "sample"), "export.yaml") == document
    exported = run("export", "sample", "--release", "1.0", "--format", "json")
    assert json.loads(exported) == json.loads(canonical_json(document))


def test_release_of_what_is_released_already_makes_none(bank_release: Release, file: Path) -> None:
    run("load", file)
    run("release", "sample")
    assert run("release", "sample") == "sample 1.0  nothing has changed since, so there is no new release\n"


def test_check_reads_the_bank_that_is_released_or_a_file(bank_release: Release, file: Path, tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    bank.write_text(write_yaml(sample_bank()), encoding="utf-8")
    said = "playbook.yaml: 2 actions, 2 rules, 0 errors, 0 warnings\n"
    assert run("check", file) == said
    assert run("check", file, "--bank", bank) == said


def test_check_names_every_fault_and_fails(bank_release: Release, file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("effort: low", "effort: huge", 1), encoding="utf-8")
    out = StringIO()
    with pytest.raises(CommandError) as failed:
        call_command("playbook", "check", str(file), stdout=out)
    assert (failed.value.returncode, str(failed.value)) == (1, "playbook.yaml has faults")
    assert out.getvalue().splitlines() == [
        "error  actions.A.effort: there is no effort huge; use one of: low",
        "playbook.yaml: 2 actions, 2 rules, 1 errors, 0 warnings",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["release", "none"], "There is no playbook none; loaded are: sample."),
        (["export", "sample", "--release", "9.9"], "sample has no release 9.9."),
        (["load", "missing.yaml"], "missing.yaml: cannot be read: No such file or directory"),
    ],
)
def test_wrong_name_or_file_ends_with_2(playbook: Playbook, arguments: list[str], message: str) -> None:
    with pytest.raises(CommandError) as failed:
        run(*arguments)
    assert (failed.value.returncode, str(failed.value)) == (2, message)


def test_check_with_a_bank_file_that_cannot_be_read_ends_with_2(db: None, file: Path) -> None:
    with pytest.raises(CommandError) as failed:
        run("check", file, "--bank", "missing.yaml")
    assert (failed.value.returncode, str(failed.value)) == (
        2,
        "missing.yaml: cannot be read: No such file or directory",
    )


def test_loading_a_second_playbook_for_a_bank_ends_with_2(playbook: Playbook, file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("slug: sample", "slug: other", 1), encoding="utf-8")
    with pytest.raises(CommandError) as failed:
        run("load", file)
    message = "other: bank: the bank sample has the playbook sample already"
    assert (failed.value.returncode, str(failed.value)) == (2, message)


def test_check_without_a_bank_says_what_to_give(db: None, file: Path) -> None:
    with pytest.raises(CommandError, match="The bank sample has no release here; give its file with --bank."):
        run("check", file)


def test_release_of_a_faulty_playbook_says_why(bank_release: Release, file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("node: machines", "node: attic", 1), encoding="utf-8")
    run("load", file)
    with pytest.raises(CommandError) as failed:
        run("release", "sample")
    assert (failed.value.returncode, str(failed.value)) == (
        1,
        "sample was not released.\nactions.A.node: there is no node attic",
    )


@pytest.fixture
def doubtful(tmp_path: Path, document: PlaybookDocument) -> Path:
    """The file of a playbook whose rule for action A fires for everybody."""
    always = {"fact": "node.all", "op": "lte", "value": 100}
    data = document.model_dump(mode="json", by_alias=True)
    data["rules"][0]["when"] = always
    path = tmp_path / "playbook.yaml"
    path.write_text(write_yaml(PlaybookDocument.model_validate(data)), encoding="utf-8")
    return path


DOUBT = (
    "warning  rules.a.when: the rule is always on: of 5,000 generated sets of answers it spared none that it could "
    "tell; tighten its condition: advice for everybody is no advice"
)


def test_check_doubts_a_rule_that_is_always_on_and_passes(bank_release: Release, doubtful: Path) -> None:
    assert run("check", doubtful).splitlines() == [DOUBT, "playbook.yaml: 2 actions, 2 rules, 0 errors, 1 warnings"]


def test_release_doubts_a_rule_that_is_always_on_and_is_made(bank_release: Release, doubtful: Path) -> None:
    run("load", doubtful)
    said = run("release", "sample").splitlines()
    assert said[0].startswith("sample 1.0  sha256 ")
    assert said[1:] == [DOUBT]
