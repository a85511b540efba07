"""The bank "Four barriers": complete, checked, bilingual, and scored as calculated by hand."""

import re

from assessment.scoring.check import check_bank
from assessment.scoring.document import BankDocument, Node, Question
from assessment.scoring.worked_examples import run_examples
from tests.content.texts import LOCALES, texts_in

CHINESE = re.compile(r"[\u4e00-\u9fff]")
BARRIERS = ["equipment", "rd_production", "cost", "talent"]


def asked(bank: BankDocument) -> list[Question]:
    return [question for section in bank.sections if not section.profile for question in section.questions]


def measured(node: Node) -> list[str]:
    below = [measure.question for measure in node.measures]
    return below + [question for child in node.children for question in measured(child)]


def test_bank_has_no_findings(bank: BankDocument) -> None:
    assert check_bank(bank) == []


def test_forty_five_questions_in_four_barriers(bank: BankDocument) -> None:
    sections = {section.key: len(section.questions) for section in bank.sections}
    assert sections == {"profile": 11, "equipment": 12, "rd_production": 13, "cost": 10, "talent": 10}
    assert [section.node for section in bank.sections] == [None, *BARRIERS]


def test_twenty_four_core_questions(bank: BankDocument) -> None:
    assert sum(question.core for question in asked(bank)) == 24


def test_every_question_is_measured_once_but_the_comparator(bank: BankDocument) -> None:
    assert sorted([*measured(bank.tree), "RD13"]) == sorted(question.key for question in asked(bank))


def test_each_section_feeds_its_own_barrier(bank: BankDocument) -> None:
    home = {question.key: section.key for section in bank.sections for question in section.questions}
    assert {(child.key, home[key]) for child in bank.tree.children for key in measured(child)} == {
        (key, key) for key in BARRIERS
    }


def test_barriers_weigh_the_same_and_indicators_pool(bank: BankDocument) -> None:
    assert [(child.key, child.weight) for child in bank.tree.children] == [(key, 1) for key in BARRIERS]
    assert {leaf.weight for child in bank.tree.children for leaf in child.children} == {None}


def test_every_text_in_both_languages(bank: BankDocument) -> None:
    assert [place for place, text in texts_in(bank) if set(text) != LOCALES or not all(text.values())] == []


def test_chinese_texts_are_chinese(bank: BankDocument) -> None:
    plain = [text["zh-hans"] for _, text in texts_in(bank) if not CHINESE.search(text["zh-hans"])]
    assert set(plain) <= {"%"}


def test_help_never_speaks_of_numbered_options(bank: BankDocument) -> None:
    told = [(place, text) for place, text in texts_in(asked(bank)) if re.search(r"\blevel \d|第\d级", str(text))]
    assert told == []


def test_every_question_says_what_would_prove_it(bank: BankDocument) -> None:
    assert [question.key for question in asked(bank) if not (question.help and question.evidence)] == []


def test_worked_examples_agree(bank: BankDocument) -> None:
    assert len(bank.examples) >= 6
    assert [comparison for comparison in run_examples(bank) if not comparison.agrees] == []


def test_every_worked_example_shows_its_working(bank: BankDocument) -> None:
    assert [example.key for example in bank.examples if not example.working] == []


def test_reference_lines_have_scope_period_and_source(bank: BankDocument) -> None:
    bare = [line.key for line in bank.reference_lines if not (line.scope and line.source and line.period)]
    assert (bare, len(bank.reference_lines)) == ([], 12)


def test_numerical_control_in_2021_is_the_figure_that_adds_up(bank: BankDocument) -> None:
    lines = {line.key: float(line.value) for line in bank.reference_lines}
    assert (lines["nc_2021"], lines["nc_2022h1"]) == (55.3, 55.7)


def test_reference_lines_stand_only_where_they_can_be_read(bank: BankDocument) -> None:
    assert {question.key for question in asked(bank) if question.reference_lines} == {"EQ01", "EQ03", "RD01", "CO01"}


def test_every_crosswalk_names_an_item(bank: BankDocument) -> None:
    items = {f"{framework.key}:{item.key}" for framework in bank.frameworks for item in framework.items}
    refs = {crosswalk.ref for question in asked(bank) for crosswalk in question.crosswalk}
    assert refs - items == set()


def test_every_official_item_is_touched(bank: BankDocument) -> None:
    official = next(framework for framework in bank.frameworks if framework.key == "MIIT2024")
    refs = {crosswalk.ref for question in asked(bank) for crosswalk in question.crosswalk}
    assert {item.key for item in official.items if f"MIIT2024:{item.key}" not in refs} == set()


def test_notice_says_that_it_is_no_rating(bank: BankDocument) -> None:
    assert bank.notice == {"en": "Indicative, not an official rating.", "zh-hans": "仅供参考，不是官方评级。"}


def test_every_level_above_the_first_has_a_gate_in_words(bank: BankDocument) -> None:
    assert [bool(level.gate and level.gate_text) for level in bank.levels] == [False, True, True, True, True]


def test_questions_that_others_depend_on_are_required(bank: BankDocument) -> None:
    questions = {question.key: question for section in bank.sections for question in section.questions}
    conditions = [question.visible_if for question in questions.values() if question.visible_if]
    written = " ".join(condition.model_dump_json() for condition in conditions)
    decisive = set(re.findall(r'"fact":"profile\.(\w+)"', written))
    assert len(decisive) == 7
    assert {key for key in decisive if not questions[key].required or questions[key].allow_unknown} == set()
