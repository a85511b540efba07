"""The page of the review: gaps first, both scorecards, who may see it."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client as Browser
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import Grant, User
from assessment.responses.answering import Change, save_section
from assessment.responses.models import AnswerImport, EvidenceFile, PrivateNote
from recommendations.desk.reviewing.standing import standing_of
from tests.desk.reviewing.conftest import Desk, sign_in


def shown(desk: Desk, query: str = "") -> str:
    response = desk.browser.get(desk.address("review") + query)
    assert response.status_code == 200
    return response.content.decode()


def rows(page: str) -> list[str]:
    return re.findall(r'id="row-(\w+)"', page)


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_gaps_come_first_by_their_effect_then_open_ones_then_agreed_ones(desk: Desk) -> None:
    desk.submit()
    desk.verify("T1", "so")
    desk.verify("E3", "0")
    desk.verify("E1", "half", "")
    page = shown(desk)
    # E3 gives a third of equipment, so 80 / 3 / 2 of the whole; T1 a half of talent, so 50 / 2 / 2.
    assert rows(page) == ["E3", "T1", "employees", "makes", "region", "E2", "T2", "T3", "E1"]
    assert re.findall(r"<dd><b>([+−][\d.]+)</b>", page) == ["−13.3", "−12.5"]


def test_both_scorecards_stand_side_by_side_with_their_difference(desk: Desk) -> None:
    desk.submit()
    desk.verify("E3", "0")
    page = text_of(shown(desk))
    standing = standing_of(desk.assessment)
    # Equipment: (50 + 33.3… + 80) / 3 = 54.4; without E3: 27.8. Talent: (100 + 50) / 2 = 75.
    assert f"Equipment {'54.4'} " in page and "−26.6" in page
    assert standing.own.scorecard.overall.score is not None
    assert "Overall score 64.7" in page and "51.4" in page and "−13.3" in page
    assert "1 answer counts otherwise than the enterprise gave it." in page


def test_reason_evidence_note_and_file_stand_beside_their_question(desk: Desk, consultant: User) -> None:
    desk.submit()
    desk.verify("E3", "0", "No machine has a cable")
    PrivateNote.objects.create(
        assessment=desk.assessment, workspace=desk.seat.workspace, question_key="E3", text="Careful", author=consultant
    )
    EvidenceFile.objects.create(
        assessment=desk.assessment,
        question_key="E3",
        name="hall.png",
        media_type="image/png",
        size=10,
        sha256="a" * 64,
        content=b"x",
    )
    device = desk.assessment.answers.get(question_key="T1").device
    AnswerImport.objects.create(
        assessment=desk.assessment, device=device, file_name="form.xlsx", sha256="b" * 64, taken=8
    )
    page = text_of(shown(desk))
    assert "Reason: No machine has a cable" in page
    assert "hall.png" in page
    assert "Private note, seen by your workspace only Careful" in page
    assert "from form.xlsx" in page


def test_filter_shows_one_section_and_one_kind_of_answer(desk: Desk) -> None:
    desk.submit()
    desk.verify("E3", "0")
    assert rows(shown(desk, "?section=talent")) == ["T1", "T2", "T3"]
    assert rows(shown(desk, "?section=equipment&show=gap")) == ["E3"]
    assert rows(shown(desk, "?section=nowhere")) == []
    assert len(rows(shown(desk, "?show=nonsense"))) == 8 + 1


def test_waiting_for_the_client_is_said_and_nothing_can_be_finished(desk: Desk) -> None:
    page = shown(desk)
    assert "Waiting for the client" in page
    assert "Finish the review" not in page


def test_viewers_read_and_are_offered_nothing_to_do(desk: Desk, colleague: User) -> None:
    desk.submit()
    response = sign_in(colleague).get(desk.address("review"))
    page = response.content.decode()
    assert (response.status_code, len(rows(page))) == (200, 8 + 1)
    assert '<form class="review-form' not in page and 'name="ticked"' not in page


@pytest.mark.parametrize("who", ["stranger", "rival", "withdrawn", "nobody"])
def test_it_exists_for_nobody_else(who: str, desk: Desk, stranger: User, rival_consultant: User) -> None:
    browsers = {"stranger": sign_in(stranger), "rival": sign_in(rival_consultant), "nobody": Browser()}
    if who == "withdrawn":
        Grant.objects.update(withdrawn_at="2020-01-01T00:00:00Z")
    assert browsers.get(who, desk.browser).get(desk.address("review")).status_code == 404
    assert AnonymousUser().is_anonymous


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_takes_the_same_queries_however_much_is_verified(
    count: int, desk: Desk, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    desk.submit()
    for key in ("E3", "T1", "E2")[:count]:
        desk.verify(key, ["network"] if key == "E2" else "0" if key == "E3" else "no")
    shown(desk)
    with django_assert_num_queries(21):
        shown(desk)


def test_private_notes_of_another_workspace_are_not_shown(desk: Desk, rival_consultant: User) -> None:
    other = type(desk.seat.workspace).objects.create(slug="rivals", name="Rivals")
    PrivateNote.objects.create(
        assessment=desk.assessment, workspace=other, question_key="E3", text="Theirs alone", author=rival_consultant
    )
    assert "Theirs alone" not in shown(desk)


def test_answers_of_an_interview_alone_are_not_said_to_be_the_enterprises(desk: Desk) -> None:
    for row in desk.assessment.answers.all():
        change = Change(row.question_key, None, 1)
        save_section(assessment=desk.assessment, changes=[change])
    desk.browser.post(desk.address("review-interview"))
    desk.verify("employees", "50", "")
    page = shown(desk)
    assert re.findall(r'<h2 id="group-(\w+)">([^<]+)\n', page) == [
        ("open", "Without a verified answer"),
        ("interviewed", "Answered in the interview"),
    ]
    assert "The others count as the enterprise gave them" not in page
    assert "All answers are verified, and the report says so." in page
    assert rows(shown(desk, "?show=interviewed")) == ["employees"]
