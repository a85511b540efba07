"""Invitations into a workspace and to an enterprise: bound to an address, for a time, used once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessment.accounts.models import Enterprise, Grant, GrantLevel, Invitation, User, Workspace, WorkspaceRole
from assessment.accounts.workspaces import actions, invitation_views, members
from assessment.audit.models import AuditEvent
from assessment.mail.models import Letter
from tests.accounts.workspaces.conftest import link_in, make_proven, role_of

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
PAST = timedelta(days=15)


def invite(
    space: Workspace, by: User, email: str = "New@Example.org", role: WorkspaceRole = WorkspaceRole.REVIEWER
) -> str:
    actions.invite_to_workspace(workspace=space, email=email, role=role, by=by)
    return link_in(Letter.objects.latest("pk"))


@pytest.fixture
def newcomer(db: None) -> User:
    return make_proven("new")


def test_letter_is_in_the_language_of_the_workspace(space: Workspace, lead: User) -> None:
    Workspace.objects.filter(pk=space.pk).update(language="zh-hans")
    invite(space, lead)
    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == ("New@Example.org", "邀请您加入工作空间“Gear Advisers”")


def test_token_is_kept_as_a_hash_only(space: Workspace, lead: User) -> None:
    token = invite(space, lead).strip("/").split("/")[1]
    stored = Invitation.objects.get()
    assert token not in str(vars(stored))
    assert timedelta(days=13) < stored.expires_at - timezone.now() <= timedelta(days=14)


def test_looking_changes_nothing(client: Client, space: Workspace, lead: User, newcomer: User) -> None:
    link = invite(space, lead)
    seen = client.get(link)
    assert (seen.status_code, b"new@" in seen.content.lower(), "N…@Example.org" in seen.content.decode()) == (
        200,
        False,
        True,
    )
    assert f"{reverse('accounts:sign-in')}?next=%2Fi%2F" in seen.content.decode()
    client.force_login(newcomer)
    assert "Accept the invitation" in client.get(link).content.decode()
    assert role_of(space, newcomer) is None


def test_accepting_gives_the_role_once(signed_in: SignIn, space: Workspace, lead: User, newcomer: User) -> None:
    link, browser = invite(space, lead), signed_in(newcomer)
    assert browser.post(link)["Location"] == reverse("desk:clients", args=[space.slug])
    assert role_of(space, newcomer) == WorkspaceRole.REVIEWER
    assert browser.get(link)["Location"] == reverse("desk:clients", args=[space.slug])
    browser.force_login(make_proven("late"))
    assert (browser.get(link).status_code, browser.post(link).status_code) == (404, 404)
    events = list(AuditEvent.objects.order_by("pk").values_list("event", flat=True))
    assert events == ["invitation.sent", "workspace.member_joined", "invitation.accepted"]


def test_visitor_who_posts_is_asked_to_sign_in(client: Client, space: Workspace, lead: User) -> None:
    link = invite(space, lead)
    assert "Sign in with the e-mail address" in client.post(link).content.decode()
    assert Invitation.objects.waiting().count() == 1


def test_another_person_is_told_without_the_address(signed_in: SignIn, space: Workspace, lead: User) -> None:
    link, wrong = invite(space, lead), make_proven("wrong")
    seen = signed_in(wrong).post(link)
    assert seen.status_code == 403
    assert "This invitation is for another address" in seen.content.decode()
    assert "new@example.org" not in seen.content.decode().lower()
    assert role_of(space, wrong) is None


def test_address_that_was_not_confirmed_accepts_nothing(signed_in: SignIn, space: Workspace, lead: User) -> None:
    link, claimed = invite(space, lead), make_proven("new")
    EmailAddress.objects.filter(user=claimed).update(verified=False)
    assert signed_in(claimed).post(link).status_code == 403
    assert role_of(space, claimed) is None


def test_second_confirmed_address_accepts(signed_in: SignIn, space: Workspace, lead: User) -> None:
    link, person = invite(space, lead), make_proven("other")
    EmailAddress.objects.create(user=person, email="new@example.org", verified=True)
    assert signed_in(person).post(link).status_code == 302
    assert role_of(space, person) == WorkspaceRole.REVIEWER


@pytest.mark.parametrize("dead", ["wrong", "expired", "revoked"])
def test_dead_links_look_the_same(signed_in: SignIn, space: Workspace, lead: User, newcomer: User, dead: str) -> None:
    link = invite(space, lead)
    if dead == "expired":
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    if dead == "revoked":
        actions.revoke_invitation(invitation=Invitation.objects.get(), by=lead)
    link = "/i/no-such-token/" if dead == "wrong" else link
    browser = signed_in(newcomer)
    assert (browser.get(link).status_code, browser.post(link).status_code) == (404, 404)
    assert role_of(space, newcomer) is None


def test_sent_again_kills_the_old_link(signed_in: SignIn, space: Workspace, lead: User, newcomer: User) -> None:
    old = invite(space, lead)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    actions.send_invitation_again(invitation=Invitation.objects.get(), by=lead)
    new, browser = link_in(Letter.objects.latest("pk")), signed_in(newcomer)
    assert (browser.get(old).status_code, browser.get(new).status_code) == (404, 200)


def test_used_and_revoked_ones_are_not_sent_again(space: Workspace, lead: User) -> None:
    invite(space, lead)
    invitation = Invitation.objects.get()
    actions.revoke_invitation(invitation=invitation, by=lead)
    with pytest.raises(actions.NotWaiting):
        actions.send_invitation_again(invitation=invitation, by=lead)
    with pytest.raises(actions.NotWaiting):
        actions.revoke_invitation(invitation=invitation, by=lead)


def test_nobody_is_invited_twice(space: Workspace, lead: User, consultant: User) -> None:
    invite(space, lead)
    with pytest.raises(actions.AlreadyInvited):
        invite(space, lead, email="new@example.ORG")
    with pytest.raises(actions.AlreadyIn):
        invite(space, lead, email="CONSULTANT@example.org")


def test_one_person_invites_fifty_a_day(space: Workspace, lead: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_A_DAY", 1)
    invite(space, lead)
    with pytest.raises(actions.TooManyInvitations):
        invite(space, lead, email="more@example.org")


def test_colleague_is_let_into_an_enterprise(signed_in: SignIn, enterprise: Enterprise, newcomer: User) -> None:
    until = timezone.now() + timedelta(days=30)
    given = {"email": newcomer.email, "level": GrantLevel.EDIT, "grant_expires_at": until, "by": enterprise.owner}
    actions.invite_to_enterprise(enterprise=enterprise, **given)
    link, browser = link_in(Letter.objects.get()), signed_in(newcomer)
    assert "Four Gears Ltd" in browser.get(link).content.decode()
    assert browser.post(link)["Location"] == reverse("desk:mine")
    grant = Grant.objects.in_force().get()
    assert (grant.person, grant.level, grant.expires_at, grant.given_by) == (newcomer, "edit", until, enterprise.owner)
    assert AuditEvent.objects.filter(enterprise_id=enterprise.pk).count() == 2
    with pytest.raises(actions.AlreadyIn):
        actions.invite_to_enterprise(enterprise=enterprise, **given)


def test_access_that_ran_out_is_given_anew(signed_in: SignIn, enterprise: Enterprise, newcomer: User) -> None:
    enterprise.grants.create(person=newcomer, level="view", expires_at=timezone.now() - timedelta(days=1))
    given = {"email": newcomer.email, "level": GrantLevel.EDIT, "grant_expires_at": None, "by": enterprise.owner}
    actions.invite_to_enterprise(enterprise=enterprise, **given)
    signed_in(newcomer).post(link_in(Letter.objects.get()))
    assert [(each.level, each.expires_at) for each in Grant.objects.in_force()] == [("edit", None)]


def test_invitation_dies_with_the_ownership(
    signed_in: SignIn, enterprise: Enterprise, newcomer: User, colleague: User
) -> None:
    given = {"email": newcomer.email, "level": GrantLevel.VIEW, "grant_expires_at": None, "by": enterprise.owner}
    actions.invite_to_enterprise(enterprise=enterprise, **given)
    Enterprise.objects.filter(pk=enterprise.pk).update(owner=colleague)
    assert signed_in(newcomer).post(link_in(Letter.objects.get())).status_code == 404
    assert not Grant.objects.exists()


@pytest.mark.parametrize("how", ["removed", "lowered", "left", "handed over", "deleted beside us"])
def test_invitation_dies_with_the_right_of_whoever_sent_it(
    signed_in: SignIn, space: Workspace, lead: User, consultant: User, newcomer: User, how: str
) -> None:
    members.set_role(workspace=space, person_id=consultant.pk, role=WorkspaceRole.OWNER, by=lead)
    link = invite(space, lead)
    {
        "removed": lambda: members.remove_member(workspace=space, person_id=lead.pk, by=consultant),
        "lowered": lambda: members.set_role(
            workspace=space, person_id=lead.pk, role=WorkspaceRole.CONSULTANT, by=consultant
        ),
        "left": lambda: members.leave_workspace(workspace=space, person=lead),
        "handed over": lambda: members.hand_over(
            workspace=space, to_id=consultant.pk, own_role=WorkspaceRole.VIEWER, by=lead
        ),
        "deleted beside us": lambda: space.memberships.filter(person=lead).delete(),
    }[how]()
    assert Invitation.objects.filter(revoked_at__isnull=False).count() == (0 if how == "deleted beside us" else 1)
    assert (signed_in(newcomer).get(link).status_code, signed_in(newcomer).post(link).status_code) == (404, 404)
    with pytest.raises(actions.NotWaiting):
        actions.accept_invitation(token=link.strip("/").split("/")[1], person=newcomer)
    assert role_of(space, newcomer) is None


def test_second_press_that_came_too_late_leads_on(
    signed_in: SignIn, space: Workspace, lead: User, newcomer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both presses have seen the invitation waiting; one of them accepts it first."""
    link = invite(space, lead)
    actions.accept_invitation(token=link.strip("/").split("/")[1], person=newcomer)
    found = Invitation.objects.get()
    monkeypatch.setattr(invitation_views, "invitation_of", lambda token: found)
    browser = signed_in(newcomer)
    assert browser.post(link)["Location"] == reverse("desk:clients", args=[space.slug])
