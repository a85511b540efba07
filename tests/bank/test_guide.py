"""The guide "Bring your own framework": its example is a bank without a fault, and what it shows is so."""

import re
import shlex
from pathlib import Path
from typing import Annotated, Any

import pytest
from django.core.management import call_command
from django.test import Client
from pydantic import TypeAdapter

from assessment.bank.actions import ReleaseRefused, load_bank, release_bank
from assessment.bank.answers_file import read_answers
from assessment.bank.check_report import check_document, finding_lines, report_text
from assessment.bank.documents import read_bank, read_bank_file, read_placed_bank
from assessment.bank.faults import DocumentError
from assessment.bank.loader import read_text, read_yaml
from assessment.bank.management.commands.bank import Command as BankCommand
from assessment.bank.management.commands.score import Command as ScoreCommand
from assessment.bank.xlsx.sheets import SHEETS
from assessment.bank.xlsx.writing import write_workbook
from assessment.scoring.answers import read_answer
from assessment.scoring.document import BankDocument, Question
from tests.bank.guide import ANSWER_BLOCK, ANSWERS, BLOCK, CHINESE, DOCS, EXAMPLE, GUIDE, RECIPE


def test_the_example_has_no_fault_and_comes_out_as_calculated() -> None:
    report = check_document(read_bank(read_text(EXAMPLE), EXAMPLE.name))
    assert report.findings == []
    assert [comparison for comparison in report.comparisons if not comparison.agrees] == []
    assert "\n".join(report_text(report).splitlines()[-4:]) in GUIDE


# what is written in the example, what is written instead, and what the guide says comes of it
FINDINGS = [
    ("zh-hans: 自己的网站}, points: 2}", "zh-hans: 自己的网站}}"),
    ("fact: answer.backups, op: is", "fact: answer.backup, op: is"),
    ("zh-hans: 总是}, credit: 1}", "zh-hans: 总是}, credit: 0.9}"),
]


@pytest.mark.parametrize(("old", "new"), FINDINGS, ids=["error", "condition", "warning"])
@pytest.mark.parametrize("guide", [GUIDE, CHINESE], ids=["en", "zh-hans"])
def test_findings_read_as_the_guide_shows_them(tmp_path: Path, old: str, new: str, guide: str) -> None:
    written = read_text(EXAMPLE)
    assert written.count(old) == 1
    path = tmp_path / EXAMPLE.name
    path.write_text(written.replace(old, new), encoding="utf-8")
    read = read_placed_bank(path)
    report = check_document(read.document)
    assert [line for line in finding_lines(report.findings, read.places) if line not in guide] == []
    assert len(report.findings) == 1


@pytest.mark.parametrize("guide", [GUIDE, CHINESE], ids=["en", "zh-hans"])
def test_a_misspelt_key_is_named_as_the_guide_shows_it(guide: str) -> None:
    written = read_text(EXAMPLE).replace("text: {en: Do you answer", "txt: {en: Do you answer")
    with pytest.raises(DocumentError) as refused:
        read_bank(written, EXAMPLE.name)
    assert str(refused.value).splitlines()[-1] in guide


def test_the_table_of_the_guide_is_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("score", str(EXAMPLE), str(ANSWERS))
    printed = capsys.readouterr().out
    table = next(block for block in re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL) if block.startswith("Node"))
    assert table in printed


def test_the_answers_of_the_example_are_admitted() -> None:
    document = read_bank(read_text(EXAMPLE), EXAMPLE.name)
    assert read_answers(read_text(ANSWERS), ANSWERS.name, document).enterprise == "A shop round the corner"


@pytest.mark.parametrize("guide", [GUIDE, CHINESE], ids=["en", "zh-hans"])
def test_the_answers_file_of_the_guide_is_admitted_by_the_example(guide: str) -> None:
    (written,) = ANSWER_BLOCK.findall(guide)
    document = read_bank(read_text(EXAMPLE), EXAMPLE.name)
    file = read_answers(written, "answers.yaml", document)
    assert (file.enterprise, len(file.answers)) == ("A shop round the corner", 7)


ANSWER = re.compile(r"^\| (.+?) \| `(.+?)` \|$", re.MULTILINE)
ANSWERED: dict[str, dict[str, Any]] = {
    "single": {"kind": "single"},
    "yes_no": {"kind": "yes_no"},
    "multi": {"kind": "multi"},
    "number": {"kind": "number", "decimals": 1},
    "ratio": {"kind": "percent", "maximum": 100, "ratio": {"numerator": {"en": "a"}, "denominator": {"en": "b"}}},
    "table": {"kind": "table", "rows": [{"key": "goods", "label": {}}, {"key": "parts", "label": {}}]},
    "multiple": {
        "kind": "table",
        "multiple": True,
        "rows": [{"key": "goods", "label": {}}, {"key": "parts", "label": {}}],
    },
    "text": {"kind": "text"},
    "unknown": {"kind": "single"},
    "not_applicable": {"kind": "single"},
}


