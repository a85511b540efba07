"""The guide "Bring your own framework": its example is a bank without a fault, and every recipe gives what it promises."""

import re
import shlex
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from pydantic import TypeAdapter

from assessment.bank.actions import ReleaseRefused, load_bank, release_bank
from assessment.bank.answers_file import read_answers
from assessment.bank.check_report import check_document, finding_lines, report_text
from assessment.bank.documents import read_bank, read_bank_file
from assessment.bank.faults import DocumentError
from assessment.bank.loader import read_text, read_yaml
from assessment.bank.management.commands.bank import Command as BankCommand
from assessment.bank.management.commands.score import Command as ScoreCommand
from assessment.bank.xlsx.sheets import SHEETS
from assessment.bank.xlsx.writing import write_workbook
from assessment.scoring.answers import read_answer
from assessment.scoring.check import check_bank
from assessment.scoring.document import BankDocument
from assessment.scoring.figures import shown_points
from assessment.scoring.findings import Severity
from assessment.scoring.ladders import ladders_of
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scorecard

DOCS = Path(settings.BASE_DIR) / "docs"
GUIDE = (DOCS / "bring-your-own-framework.md").read_text(encoding="utf-8")
CHINESE = (DOCS / "bring-your-own-framework.zh-hans.md").read_text(encoding="utf-8")
EXAMPLE = DOCS / "examples" / "shop-check.yaml"
ANSWERS = DOCS / "examples" / "shop-check.answers.yaml"

BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
RECIPE = re.compile(r"<!-- recipe: (\w+) -->\n```yaml\n(.*?)```", re.DOTALL)
RECIPES = dict(RECIPE.findall(GUIDE))

Answers = dict[str, Any]
Expected = dict[str, tuple[str | None, str | None]]


def choice(key: str, kind: str, points: dict[str, int]) -> dict[str, Any]:
    options = [{"key": option, "label": {"en": option}, "points": worth} for option, worth in points.items()]
    return {"key": key, "kind": kind, "text": {"en": key}, "core": True, "options": options}


def bank_of(recipe: str) -> BankDocument:
    """The recipe in a bank that has the questions q1 to q4 and y1 to y4."""
    written = read_yaml(recipe, "recipe.yaml")
    standing = [choice(f"q{number}", "single", {"a": 0, "b": 1, "c": 2, "d": 3}) for number in range(1, 5)]
    standing += [choice(f"y{number}", "yes_no", {"yes": 1, "no": 0}) for number in range(1, 5)]
    sections = [{"key": "standing", "title": {"en": "Standing"}, "questions": standing}, *written.pop("sections", [])]
    head = {"slug": "recipe", "locales": ["en"], "title": {"en": "Recipe"}, "sections": sections}
    return BankDocument.model_validate(head | written)


def score(document: BankDocument, given: Answers) -> Scorecard:
    scorer = Scorer(document)
    questions = scorer.index.questions
    return scorer.score({key: read_answer(questions[key], raw) for key, raw in given.items()})


def results(document: BankDocument, card: Scorecard) -> Expected:
    """Of every node its points as they are shown, and its level."""
    ladders = ladders_of(document)
    return {
        key: (
            None if node.points is None else shown_points(node.points, document.display),
            None if node.level is None else ladders[key][node.level].key,
        )
        for key, node in card.nodes.items()
    }


