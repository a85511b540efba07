import json

import pytest
from django.test import Client as Browser
from django.utils import timezone

from assessment.accounts.models import GrantLevel, User, WorkspaceRole
from assessment.responses.interview.places import person_key
from assessment.responses.models import Answer, PrivateNote
from assessment.responses.saving import SeatOpener
from assessment.responses.verifying import Declaration, verify_assessment
from tests.responses.interview.conftest import Desk, Put


def signed_in(person: User) -> Browser:
    browser = Browser()
    browser.force_login(person)
    return browser


def test_an_answer_is_saved_with_author_and_reason(desk: Desk, put: Put) -> None:
    response = put("makes", "no", reason=" No machine \r\nin the hall ")
    stored = Answer.objects.get()
    assert response.json() == {"version": 1, "saved_at": stored.answered_at.isoformat()}
    assert desk.verified() == [("makes", 1, "answered", "no", "No machine \nin the hall")]
    assert stored.author == desk.consultant


def test_a_reason_alone_is_a_next_version(desk: Desk, put: Put) -> None:
    put("makes", "no")
    assert put("makes", "no", reason="why", base_version=1, seq=2).status_code == 200
    assert desk.verified() == [("makes", 1, "answered", "no", ""), ("makes", 2, "answered", "no", "why")]


def test_a_retry_gets_the_first_reply_and_another_reason_under_its_number_is_refused(desk: Desk, put: Put) -> None:
    first = put("makes", "no", reason="why")
    assert put("makes", "no", reason="why").json() == first.json()
    refused = put("makes", "no", reason="other")
    assert (refused.status_code, refused.json()["code"]) == (422, "sequence_reused")


def test_a_conflict_names_the_colleague(desk: Desk, put: Put, colleague: User) -> None:
    desk.workspace.memberships.create(person=colleague, role=WorkspaceRole.CONSULTANT)
    person = person_key(desk.work(colleague))
    put("makes", "yes", client=signed_in(colleague), person=person, device="device-0002", reason="seen")
    response = put("makes", "no")
    reply = response.json()
    assert response.status_code == 409
    assert {name: reply[name] for name in ("version", "value", "reason", "by", "text")} == {
        "version": 1,
        "value": "yes",
        "reason": "seen",
        "by": "Colleague",
        "text": "Option yes",
    }


def test_the_own_answers_are_not_touched(desk: Desk, put: Put) -> None:
    desk.say(makes="yes")
    assert put("makes", "no").status_code == 200
    assert Answer.objects.get(perspective="self").value == "yes"


def test_what_one_person_said_is_never_saved_under_another(desk: Desk, put: Put, colleague: User) -> None:
    desk.workspace.memberships.create(person=colleague, role=WorkspaceRole.CONSULTANT)
    response = put("makes", "no", client=signed_in(colleague))
    assert (response.status_code, response.json()["code"]) == (401, "other_person")
    anonymous = put("makes", "no", client=Browser())
    assert (anonymous.status_code, anonymous.json()["code"]) == (401, "signed_out")
    assert desk.verified() == []


@pytest.mark.parametrize("role", [WorkspaceRole.REVIEWER, WorkspaceRole.VIEWER])
def test_other_roles_do_not_interview(desk: Desk, put: Put, colleague: User, role: WorkspaceRole) -> None:
    desk.workspace.memberships.create(person=colleague, role=role)
    assert put("makes", "no", client=signed_in(colleague)).status_code == 404


def test_strangers_find_nothing(desk: Desk, put: Put, stranger: User, rival_consultant: User) -> None:
    assert put("makes", "no", client=signed_in(stranger)).status_code == 404
    assert put("makes", "no", client=signed_in(rival_consultant)).status_code == 404
    assert put("no-such-question", "no").status_code == 404


@pytest.mark.parametrize("change", ["withdrawn", "expired", "view"])
def test_access_that_ended_saves_nothing(desk: Desk, put: Put, change: str) -> None:
    if change == "withdrawn":
        desk.grant.withdrawn_at = timezone.now()
    elif change == "expired":
        desk.grant.expires_at = timezone.now() - timezone.timedelta(minutes=1)
    else:
        desk.grant.level = GrantLevel.VIEW
    desk.grant.save()
    assert put_anyhow(desk).status_code == 404
    assert desk.verified() == []


def put_anyhow(desk: Desk):  # type: ignore[no-untyped-def]
    body = {"value": "no", "base_version": 0, "device": "device-0001", "seq": 1, "person": "x"}
    return signed_in(desk.consultant).put(desk.url("verified-save", "makes"), json.dumps(body), "application/json")


def test_access_withdrawn_between_the_check_and_the_save_saves_nothing(
    desk: Desk, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    def withdraw_then(person: int, workspace: int) -> SeatOpener:
        desk.grant.withdrawn_at = timezone.now()
        desk.grant.save()
        return SeatOpener(person, workspace)

    monkeypatch.setattr("assessment.responses.interview.api.SeatOpener", withdraw_then)
    assert put("makes", "no").status_code == 404
    assert desk.verified() == []


def test_a_standing_result_is_not_changed(desk: Desk, put: Put) -> None:
    put("makes", "no")
    put("employees", "86", seq=2)
    verify_assessment(assessment=desk.assessment, seat=desk.work().seat, declaration=Declaration(False, ""))
    response = put("makes", "yes", base_version=1, seq=3)
    assert response.status_code == 423
    assert response.json() == {"message": "The verified result stands; its answers can no longer be changed."}


@pytest.mark.parametrize(
    "fields",
    [
        {"person": 1},
        {"reason": "x" * 2001},
        {"reason": "a\u0000b"},
        {"device": "short"},
        {"extra": 1},
        {"value": "lots"},
    ],
)
def test_what_cannot_be_read_is_refused(desk: Desk, put: Put, fields: dict[str, object]) -> None:
    assert put("employees", **({"value": "86"} | fields)).status_code == 422
    assert desk.verified() == []


def note(desk: Desk, text: str, before: str = "", person: User | None = None):  # type: ignore[no-untyped-def]
    body = {"text": text, "before": before, "person": person_key(desk.work(person))}
    browser = signed_in(person or desk.consultant)
    return browser.put(desk.url("note-save", "makes"), json.dumps(body), "application/json")


def test_a_note_is_written_changed_and_removed(desk: Desk) -> None:
    assert note(desk, "first").json()["text"] == "first"
    assert note(desk, "second", "first").json()["merged"] is False
    assert PrivateNote.objects.get().text == "second"
    assert note(desk, "", "second").json()["text"] == ""
    assert not PrivateNote.objects.exists()


def test_two_notes_at_once_are_both_kept(desk: Desk, colleague: User) -> None:
    desk.workspace.memberships.create(person=colleague, role=WorkspaceRole.CONSULTANT)
    note(desk, "theirs", person=colleague)
    reply = note(desk, "mine").json()
    assert (reply["text"], reply["merged"]) == ("theirs\nmine", True)
    assert note(desk, "mine").json()["text"] == "theirs\nmine"


def test_a_note_that_grew_too_long_is_refused(desk: Desk) -> None:
    note(desk, "x" * 1500)
    response = note(desk, "y" * 1500)
    assert (response.status_code, response.json()) == (422, {"message": "A note may have at most 2,000 characters."})
    assert PrivateNote.objects.get().text == "x" * 1500
