"""Members of a workspace: roles, removing, leaving, handing over; there is always an owner."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from assessment.accounts.models import Client as ClientFile
from assessment.accounts.models import Enterprise, Invitation, User, Workspace, WorkspaceRole
from assessment.accounts.workspaces import members
from assessment.audit.models import AuditEvent
from tests.accounts.workspaces.conftest import make_proven, role_of

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
OWNER, CONSULTANT, VIEWER = WorkspaceRole.OWNER, WorkspaceRole.CONSULTANT, WorkspaceRole.VIEWER


def address(name: str, space: Workspace, *more: object) -> str:
    return reverse(f"accounts:{name}", args=[space.slug, *more])


def test_everybody_sees_members_and_owners_act(
    signed_in: SignIn, space: Workspace, lead: User, consultant: User
) -> None:
    seen = signed_in(consultant).get(address("members", space)).content.decode()
    assert ("lead@example.org" in seen, "consultant@example.org" in seen, "<code>gear-advisers</code>" in seen) == (
        True,
    ) * 3
    assert "Invite somebody" not in seen
    assert "Invite somebody" in signed_in(lead).get(address("members", space)).content.decode()


def test_members_cost_the_same_whatever_their_number(
    signed_in: SignIn, space: Workspace, lead: User, django_assert_num_queries: Callable
) -> None:
    browser = signed_in(lead)
    browser.get(address("members", space))
    counts = []
    for number in (1, 3):
        for each in range(number):
            person = make_proven(f"more-{number}-{each}")
            space.memberships.create(person=person, role=VIEWER)
            Invitation.objects.create(
                workspace=space,
                role=VIEWER,
                email=f"{number}{each}@e.org",
                token_hash=f"{number}{each}",
                invited_by=lead,
                expires_at="2090-01-01T00:00Z",
            )
        with django_assert_num_queries(8, exact=False) as captured:
            browser.get(address("members", space))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_role_is_changed_and_recorded(signed_in: SignIn, space: Workspace, lead: User, consultant: User) -> None:
    response = signed_in(lead).post(address("member-role", space, consultant.pk), {"role": "viewer"})
    assert (response.status_code, role_of(space, consultant)) == (302, VIEWER)
    event = AuditEvent.objects.get()
    assert (event.event, event.details) == (
        "workspace.member_role_set",
        {"person": consultant.pk, "before": "consultant", "after": "viewer"},
    )


@pytest.mark.parametrize("role", ["", "emperor", "\x00"])
def test_unknown_role_changes_nothing(
    signed_in: SignIn, space: Workspace, lead: User, consultant: User, role: str
) -> None:
    signed_in(lead).post(address("member-role", space, consultant.pk), {"role": role})
    assert role_of(space, consultant) == CONSULTANT


def test_nobody_outside_is_changed(
    signed_in: SignIn, space: Workspace, rival_space: Workspace, lead: User, rival_consultant: User
) -> None:
    browser = signed_in(lead)
    assert browser.post(address("member-role", space, rival_consultant.pk), {"role": "viewer"}).status_code == 404
    assert browser.post(address("member-remove", rival_space, rival_consultant.pk)).status_code == 404
    assert role_of(rival_space, rival_consultant) == OWNER


def test_last_owner_stays_owner(signed_in: SignIn, space: Workspace, lead: User) -> None:
    browser = signed_in(lead)
    for name, more, data in (
        ("member-role", (lead.pk,), {"role": "viewer"}),
        ("member-remove", (lead.pk,), {}),
        ("member-leave", (), {}),
    ):
        said = browser.post(address(name, space, *more), data, follow=True).content.decode()
        assert ("A workspace has at least one owner" in said, role_of(space, lead)) == (True, OWNER)


def test_leaving_takes_clients_no_place(signed_in: SignIn, space: Workspace, consultant: User) -> None:
    enterprise = Enterprise.objects.create(name="Gears")
    file = ClientFile.objects.create(workspace=space, enterprise=enterprise, consultant=consultant)
    assert signed_in(consultant).post(address("member-leave", space))["Location"] == reverse("accounts:workspace-list")
    file.refresh_from_db()
    assert (role_of(space, consultant), file.consultant) == (None, None)
    assert signed_in(consultant).get(address("members", space)).status_code == 404


@pytest.mark.parametrize("own_role,left", [("consultant", CONSULTANT), ("leave", None)])
def test_handing_over(
    signed_in: SignIn, space: Workspace, lead: User, consultant: User, own_role: str, left: str | None
) -> None:
    response = signed_in(lead).post(address("hand-over", space), {"to": consultant.pk, "own_role": own_role})
    assert (response.status_code, role_of(space, consultant), role_of(space, lead)) == (302, OWNER, left)


@pytest.mark.parametrize("data", [{}, {"to": "x", "own_role": "viewer"}, {"to": "999999", "own_role": "viewer"}])
def test_handing_over_to_nobody_is_refused(
    signed_in: SignIn, space: Workspace, lead: User, data: dict[str, str]
) -> None:
    assert signed_in(lead).post(address("hand-over", space), data).status_code == 422
    assert role_of(space, lead) == OWNER


def test_page_that_was_overtaken_changes_nothing(space: Workspace, lead: User, consultant: User) -> None:
    """Two owners demote each other: whoever comes second is no owner any more."""
    members.set_role(workspace=space, person_id=consultant.pk, role=OWNER, by=lead)
    members.set_role(workspace=space, person_id=lead.pk, role=VIEWER, by=consultant)
    with pytest.raises(members.NoLongerOwner):
        members.set_role(workspace=space, person_id=consultant.pk, role=VIEWER, by=lead)
    with pytest.raises(members.NoLongerOwner):
        members.hand_over(workspace=space, to_id=consultant.pk, own_role=None, by=lead)
    with pytest.raises(members.LastOwner):
        members.leave_workspace(workspace=space, person=consultant)


def test_invitation_is_sent_and_shown(signed_in: SignIn, space: Workspace, lead: User) -> None:
    browser = signed_in(lead)
    said = browser.post(address("member-invite", space), {"email": "mei@firm.example", "role": "reviewer"}, follow=True)
    assert (
        "The invitation to mei@firm.example is on its way." in said.content.decode(),
        Invitation.objects.get().role,
    ) == (True, "reviewer")
    invitation = Invitation.objects.get()
    browser.post(address("invitation-again", space, invitation.public_id))
    assert Invitation.objects.get().token_hash != invitation.token_hash
    browser.post(address("invitation-revoke", space, invitation.public_id))
    assert "Nobody is invited" in browser.get(address("members", space)).content.decode()
    assert browser.post(address("invitation-revoke", space, invitation.public_id)).status_code == 404


@pytest.mark.parametrize(
    "data,said",
    [
        ({"email": "no address", "role": "viewer"}, "Enter a valid email address."),
        ({"email": "consultant@example.org", "role": "viewer"}, "Somebody with this address is a member already."),
        ({"email": "a@b.example", "role": "emperor"}, "Select a valid choice."),
    ],
)
def test_unfit_invitation_names_the_place(
    signed_in: SignIn, space: Workspace, lead: User, data: dict[str, str], said: str
) -> None:
    response = signed_in(lead).post(address("member-invite", space), data)
    assert (response.status_code, said in response.content.decode(), Invitation.objects.count()) == (422, True, 0)


def test_invitation_of_another_workspace_is_none(
    signed_in: SignIn, space: Workspace, rival_space: Workspace, lead: User
) -> None:
    foreign = Invitation.objects.create(
        workspace=rival_space,
        role=VIEWER,
        email="x@e.org",
        token_hash="x",
        invited_by=lead,
        expires_at="2090-01-01T00:00Z",
    )
    browser = signed_in(lead)
    assert browser.post(address("invitation-again", space, foreign.public_id)).status_code == 404
    assert browser.post(address("invitation-revoke", space, foreign.public_id)).status_code == 404
