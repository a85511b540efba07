"""Reading a bank, its canonical text and its two hashes."""

import json
import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from assessment.bank.documents import canonical_json, content_hash, read_bank
from assessment.bank.exactness import is_storable
from assessment.bank.faults import DocumentError, Fault
from assessment.bank.structure import structure_hash
from assessment.scoring.document import BankDocument
from tests.bank.samples import SMALL_BANK, small_bank, small_data, written_bank


def faults_of(text: str, name: str = "small.yaml") -> list[str]:
    with pytest.raises(DocumentError) as refused:
        read_bank(text, name)
    return [str(fault) for fault in refused.value.faults]


def changed(old: str, new: str) -> str:
    assert SMALL_BANK.count(old) == 1
    return SMALL_BANK.replace(old, new)


def test_numbers_stay_as_they_were_written(document: BankDocument) -> None:
    step = document.sections[1].questions[1].steps[1]
    assert step.credit == Decimal("0.4")
    assert document.sections[1].questions[0].bands[1].upto == Decimal("59.5")


@pytest.mark.parametrize(
    "old, new, faults",
    [
        ("upto: 100, credit: 1}", "upto: 100, credit: 1.5}",
         ["sections[1].questions[0].bands[2].credit: must be between 0 and 1, not 1.5"]),
        ("lower: 50", "lower: -1", ["levels[1].lower: must be between 0 and 1000000, not -1"]),
        ("points: 1.5", "points: -2",
         ["sections[1].questions[1].options[1].points: must be at least 0, not -2"]),
        ("E1, weight: 2", "E1, weight: 2000000",
         ["tree.children[0].measures[0].weight: must be between 0 and 1000000, not 2000000"]),
        ("seconds_per_question: 20", "seconds_per_question: much",
         ['seconds_per_question: must be a whole number, not "much"']),
        ("kind: percent", "kind: procent",
         ["sections[1].questions[0].kind: must be single, multi, yes_no, likert, percent, number, table, text, "
          'not "procent"; did you mean percent?']),
        ("    intro:", "    introo:",
         ["sections[1].introo: is not known here; did you mean intro?"]),
        ("{fact: node.talent, op: gte, value: 50}", "{fact: node.talent, op: above, value: 50}",
         ["levels[1].gate.all[0].op: must be lt, lte, eq, gte, gt, between, is, in, has, has_any, has_none, known, "
          'not "above"']),
        ("{fact: node.talent, op: gte, value: 50}", "{fact: node.talent, value: {a: 1}}",
         ["levels[1].gate.all[0].op: is missing",
          'levels[1].gate.all[0].value: must be a whole number, not {"a": 1} or must be a number, not {"a": 1} '
          'or must be a text, not {"a": 1} or must be a list, not {"a": 1}']),
        ("        text: {en: Any machines?, zh-hans: 有设备吗？}\n", "",
         ["sections[0].questions[1].text: is missing"]),
        ("notice: {en: Indicative., zh-hans: 仅供参考。}", "notice: Indicative.",
         ['notice: must be a mapping of keys and values, not "Indicative."; write {en: Indicative.}']),
        ("slug: small-shop", "slug: Small Shop",
         ['slug: "Small Shop" is no short name; it has only small letters a to z, digits and -, for example small-shop']),
        ("sectors: []", "sectors: none", ['size.rules[0].sectors: must be a list, not "none"; write [none]']),
        ("questions: [E1, E2]", "questions: []", ["consistency[0].questions: must hold at least 1, not 0"]),
        ("minimum_coverage: 0.5", "minimum_coverage: '0.5000000000001'",
         ["minimum_coverage: has more than 15 digits or 12 decimals"]),
        ("value: 55.7", "value: '1e999999999'", ["reference_lines[0].value: has more than 15 digits or 12 decimals"]),
        ("value: 55.7", "value: .nan", ['reference_lines[0].value: must be a number, not ".nan"']),
    ],
)  # fmt: skip
def test_what_the_schema_refuses_is_said_plainly(old: str, new: str, faults: list[str]) -> None:
    said = [re.sub(r"^\d+:\d+ ", "", fault) for fault in faults_of(changed(old, new))]
    assert said == faults


def test_fault_of_the_schema_stands_where_the_value_stands() -> None:
    text = changed("lower: 50", "lower: 5000000")
    line = text.split("\n").index("    lower: 5000000") + 1
    assert faults_of(text) == [f"{line}:12 levels[1].lower: must be between 0 and 1000000, not 5000000"]


def test_every_fault_of_the_schema_is_listed_in_one_go() -> None:
    text = (
        changed("kind: percent", "kind: procent").replace("lower: 50", "lower: 5000000").replace("op: gt,", "op: gtt,")
    )
    assert [fault.split(":")[1].split(" ")[1] for fault in faults_of(text)] == [
        "sections[1].questions[0].kind",
        "levels[1].lower",
        "consistency[0].when.any[0].op",
    ]


def test_json_document_is_the_same_bank() -> None:
    text = json.dumps(small_data())
    assert read_bank(text, "small.json") == written_bank()
    assert faults_of(text.replace('"lower": 50', '"lower": 5000000'), "small.json") == [
        "levels[1].lower: must be between 0 and 1000000, not 5000000"
    ]


def test_document_that_is_no_mapping_is_refused() -> None:
    assert faults_of("- a") == ['must be a mapping of keys and values, not ["a"]']


