"""An owner with a submitted assessment, a draft, and a second enterprise of somebody else."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils.translation import override

from assessment.accounts.models import Enterprise, User, Workspace, WorkspaceRole
from assessment.bank.models import Release
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import submit_and_advise
from recommendations.playbook.actions import load_playbook, release_playbook
from tests.playbook.samples import released_bank, written_playbook
from tests.responses.conftest import real_database
from tests.rules.samples import LOW

__all__ = ["real_database"]


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):  # a request leaves its language behind
        yield


@pytest.fixture
def release(db: None) -> Release:
    release = released_bank()
    release_playbook(playbook=load_playbook(document=written_playbook()))
    return release


Begin = Callable[..., Opened]


@pytest.fixture
def begin(release: Release) -> Begin:
    """This fixture will return a function that begins an assessment, answers it, and submits it where that is wished."""

    def make(name: str = "Four Gears Ltd", owner: User | None = None, is_submitted: bool = False) -> Opened:
        opened = start_assessment(enterprise_name=name, release=release, scope=Scope.FULL, language="en", owner=owner)
        save_section(assessment=opened.assessment, changes=[Change(key, answer, 0) for key, answer in LOW.items()])
        if is_submitted:
            submit_and_advise(assessment=opened.assessment)
            opened.assessment.refresh_from_db()
        return opened

    return make


@pytest.fixture
def opened(begin: Begin) -> Opened:
    """An anonymous draft."""
    return begin()


@pytest.fixture
def owned(begin: Begin, owner: User) -> Opened:
    """The owner's submitted assessment."""
    return begin(owner=owner, is_submitted=True)


@pytest.fixture
def mine(owned: Opened) -> Enterprise:
    return owned.assessment.enterprise


@pytest.fixture
def advisers(consultant: User) -> Workspace:
    space = Workspace.objects.create(slug="gear-advisers", name="Gear Advisers")
    space.memberships.create(person=consultant, role=WorkspaceRole.CONSULTANT)
    return space


def signed_in(person: User, token: str = "") -> Client:
    """This function will return a browser in which a person is signed in, with a key if one is given."""
    client = Client()
    client.force_login(person)
    if token:
        client.cookies[COOKIE_NAME] = token
    return client


def with_key(token: str) -> Client:
    client = Client()
    client.cookies[COOKIE_NAME] = token
    return client


def texts(response: object) -> list[str]:
    """This function will return the messages that the next page shows."""
    return [str(message) for message in response.context["messages"]]  # type: ignore[attr-defined]
