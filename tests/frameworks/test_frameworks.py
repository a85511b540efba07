"""What every framework must stand: the checker, its worked examples, every way of writing, asking and keeping it."""

import json

import pytest

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.check_report import check_document, comparison_lines, finding_lines
from assessment.bank.compile import compile_bank
from assessment.bank.documents import canonical_json, read_bank
from assessment.bank.releases import document_of
from assessment.bank.score_json import score_json
from assessment.bank.yaml_writing import write_yaml
from assessment.scoring.freeze import freeze_answers, freeze_scorecard, thaw_answers, thaw_scorecard
from assessment.scoring.ladders import ladders_of
from tests.frameworks.answering import questions_of, random_cases, read_all, score, scorer_of
from tests.frameworks.catalogue import FRAMEWORKS

NAMES = pytest.mark.parametrize("name", FRAMEWORKS)


@NAMES
def test_checker_finds_no_error_and_every_example_agrees(name: str) -> None:
    report = check_document(FRAMEWORKS[name])
    assert list(finding_lines(report.errors)) == []
    assert list(comparison_lines(report.failed)) == []
    assert len({each.example for each in report.comparisons}) >= 3


@NAMES
def test_checker_has_no_doubts(name: str) -> None:
    assert list(finding_lines(check_document(FRAMEWORKS[name]).findings)) == []


@NAMES
def test_written_as_yaml_it_reads_back_as_the_same_document(name: str) -> None:
    document = FRAMEWORKS[name]
    written = write_yaml(document)
    assert read_bank(written, "framework.yaml") == document
    assert write_yaml(read_bank(written, "framework.yaml")) == written


@NAMES
def test_loaded_compiled_and_released_it_is_the_same_document(name: str, db: None) -> None:
    document = FRAMEWORKS[name]
    bank = load_bank(document=document)
    assert canonical_json(compile_bank(bank)) == canonical_json(document)
    assert compile_bank(bank) == document
    assert document_of(release_bank(bank=bank).pk) == document


@NAMES
def test_its_questions_are_asked(name: str) -> None:
    document = FRAMEWORKS[name]
    asked = scorer_of(document).visible({})
    conditional = {key for key, question in questions_of(document).items() if question.visible_if is not None}
    assert asked | conditional == set(questions_of(document))


@NAMES
def test_scorecards_are_kept_without_losing_a_digit(name: str) -> None:
    document = FRAMEWORKS[name]
    for raw in random_cases(document, cases=10):
        card, answers = score(document, raw), read_all(document, raw)
        kept = json.loads(json.dumps(freeze_scorecard(card)))
        assert thaw_scorecard(kept) == card
        assert thaw_answers(json.loads(json.dumps(freeze_answers(answers)))) == answers


@NAMES
def test_score_json_names_the_level_of_every_node(name: str) -> None:
    document = FRAMEWORKS[name]
    ladders = ladders_of(document)
    for raw in random_cases(document, cases=10):
        card = score(document, raw)
        report = json.loads(json.dumps(score_json(document, card, "en")))
        found = {each["key"]: each["level"] for each in report["nodes"]}
        assert found == {
            key: None if each.level is None else ladders[key][each.level].key for key, each in card.nodes.items()
        }


@NAMES
def test_scores_stay_within_their_interval_and_their_scale(name: str) -> None:
    document = FRAMEWORKS[name]
    for raw in random_cases(document, cases=40):
        for each in score(document, raw).nodes.values():
            if each.score is not None and each.low is not None and each.high is not None:
                assert 0 <= each.low <= each.score <= each.high <= 100
