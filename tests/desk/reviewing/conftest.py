"""A workspace with a client that has submitted its own answers to a small bank."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.test import Client as Browser
from django.urls import reverse
from django.utils.translation import override

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, User, Workspace, WorkspaceRole
from assessment.bank.models import Release
from assessment.responses.actions import Opened, open_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.events import Event as AnswerEvent
from assessment.responses.models import Answer as AnswerRow
from assessment.responses.models import Assessment, Perspective
from assessment.responses.submitting import submit_assessment
from assessment.scoring.answers import Answer, AnswerState, Value
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release

OWN: dict[str, Value] = {
    "employees": "50",
    "makes": "yes",
    "region": "place1",
    "E1": "half",
    "E2": ["sensors"],
    "E3": "80",
    "T1": "yes",
    "T2": {"office": "often", "shop": "never"},
}


def answered(value: Value) -> Answer:
    return Answer(AnswerState.ANSWERED, value)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


@dataclass
class Desk:
    seat: Seat
    client: Client
    opened: Opened
    browser: Browser

    @property
    def assessment(self) -> Assessment:
        return Assessment.objects.get(pk=self.opened.assessment.pk)

    def address(self, name: str, *more: object) -> str:
        case = [self.seat.workspace.slug, self.client.public_id, self.opened.assessment.public_id]
        return reverse(f"desk:{name}", args=[*case, *more])

    def verify(self, key: str, value: Value, reason: str = "Seen on site") -> None:
        """This function will store one verified answer of the consultant."""
        mine = AnswerRow.objects.filter(assessment=self.assessment, question_key=key, perspective=Perspective.VERIFIED)
        change = Change(key, answered(value), mine.count(), reason)
        save_section(
            assessment=self.assessment, changes=[change], author=self.seat.person, perspective=Perspective.VERIFIED
        )

    def submit(self) -> None:
        submit_assessment(assessment=self.assessment)

    def verified(self) -> dict[str, tuple[str, Value, str]]:
        """This function will return state, value and reason of the verified answers as they were saved last."""
        rows = AnswerRow.objects.filter(assessment=self.assessment, perspective=Perspective.VERIFIED)
        return {row.question_key: (row.state, row.value, row.reason) for row in rows.order_by("version")}


def sign_in(person: User) -> Browser:
    browser = Browser()
    browser.force_login(person)
    return browser


@pytest.fixture
def release(db: None) -> Release:
    return make_release(bank_document())


@pytest.fixture
def workspace(consultant: User, colleague: User) -> Workspace:
    made = Workspace.objects.create(slug="advisers", name="Gear Advisers")
    made.memberships.create(person=consultant, role=WorkspaceRole.CONSULTANT)
    made.memberships.create(person=colleague, role=WorkspaceRole.VIEWER)
    return made


@pytest.fixture
def desk(release: Release, workspace: Workspace, consultant: User) -> Desk:
    """A client without an owner, whose own answers are given and not submitted."""
    enterprise = Enterprise.objects.create(name="Four Gears Ltd")
    Grant.objects.create(enterprise=enterprise, workspace=workspace, level=GrantLevel.EDIT)
    client = Client.objects.create(workspace=workspace, enterprise=enterprise, contact_email="li.wei@firm.example")
    opened = open_assessment(AnswerEvent.STARTED, enterprise, release.pk, Scope.FULL, "en")
    Assessment.objects.filter(pk=opened.assessment.pk).update(workspace=workspace)
    save_section(assessment=opened.assessment, changes=[Change(key, answered(value), 0) for key, value in OWN.items()])
    return Desk(Seat(consultant, workspace, WorkspaceRole.CONSULTANT), client, opened, sign_in(consultant))