# recipe, answers, of each node (points as shown, level): calculated by hand.
CASES: list[tuple[str, Answers, Expected]] = [
    # (3 × 1 + 1 × 1/3) / 4 = 0.8333
    ("weighted_average", {"q1": "d", "q2": "b"}, {"overall": ("83.3", None)}),
    # first (3 + 3 + 0) / 9 = 0.6667 → 3.33 of 5; second 1/3 → 1.67 of 5; their mean 2.5
    (
        "average_of_averages",
        {"q1": "d", "q2": "d", "q3": "a", "q4": "b"},
        {"overall": ("2.5", None), "first": ("3.3", None), "second": ("1.7", None)},
    ),
    ("counted_points", {"y1": "yes", "y2": "no", "y3": "no", "y4": "no"}, {"index": ("1.0", "very_low")}),
    ("counted_points", {"y1": "yes", "y2": "yes", "y3": "yes", "y4": "no"}, {"index": ("3.0", "middle")}),
    ("counted_points", {"y1": "yes", "y2": "yes", "y3": "yes", "y4": "yes"}, {"index": ("4.0", "high")}),
    # 0.35 × 3 + 0.4 × 2 + 0.3 × 1 = 2.15 of 3.15
    ("odd_weights", {"q1": "d", "q2": "c", "q3": "b"}, {"index": ("2.15", None)}),
    # level 1 (1 + 0) / 2; level 2 (1/3 + 1/3) / 2; sum 0.8333 of 2
    (
        "sum_of_averages",
        {"q1": "d", "q2": "a", "q3": "b", "q4": "b"},
        {"practice": ("0.83", None), "level_1": ("0.50", None), "level_2": ("0.33", None)},
    ),
    (
        "ratings",
        {"q1": "c", "q2": "d", "q3": "d"},
        {"process": (None, "performed"), "performance": ("66.7", "largely"), "management": ("100.0", "fully")},
    ),
    # management (2/3 + 1/3) / 2 = exactly 50, which still is partly
    (
        "ratings",
        {"q1": "d", "q2": "c", "q3": "b"},
        {"process": (None, "performed"), "performance": ("100.0", "fully"), "management": ("50.0", "partly")},
    ),
    (
        "ratings",
        {"q1": "d", "q2": "c", "q3": "d"},
        {"process": (None, "managed"), "performance": ("100.0", "fully"), "management": ("83.3", "largely")},
    ),
    # practice (0.5 + 1) / 2 = 75 %
    (
        "competence_levels",
        {"q1": "c", "q2": "d"},
        {"competence": (None, "level_2"), "basics": ("100.0", None), "practice": ("75.0", None)},
    ),
    (
        "competence_levels",
        {"q1": "b", "q2": "d"},
        {"competence": (None, "level_0"), "basics": ("50.0", None), "practice": ("50.0", None)},
    ),
    (
        "grid",
        {"q1": "b", "q2": "d"},
        {"readiness": ("0.0", None), "people": ("33.3", "weak"), "tools": ("100.0", "strong")},
    ),
    (
        "grid",
        {"q1": "c", "q2": "b"},
        {"readiness": ("1.0", None), "people": ("66.7", "strong"), "tools": ("33.3", "weak")},
    ),
    # first 5/3 of 4 = 41.67 %; second 10/3 of 2, which is all of it; mean 70.83
    (
        "targets",
        {"q1": "b", "q2": "c"},
        {"overall": ("70.8", None), "first": ("1.7", None), "second": ("3.3", None)},
    ),
    (
        "profile_only",
        {"q1": "b", "q2": "c"},
        {"overall": (None, None), "people": ("33.3", "learner"), "tools": ("66.7", "expert")},
    ),
    ("tracks", {"access_done": "yes", "access_documented": "no"}, {"access": ("75.0", None)}),
    ("confidence", {"q1": "c", "sure": "guessed"}, {"overall": ("66.7", None)}),
    ("weakest_link", {"q1": "d", "q2": "b"}, {"overall": ("33.3", None)}),
    (
        "second_view",
        {"q1": "d", "q2": "a"},
        {"overall": ("50.0", None), "area": ("50.0", None), "sales": ("0.0", None)},
    ),
    ("uneven_worth", {"plan": "planned"}, {"overall": ("10.0", None)}),
    # (2 + 1) + 0 of 6
    ("tick_columns", {"technologies": {"cloud": ["used", "planned"]}}, {"overall": ("50.0", None)}),
    ("tick_columns", {"technologies": {"cloud": ["used"], "robots": ["not_needed"]}}, {"overall": ("33.3", None)}),
    ("tick_columns", {"technologies": {}}, {"overall": ("0.0", None)}),
    # (1 × 1/2 + 2 × 1) / 3
    ("no_partly_yes", {"measures_taken": {"passwords": "partly", "updates": "yes"}}, {"overall": ("83.3", None)}),
    ("ticked_steps", {"channels": ["none"]}, {"overall": ("0.0", None)}),
    ("ticked_steps", {"channels": ["site", "maps"]}, {"overall": ("50.0", None)}),
    ("ticked_steps", {"channels": ["site", "maps", "video"]}, {"overall": ("100.0", None)}),
    ("less_is_better", {"days": 16}, {"overall": ("50.0", None)}),
    ("less_is_better", {"days": 60}, {"overall": ("0.0", None)}),
    # 10/3 = 3.333…, 5/3 = 1.666…
    ("cut_off", {"q1": "b"}, {"overall": ("1.66", None)}),
]


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
def test_findings_read_as_the_guide_shows_them(old: str, new: str, guide: str) -> None:
    written = read_text(EXAMPLE)
    assert written.count(old) == 1
    report = check_document(read_bank(written.replace(old, new), EXAMPLE.name))
    assert [line for line in finding_lines(report.findings) if line not in guide] == []
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


def test_every_recipe_is_tried() -> None:
    assert {name for name, _, _ in CASES} == set(RECIPES)
    assert len(RECIPES) == 20


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_makes_a_bank_that_lacks_only_worked_examples(name: str) -> None:
    findings = check_bank(bank_of(RECIPES[name]))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert [finding.place for finding in errors] == ["examples"]


@pytest.mark.parametrize(
    ("name", "answers", "expected"), CASES, ids=[f"{name}-{number}" for number, (name, _, _) in enumerate(CASES)]
)
def test_a_recipe_gives_what_it_promises(name: str, answers: Answers, expected: Expected) -> None:
    document = bank_of(RECIPES[name])
    assert results(document, score(document, answers)) == expected


def test_the_scale_of_an_index_follows_from_its_weights() -> None:
    card = score(bank_of(RECIPES["odd_weights"]), {"q1": "d", "q2": "d", "q3": "d"})
    assert (card.nodes["index"].points, card.nodes["index"].scale) == (Fraction(315, 100), Fraction(315, 100))


def test_what_does_not_apply_counts_as_the_target() -> None:
    written = RECIPES["targets"]
    document = bank_of(written)
    questions = [
        question.model_copy(update={"allow_not_applicable": True}) for question in document.sections[0].questions
    ]
    section = document.sections[0].model_copy(update={"questions": questions})
    card = score(document.model_copy(update={"sections": [section]}), {"q1": "not_applicable", "q2": "a"})
    assert card.nodes["first"].percent_of_target == 100
    assert card.nodes["overall"].score == 50


def test_the_tracks_are_read_apart() -> None:
    card = score(bank_of(RECIPES["tracks"]), {"access_done": "yes", "access_documented": "no"})
    assert {key: nodes["access"].score for key, nodes in card.readings.items()} == {"done": 100, "documented": 0}


def test_confidence_is_read_apart() -> None:
    card = score(bank_of(RECIPES["confidence"]), {"q1": "c", "sure": "fairly"})
    assert card.readings["confidence"]["overall"].score == 50


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
