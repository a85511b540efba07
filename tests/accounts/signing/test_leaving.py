"""Deleting an account: what has to be settled first, and what is left."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.test import Client

from assessment.accounts.models import Client as ClientFile
from assessment.accounts.models import Enterprise, Grant, User, Workspace, WorkspaceRole
from assessment.audit.models import AuditEvent

PASSWORD = "a long enough password"
DELETE = "/account/delete/"


def enter(person: User) -> Client:
    client = Client()
    client.post("/sign-in/", {"login": person.email, "password": PASSWORD})
    return client


@pytest.fixture
def space(owner: User, colleague: User) -> Workspace:
    space = Workspace.objects.create(slug="gear-advisers", name="Gear Advisers")
    space.memberships.create(person=owner, role=WorkspaceRole.OWNER)
    space.memberships.create(person=colleague, role=WorkspaceRole.CONSULTANT)
    return space


def test_row_stays_nameless_and_nothing_opens_it(colleague: User, enterprise: Enterprise, space: Workspace) -> None:
    client = enter(colleague)
    TOTP.activate(colleague, "JBSWY3DPEHPK3PXP")
    Grant.objects.create(enterprise=enterprise, person=colleague, level="view")
    file = ClientFile.objects.create(workspace=space, enterprise=enterprise, consultant=colleague)
    assert "Your account is deleted" in client.post(DELETE, {"sure": "on"}).content.decode()
    colleague.refresh_from_db()
    file.refresh_from_db()
    assert (colleague.email, colleague.name) == (f"deleted-{colleague.pk}@deleted.invalid", "")
    assert (colleague.is_active, colleague.has_usable_password(), file.consultant) == (False, False, None)
    for model in (EmailAddress, Authenticator, UserSession):
        assert not model.objects.filter(user=colleague).exists()
    assert not colleague.memberships.exists() and not Grant.objects.filter(person=colleague).exists()
    assert AuditEvent.objects.get(event="person.account_deleted").object_id == str(colleague.pk)
    assert client.get("/account/").status_code == 302
    again = Client().post("/sign-in/", {"login": "colleague@example.org", "password": PASSWORD})
    assert again.status_code == 422


def test_other_devices_are_signed_out(stranger: User) -> None:
    phone = enter(stranger)
    enter(stranger).post(DELETE, {"sure": "on"})
    assert phone.get("/account/").status_code == 302


def test_owner_of_an_enterprise_is_told_what_to_do_first(owner: User, enterprise: Enterprise) -> None:
    client = enter(owner)
    page = client.get(DELETE).content.decode()
    assert ("Four Gears Ltd" in page, 'name="sure"' in page) == (True, False)
    assert client.post(DELETE, {"sure": "on"}).status_code == 409
    owner.refresh_from_db()
    assert owner.is_active


def test_last_owner_of_a_workspace_is_told_what_to_do_first(owner: User, colleague: User, space: Workspace) -> None:
    client = enter(owner)
    assert "Gear Advisers" in client.get(DELETE).content.decode()
    assert client.post(DELETE, {"sure": "on"}).status_code == 409
    space.memberships.filter(person=colleague).update(role=WorkspaceRole.OWNER)
    assert client.post(DELETE, {"sure": "on"}).status_code == 200


def test_last_administrator_stays(administrator: User) -> None:
    assert enter(administrator).post(DELETE, {"sure": "on"}).status_code == 409
    administrator.refresh_from_db()
    assert administrator.is_active


def test_box_has_to_be_ticked(stranger: User) -> None:
    answer = enter(stranger).post(DELETE, {})
    assert (answer.status_code, "Tick this first." in answer.content.decode()) == (422, True)


def test_somebody_signed_in_long_ago_says_first_who_they_are(stranger: User) -> None:
    client = Client()
    client.force_login(stranger)
    assert client.post(DELETE, {"sure": "on"})["Location"].startswith("/account/again/?next=")
    stranger.refresh_from_db()
    assert stranger.is_active


def test_looking_deletes_nothing(stranger: User) -> None:
    assert enter(stranger).get(DELETE).status_code == 200
    stranger.refresh_from_db()
    assert stranger.is_active


def test_address_can_sign_up_again(stranger: User) -> None:
    enter(stranger).post(DELETE, {"sure": "on"})
    Client().post("/account/sign-up/", {"email": "stranger@example.org"})
    assert User.objects.get(email="stranger@example.org").pk != stranger.pk
