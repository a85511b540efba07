"""Lists in which any number of options may be ticked, or none at all: where no option says so, a box of its own does."""

import re
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse, QueryDict
from django.test import Client

from assessment.bank.models import Release
from assessment.responses.entries import EMPTY, NOTHING, Entry, alternatives_of, entry_of, raw_answer, read_entry
from assessment.responses.models import Answer, Assessment
from assessment.scoring.answers import InvalidAnswer, read_answer
from assessment.scoring.document import Question
from tests.responses.banks import EQUIPMENT, make_release
from tests.responses.conftest import Put, address
from tests.responses.lists_bank import LISTED, lists_document

QUESTION = Question.model_validate(LISTED)
EXCLUSIVE = Question.model_validate(EQUIPMENT[1])


@pytest.fixture
def release(db: None) -> Release:
    return make_release(lists_document())


def stored(assessment: Assessment) -> list[tuple[Any, ...]]:
    rows = Answer.objects.filter(assessment=assessment).order_by("version")
    return list(rows.values_list("version", "state", "value"))


def test_only_a_list_without_an_option_for_none_offers_the_box() -> None:
    assert alternatives_of(QUESTION) == ["nothing", "not_applicable", "unknown"]
    assert alternatives_of(EXCLUSIVE) == ["not_applicable", "unknown"]


@pytest.mark.parametrize(
    ("query", "raw"),
    [
        ("q.L1.alt=nothing", []),
        ("q.L1=nothing", ["nothing"]),
        ("q.L1=cloud&q.L1=nothing", ["cloud", "nothing"]),
        ("q.L1.alt=unknown", "unknown"),
        ("q.L1.alt=nonsense", None),
        ("", None),
    ],
)
def test_the_box_is_never_taken_for_an_option(query: str, raw: object) -> None:
    assert raw_answer(QUESTION, read_entry(QUESTION, QueryDict(query)), EMPTY) == raw


def test_the_box_is_not_read_where_it_is_not_offered() -> None:
    assert raw_answer(EXCLUSIVE, read_entry(EXCLUSIVE, QueryDict("q.E2.alt=nothing")), EMPTY) is None


@pytest.mark.parametrize("value", [["cloud", "nothing"], []])
def test_a_list_comes_back_as_it_was_given(value: list[str]) -> None:
    entry = entry_of(QUESTION, read_answer(QUESTION, value))
    assert raw_answer(QUESTION, entry, entry) == value


CLOUD = ("cloud",)


@pytest.mark.parametrize(("before", "meant"), [(Entry(chosen=CLOUD), []), (Entry(alternative=NOTHING), ["cloud"])])
def test_of_options_and_none_of_these_the_changed_one_counts(before: Entry, meant: object) -> None:
    assert raw_answer(QUESTION, Entry(chosen=CLOUD, alternative=NOTHING), before) == meant


def test_options_and_none_of_these_at_once_are_asked_about() -> None:
    with pytest.raises(InvalidAnswer) as caught:
        raw_answer(QUESTION, Entry(chosen=CLOUD, alternative=NOTHING), EMPTY)
    assert caught.value.code == "ticks_and_nothing"


def test_autosave_stores_that_nothing_was_chosen(put: Put, assessment: Assessment) -> None:
    assert put("L1", []).status_code == 200
    assert stored(assessment) == [(1, "answered", [])]


@pytest.mark.parametrize(("language", "text"), [("en", "None of these"), ("zh-hans", "以上都没有")])
def test_a_conflict_says_it_in_words(put: Put, respondent: Client, language: str, text: str) -> None:
    put("L1", [])
    respondent.cookies["django_language"] = language
    assert put("L1", ["cloud"], device="device-0002").json()["text"] == text


def send(client: Client, assessment: Assessment, version: int = 0, **fields: Any) -> HttpResponse:
    data = {"q.L1.version": str(version), "go": "next"}
    return client.post(address("section", assessment, "lists"), data | {f"q.{name}": fields[name] for name in fields})


def test_a_form_without_javascript_saves_it_and_takes_it_back(respondent: Client, assessment: Assessment) -> None:
    assert send(respondent, assessment, **{"L1.alt": "nothing"}).status_code == 302
    assert send(respondent, assessment, 1, **{"L1.alt": "nothing"}).status_code == 302
    assert send(respondent, assessment, 1, L1="cloud", **{"L1.alt": "nothing"}).status_code == 302
    assert send(respondent, assessment, 2).status_code == 302
    assert stored(assessment) == [(1, "answered", []), (2, "answered", ["cloud"]), (3, "withdrawn", None)]


def ticked(html: str) -> list[str]:
    found = re.findall(r'<input type="checkbox" name="(q\.L1[^"]*)" value="(\w+)"[^>]*? checked', html)
    return [f"{name}={value}" for name, value in found]


def test_both_at_once_come_back_with_a_sentence(respondent: Client, assessment: Assessment) -> None:
    response = send(respondent, assessment, L1="nothing", **{"L1.alt": "nothing"})
    html = response.content.decode()
    assert (response.status_code, stored(assessment)) == (422, [])
    assert "Tick what applies, or tick “None of these”, not both." in unescape(html)
    assert ticked(html) == ["q.L1=nothing", "q.L1.alt=nothing"]


def test_an_older_page_is_told_what_stands_now(put: Put, respondent: Client, assessment: Assessment) -> None:
    put("L1", [])
    html = send(respondent, assessment, L1="cloud").content.decode()
    assert "This answer was changed elsewhere to “None of these”. Send the page again to keep yours." in unescape(html)


@pytest.mark.parametrize(("language", "label"), [("en", "None of these"), ("zh-hans", "以上都没有")])
def test_the_box_stands_ticked_on_the_page(
    put: Put, respondent: Client, assessment: Assessment, language: str, label: str
) -> None:
    put("L1", [])
    respondent.cookies["django_language"] = language
    html = respondent.get(address("section", assessment, "lists")).content.decode()
    assert ticked(html) == ["q.L1.alt=nothing"]
    assert re.findall(r'value="nothing" data-alternative checked><span>([^<]*)</span>', html) == [label]


@pytest.mark.parametrize(("language", "text"), [("en", "None of these"), ("zh-hans", "以上都没有")])
def test_nothing_chosen_is_an_answer_on_the_check_page(
    put: Put, respondent: Client, assessment: Assessment, language: str, text: str
) -> None:
    respondent.cookies["django_language"] = language
    given = re.compile(r'<span class="given" dir="auto">([^<]*)</span>')
    assert given.findall(respondent.get(address("check", assessment)).content.decode()) == []
    put("L1", [])
    assert given.findall(respondent.get(address("check", assessment)).content.decode()) == [text]
