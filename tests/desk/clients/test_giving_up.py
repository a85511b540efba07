"""A workspace gives its access up, and keeps the name that it knew."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.granting import change_access, edit_enterprise, give_access
from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, User, Workspace, WorkspaceRole
from assessment.audit.models import AuditEvent
from assessment.responses.actions import make_resume_keys
from assessment.responses.models import RespondentToken
from recommendations.desk.clients.actions import Particulars, edit_client
from tests.desk.clients.conftest import Add, Start, desk_address, file_of


@pytest.mark.parametrize("level", list(GrantLevel))
@pytest.mark.parametrize(("is_owned", "keys"), [(True, 0), (False, 2)])
def test_access_is_given_up_after_asking(
    desk: Browser, add: Add, start: Start, owner: User, level: GrantLevel, is_owned: bool, keys: int
) -> None:
    client = add("Gears")
    make_resume_keys(assessment=start(client))
    Enterprise.objects.update(owner=owner if is_owned else None)
    Grant.objects.update(level=level)
    address = desk_address("client-give-up", client.public_id)
    assert address in desk.get(desk_address("client-show", client.public_id)).content.decode()
    assert "Give up access?" in desk.get(address).content.decode()
    assert Grant.objects.in_force().count() == 1
    page = desk.post(address, follow=True).content.decode()
    assert "You have no access to Gears any more." in page
    assert (Grant.objects.in_force().count(), RespondentToken.objects.usable().count()) == (0, keys)
    assert desk.get(desk_address("client-show", client.public_id)).status_code == 404
    assert desk.post(address).status_code == 404
    assert AuditEvent.objects.filter(event="grant.withdrawn").count() == 1


def test_others_cannot_give_it_up(
    add: Add,
    space: Workspace,
    browser_of: Callable[[User], Browser],
    colleague: User,
    rival_consultant: User,
    rival_space: Workspace,
) -> None:
    space.memberships.create(person=colleague, role=WorkspaceRole.REVIEWER)
    address = desk_address("client-give-up", add().public_id)
    for person in (colleague, rival_consultant):
        assert [browser_of(person).get(address).status_code, browser_of(person).post(address).status_code] == [404, 404]
    assert Grant.objects.in_force().count() == 1


def listed(desk: Browser) -> list[bool]:
    """Whether the old and the new name stand in the list and in the table to take away."""
    pages = [desk.get(desk_address(name)).content.decode() for name in ("clients", "client-export-csv")]
    found = [[name in page for name in ("Old Gears", "New Gears")] for page in pages]
    assert found[0] == found[1]
    return found[0]


def rename(client: Client, owner: User, name: str = "New Gears") -> None:
    edit_enterprise(enterprise=client.enterprise, name=name, credit_code="", by=owner)


@pytest.mark.parametrize("how", ["withdrawn", "expired"])
def test_name_stays_as_it_was_when_access_ended(desk: Browser, add: Add, owner: User, how: str) -> None:
    client, over = add("Old Gears"), timezone.now() - timedelta(minutes=1)
    Grant.objects.update(**{"withdrawn_at" if how == "withdrawn" else "expires_at": over})
    rename(client, owner)
    rename(client, owner, "New Gears of Today")
    assert listed(desk) == [True, False]
    grant = Grant.objects.get()
    if how == "withdrawn":
        give_access(
            enterprise=client.enterprise,
            workspace=client.workspace,
            level=GrantLevel.VIEW,
            expires_at=timezone.now() + timedelta(days=1),
            by=owner,
        )
    else:
        change_access(grant=grant, level=GrantLevel.VIEW, expires_at=None, by=owner)
    assert listed(desk) == [False, True]


def test_who_has_access_reads_the_present_name(desk: Browser, add: Add, owner: User) -> None:
    rename(add("Old Gears"), owner)
    assert listed(desk) == [False, True]


def test_another_workspace_gives_it_a_name(desk: Browser, add: Add, rival_space: Workspace, seat: Seat) -> None:
    client = add("Old Gears")
    Grant.objects.create(enterprise=client.enterprise, workspace=rival_space, level=GrantLevel.EDIT)
    theirs = Client.objects.create(workspace=rival_space, enterprise=client.enterprise)
    other = Seat(rival_space.memberships.get().person, rival_space, WorkspaceRole.CONSULTANT)
    Grant.objects.filter(workspace=client.workspace).update(withdrawn_at=timezone.now())
    edit_client(file=file_of(other, theirs), particulars=Particulars(), name="New Gears")
    assert listed(desk) == [True, False]
    theirs.refresh_from_db()
    assert (theirs.known_name, theirs.shown_name) == ("", "New Gears")