@pytest.mark.parametrize("guide", [GUIDE, CHINESE], ids=["en", "zh-hans"])
def test_every_kind_of_answer_is_admitted_as_the_guide_writes_it(guide: str) -> None:
    """The options are those that the table of the guide uses."""
    table = guide.partition("<!-- answers by kind -->")[2].partition("\n\n")[0]
    written = [answer for _kind, answer in ANSWER.findall(table)]
    assert len(written) == len(ANSWERED)
    options = [{"key": key, "label": {}} for key in ("own", "yes", "no", "mail", "shop", "sheet", "paper")]
    head = {"key": "q", "text": {"en": "?"}, "allow_not_applicable": True, "options": options}
    for fields, answer in zip(ANSWERED.values(), written, strict=True):
        raw = read_yaml(f"q: {answer}", "answers.yaml")["q"]
        assert read_answer(Question.model_validate(head | fields), raw)


@pytest.mark.parametrize("block", BLOCK.findall(GUIDE))
def test_every_snippet_is_written_as_the_schema_wants_it(block: str) -> None:
    for key, value in read_yaml(block, "snippet.yaml").items():
        field = BankDocument.model_fields[key]
        annotation: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        TypeAdapter(annotation).validate_python(value)


@pytest.mark.parametrize("guide", [GUIDE, CHINESE], ids=["en", "zh-hans"])
def test_every_command_of_the_guide_is_one(guide: str) -> None:
    commands = {"bank": BankCommand(), "score": ScoreCommand()}
    lines = re.findall(r"\./run manage (bank|score) ([^\n`>]+)", guide)
    assert len(lines) == 7
    for name, arguments in lines:
        parser = commands[name].create_parser("manage.py", name)
        parser.parse_args(shlex.split(arguments))


@pytest.mark.parametrize("guide", [GUIDE, CHINESE], ids=["en", "zh-hans"])
def test_the_sheets_that_the_guide_names_are_those_of_a_workbook(guide: str) -> None:
    table = guide.partition("| `bank` |")[2].partition("\n\n")[0]
    rows = ["`bank`", *(line.split("|")[1] for line in table.splitlines()[1:])]
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert [name for name in named if name not in {sheet.name for sheet in SHEETS}] == []
    assert len(named) == 14


def test_the_example_survives_the_way_through_a_workbook(tmp_path: Path) -> None:
    document = read_bank(read_text(EXAMPLE), EXAMPLE.name)
    path = tmp_path / "shop-check.xlsx"
    path.write_bytes(write_workbook(document))
    assert read_bank_file(path) == document


@pytest.mark.django_db
def test_words_make_a_minor_release_and_anything_else_a_major_one() -> None:
    written = read_text(EXAMPLE)
    better_words = written.replace("en: Do you have a website?", "en: Has your shop a website?")
    other_measure = better_words.replace("minimum_coverage: 0.6", "minimum_coverage: 0.65")
    assert [version_after_release(text) for text in (written, better_words, other_measure)] == ["1.0", "1.1", "2.0"]


@pytest.mark.django_db
def test_nothing_is_released_without_worked_examples() -> None:
    written = read_text(EXAMPLE)
    with pytest.raises(ReleaseRefused, match="0 worked examples, at least 3 are needed"):
        version_after_release(written[: written.index("examples:")])


@pytest.mark.django_db
def test_the_released_example_has_a_page_of_its_own(client: Client) -> None:
    version_after_release(read_text(EXAMPLE))
    page = client.get("/banks/shop-check/")
    assert "<h1>Shop check</h1>" in page.content.decode()


def version_after_release(text: str) -> str:
    return release_bank(bank=load_bank(document=read_bank(text, EXAMPLE.name))).version


def test_both_languages_show_the_same_snippets() -> None:
    assert RECIPE.findall(CHINESE) == RECIPE.findall(GUIDE)
    assert len(BLOCK.findall(CHINESE)) == len(BLOCK.findall(GUIDE))


@pytest.mark.parametrize("text", [GUIDE, CHINESE], ids=["en", "zh-hans"])
def test_links_lead_to_a_heading_or_a_file(text: str) -> None:
    headings = {re.sub(r"[^\w\- ]", "", line.lstrip("# ")).lower().replace(" ", "-") for line in text.splitlines()}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        name, _, anchor = target.partition("#")
        if name:
            assert (DOCS / name).is_file(), target
        else:
            assert anchor in headings, target
