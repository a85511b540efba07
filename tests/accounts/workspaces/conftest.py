"""A workspace with its four roles, and what letters say."""

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.test import Client

from assessment.accounts.models import Membership, User, Workspace, WorkspaceRole
from assessment.mail.models import Letter
from tests.conftest import make_user


@pytest.fixture
def lead(db: None) -> User:
    return make_proven("lead")


@pytest.fixture
def space(lead: User, consultant: User) -> Workspace:
    made = Workspace.objects.create(slug="gear-advisers", name="Gear Advisers")
    made.memberships.create(person=lead, role=WorkspaceRole.OWNER)
    made.memberships.create(person=consultant, role=WorkspaceRole.CONSULTANT)
    return made


@pytest.fixture
def rival_space(rival_consultant: User) -> Workspace:
    made = Workspace.objects.create(slug="rival-advisers", name="Rival Advisers")
    made.memberships.create(person=rival_consultant, role=WorkspaceRole.OWNER)
    return made


@pytest.fixture
def signed_in(client: Client) -> Callable[[User], Client]:
    def enter(person: User) -> Client:
        client.force_login(person)
        return client

    return enter


def make_proven(name: str) -> User:
    """This function will make somebody who has shown that they read their address."""
    person = make_user(name)
    EmailAddress.objects.update_or_create(user=person, primary=True, defaults={"email": person.email, "verified": True})
    return person


def role_of(space: Workspace, person: User) -> str | None:
    found = Membership.objects.filter(workspace=space, person=person).first()
    return found.role if found else None


def link_in(letter: Letter) -> str:
    """This function will return the path of the link that a letter holds."""
    (link,) = [line for line in letter.body.splitlines() if "/i/" in line]
    return link.removeprefix(settings.ADDRESS)