def test_canonical_text_is_sorted_exact_and_without_defaults() -> None:
    document = BankDocument.model_validate(
        {
            "slug": "tiny",
            "locales": ["en"],
            "title": {"zh-hans": "小", "en": "Tiny"},
            "minimum_coverage": "0.50",
            "sections": [{"key": "a", "title": {}, "questions": [{"key": "Q", "kind": "text", "text": {"en": "?"}}]}],
            "tree": {"key": "overall", "title": {}, "weight": 1e2},
        }
    )
    assert canonical_json(document) == (
        '{"format":"fourfold-bank/1","locales":["en"],"minimum_coverage":"0.5",'
        '"sections":[{"key":"a","questions":[{"key":"Q","kind":"text","text":{"en":"?"}}],"title":{}}],'
        '"slug":"tiny","title":{"en":"Tiny","zh-hans":"小"},"tree":{"key":"overall","title":{},"weight":"100"}}'
    )


def test_canonical_text_reads_back_as_the_same_document(document: BankDocument) -> None:
    text = canonical_json(document)
    assert BankDocument.model_validate_json(text) == document
    assert read_bank(text, "small.json") == document
    assert canonical_json(read_bank(text, "small.json")) == text


def test_ways_of_writing_do_not_change_the_hashes(document: BankDocument) -> None:
    rewritten = written_bank(
        changed("minimum_coverage: 0.5", "minimum_coverage: 5.0e-1")
        .replace("title: {en: Small shop, zh-hans: 小店}", "title:\n  zh-hans: 小店\n  en: Small shop")
        .replace(
            "{small: {en: Small, zh-hans: 小型}, micro: {en: Micro, zh-hans: 微型}}",
            "{micro: {en: Micro, zh-hans: 微型}, small: {zh-hans: 小型, en: Small}}",
        )
    )
    assert content_hash(rewritten) == content_hash(document)
    assert structure_hash(rewritten) == structure_hash(document)


WORDS = [
    ("en: How many people?", "en: How many persons?"),
    ("help: {en: Count what", "help: {en: Only count what"),
    ("Full-time", "Full time"),
    ("title: {en: Basic", "title: {en: First"),
    ("en: Somebody is in charge.", "en: There is somebody in charge."),
    ("en: Really?", "en: Are you sure?"),
    ("en: Networked machines, zh-hans: 联网设备}", "en: Machines in the network, zh-hans: 联网设备}"),
    ("small: {en: Small, ", "small: {en: Little, "),
    ("why: {en: Machines., zh-hans: 设备。}", "description: {en: Machines., zh-hans: 设备。}"),
    ("{en: Half way, zh-hans: 一半}", "{en: Half, zh-hans: 一半}"),
    ("tolerance: 0.0000001", "tolerance: 0.00001"),
]


@pytest.mark.parametrize("old, new", WORDS, ids=[new for _old, new in WORDS])
def test_words_change_the_content_hash_only(document: BankDocument, old: str, new: str) -> None:
    reworded = written_bank(changed(old, new))
    assert content_hash(reworded) != content_hash(document)
    assert structure_hash(reworded) == structure_hash(document)


STRUCTURE: list[tuple[str, str]] = [
    ("E1, weight: 2", "E1, weight: 3"),
    ("upto: 59.5, credit: 0.5", "upto: 59.5, credit: 0.6"),
    ("op: gt, value: 50.5", "op: gt, value: 51"),
    ("key: part_time", "key: half_time"),
    ("required: true", "required: false"),
    ("lower: 50", "lower: 55"),
    ("labels: {small:", "labels: {tiny:"),
    ("minimum_coverage: 0.5", "minimum_coverage: 0.6"),
    ("locales: [en, zh-hans]", "locales: [en]"),
]


@pytest.mark.parametrize("old, new", STRUCTURE, ids=[new for _old, new in STRUCTURE])
def test_anything_else_changes_both_hashes(document: BankDocument, old: str, new: str) -> None:
    other = written_bank(changed(old, new))
    assert content_hash(other) != content_hash(document)
    assert structure_hash(other) != structure_hash(document)


def test_order_of_questions_is_structure(document: BankDocument) -> None:
    data = small_data()
    data["sections"][2]["questions"].reverse()
    assert structure_hash(small_bank(sections=data["sections"])) != structure_hash(document)


@pytest.mark.parametrize(
    "number, kept",
    [
        ("0", True),
        ("0.000000000001", True),
        ("0.0000000000001", False),
        ("999999999999999", True),
        ("1000000000000000", False),
        ("123456789.012345", True),
        ("1234567890.012345", False),
        ("1e14", True),
        ("1e15", False),
        ("0e999999999", False),
        ("1e-999999999", False),
    ],
)
def test_numbers_are_kept_up_to_fifteen_digits(number: str, kept: bool) -> None:
    assert is_storable(Decimal(number)) is kept


@pytest.mark.parametrize("part", [lambda d: d.sections[0].questions[0], lambda d: d.tree])
def test_parts_of_a_document_have_no_format(document: BankDocument, part: Callable[[BankDocument], object]) -> None:
    assert "format" not in json.loads(canonical_json(part(document)))  # type: ignore[arg-type]


def test_a_file_of_another_kind_is_not_listed_to_the_end() -> None:
    said = str(DocumentError("huge.yaml", [Fault(f"{line}:1", "is wrong") for line in range(1, 1001)]))
    assert said.count("\n") == 200
    assert said.endswith("huge.yaml: and 800 more faults")


def test_number_that_a_database_would_rewrite_is_refused_in_answers_as_well() -> None:
    assert faults_of(changed("{employees: 12,", "{employees: 1e+16,")) == [
        "147:26 examples[0].answers.employees: has more than 15 digits or 12 decimals"
    ]
