"""The report of a check: generated answers give warnings, languages are counted, doubts are not said twice."""

from typing import Any

import pytest

from assessment.bank.check_report import check_document, report_text
from assessment.scoring.findings import Severity
from tests.bank.samples import small_bank, small_data

MESSAGE = {"message": {"en": "Really?", "zh-hans": "确定吗？"}, "questions": ["T1"]}


def asks(name: str, op: str, value: object) -> dict[str, Any]:
    return {"fact": name, "op": op, "value": value}


def checked(when: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"key": "c", "when": when, **MESSAGE}]


NEVER = checked({"all": [asks("answer.T1", "is", "nobody"), asks("node.talent", "gt", 50)]})


def test_generated_answers_are_tried_when_asked_for() -> None:
    document = small_bank(consistency=NEVER)
    assert check_document(document).findings == []
    tried = check_document(document, generated=200)
    assert [(each.place, each.severity, each.message) for each in tried.findings] == [
        ("consistency.c.when", Severity.WARNING, "in 200 generated sets of answers the message never appeared")
    ]
    assert tried.passed


def test_what_is_proved_is_not_tried_as_well() -> None:
    always = checked(asks("unknown.T1", "in", ["yes", "no"]))
    found = check_document(small_bank(consistency=always), generated=200).findings
    assert [each.message for each in found] == ["the condition is never false, so everybody gets the message"]


def test_nothing_is_tried_on_a_bank_with_errors() -> None:
    report = check_document(small_bank(consistency=NEVER, examples=[]), generated=200)
    assert [each.place for each in report.findings] == ["examples"]
    assert report.comparisons == []


def test_languages_are_counted_in_the_summary() -> None:
    data = small_data()
    del data["title"]["zh-hans"]
    text = report_text(check_document(small_bank(title=data["title"])))
    assert text.splitlines()[-2:] == ["texts: en 50 of 50, zh-hans 49 of 50", "1 errors, 0 warnings"]


def test_answers_of_examples_are_refused_in_the_words_of_an_answers_file() -> None:
    data = small_data()["examples"]
    data[0]["answers"] |= {"E2": "output", "has_machines": False}
    lines = report_text(check_document(small_bank(examples=data))).splitlines()
    assert lines[:2] == [
        "error: examples.half.answers.has_machines: false is not an option; allowed are yes, no; write no",
        "error: examples.half.answers.E2: must be a list of at least one option; write [output]",
    ]


def warned(**changes: Any) -> list[tuple[str, str]]:
    return [(each.place, each.message) for each in check_document(small_bank(**changes)).findings]


def test_gate_without_words_is_doubted() -> None:
    levels = small_data()["levels"]
    del levels[1]["gate_text"]
    message = "the gate is not said in words, so nobody reads what is missing for the level"
    assert warned(levels=levels) == [("levels.advanced.gate", message)]


def test_gate_that_only_waits_needs_no_words() -> None:
    levels = small_data()["levels"]
    levels[0]["gate"] = {"fact": "node.talent", "op": "known"}
    assert warned(levels=levels) == []


def test_credit_in_the_profile_is_doubted() -> None:
    sections = small_data()["sections"]
    sections[0]["questions"][0]["bands"] = [{"upto": 10, "credit": 0}, {"upto": 1000, "credit": 1}]
    message = "the profile is never scored, so the bands of employees do nothing"
    assert warned(sections=sections) == [("sections.profile.questions.employees.bands", message)]


@pytest.mark.parametrize("written", ["“Small shop”", "‘Small shop’", "„Small shop“"])
def test_curly_quotes_around_a_whole_text_are_doubted(written: str) -> None:
    message = f"the quotation marks {written[0]} {written[-1]} are part of the text"
    assert warned(title={"en": written, "zh-hans": "小店"}) == [("title.en", message)]


@pytest.mark.parametrize("written", ["“Small” or “big”", "A “small” shop", "“Small” shop", '"Small shop"', "“"])
def test_quotes_within_a_text_are_not(written: str) -> None:
    assert warned(title={"en": written, "zh-hans": "小店"}) == []
