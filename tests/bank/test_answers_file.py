"""Answers in a file: every faulty key is named, with what would have been right."""

import pytest

from assessment.bank.answer_messages import _MESSAGES, refusal
from assessment.bank.answers_file import bank_named_in, read_answers
from assessment.bank.faults import DocumentError
from assessment.scoring.answers import NOT_APPLICABLE, UNKNOWN, Answer, AnswerState, InvalidAnswer, read_answer
from assessment.scoring.document import BankDocument, Question
from assessment.scoring.scorecard import Scope

ANSWERS = """\
bank: small-shop
enterprise: Four Gears Ltd
profile:
  has_machines: yes
  employees: 86
answers:
  T1: part_time
  E1: {numerator: 4, denominator: 10}
  E2: [faults, output]
"""


def answered(value: object) -> Answer:
    return Answer(AnswerState.ANSWERED, value)  # type: ignore[arg-type]


def faults_of(text: str, document: BankDocument, name: str = "firm.yaml") -> list[str]:
    with pytest.raises(DocumentError) as refused:
        read_answers(text, name, document)
    return [str(fault) for fault in refused.value.faults]


def test_answers_are_canonical_and_in_the_order_of_the_bank(document: BankDocument) -> None:
    file = read_answers(ANSWERS, "firm.yaml", document)
    assert (file.bank, file.enterprise, file.scope) == ("small-shop", "Four Gears Ltd", Scope.FULL)
    assert list(file.answers.items()) == [
        ("employees", answered("86")),
        ("has_machines", answered("yes")),
        ("E1", answered({"numerator": "4", "denominator": "10"})),
        ("E2", answered(["output", "faults"])),
        ("T1", answered("part_time")),
    ]


def test_unknown_and_not_applicable_are_states(document: BankDocument) -> None:
    text = ANSWERS.replace("E2: [faults, output]", "E2: not_applicable").replace("T1: part_time", "T1: unknown")
    file = read_answers(text + "scope: quick", "firm.yaml", document)
    assert file.scope is Scope.QUICK
    assert file.answers["E2"] == NOT_APPLICABLE
    assert file.answers["T1"] == UNKNOWN


def test_parts_may_be_left_out(document: BankDocument) -> None:
    assert dict(read_answers("bank: small-shop\nenterprise: X", "firm.yaml", document).answers) == {}


def test_enterprise_may_stay_nameless(document: BankDocument) -> None:
    assert read_answers("bank: small-shop", "firm.yaml", document).enterprise == "–"


def test_json_is_read_too(document: BankDocument) -> None:
    text = '{"bank": "small-shop", "enterprise": "X", "answers": {"E1": 12.5}}'
    assert dict(read_answers(text, "firm.json", document).answers) == {"E1": answered("12.5")}


