"""Every framework that ships: checked, proven by its examples, bilingual, and honest about what it is."""

import re

import pytest

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.check_report import check_document, comparison_lines, finding_lines
from assessment.bank.documents import canonical_json
from assessment.bank.releases import document_of
from assessment.config.shipped_content import FRAMEWORKS
from assessment.scoring.document import BankDocument, Question
from assessment.scoring.ladders import ladders_of
from tests.content.frameworks import FOLDER, SHIPPED, shipped
from tests.content.texts import LOCALES, texts_in

CHINESE = re.compile(r"[\u4e00-\u9fff]")
NAMES = pytest.mark.parametrize("name", SHIPPED)


def asked(bank: BankDocument) -> list[Question]:
    return [question for section in bank.sections if not section.profile for question in section.questions]


def test_every_file_is_loaded_by_the_set_up_and_named_after_its_bank() -> None:
    assert [(FOLDER / f"{name}.yaml").name for name in SHIPPED] == [file.path.rsplit("/", 1)[1] for file in FRAMEWORKS]
    assert [shipped(name).slug for name in SHIPPED] == SHIPPED == [file.releases for file in FRAMEWORKS]


@NAMES
def test_checker_finds_nothing(name: str) -> None:
    assert list(finding_lines(check_document(shipped(name)).findings)) == []


@NAMES
def test_every_worked_example_agrees_and_shows_its_working(name: str) -> None:
    bank, report = shipped(name), check_document(shipped(name))
    assert list(comparison_lines(report.failed)) == []
    assert {each.example for each in report.comparisons} == {example.key for example in bank.examples}
    assert [example.key for example in bank.examples if not example.working] == []


@NAMES
def test_own_examples_stand_beside_published_ones(name: str) -> None:
    published = [example for example in shipped(name).examples if example.key.startswith("published_")]
    assert [example.key for example in published if not example.title["en"].startswith("Published")] == []
    assert (len(published) >= 2, len(shipped(name).examples) - len(published) >= 6) == (True, True)
    assert {example.scope for example in shipped(name).examples} == {"full", "quick"}


@NAMES
def test_every_level_is_reached_in_some_example(name: str) -> None:
    bank = shipped(name)
    by_ladder = {key: {level.key for level in levels} for key, levels in ladders_of(bank).items()}
    expected = {(key, expectation.level) for example in bank.examples for key, expectation in example.expect.items()}
    shown = {level for _, level in expected if level is not None}
    assert set().union(*by_ladder.values()) == shown


@NAMES
def test_every_text_in_both_languages(name: str) -> None:
    texts = [(place, text) for place, text in texts_in(shipped(name))]
    assert [place for place, text in texts if set(text) != LOCALES or not all(text.values())] == []
    assert {text["zh-hans"] for _, text in texts if not CHINESE.search(text["zh-hans"])} <= {"%"}


@NAMES
def test_every_question_says_how_to_count_and_what_would_prove_it(name: str) -> None:
    assert [question.key for question in asked(shipped(name)) if not (question.help and question.evidence)] == []


@NAMES
def test_notice_says_indicative_and_not_affiliated(name: str) -> None:
    notice = shipped(name).notice
    assert notice["en"].startswith("Indicative") and "Not affiliated with" in notice["en"]
    assert notice["zh-hans"].startswith("仅供参考") and "无隶属关系" in notice["zh-hans"]


@NAMES
def test_every_published_item_is_asked_for(name: str) -> None:
    bank = shipped(name)
    items = {f"{framework.key}:{item.key}" for framework in bank.frameworks for item in framework.items}
    assert {link.ref for question in asked(bank) for link in question.crosswalk} == items


@NAMES
def test_three_contradictions_or_more_are_noticed(name: str) -> None:
    assert len(shipped(name).consistency) >= 3


@NAMES
def test_released_document_is_the_shipped_one(name: str, db: None) -> None:
    release = release_bank(bank=load_bank(document=shipped(name)))
    assert canonical_json(document_of(release.pk)) == canonical_json(shipped(name))
