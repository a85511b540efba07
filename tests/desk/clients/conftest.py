"""A workspace with a consultant, and makers of clients, answers and results by the small bank."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client as Browser
from django.urls import reverse
from django.utils.translation import override

from assessment.accounts.access import ClientFile, Seat, client_for
from assessment.accounts.models import Client, User, Workspace, WorkspaceRole
from assessment.accounts.rights import Right
from assessment.bank.models import Release
from assessment.responses.actions import start_for_client
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Assessment, Mode, Perspective
from assessment.scoring.scorecard import Scope
from recommendations.desk.clients.actions import Particulars, add_client
from recommendations.plan.actions import submit_and_advise
from tests.playbook.samples import released_bank
from tests.rules.samples import LOW


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):  # a request leaves its language behind
        yield


@pytest.fixture
def bank(db: None) -> Release:
    return released_bank()


@pytest.fixture
def space(consultant: User) -> Workspace:
    space = Workspace.objects.create(slug="gear-advisers", name="Gear Advisers")
    space.memberships.create(person=consultant, role=WorkspaceRole.CONSULTANT)
    return space


@pytest.fixture
def rival_space(rival_consultant: User) -> Workspace:
    space = Workspace.objects.create(slug="rival-advisers", name="Rival Advisers")
    space.memberships.create(person=rival_consultant, role=WorkspaceRole.CONSULTANT)
    return space


@pytest.fixture
def seat(space: Workspace, consultant: User) -> Seat:
    return Seat(consultant, space, WorkspaceRole.CONSULTANT)


@pytest.fixture
def browser_of(db: None) -> Callable[[User], Browser]:
    def make(person: User) -> Browser:
        browser = Browser()
        browser.force_login(person)
        return browser

    return make


@pytest.fixture
def desk(browser_of: Callable[[User], Browser], consultant: User, space: Workspace) -> Browser:
    """This fixture will return the consultant's browser."""
    return browser_of(consultant)


Add = Callable[..., Client]


@pytest.fixture
def add(seat: Seat) -> Add:
    """This fixture will return a maker of clients of the workspace."""

    def make(name: str = "Four Gears Ltd", credit_code: str = "", **known: Any) -> Client:
        return add_client(seat=seat, name=name, credit_code=credit_code, particulars=Particulars(**known))

    return make


Start = Callable[..., Assessment]


@pytest.fixture
def start(seat: Seat, bank: Release) -> Start:
    def make(client: Client, mode: Mode = Mode.SELF, **answers: Any) -> Assessment:
        assessment = start_for_client(
            seat=seat, enterprise=client.enterprise, release=bank, scope=Scope.FULL, language="en", mode=mode
        )
        given = {key: answer for key, answer in LOW.items() if key in answers.get("keys", LOW)}
        if answers.get("answered", False):
            save_section(assessment=assessment, changes=[Change(key, each, 0) for key, each in given.items()])
        return assessment

    return make


@pytest.fixture
def submit(start: Start) -> Callable[[Client], Assessment]:
    def make(client: Client) -> Assessment:
        assessment = start(client, answered=True)
        submit_and_advise(assessment=assessment)
        assessment.refresh_from_db()
        return assessment

    return make


def verify_one(assessment: Assessment, person: User, key: str) -> None:
    """This function will store one verified answer."""
    save_section(
        assessment=assessment, changes=[Change(key, LOW[key], 0)], author=person, perspective=Perspective.VERIFIED
    )


def file_of(seat: Seat, client: Client) -> ClientFile:
    return client_for(seat.person, seat.workspace.slug, client.public_id, Right.WORK)


def desk_address(name: str, *arguments: object) -> str:
    return reverse(f"desk:{name}", args=["gear-advisers", *arguments])


def case_address(name: str, client: Client, assessment: Assessment) -> str:
    return desk_address(name, client.public_id, assessment.public_id)
