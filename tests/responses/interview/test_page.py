import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User, WorkspaceRole
from assessment.responses.answering import Change, save_section
from assessment.responses.interview.notes import write_note
from assessment.responses.interview.sides import sides_of
from assessment.responses.models import EvidenceFile, Perspective, PrivateNote
from assessment.responses.verifying import Declaration, verify_assessment
from tests.responses.conftest import answered
from tests.responses.interview.conftest import Desk

KEYS = ["employees", "makes", "region", "E1", "E2", "E3", "T1", "T2", "T3"]


def verify(desk: Desk, key: str, value: object, reason: str = "", base: int = 0) -> None:
    change = Change(key, answered(value), base, reason)  # type: ignore[arg-type]
    save_section(assessment=desk.assessment, changes=[change], author=desk.consultant, perspective=Perspective.VERIFIED)


def page_of(at_desk: Browser, desk: Desk) -> str:
    response = at_desk.get(desk.url("interview"))
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    return response.content.decode()


def test_all_sections_stand_on_one_page(desk: Desk, at_desk: Browser) -> None:
    html = page_of(at_desk, desk)
    assert re.findall(r'id="q-([^"]+)"', html) == KEYS
    assert re.findall(r'class="interview-section" id="s-([^"]+)"', html) == ["profile", "equipment", "talent"]
    assert re.findall(r'id="q-(\w+)"[^>]* hidden', html) == ["E1"]


def test_the_word_of_the_enterprise_stands_beside_and_decides_what_is_asked(desk: Desk, at_desk: Browser) -> None:
    desk.say(makes="yes", employees="86")
    html = page_of(at_desk, desk)
    assert re.findall(r'id="q-(\w+)"[^>]* hidden', html) == []
    said = re.findall(r'<div class="own-said">.*?<b dir="auto">([^<]*)</b>', html)
    assert said == ["86", "Option yes"]
    assert "2 answers of the enterprise stand as they are, not verified" in html


def test_a_missing_reason_is_marked_and_listed(desk: Desk, at_desk: Browser) -> None:
    desk.say(makes="yes")
    verify(desk, "makes", "no")
    html = page_of(at_desk, desk)
    assert '<p class="beside-problem missing" id="m-makes">The answer differs' in html
    assert '<h3>Reason missing <span class="tag">1</span></h3>' in html
    verify(desk, "makes", "no", "No machine in the hall", 1)
    assert "Reason missing" not in page_of(at_desk, desk)


def test_notes_are_those_of_the_own_workspace_alone(desk: Desk, at_desk: Browser, rival_consultant: User) -> None:
    write_note(work=desk.work(), question_key="makes", text="They hesitated", before="")
    other = PrivateNote.objects.get()
    assert "They hesitated" in page_of(at_desk, desk)
    desk.workspace.memberships.create(person=rival_consultant, role=WorkspaceRole.CONSULTANT)
    colleague = Browser()
    colleague.force_login(rival_consultant)
    assert "They hesitated" in page_of(colleague, desk)
    assert other.author == desk.consultant


def test_the_enterprise_never_meets_a_note(desk: Desk, owner: User) -> None:
    write_note(work=desk.work(), question_key="makes", text="They hesitated", before="")
    desk.client.enterprise.owner = owner
    desk.client.enterprise.save()
    at_desk = Browser()
    at_desk.force_login(owner)
    public_id = desk.assessment.public_id
    for address in (f"/a/{public_id}/s/profile/", f"/a/{public_id}/check/", f"/a/{public_id}/evidence/"):
        response = at_desk.get(address)
        assert response.status_code == 200
        assert b"hesitated" not in response.content


def test_without_javascript_answers_reasons_notes_and_files_are_saved(desk: Desk, at_desk: Browser) -> None:
    desk.say(makes="yes")
    data = {
        "section": "profile",
        "go": "next",
        "q.makes.version": "0",
        "q.makes": "no",
        "q.makes.reason": "No machine in the hall",
        "q.makes.note": "They hesitated",
        "q.makes.note_before": "",
        "q.makes.file": SimpleUploadedFile("hall.txt", b"empty"),
        "q.employees.version": "0",
        "q.employees": "86 people",
    }
    response = at_desk.post(desk.url("interview"), data)
    assert (response.status_code, response["Location"]) == (302, desk.url("interview") + "#s-equipment")
    assert desk.verified() == [
        ("employees", 1, "answered", "86", ""),
        ("makes", 1, "answered", "no", "No machine in the hall"),
    ]
    assert PrivateNote.objects.get().text == "They hesitated"
    assert EvidenceFile.objects.get().name == "hall.txt"


