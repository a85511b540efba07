"""What a reviewer does: accept, change, take back, finish, turn into an interview, correct."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.test import Client as Browser
from django.utils import timezone

from assessment.accounts.models import User, WorkspaceRole
from assessment.audit.models import AuditEvent
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Assessment, Mode, Perspective, Result, Verification
from assessment.responses.queries import own_answers
from tests.desk.reviewing.conftest import OWN, Desk, answered, sign_in

ACTS = ("review-save", "review-accept", "review-take-back", "review-ask", "review-finish", "review-interview")
NO_CONFLICT = {"conflict": "none", "statement": ""}


def test_all_remaining_own_answers_are_accepted_as_they_are(desk: Desk) -> None:
    desk.submit()
    desk.verify("E3", "0")
    shown = [f"{key}:1" for key in OWN] + ["T3:0"]
    response = desk.browser.post(desk.address("review-accept"), {"all": "1", "shown": shown}, follow=True)
    assert "7 answers were accepted." in response.content.decode()
    expected = {key: ("answered", value, "") for key, value in OWN.items()} | {"E3": ("answered", "0", "Seen on site")}
    assert desk.verified() == expected
    assert AuditEvent.objects.filter(event="assessment.answers_accepted").get().details["count"] == 7


def test_only_ticked_ones_are_accepted(desk: Desk) -> None:
    desk.submit()
    desk.browser.post(desk.address("review-accept"), {"ticked": ["T1:1"], "shown": ["E1:1", "T1:1"]})
    assert desk.verified() == {"T1": ("answered", "yes", "")}


def test_an_answer_that_changed_since_it_was_seen_is_left(desk: Desk) -> None:
    save_section(assessment=desk.assessment, changes=[Change("T1", answered("no"), 1)])
    response = desk.browser.post(desk.address("review-accept"), {"ticked": ["T1:1", "E1:1"]}, follow=True)
    assert "1 answer was changed by the enterprise meanwhile." in response.content.decode()
    assert set(desk.verified()) == {"E1"}


@pytest.mark.parametrize("sent", ["", "T1", "T1:", ":1", "T1:-1", "NO:1", "T1:99999999999", "T1:1:1"])
def test_nonsense_accepts_nothing(sent: str, desk: Desk) -> None:
    desk.submit()
    assert desk.browser.post(desk.address("review-accept"), {"ticked": [sent]}).status_code == 302
    assert desk.verified() == {}


def save(desk: Desk, key: str, reason: str = "Seen on site", version: int = 0, **fields: object) -> tuple[int, str]:
    data = {"key": key, "reason": reason, f"q.{key}.version": version, **fields}
    response = desk.browser.post(desk.address("review-save"), data)
    return response.status_code, response.content.decode()


def test_the_form_has_the_questions_own_control(desk: Desk) -> None:
    desk.submit()
    page = desk.browser.get(desk.address("review") + "?change=T2").content.decode()
    assert 'name="q.T2.row.office"' in page and 'id="id_reason"' in page


def test_another_answer_is_kept_with_its_reason(desk: Desk) -> None:
    desk.submit()
    assert save(desk, "E3", "Two of twenty", **{"q.E3": "10"})[0] == 302
    assert desk.verified() == {"E3": ("answered", "10", "Two of twenty")}
    assert desk.assessment.answers.get(perspective="verified").author == desk.seat.person


def test_another_answer_needs_a_reason_and_comes_back_as_typed(desk: Desk) -> None:
    desk.submit()
    status, page = save(desk, "E3", "  ", **{"q.E3": "10"})
    assert (status, desk.verified()) == (422, {})
    assert "Say why the verified answer is not the enterprise’s own." in page and 'value="10"' in page


def test_the_same_answer_needs_no_reason(desk: Desk) -> None:
    desk.submit()
    assert save(desk, "E3", "", **{"q.E3": "80"})[0] == 302
    assert desk.verified() == {"E3": ("answered", "80", "")}


def test_where_the_enterprise_said_nothing_no_reason_is_needed(desk: Desk) -> None:
    desk.submit()
    assert save(desk, "T3", "", **{"q.T3": "A note"})[0] == 302
    assert desk.verified() == {"T3": ("answered", "A note", "")}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"q.E3": "eleventy"}, "Enter a number in digits"),
        ({"q.E3": "101"}, "at most 100"),
        ({"q.E3": ""}, "Choose the verified answer, or go back without saving."),
        ({"q.E3": "10", "reason": "x" * 2001}, "2000"),
        ({"q.E3": "10", "reason": "a\x00b"}, ""),
        ({"q.E3": "10", "reason": "\n".join("x" * 41)}, "40 lines"),
    ],
)
def test_what_cannot_be_kept_is_said(fields: dict[str, str], said: str, desk: Desk) -> None:
    desk.submit()
    response = desk.browser.post(
        desk.address("review-save"), {"key": "E3", "q.E3.version": 0, "reason": "Seen", **fields}
    )
    assert response.status_code in (400, 422)
    assert said in response.content.decode()
    assert desk.verified() == {}


def test_two_consultants_never_overwrite_each_other_unseen(desk: Desk) -> None:
    desk.submit()
    desk.verify("E3", "20")
    status, page = save(desk, "E3", version=0, **{"q.E3": "10"})
    assert status == 422 and "Somebody else verified this answer meanwhile" in page
    assert save(desk, "E3", version=1, **{"q.E3": "10"})[0] == 302
    assert desk.verified()["E3"] == ("answered", "10", "Seen on site")


def test_a_verified_answer_is_taken_back(desk: Desk) -> None:
    desk.submit()
    desk.verify("E3", "0")
    desk.browser.post(desk.address("review-take-back"), {"key": "E3"})
    desk.browser.post(desk.address("review-take-back"), {"key": "E3"})
    assert desk.verified() == {"E3": ("withdrawn", None, "")}


def finish(desk: Desk, **data: str) -> tuple[int, str]:
    response = desk.browser.post(desk.address("review-finish"), NO_CONFLICT | data)
    return response.status_code, response.content.decode()


def test_finishing_freezes_the_verified_result_once_with_who_signed(desk: Desk, colleague: User) -> None:
    desk.submit()
    desk.verify("E3", "0")
    desk.seat.workspace.memberships.filter(person=colleague).update(role=WorkspaceRole.REVIEWER)
    second = sign_in(colleague)
    assert finish(desk)[0] == 302
    assert second.post(desk.address("review-finish"), NO_CONFLICT).status_code == 302
    signed = Verification.objects.get()
    assert (signed.verified_by, signed.workspace, signed.has_conflict) == (desk.seat.person, desk.seat.workspace, False)
    assert [each.perspective for each in Result.objects.order_by("pk")] == ["self", "verified"]
    page = desk.browser.get(desk.address("review")).content.decode()
    assert "Verified by Consultant, Gear Advisers, on" in page and "1 of 8 answers." in page
    assert "Start a correction" in page and "Finish the review" not in page


def test_nothing_changes_after_it(desk: Desk) -> None:
    desk.submit()
    finish(desk)
    before = desk.verified()
    assert save(desk, "E3", **{"q.E3": "10"})[0] == 302
    desk.browser.post(desk.address("review-accept"), {"ticked": ["T1:1"]})
    desk.browser.post(desk.address("review-interview"))
    assert (desk.verified(), desk.assessment.mode) == (before, Mode.SELF)


def test_a_conflict_of_interest_has_to_be_explained(desk: Desk) -> None:
    desk.submit()
    status, page = finish(desk, conflict="some")
    assert status == 422 and "Say what binds you to the enterprise or to a provider." in page
    assert finish(desk, conflict="")[0] == 422
    assert finish(desk, conflict="perhaps")[0] == 422
    assert finish(desk, conflict="some", statement="My brother sells the kit")[0] == 302
    signed = Verification.objects.get()
    assert (signed.has_conflict, signed.statement) == (True, "My brother sells the kit")


def test_what_is_missing_is_named(desk: Desk) -> None:
    desk.submit()
    desk.verify("E3", "0", reason="")
    status, page = finish(desk)
    assert status == 422 and 'href="#row-E3"' in page
    assert not Verification.objects.exists()


def test_a_client_that_has_not_submitted_is_waited_for_or_interviewed(desk: Desk) -> None:
    assert finish(desk)[0] == 302
    assert not Result.objects.exists()
    desk.browser.post(desk.address("review-interview"))
    assert desk.assessment.mode == Mode.INTERVIEW
    assert AuditEvent.objects.filter(event="assessment.turned_into_interview").count() == 1
    desk.verify("E3", "0")
    assert finish(desk)[0] == 302
    kept = {each.perspective: each.answers["E3"]["value"] for each in Result.objects.all()}
    assert kept == {"self": "80", "verified": "0"}
    assert desk.assessment.is_submitted


def test_an_interview_without_required_answers_cannot_be_finished(desk: Desk) -> None:
    desk.browser.post(desk.address("review-interview"))
    save_section(assessment=desk.assessment, changes=[Change("employees", None, 1)])
    status, page = finish(desk)
    assert status == 422 and 'href="#row-employees"' in page


def test_a_correction_begins_with_both_views_and_their_reasons(desk: Desk) -> None:
    desk.submit()
    desk.verify("E3", "0", "Seen")
    finish(desk)
    response = desk.browser.post(desk.address("review-correct"))
    again = desk.browser.post(desk.address("review-correct"))
    copy = Assessment.objects.order_by("pk").last()
    assert copy is not None and str(copy.public_id) in response["Location"]
    assert again["Location"] == response["Location"], "one correction at a time"
    assert own_answers(copy) == own_answers(desk.assessment)
    kept = copy.answers.get(perspective=Perspective.VERIFIED)
    assert (kept.value, kept.reason, kept.author, copy.follows_id) == ("0", "Seen", desk.seat.person, None)
    assert "Finish the review" in desk.browser.get(response["Location"]).content.decode()
    assert Result.objects.count() == 2


def test_before_the_end_there_is_nothing_to_correct(desk: Desk) -> None:
    desk.submit()
    desk.browser.post(desk.address("review-correct"))
    assert Assessment.objects.count() == 1


@pytest.mark.parametrize("name", [*ACTS, "review-correct"])
@pytest.mark.parametrize("who", ["viewer", "rival", "stranger", "nobody", "expired"])
def test_acts_exist_for_nobody_else(
    name: str, who: str, desk: Desk, colleague: User, rival_consultant: User, stranger: User
) -> None:
    people = {"viewer": colleague, "rival": rival_consultant, "stranger": stranger, "expired": desk.seat.person}
    if who == "expired":
        desk.client.enterprise.grants.update(expires_at=timezone.now())
    browser = sign_in(people[who]) if who in people else Browser()
    sent = {"key": "E3", "q.E3": "10", "q.E3.version": 0, "reason": "x", "text": "x", "ticked": "E3:1", **NO_CONFLICT}
    assert browser.post(desk.address(name), sent).status_code == 404
    assert (desk.verified(), Result.objects.count()) == ({}, 0)


@pytest.mark.parametrize("key", ["", "NO", "E3\x00", "../x"])
def test_an_unknown_question_does_not_exist(key: str, desk: Desk) -> None:
    for name in ("review-save", "review-take-back", "review-ask"):
        assert desk.browser.post(desk.address(name), {"key": key, "text": "?"}).status_code in (400, 404)


def test_reading_changes_nothing(desk: Desk) -> None:
    for name in (*ACTS, "review-correct"):
        assert desk.browser.get(desk.address(name)).status_code == 405
    with pytest.raises(ObjectDoesNotExist):
        Verification.objects.get()