@pytest.mark.parametrize(
    "old, new, fault",
    [
        ("T1: part_time", "T7: part_time", "7:7 answers.T7: no question has this key; did you mean T2?"),
        ("T1: part_time", "xyz: 1", "7:8 answers.xyz: no question has this key"),
        ("T1: part_time", "T1: parttime",
         '7:7 answers.T1: "parttime" is not an option; allowed are nobody, part_time, full_time; write part_time'),
        ("T1: part_time", "T1: [part_time]",
         '7:7 answers.T1: ["part_time"] is not an option; allowed are nobody, part_time, full_time; write part_time'),
        ("T1: part_time", "employees: 5", "7:14 answers.employees: belongs under “profile”"),
        ("employees: 86", "E1: 40", "5:7 profile.E1: belongs under “answers”"),
        ("employees: 86", "employees: 1001", "5:14 profile.employees: must be at most 1000"),
        ("employees: 86", "employees: -1", "5:14 profile.employees: must be at least 0"),
        ("employees: 86", "employees: 8.6", "5:14 profile.employees: may have at most 0 decimals"),
        ("employees: 86", "employees: many", '5:14 profile.employees: "many" is not a number that can be read here'),
        ("employees: 86", "employees: unknown", "5:14 profile.employees: “unknown” is not allowed here"),
        ("has_machines: yes", "has_machines: true",
         "4:17 profile.has_machines: true is not an option; allowed are yes, no; write yes"),
        ("has_machines: yes", "has_machines: false",
         "4:17 profile.has_machines: false is not an option; allowed are yes, no; write no"),
        ("employees: 86", "employees: '8,6'",
         '5:14 profile.employees: "8,6" is not a number that can be read here; write 8.6'),
        ("E1: {numerator: 4, denominator: 10}", "E1: {part: 4, whole: 10}",
         '8:7 answers.E1: {"part": 4, "whole": 10} is not a number that can be read here; '
         "write {numerator: 4, denominator: 10}"),
        ("[faults, output]", "faults", "9:7 answers.E2: must be a list of at least one option; write [faults]"),
        ("[faults, output]", "all of it", "9:7 answers.E2: must be a list of at least one option; write [nothing]"),
        ("[faults, output]", '"faults, output"',
         "9:7 answers.E2: must be a list of at least one option; write [faults, output]"),
        ("[faults, output]", '["faults, output"]',
         '9:7 answers.E2: "faults, output" is not an option; allowed are output, faults, nothing; write [faults, output]'),
        ("T1: part_time", "T1: not_applicable", "7:7 answers.T1: “not_applicable” is not allowed here"),
        ("denominator: 10", "denominator: 0", "8:7 answers.E1: the denominator must be more than 0"),
        ("numerator: 4,", "numerator: 40,", "8:7 answers.E1: the numerator must not be more than the denominator"),
        ("[faults, output]", "[faults, nothing]",
         "9:7 answers.E2: nothing cannot be chosen together with other options; "
         "write [nothing] alone, or the others without it"),
        ("[faults, output]", "[]", "9:7 answers.E2: must be a list of at least one option; write [nothing]"),
        ("bank: small-shop", "bank: big-shop", '1:7 bank: is "big-shop", but the bank is "small-shop"'),
        ("bank: small-shop", "bonk: small-shop", "1:7 bonk: is not known here; did you mean bank?"),
        ("enterprise: Four Gears Ltd", "enterprise: ''", "2:13 enterprise: is shorter than 1 characters"),
        ("T1: part_time", "E1: 4", '8:3 answers.E1: the key "E1" appears twice'),
        ("bank: small-shop", "bank: small-shop\nscope: half", '2:8 scope: must be quick, full, not "half"'),
    ],
)  # fmt: skip
def test_faulty_key_is_named(document: BankDocument, old: str, new: str, fault: str) -> None:
    assert ANSWERS.count(old) == 1
    assert fault in faults_of(ANSWERS.replace(old, new), document)


def test_every_faulty_key_is_named_in_one_go(document: BankDocument) -> None:
    text = ANSWERS.replace("86", "1001").replace("part_time", "all_day").replace("E1:", "E9:")
    assert [fault.split(":")[1] for fault in faults_of(text, document)] == [
        "14 profile.employees",
        "7 answers.T1",
        "7 answers.E9",
    ]


def test_bank_is_named_before_the_answers_are_read() -> None:
    assert bank_named_in(ANSWERS, "firm.yaml") == "small-shop"


TABLE = {
    "key": "stock",
    "kind": "table",
    "text": {"en": "How?"},
    "options": [{"key": "sheet", "label": {}}, {"key": "paper", "label": {}}],
    "rows": [{"key": "goods", "label": {}}, {"key": "parts", "label": {}}],
}


@pytest.mark.parametrize(
    "multiple, raw, said",
    [
        (False, "sheet", ("these rows have no answer: goods, parts", "write {goods: sheet, parts: sheet}")),
        (False, {"goods": "sheet"}, ("these rows have no answer: parts", "write {goods: sheet, parts: sheet}")),
        (True, {"goods": "paper"}, ("the row goods needs a list of options", "write goods: [paper]")),
        (True, {"goods": 1}, ("the row goods needs a list of options", "write goods: [sheet]")),
        (True, "paper", ("these rows have no answer: goods, parts", "write {goods: [sheet], parts: [sheet]}")),
        (False, {"goods": "sheet", "bulk": "x"}, ('"bulk" is not a row; the rows are goods, parts', "")),
    ],
)
def test_form_of_a_table_is_shown(multiple: bool, raw: object, said: tuple[str, str]) -> None:
    question = Question.model_validate(TABLE | {"multiple": multiple})
    with pytest.raises(InvalidAnswer) as refused:
        read_answer(question, raw)
    assert refusal(question, raw, refused.value) == said


@pytest.mark.parametrize("code", sorted(_MESSAGES))
def test_every_reason_has_words(document: BankDocument, code: str) -> None:
    names = ["given", "allowed", "option", "minimum", "maximum", "decimals", "row", "rows", "characters", "lines"]
    question = document.sections[1].questions[1]
    message, mend = refusal(question, "7", InvalidAnswer(code, **dict.fromkeys(names, "7")))
    assert message and "%" not in message + mend
