from typing import Any

import pytest
from django.http import QueryDict

from assessment.responses.entries import EMPTY, Entry, entry_of, raw_answer, read_entry
from assessment.responses.question_html import question_slots, render_question
from assessment.scoring.answers import InvalidAnswer, read_answer
from assessment.scoring.document import Question
from tests.responses.banks import bank_document

QUESTIONS = {question.key: question for section in bank_document().sections for question in section.questions}


@pytest.mark.parametrize(
    ("key", "query", "raw"),
    [
        ("E1", "q.E1=half", "half"),
        ("E1", "q.E1=unknown", "unknown"),
        ("E1", "", None),
        ("region", "q.region=", None),
        ("region", "q.region=place3", "place3"),
        ("E2", "q.E2=sensors&q.E2=network", ["sensors", "network"]),
        ("E2", "q.E2.alt=not_applicable", "not_applicable"),
        ("E2", "", None),
        ("employees", "q.employees=+86+", "86"),
        ("employees", "q.employees=", None),
        ("E3", "q.E3=40", "40"),
        ("E3", "q.E3=&q.E3.alt=unknown", "unknown"),
        ("E3", "q.E3=&q.E3.numerator=4&q.E3.denominator=10", {"numerator": "4", "denominator": "10"}),
        ("E3", "q.E3=&q.E3.numerator=4&q.E3.denominator=", {"numerator": "4", "denominator": ""}),
        ("employees", "q.employees=86&q.employees.numerator=4&q.employees.denominator=10", "86"),
        ("T3", "q.T3.numerator=4", None),
        ("T2", "q.T2.row.office=never&q.T2.row.shop=often", {"office": "never", "shop": "often"}),
        ("T2", "q.T2.row.office=never", {"office": "never"}),
        ("T3", "q.T3=two%0D%0Alines", "two\r\nlines"),
    ],
)
def test_a_form_is_read_as_the_answer_reader_expects(key: str, query: str, raw: object) -> None:
    question = QUESTIONS[key]
    assert raw_answer(question, read_entry(question, QueryDict(query)), EMPTY) == raw


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("E1", "half"),
        ("E1", "unknown"),
        ("E2", ["sensors", "network"]),
        ("E3", "40"),
        ("E3", {"numerator": "4", "denominator": "10"}),
        ("T2", {"office": "never", "shop": "often"}),
        ("T3", "some words"),
        ("employees", "86"),
    ],
)
def test_what_was_stored_comes_back_as_it_was_given(key: str, raw: object) -> None:
    question = QUESTIONS[key]
    entry = entry_of(question, read_answer(question, raw))
    assert raw_answer(question, entry, entry) == raw


UNKNOWN, FORTY = Entry(alternative="unknown"), Entry(text="40")
COUNTS = {"numerator": "4", "denominator": "10"}


@pytest.mark.parametrize(
    ("entry", "before", "meant"),
    [
        (Entry(text="40", alternative="unknown"), UNKNOWN, "40"),
        (Entry(text="40", alternative="unknown"), FORTY, "unknown"),
        (Entry(text="40", **COUNTS), FORTY, COUNTS),
        (Entry(text="40", **COUNTS), Entry(**COUNTS), "40"),
    ],
)
def test_of_two_contradicting_fields_the_changed_one_counts(entry: Entry, before: Entry, meant: object) -> None:
    assert raw_answer(QUESTIONS["E3"], entry, before) == meant


def test_some_rows_of_a_table_do_not_stand_against_i_do_not_know() -> None:
    entry = Entry(rows={"office": ("never",)}, alternative="unknown")
    assert raw_answer(QUESTIONS["T2"], entry, EMPTY) == "unknown"


def test_all_rows_of_a_table_do() -> None:
    entry = Entry(rows={"office": ("never",), "shop": ("often",)}, alternative="unknown")
    with pytest.raises(InvalidAnswer) as caught:
        raw_answer(QUESTIONS["T2"], entry, EMPTY)
    assert caught.value.code == "value_and_alternative"


@pytest.mark.parametrize(
    ("key", "entry", "before", "code"),
    [
        ("E3", Entry(text="40", alternative="unknown"), EMPTY, "value_and_alternative"),
        ("E3", Entry(text="40", **COUNTS), EMPTY, "share_and_counts"),
        ("E2", Entry(chosen=("network",), alternative="unknown"), EMPTY, "value_and_alternative"),
    ],
)
def test_two_changed_fields_that_contradict_each_other_are_asked_about(
    key: str, entry: Entry, before: Entry, code: str
) -> None:
    with pytest.raises(InvalidAnswer) as caught:
        raw_answer(QUESTIONS[key], entry, before)
    assert caught.value.code == code


def fields(**values: Any) -> Entry:
    return Entry(**values)


def test_a_foreign_option_never_becomes_a_tick() -> None:
    question: Question = QUESTIONS["E1"]
    assert read_entry(question, QueryDict("q.E1=%3Cb%3E")) == fields(chosen=("<b>",))


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_whatever_was_sent_can_be_shown_again(question: Question) -> None:
    parts = ("", ".alt", ".numerator", ".denominator", ".row.office")
    data = QueryDict("&".join(f"q.{question.key}{part}={value}" for part in parts for value in ("x", "unknown")))
    fragment = render_question(question, bank_document(), "en").fragment
    shown = fragment.fill(question_slots(question, read_entry(question, data), version=0, visible=True))
    assert f'name="q.{question.key}' in shown
