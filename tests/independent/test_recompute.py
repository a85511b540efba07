"""The engine and a second calculation, made from the written reference alone, agree to the last digit."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.core.management import call_command

from assessment.bank.documents import canonical_json, read_bank_file
from assessment.bank.score_json import score_json
from assessment.scoring.answers import Answer, read_answer
from assessment.scoring.check import Severity, check_bank
from assessment.scoring.document import BankDocument
from assessment.scoring.freeze import freeze_answers
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from tests.frameworks.answering import questions_of, random_cases
from tests.frameworks.catalogue import FRAMEWORKS
from tests.independent import recompute
from tests.independent.random_banks import random_bank
from tests.independent.random_questions import random_answers

CONTENT = Path(__file__).parents[2] / "assessment/bank/content"
SHIPPED = {
    file.stem: file for file in (CONTENT / "four_barriers.yaml", *sorted((CONTENT / "frameworks").glob("*.yaml")))
}
BATCHES, BANKS, ANSWERS = 20, 25, 20  # 10,000 cases
SCOPES = [Scope.FULL, Scope.FULL, Scope.QUICK]


def exported(document: BankDocument) -> Any:
    return json.loads(canonical_json(document))


def result_file(scorer: Scorer, answers: Mapping[str, Answer], scope: Scope = Scope.FULL) -> Any:
    """The result with its answers, as it stands in a file."""
    result = score_json(scorer.index.document, scorer.score(answers, scope), "en")
    return json.loads(json.dumps(result | {"answers": freeze_answers(answers)}))


def read_all(document: BankDocument, raw: Mapping[str, Any]) -> dict[str, Answer]:
    asked = questions_of(document)
    return {key: read_answer(asked[key], value) for key, value in raw.items()}


def disagreements(document: BankDocument, cases: Iterator[tuple[Mapping[str, Any], Scope]]) -> list[Any]:
    """What the two say differently, with the answers that show it."""
    bank, scorer, found = exported(document), Scorer(document), []
    for raw, scope in cases:
        result = result_file(scorer, read_all(document, raw), scope)
        unlike = [each for each in recompute.differences(bank, result) if each[1]]
        found += [(raw, scope, unlike)] if unlike else []
    return found


def in_both_scopes(document: BankDocument) -> Iterator[tuple[Mapping[str, Any], Scope]]:
    for place, raw in enumerate(random_cases(document, cases=40)):
        yield raw, SCOPES[place % len(SCOPES)]


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_both_agree_on_the_frameworks_of_the_tests(name: str) -> None:
    assert disagreements(FRAMEWORKS[name], in_both_scopes(FRAMEWORKS[name])) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_both_agree_on_the_shipped_banks(name: str) -> None:
    document = read_bank_file(SHIPPED[name])
    assert disagreements(document, in_both_scopes(document)) == []


# --- ten thousand random cases ---


def releasable(dice: Random) -> tuple[Any, BankDocument]:
    """A random bank in which the checker finds no error, except that it has no examples."""
    while True:
        data = random_bank(dice)
        document = BankDocument.model_validate(data)
        errors = [each for each in check_bank(document) if each.severity is Severity.ERROR]
        if all(each.place.startswith("examples") for each in errors):
            return data, document


@pytest.mark.parametrize("batch", range(BATCHES))
def test_both_agree_on_random_banks(batch: int) -> None:
    for place in range(BANKS):
        dice = Random(f"{batch} {place}")
        data, document = releasable(dice)
        cases = ((random_answers(dice, data), dice.choice(SCOPES)) for _ in range(ANSWERS))
        assert (place, disagreements(document, cases)) == (place, [])


# --- as a command ---


@pytest.fixture
def machining(tmp_path: Path) -> list[Path]:
    """The shipped bank, as it is exported, and what the command says of its sample answers, as files."""
    document, bank, result = read_bank_file(SHIPPED["four_barriers"]), tmp_path / "bank.json", tmp_path / "result.json"
    bank.write_text(canonical_json(document), encoding="utf-8")
    call_command("score", SHIPPED["four_barriers"], CONTENT / "machining-86.answers.yaml", json=result)
    return [bank, result]


def run(*paths: Path) -> tuple[int, list[str]]:
    command = [sys.executable, "-I", "-S", recompute.__file__, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, (done.stdout + done.stderr).splitlines()


def test_command_needs_nothing_installed_and_says_that_every_node_agrees(machining: list[Path]) -> None:
    code, lines = run(*machining)
    assert (code, {line.split(": ")[1] for line in lines}) == (0, {"agrees"})
    assert (len(lines), lines[0], lines[-1]) == (48, "score.overall: agrees", "asked: agrees")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"points": 42.1}, "points 42.1, not 42.0"),
        ({"level": "initial"}, "level initial, not standardised"),
        ({"status": "unscored"}, "status unscored, not scored"),
        ({"score": None}, "score None, not 34235/816"),
        ({"exact": {"high": "48"}}, "high 48, not 2275/48"),
    ],
)
def test_command_names_the_node_that_differs(machining: list[Path], change: dict[str, Any], said: str) -> None:
    result = json.loads(machining[1].read_text())
    result["nodes"][0] |= change | ({"exact": result["nodes"][0]["exact"] | change.get("exact", {})})
    machining[1].write_text(json.dumps(result))
    code, lines = run(*machining)
    assert (code, [line for line in lines if not line.endswith(": agrees")]) == (1, [f"score.overall: {said}"])


def test_command_notices_a_missing_node_and_a_question_that_was_not_asked(machining: list[Path]) -> None:
    result = json.loads(machining[1].read_text())
    del result["nodes"][1], result["visible"][0]
    machining[1].write_text(json.dumps(result))
    code, lines = run(*machining)
    wrong = [line.partition(": ")[0] for line in lines if not line.endswith(": agrees")]
    assert (code, wrong, lines[1]) == (1, ["score.equipment", "asked"], "score.equipment: is missing")


def test_second_calculation_shares_nothing_with_the_engine() -> None:
    tree = ast.parse(Path(recompute.__file__).read_text(encoding="utf-8"))
    imported = {each.module for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)}
    imported |= {name.name for each in ast.walk(tree) if isinstance(each, ast.Import) for name in each.names}
    assert imported <= sys.stdlib_module_names
