"""Two people at one desk, rivals and strangers, and a verified result that comes later."""

import pytest
from django.test import Client as Browser
from django.utils import timezone

from assessment.accounts.models import GrantLevel, User, WorkspaceRole
from assessment.audit.models import AuditEvent
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Assessment, Perspective
from assessment.responses.verifying import Declaration
from assessment.scoring.answers import Answer
from recommendations.plan.actions import verify_and_advise
from recommendations.plan.models import OverlayChange
from tests.plan.overlays import Advisers, make_advisers
from tests.rules.samples import answered


@pytest.fixture
def advisers(submitted: Assessment, consultant: User) -> Advisers:
    return make_advisers(submitted, consultant)


@pytest.fixture
def second(advisers: Advisers, colleague: User) -> Browser:
    advisers.workspace.memberships.create(person=colleague, role=WorkspaceRole.CONSULTANT)
    browser = Browser()
    browser.force_login(colleague)
    return browser


def test_second_of_two_is_shown_what_the_first_did_and_can_go_on(advisers: Advisers, second: Browser) -> None:
    advisers.hide("A", reason="Too early")
    sent = {"base": 0, "move": "B,A,up", "reason": "Cheaper first"}
    answer = second.post(advisers.address("advice-move"), sent)
    assert answer.status_code == 409
    theirs = [(row.title, row.what, row.by, row.reason) for row in answer.context["theirs"]]
    assert theirs == [("Do A", "left out", "Consultant", "Too early")]
    assert dict(answer.context["fields"]) == {"base": "1", "move": "B,A,up", "reason": "Cheaper first"}
    assert OverlayChange.objects.count() == 1
    assert second.post(advisers.address("advice-move"), dict(answer.context["fields"])).status_code == 302
    assert [item.key for item in advisers.overlay.state] == ["B", "A"]


def test_what_makes_no_sense_after_the_first_is_not_offered_again(advisers: Advisers, second: Browser) -> None:
    advisers.hide("A")
    sent = {"base": 0, "kind": "hide", "key": "A", "reason": "Me too"}
    answer = second.post(advisers.address("advice-change"), sent)
    assert (answer.status_code, answer.context["is_possible"]) == (409, False)
    assert "Me too" in answer.content.decode()


def test_long_form_of_the_second_is_sent_again_as_it_was(advisers: Advisers, second: Browser) -> None:
    advisers.hide("A")
    sent = {"base": 0, "title_en": "Ask the bank", "steps_en": "Call\nGo", "days": "3", "reason": "Near"}
    answer = second.post(advisers.address("advice-add"), sent)
    assert answer.status_code == 409
    second.post(advisers.address("advice-add"), dict(answer.context["fields"]))
    assert advisers.overlay.shown[-1].words["steps"] == {"en": ["Call", "Go"]}


def test_one_press_sent_twice_counts_once(advisers: Advisers) -> None:
    for _twice in range(2):
        assert advisers.hide("A", base=0).status_code == 302
    for _twice in range(2):
        assert advisers.send("advice-undo", base=1).status_code == 302
    assert [row.kind for row in OverlayChange.objects.order_by("number")] == ["hide", "show"]


def test_undo_of_what_one_has_not_seen_is_refused(advisers: Advisers, second: Browser) -> None:
    advisers.hide("A")
    advisers.hide("B")
    answer = second.post(advisers.address("advice-undo"), {"base": 1, "reason": "Back"})
    assert (answer.status_code, answer.context["is_possible"]) == (409, False)
    assert OverlayChange.objects.count() == 2


def test_rivals_overlay_is_apart_and_unseen(advisers: Advisers, rival_consultant: User) -> None:
    rivals = make_advisers(advisers.assessment, rival_consultant, "rival-advisers")
    advisers.hide("A", reason="Between us")
    assert rivals.shown() == ["A", "B"]
    assert "Between us" not in rivals.browser.get(rivals.address()).content.decode()
    assert rivals.browser.get(advisers.address()).status_code == 404


def test_withdrawn_expired_and_view_grants_change_nothing(advisers: Advisers) -> None:
    grants = advisers.assessment.enterprise.grants
    grants.update(level=GrantLevel.VIEW)
    assert advisers.hide("A").status_code == 404
    page = advisers.browser.get(advisers.address())
    assert (page.status_code, page.context["may_change"]) == (200, False)
    grants.update(level=GrantLevel.EDIT, expires_at=timezone.now())
    assert advisers.hide("A").status_code == 404
    grants.update(expires_at=None, withdrawn_at=timezone.now())
    assert advisers.browser.get(advisers.address()).status_code == 404


def test_before_submission_the_desk_says_so(advisers: Advisers) -> None:
    begun = advisers.assessment
    waiting = Assessment.objects.create(
        enterprise=begun.enterprise, release=begun.release, scope=begun.scope, language="en"
    )
    page = advisers.browser.get(advisers.address().replace(str(begun.public_id), str(waiting.public_id)))
    assert page.status_code == 200
    assert "There is no advice yet." in page.content.decode()


def verify(advisers: Advisers, answers: dict[str, Answer]) -> None:
    changes = [Change(key, answer, 0, reason="Seen on site") for key, answer in answers.items()]
    save_section(
        assessment=advisers.assessment,
        changes=changes,
        author=advisers.consultant,
        perspective=Perspective.VERIFIED,
    )
    verify_and_advise(assessment=advisers.assessment, seat=advisers.seat, declaration=Declaration(False, ""))


def test_changes_on_the_own_advice_are_carried_over_with_author_and_reason(advisers: Advisers) -> None:
    advisers.hide("A", reason="Too early")
    advisers.send("advice-add", title_en="Ask the bank")
    advisers.hide("B")
    advisers.send("advice-undo", reason="Taken back.")
    verify(advisers, {})
    page = advisers.browser.get(advisers.address())
    assert (page.context["is_verified"], page.context["waiting"].to_carry) == (True, 2)
    assert advisers.shown() == ["A", "B"]
    for _twice in range(2):
        advisers.browser.post(advisers.address("advice-carry"))
    assert advisers.shown() == ["B", "own-1"]
    made = advisers.overlay.made
    assert [(each.number, each.change.reason, each.author_id) for each in made] == [
        (1, "Too early", advisers.consultant.pk),
        (2, "It suits them better.", advisers.consultant.pk),
    ]
    assert advisers.browser.get(advisers.address()).context["waiting"] is None
    assert AuditEvent.objects.get(event="advice.carried_over").details["changes"] == 2


def test_what_means_nothing_to_the_verified_advice_is_listed(advisers: Advisers) -> None:
    advisers.hide("A", reason="Too early")
    grid = {"north": "good", "south": "good"}
    best = {"steps": "a4", "tools": ["big", "small", "other"], "share": "100", "delay": "0", "grid": grid}
    verify(advisers, answered(**best, skill="a4", lead="yes"))
    there = [each.action for each in advisers.overlay.recommendations]
    waiting = advisers.browser.get(advisers.address()).context["waiting"]
    assert "A" not in there
    assert [(row.title, row.reason) for row in waiting.left] == [("Do A", "Too early")]
