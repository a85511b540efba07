"""Answering without JavaScript: a section is one plain form."""

import re
from copy import deepcopy
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from assessment.responses.actions import start_assessment
from assessment.responses.models import Answer, Assessment
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release, sections
from tests.responses.conftest import Put, address, client_with

Fields = dict[str, Any]


def send(client: Client, assessment: Assessment, section: str, go: str = "next", **fields: Any) -> HttpResponse:
    named = {name.replace("__", "."): value for name, value in fields.items()}
    data = {f"q.{name}": value for name, value in named.items()}
    for name in named:
        data.setdefault(f"q.{name.split('.')[0]}.version", "0")
    return client.post(address("section", assessment, section), data | {"go": go})


def stored(assessment: Assessment) -> list[tuple[Any, ...]]:
    rows = Answer.objects.filter(assessment=assessment).order_by("question_key", "version")
    return list(rows.values_list("question_key", "version", "state", "value"))


def problems(response: HttpResponse) -> list[str]:
    return [unescape(each) for each in re.findall(r'<li><a href="#f-[^"]*">(.*?)</a></li>', response.content.decode())]


def test_all_changed_answers_are_saved_and_the_next_section_follows(respondent: Client, assessment: Assessment) -> None:
    response = send(respondent, assessment, "equipment", E2=["network", "sensors"], E3="40", E1="")
    assert (response.status_code, response["Location"]) == (302, address("section", assessment, "talent"))
    assert stored(assessment) == [("E2", 1, "answered", ["sensors", "network"]), ("E3", 1, "answered", "40")]
    rows = Answer.objects.filter(assessment=assessment)
    assert (len({row.device for row in rows}), sorted(row.sequence for row in rows)) == (1, [1, 2])


def test_buttons_lead_where_they_say(respondent: Client, assessment: Assessment) -> None:
    places = [
        send(respondent, assessment, section, go)["Location"]
        for section, go in [("talent", "next"), ("talent", "back"), ("talent", "keep"), ("profile", "back")]
    ]
    assert places == [
        address("check", assessment),
        address("section", assessment, "equipment"),
        address("keep", assessment),
        address("section", assessment, "equipment"),
    ]


def test_sending_a_page_again_saves_nothing_twice(respondent: Client, assessment: Assessment) -> None:
    for _attempt in range(3):
        assert send(respondent, assessment, "equipment", E3="40").status_code == 302
    assert stored(assessment) == [("E3", 1, "answered", "40")]


def test_an_old_page_takes_nothing_back(respondent: Client, assessment: Assessment, put: Put) -> None:
    put("E3", "40", seq=1)
    put("E3", "60", base_version=1, seq=2)
    response = send(respondent, assessment, "equipment", E3="40", E3__version="1")
    assert (response.status_code, len(stored(assessment))) == (302, 2)


def test_a_changed_old_page_is_a_conflict_and_sending_again_decides(
    respondent: Client, assessment: Assessment, put: Put
) -> None:
    put("E3", "40", seq=1)
    put("E3", "60", base_version=1, seq=2)
    response = send(respondent, assessment, "equipment", E3="70", E3__version="1")
    html = response.content.decode()
    assert response.status_code == 422
    assert problems(response) == [
        "Question E3?: This answer was changed elsewhere to “60 %”. Send the page again to keep yours."
    ]
    assert re.findall(r'name="q\.E3(?:\.version)?"[^>]*? value="(\d+)"', html) == ["2", "70"]
    assert send(respondent, assessment, "equipment", E3="70", E3__version="2").status_code == 302
    assert stored(assessment)[-1] == ("E3", 3, "answered", "70")


def test_wrong_answers_come_back_as_typed_and_right_ones_are_saved(respondent: Client, assessment: Assessment) -> None:
    response = send(respondent, assessment, "equipment", E2=["none", "network"], E3="12,5 apples", E1="full")
    html = response.content.decode()
    assert response.status_code == 422
    assert problems(response) == [
        "Question E2?: “Option none” cannot be combined with other choices. Untick it or the others.",
        "Question E3?: Enter a number in digits, such as 12 or 12.5.",
    ]
    assert "<title>Error: " in html
    assert 'value="12,5 apples" aria-invalid="true"' in html
    ticked = re.findall(r'name="q\.E2" value="(\w+)"[^>]* checked', html)
    assert (ticked, stored(assessment)) == (["network", "none"], [("E1", 1, "answered", "full")])


def test_the_message_stands_beside_the_field_too(respondent: Client, assessment: Assessment) -> None:
    html = send(respondent, assessment, "profile", employees="0").content.decode()
    assert '<p class="invalid-feedback" id="e-employees">The number must be at least 1.</p>' in html
    assert html.count('id="f-employees"') == 1


def test_what_was_typed_is_escaped_when_it_comes_back(respondent: Client, assessment: Assessment) -> None:
    html = send(respondent, assessment, "profile", employees='"><script>x</script>').content.decode()
    assert 'value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"' in html
    assert "<script>x" not in html


def test_an_emptied_field_takes_the_answer_back(respondent: Client, assessment: Assessment, put: Put) -> None:
    put("E3", "40")
    send(respondent, assessment, "equipment", E3="", E3__version="1")
    assert stored(assessment)[-1] == ("E3", 2, "withdrawn", None)


