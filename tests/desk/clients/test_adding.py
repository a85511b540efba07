"""Taking a client on in one form, editing what is known, and one more assessment."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client as Browser
from django.urls import reverse

from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, User, Workspace, WorkspaceRole
from assessment.audit.models import AuditEvent
from assessment.bank.models import Release
from assessment.mail.models import Letter
from assessment.responses.models import Answer, Assessment, ClientLink, Mode, ScopeChoice
from tests.desk.clients.conftest import Add, Start, desk_address

CODE = "91350100M000100Y43"


def filled(bank: Release, **changes: Any) -> dict[str, Any]:
    return {
        "name": "中山齿轮",
        "credit_code": "",
        "contact_email": "li@gears.example",
        "language": "en",
        "how": "interview",
        "bank": bank.bank.slug,
        "scope": "full",
        "reminders": "on",
    } | changes


def test_one_form_leads_to_the_interview(desk: Browser, bank: Release, consultant: User, space: Workspace) -> None:
    response = desk.post(
        desk_address("client-add"), filled(bank, credit_code="9135 0100 m000 100y 43", reference="R-1")
    )
    client, assessment = Client.objects.get(), Assessment.objects.get()
    assert response.url == reverse(
        "responses:interview", args=["gear-advisers", client.public_id, assessment.public_id]
    )
    assert (client.enterprise.name, client.enterprise.credit_code, client.enterprise.owner) == ("中山齿轮", CODE, None)
    grant = Grant.objects.get()
    assert (grant.workspace, grant.level, grant.given_by) == (space, GrantLevel.EDIT, None)
    assert (assessment.mode, assessment.workspace, assessment.scope) == (Mode.INTERVIEW, space, ScopeChoice.FULL)
    assert not ClientLink.objects.exists()
    events = AuditEvent.objects.filter(enterprise_id=client.enterprise_id).order_by("pk")
    assert [(each.event, each.actor_id) for each in events] == [
        ("client.added", consultant.pk),
        ("assessment.started", consultant.pk),
    ]


@pytest.mark.parametrize("how", ["link", "both"])
def test_link_is_posted_and_shown_once(desk: Browser, bank: Release, how: str) -> None:
    response = desk.post(desk_address("client-add"), filled(bank, how=how, message="See you soon."), follow=True)
    client, letter = Client.objects.get(), Letter.objects.get()
    assert response.redirect_chain[-1][0] == desk_address("client-show", client.public_id)
    shown = response.content.decode()
    assert "The letter to li@gears.example is on its way." in shown
    link = next(line for line in letter.body.splitlines() if "/r/" in line)
    assert link in shown
    assert link not in desk.get(desk_address("client-show", client.public_id)).content.decode()
    assert (letter.to, "See you soon." in letter.body) == ("li@gears.example", True)
    assert Assessment.objects.get().mode == Mode.SELF


def test_nothing_is_begun_where_nothing_is_wanted(desk: Browser, bank: Release) -> None:
    response = desk.post(desk_address("client-add"), filled(bank, how="nothing", contact_email=""))
    assert response.url == desk_address("client-show", Client.objects.get().public_id)
    assert not Assessment.objects.exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": ""}, "Enter the name of the enterprise."),
        ({"name": "a\x00b"}, "Null characters are not allowed."),
        ({"credit_code": "123"}, "has 18 characters"),
        ({"contact_email": "no"}, "Enter a valid email address."),
        ({"how": "link", "contact_email": ""}, "To send a link, enter the contact’s e-mail address."),
        ({"how": "dance"}, "Select a valid choice."),
        ({"bank": "none"}, "Select a valid choice."),
        ({"scope": "all"}, "Select a valid choice."),
        ({"consultant": "99999"}, "Select a valid choice."),
        ({"language": "fr"}, "Select a valid choice."),
        ({"name": "x" * 201}, "at most 200"),
    ],
)
def test_bad_input_is_named_and_adds_nothing(desk: Browser, bank: Release, changes: dict[str, str], said: str) -> None:
    response = desk.post(desk_address("client-add"), filled(bank) | changes)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert (Client.objects.count(), Enterprise.objects.count(), Letter.objects.count()) == (0, 0, 0)


def test_same_code_leads_to_the_client_there_is(desk: Browser, bank: Release, add: Add) -> None:
    known = add("Known Ltd", CODE)
    response = desk.post(desk_address("client-add"), filled(bank, credit_code=CODE))
    page = response.content.decode()
    assert response.status_code == 422
    assert desk_address("client-show", known.public_id) in page
    assert desk_address("assessment-add", known.public_id) in page
    assert Client.objects.count() == 1


def test_code_known_elsewhere_is_never_told(desk: Browser, bank: Release, owner: User, rival_space: Workspace) -> None:
    elsewhere = Enterprise.objects.create(name="Elsewhere Ltd", credit_code=CODE, owner=owner)
    rival_space.clients.create(enterprise=elsewhere, reference="R-1")
    response = desk.post(desk_address("client-add"), filled(bank, credit_code=CODE, reference="R-1"), follow=True)
    assert "Elsewhere" not in response.content.decode()
    assert Client.objects.get(workspace__slug="gear-advisers").enterprise_id != elsewhere.pk


def test_reference_names_one_client(desk: Browser, bank: Release, add: Add) -> None:
    add("Known Ltd", reference="R-1")
    response = desk.post(desk_address("client-add"), filled(bank, reference="R-1"))
    assert "Another client of yours has this reference." in response.content.decode()
    assert Client.objects.count() == 1


def test_viewer_and_reviewer_add_nobody(
    browser_of: Callable[[User], Browser], colleague: User, space: Workspace, bank: Release
) -> None:
    membership = space.memberships.create(person=colleague, role=WorkspaceRole.VIEWER)
    for role in (WorkspaceRole.VIEWER, WorkspaceRole.REVIEWER):
        membership.role = role
        membership.save()
        assert browser_of(colleague).post(desk_address("client-add"), filled(bank)).status_code == 404
    assert not Client.objects.exists()


def test_client_is_edited(desk: Browser, add: Add) -> None:
    client = add("Gears")
    address = desk_address("client-edit", client.public_id)
    sent = {
        "name": "Gears Ltd",
        "credit_code": CODE,
        "language": "zh-hans",
        "note": "Kind",
        "next_round_on": "2027-11-01",
    }
    assert desk.post(address, sent).url == desk_address("client-show", client.public_id)
    client.refresh_from_db()
    client.enterprise.refresh_from_db()
    assert (client.enterprise.name, client.enterprise.credit_code) == ("Gears Ltd", CODE)
    assert (client.language, client.note, str(client.next_round_on)) == ("zh-hans", "Kind", "2027-11-01")
    refused = desk.post(address, sent | {"next_round_on": "2027-02-30"})
    assert (refused.status_code, "Enter a valid date." in refused.content.decode()) == (422, True)


def test_name_of_a_claimed_enterprise_is_its_owners(desk: Browser, add: Add, owner: User) -> None:
    client = add("Gears")
    Enterprise.objects.update(owner=owner)
    desk.post(desk_address("client-edit", client.public_id), {"name": "Mine", "language": "en", "reference": "R-2"})
    client.refresh_from_db()
    assert (client.reference, Enterprise.objects.get().name) == ("R-2", "Gears")


def test_code_of_another_client_is_refused_on_editing(desk: Browser, add: Add) -> None:
    add("Known Ltd", CODE)
    client = add("Gears")
    response = desk.post(
        desk_address("client-edit", client.public_id), {"name": "Gears", "credit_code": CODE, "language": "en"}
    )
    assert "Your client Known Ltd has this code already." in response.content.decode()


def test_view_access_shows_and_changes_nothing(desk: Browser, add: Add, bank: Release) -> None:
    client = add()
    Grant.objects.update(level=GrantLevel.VIEW)
    assert desk.get(desk_address("client-show", client.public_id)).status_code == 200
    assert desk.get(desk_address("client-edit", client.public_id)).status_code == 404
    assert desk.post(desk_address("assessment-add", client.public_id), filled(bank)).status_code == 404


def test_next_round_begins_with_the_last_answers(desk: Browser, add: Add, submit: Any, bank: Release) -> None:
    client = add()
    before = submit(client)
    desk.post(desk_address("assessment-add", client.public_id), filled(bank, carries="on"))
    begun = Assessment.objects.get(submitted_at__isnull=True)
    assert (begun.follows, begun.mode, begun.workspace_id) == (before, Mode.INTERVIEW, client.workspace_id)
    assert Answer.objects.filter(assessment=begun).count() == Answer.objects.filter(assessment=before).count()
    desk.post(desk_address("assessment-add", client.public_id), filled(bank, carries="on"))
    assert Assessment.objects.count() == 2  # the open round is gone on with


def test_new_assessment_may_begin_empty(desk: Browser, add: Add, submit: Any, bank: Release) -> None:
    client = add()
    submit(client)
    desk.post(desk_address("assessment-add", client.public_id), filled(bank))
    begun = Assessment.objects.get(submitted_at__isnull=True)
    assert (begun.follows, Answer.objects.filter(assessment=begun).count()) == (None, 0)


def test_link_needs_an_address(desk: Browser, add: Add, bank: Release) -> None:
    client = add()
    response = desk.post(desk_address("assessment-add", client.public_id), filled(bank, how="link"))
    assert (response.status_code, Assessment.objects.count()) == (422, 0)
    assert "The client has no e-mail address yet." in response.content.decode()


def test_client_page_tells_of_access_and_assessments(desk: Browser, add: Add, submit: Any, start: Start) -> None:
    client = add(note="Keep it short")
    submit(client)
    start(client)
    page = desk.get(desk_address("client-show", client.public_id)).content.decode()
    for said in ("Not claimed yet: whoever claims it decides.", "Keep it short", "14.3", "not begun", "No report yet."):
        assert said in page