def test_what_is_wrong_comes_back_as_typed_and_the_rest_is_saved(desk: Desk, at_desk: Browser) -> None:
    data = {
        "section": "profile",
        "q.makes.version": "0",
        "q.makes": "no",
        "q.makes.file": SimpleUploadedFile("page.html", b"<html>"),
        "q.employees.version": "0",
        "q.employees": "many",
        "q.employees.reason": "Asked twice",
    }
    response = at_desk.post(desk.url("interview"), data)
    html = response.content.decode()
    assert response.status_code == 422
    assert re.findall(r'<li><a href="#([fb]-[^"]+)">', html) == ["f-employees", "b-makes"]
    assert 'value="many"' in html and "Asked twice" in html
    assert desk.verified() == [("makes", 1, "answered", "no", "")]


def test_the_same_takes_the_word_of_the_enterprise(desk: Desk, at_desk: Browser) -> None:
    desk.say(E2=["sensors"], employees="86")
    data = {"section": "equipment", "same": "E2", "q.E2.version": "0"}
    response = at_desk.post(desk.url("interview"), data)
    assert response["Location"].endswith("#q-E2")
    assert desk.verified() == [("E2", 1, "answered", ["sensors"], "")]
    assert at_desk.post(desk.url("interview"), data).status_code == 302
    assert len(desk.verified()) == 1


def test_another_reason_is_a_next_version_with_the_same_answer(desk: Desk, at_desk: Browser) -> None:
    verify(desk, "makes", "no", "first")
    data = {"section": "profile", "q.makes.version": "1", "q.makes": "no", "q.makes.reason": "second"}
    assert at_desk.post(desk.url("interview"), data).status_code == 302
    assert desk.verified()[-1] == ("makes", 2, "answered", "no", "second")
    stale = at_desk.post(desk.url("interview"), data | {"q.makes.reason": "third"})
    assert stale.status_code == 422
    assert len(desk.verified()) == 2


def test_a_standing_result_locks_the_page(desk: Desk, at_desk: Browser) -> None:
    verify(desk, "makes", "no")
    verify(desk, "employees", "86")
    work = desk.work()
    verify_assessment(assessment=desk.assessment, seat=work.seat, declaration=Declaration(False, ""))
    html = page_of(at_desk, desk)
    assert "The verified result stands" in html
    assert "js/interview.js" not in html
    data = {"section": "profile", "q.makes.version": "1", "q.makes": "yes", "q.makes.note": "late"}
    assert at_desk.post(desk.url("interview"), data).status_code == 302
    assert len(desk.verified()) == 2


@pytest.mark.parametrize("data", [{}, {"section": "no-such"}, {"section": "profile", "remove": "nonsense"}])
def test_hostile_forms_change_nothing(desk: Desk, at_desk: Browser, data: dict[str, str]) -> None:
    assert at_desk.post(desk.url("interview"), data).status_code in (302, 404)
    assert desk.verified() == []


def test_withdrawn_access_closes_the_page_at_once(desk: Desk, at_desk: Browser) -> None:
    desk.grant.withdrawn_at = timezone.now()
    desk.grant.save()
    assert at_desk.get(desk.url("interview")).status_code == 404
    assert at_desk.post(desk.url("interview"), {"section": "profile"}).status_code == 404


def test_the_page_takes_few_queries(
    desk: Desk, at_desk: Browser, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page_of(at_desk, desk)
    with django_assert_max_num_queries(14):
        page_of(at_desk, desk)
    desk.say(**{"makes": "yes", "employees": "86", "T3": "text"})
    for key in ("makes", "employees", "T3"):
        write_note(work=desk.work(), question_key=key, text="note", before="")
    with django_assert_max_num_queries(14):
        page_of(at_desk, desk)


def test_standing_answers_are_the_verified_over_the_own(desk: Desk) -> None:
    desk.say(makes="yes", employees="86")
    verify(desk, "makes", "no")
    sides = sides_of(desk.assessment.pk)
    assert {key: answer.value for key, answer in sides.standing.items()} == {"makes": "no", "employees": "86"}
    assert [sides.lacks_reason(key) for key in ("makes", "employees", "region")] == [True, False, False]