@pytest.mark.django_db
def test_questions_that_an_answer_opens_are_shown_before_going_on() -> None:
    parts = deepcopy(sections())
    parts[2]["questions"][2]["visible_if"] = {"fact": "answer.T1", "op": "is", "value": "yes"}
    release = make_release(bank_document(sections=parts))
    opened = start_assessment(enterprise_name="Four", release=release, scope=Scope.FULL, language="en")
    client, assessment = client_with(opened.token), opened.assessment
    assert (
        send(client, assessment, "talent", T1="yes")["Location"] == address("section", assessment, "talent") + "#q-T3"
    )
    again = send(client, assessment, "talent", T1="yes", T1__version="1")
    assert again["Location"] == address("check", assessment)


def test_a_question_without_its_version_was_not_on_the_page(respondent: Client, assessment: Assessment) -> None:
    for version in ("", "-1", "x", "９", "1" * 12):
        send(respondent, assessment, "equipment", E3="40", E3__version=version)
    assert stored(assessment) == []


def test_nothing_at_all_changes_nothing(respondent: Client, assessment: Assessment) -> None:
    response = respondent.post(address("section", assessment, "equipment"))
    assert (response.status_code, stored(assessment)) == (302, [])


def test_text_with_a_character_that_no_database_holds(respondent: Client, assessment: Assessment) -> None:
    response = send(respondent, assessment, "talent", T3="nul \x00")
    assert problems(response) == [
        "Question T3?: The text contains a character that cannot be stored. Type it instead of pasting it."
    ]
    assert stored(assessment) == []


REQUIRED = "Please answer this question before you go on: it decides what else is asked, or how the result reads."


def test_going_on_stops_at_required_questions(respondent: Client, assessment: Assessment) -> None:
    response = send(respondent, assessment, "profile", makes="yes", employees="")
    assert response.status_code == 422
    assert problems(response) == [f"Question employees?: {REQUIRED}"]
    assert stored(assessment) == [("makes", 1, "answered", "yes")]
    assert send(respondent, assessment, "profile", employees="86")["Location"] == address(
        "section", assessment, "equipment"
    )


@pytest.mark.parametrize("go", ["back", "keep"])
def test_going_elsewhere_does_not_stop(respondent: Client, assessment: Assessment, go: str) -> None:
    assert send(respondent, assessment, "profile", go, makes="yes").status_code == 302


@pytest.mark.django_db
def test_a_required_question_that_is_not_asked_stops_nobody() -> None:
    parts = deepcopy(sections())
    parts[1]["questions"][0]["required"] = True  # asked of those who make things only
    release = make_release(bank_document(sections=parts))
    opened = start_assessment(enterprise_name="Four", release=release, scope=Scope.FULL, language="en")
    client = client_with(opened.token)
    assert send(client, opened.assessment, "equipment", E3="40").status_code == 302
    send(client, opened.assessment, "profile", makes="yes", employees="9")
    assert send(client, opened.assessment, "equipment", E3="50", E3__version="1").status_code == 422


@pytest.mark.django_db
def test_a_required_question_is_shown_before_it_is_missed() -> None:
    parts = deepcopy(sections())
    parts[2]["questions"][2] |= {"visible_if": {"fact": "answer.T1", "op": "is", "value": "yes"}, "required": True}
    release = make_release(bank_document(sections=parts))
    opened = start_assessment(enterprise_name="Four", release=release, scope=Scope.FULL, language="en")
    client, assessment = client_with(opened.token), opened.assessment
    first = send(client, assessment, "talent", T1="yes")
    assert (first.status_code, first["Location"]) == (302, address("section", assessment, "talent") + "#q-T3")
    again = send(client, assessment, "talent", T1="yes", T1__version="1")
    assert problems(again) == [f"Question T3?: {REQUIRED}"]


def test_what_is_wrong_is_said_before_what_is_missing(respondent: Client, assessment: Assessment) -> None:
    response = send(respondent, assessment, "profile", employees="many")
    assert problems(response) == ["Question employees?: Enter a number in digits, such as 12 or 12.5."]


def test_a_unit_may_stand_behind_a_number(respondent: Client, assessment: Assessment) -> None:
    send(respondent, assessment, "profile", employees="86人", makes="no")
    assert stored(assessment)[0] == ("employees", 1, "answered", "86")


@pytest.mark.parametrize("word", ["unknown", "not_applicable"])
def test_a_text_may_consist_of_any_word(respondent: Client, assessment: Assessment, word: str) -> None:
    send(respondent, assessment, "talent", T3=word)
    send(respondent, assessment, "talent", T3="", T3__alt="unknown", T3__version="1")
    assert stored(assessment) == [("T3", 1, "answered", word), ("T3", 2, "unknown", None)]


def test_a_table_that_is_not_finished_comes_back_as_it_was_sent(respondent: Client, assessment: Assessment) -> None:
    response = send(respondent, assessment, "talent", T2__row__office="never", T1="yes")
    assert problems(response) == ["Question T2?: Choose an answer in every row. Still open: On the shop floor."]
    chosen = re.findall(r'name="q\.T2\.row\.office" value="(\w+)"[^>]* checked', response.content.decode())
    assert (chosen, stored(assessment)) == (["never"], [("T1", 1, "answered", "yes")])
