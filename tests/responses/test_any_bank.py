"""Every page of answering, with a bank that has no profile, no levels, no overall score, one section, one language."""

import re
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.bank.models import Release
from assessment.responses.actions import start_assessment
from assessment.responses.models import Assessment
from assessment.responses.submitting import submit_assessment
from assessment.scoring.scorecard import Scope
from tests.responses.banks import make_release
from tests.responses.conftest import Put, address, client_with
from tests.responses.other_bank import asked, german, other_document
from tests.responses.test_pages import words


@pytest.fixture
def release(db: None) -> Release:
    return make_release(other_document())


def page(client: Client, assessment: Assessment, name: str, *arguments: str) -> str:
    response = client.get(address(name, assessment, *arguments))
    assert response.status_code == 200
    return response.content.decode()


def test_answering_begins_in_the_only_section(respondent: Client, assessment: Assessment) -> None:
    tools = address("section", assessment, "tools")
    assert respondent.get(address("assessment-open", assessment))["Location"] == tools
    text = words(respondent.get(tools))
    assert "Section 1 of 1 · 0 of 6 answered" in text
    assert "Check answers" in text


def test_words_of_the_bank_say_their_language_and_those_of_the_page_do_not(
    respondent: Client, assessment: Assessment
) -> None:
    html = page(respondent, assessment, "section", "tools")
    marked = re.findall(r'<span lang="de">([^<]*)</span>', html)
    assert {
        *("Ihre Werkzeuge", "Zählen Sie alle.", "Was nutzen Sie wo?", "Laser", "Genutzt", "Wie weit sind Sie?"),
        *("Einkauf", "Teils", "Stück", "Erster Absatz.", "Zweiter Absatz."),
    } <= set(marked)
    assert [said for said in ("None of these", "I don’t know", "Clear", "Section") if said in marked] == []
    assert '<option value="place3" lang="de">Ort 3</option>' in html
    assert "<title>Ihre Werkzeuge ·" in html
    assert '<html lang="en">' in html


@pytest.mark.django_db
def test_a_bank_in_the_language_of_the_page_marks_nothing(client: Client) -> None:
    both = {"en": "Your tools", "zh-hans": "工具"}
    section = {"key": "tools", "title": both, "questions": [asked("W6", "text", "") | {"text": both}]}
    release = make_release(other_document(locales=["en", "zh-hans"], sections=[section], tree=whole()))
    opened = start_assessment(enterprise_name="Four", release=release, scope=Scope.FULL, language="en")
    assert "<span lang=" not in page(client_with(opened.token), opened.assessment, "section", "tools")


def whole() -> dict[str, object]:
    return {"key": "all", "title": german("Alles"), "aggregate": "none"}


def test_the_interface_stays_in_its_own_language(respondent: Client, assessment: Assessment) -> None:
    respondent.cookies["django_language"] = "zh-hans"
    html = page(respondent, assessment, "section", "tools")
    assert ("以上都没有" in html, '<html lang="zh-hans">' in html) == (True, True)
    assert '<span lang="de">Was nutzen Sie wo?</span>' in html


def test_check_says_answers_in_the_language_of_the_bank(put: Put, respondent: Client, assessment: Assessment) -> None:
    put("W1", {"laser": ["used"]}, seq=1)
    put("W2", {"buying": "no", "making": "partly", "selling": "yes"}, seq=2)
    put("W5", "3 Stück", seq=3)
    html = page(respondent, assessment, "check")
    given = re.findall(r'<span class="given" dir="auto">(.*?)</span></li>', html)
    assert [unescape(each) for each in given] == [
        '<span lang="de">Laser: Genutzt</span>',
        '<span lang="de">Einkauf: Nein; Fertigung: Teils; Verkauf: Ja</span>',
        "3 Stück",
    ]
    assert re.findall(r'<li data-key="(\w+)">', html) == ["W3", "W4", "W6"]
    assert 'lang="de">Ihre Werkzeuge</span></h2>' in html


def test_keeping_and_resuming_need_nothing_of_the_bank(respondent: Client, assessment: Assessment) -> None:
    page(respondent, assessment, "keep")
    link = re.findall(r'readonly value="([^"]*)"', respondent.post(address("keep", assessment)).content.decode())[0]
    visitor = Client()
    assert visitor.post(link)["Location"] == address("assessment-open", assessment)
    assert "Was noch?" in page(visitor, assessment, "section", "tools")


def test_what_was_submitted_can_be_read_and_answered_again(
    put: Put, respondent: Client, assessment: Assessment
) -> None:
    put("W1", {})
    submit_assessment(assessment=assessment)
    html = page(respondent, assessment, "section", "tools")
    assert 'value="nothing" data-alternative checked' in html
    assert "questionnaire.js" not in html
    assert "This assessment has been submitted." in page(respondent, assessment, "check")
    response = respondent.post(address("assessment-revise", assessment))
    copy = Assessment.objects.exclude(pk=assessment.pk).get()
    assert response["Location"] == address("section", copy, "tools")


def test_a_section_still_takes_two_queries(
    put: Put, respondent: Client, assessment: Assessment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    put("W1", {"laser": ["used"]})
    url = address("section", assessment, "tools")
    respondent.get(url)
    with django_assert_num_queries(2):
        respondent.get(url)
