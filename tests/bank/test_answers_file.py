"""Answers in a file: every faulty key is named, with what would have been right."""

import pytest

from assessment.bank.answer_messages import _MESSAGES, invalid_answer_message
from assessment.bank.answers_file import bank_named_in, read_answers
from assessment.bank.faults import DocumentError
from assessment.scoring.answers import NOT_APPLICABLE, UNKNOWN, Answer, AnswerState, InvalidAnswer
from assessment.scoring.document import BankDocument
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


def test_json_is_read_too(document: BankDocument) -> None:
    text = '{"bank": "small-shop", "enterprise": "X", "answers": {"E1": 12.5}}'
    assert dict(read_answers(text, "firm.json", document).answers) == {"E1": answered("12.5")}


@pytest.mark.parametrize(
    "old, new, fault",
    [
        ("T1: part_time", "T7: part_time", "7:7 answers.T7: no question has this key; did you mean T2?"),
        ("T1: part_time", "xyz: 1", "7:8 answers.xyz: no question has this key"),
        ("T1: part_time", "T1: parttime",
         '7:7 answers.T1: "parttime" is not an option; allowed are nobody, part_time, full_time'),
        ("T1: part_time", "T1: [part_time]",
         '7:7 answers.T1: ["part_time"] is not an option; allowed are nobody, part_time, full_time'),
        ("T1: part_time", "employees: 5", "7:14 answers.employees: belongs under “profile”"),
        ("employees: 86", "E1: 40", "5:7 profile.E1: belongs under “answers”"),
        ("employees: 86", "employees: 1001", "5:14 profile.employees: must be at most 1000"),
        ("employees: 86", "employees: -1", "5:14 profile.employees: must be at least 0"),
        ("employees: 86", "employees: 8.6", "5:14 profile.employees: may have at most 0 decimals"),
        ("employees: 86", "employees: many", '5:14 profile.employees: "many" is not a number that can be read here'),
        ("employees: 86", "employees: unknown", "5:14 profile.employees: “unknown” is not allowed here"),
        ("has_machines: yes", "has_machines: true",
         "4:17 profile.has_machines: true is not an option; allowed are yes, no"),
        ("T1: part_time", "T1: not_applicable", "7:7 answers.T1: “not_applicable” is not allowed here"),
        ("denominator: 10", "denominator: 0", "8:7 answers.E1: the denominator must be more than 0"),
        ("numerator: 4,", "numerator: 40,", "8:7 answers.E1: the numerator must not be more than the denominator"),
        ("[faults, output]", "[faults, nothing]",
         "9:7 answers.E2: nothing cannot be chosen together with other options"),
        ("[faults, output]", "[]", "9:7 answers.E2: must be a list of at least one option"),
        ("bank: small-shop", "bank: big-shop", 'bank: is "big-shop", but the bank is "small-shop"'),
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


@pytest.mark.parametrize("code", sorted(_MESSAGES))
def test_every_reason_has_words(code: str) -> None:
    names = ["given", "allowed", "option", "minimum", "maximum", "decimals", "row", "rows", "characters", "lines"]
    message = invalid_answer_message(InvalidAnswer(code, **dict.fromkeys(names, "7")))
    assert message and "%" not in message
