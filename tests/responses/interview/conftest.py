import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client as Browser
from django.urls import reverse

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, User, Workspace, WorkspaceRole
from assessment.accounts.rights import Right
from assessment.bank.models import Release
from assessment.responses.access import Casework, casework_for
from assessment.responses.actions import start_for_client
from assessment.responses.answering import Change, save_section
from assessment.responses.interview.places import person_key
from assessment.responses.models import Answer, Assessment, Mode, Perspective
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release
from tests.responses.conftest import answered

DEVICE = "device-0001"


@dataclass(frozen=True, eq=False)
class Desk:
    """A consultant's interview with one client, and the addresses of its pages."""

    consultant: User
    workspace: Workspace
    client: Client
    assessment: Assessment
    grant: Grant

    def url(self, name: str, *more: object) -> str:
        return reverse(
            f"responses:{name}", args=[self.workspace.slug, self.client.public_id, self.assessment.public_id, *more]
        )

    def work(self, person: User | None = None) -> Casework:
        return casework_for(
            person or self.consultant,
            self.workspace.slug,
            self.client.public_id,
            self.assessment.public_id,
            Right.REVIEW,
        )

    def say(self, **values: Any) -> None:
        """What the enterprise answers by itself."""
        changes = [Change(key, answered(value), 0) for key, value in values.items()]
        save_section(assessment=self.assessment, changes=changes)

    def verified(self) -> list[tuple[Any, ...]]:
        rows = Answer.objects.filter(assessment=self.assessment, perspective=Perspective.VERIFIED)
        return list(
            rows.order_by("question_key", "version").values_list("question_key", "version", "state", "value", "reason")
        )


def make_desk(consultant: User, release: Release, name: str = "Four Gears Ltd") -> Desk:
    workspace = Workspace.objects.create(slug=f"gear-advisers-{Workspace.objects.count()}", name="Gear Advisers")
    workspace.memberships.create(person=consultant, role=WorkspaceRole.CONSULTANT)
    enterprise = Enterprise.objects.create(name=name)
    grant = enterprise.grants.create(workspace=workspace, level=GrantLevel.EDIT)
    client = Client.objects.create(workspace=workspace, enterprise=enterprise)
    seat = Seat(consultant, workspace, WorkspaceRole.CONSULTANT)
    assessment = start_for_client(
        seat=seat, enterprise=enterprise, release=release, scope=Scope.FULL, language="en", mode=Mode.INTERVIEW
    )
    return Desk(consultant, workspace, client, assessment, grant)


@pytest.fixture
def desk(consultant: User) -> Desk:
    return make_desk(consultant, make_release(bank_document()))


@pytest.fixture
def at_desk(desk: Desk) -> Browser:
    client = Browser()
    client.force_login(desk.consultant)
    return client


Put = Callable[..., HttpResponse]


@pytest.fixture
def put(desk: Desk, at_desk: Browser) -> Put:
    """This fixture will return a function that saves one verified answer as the page does."""

    def send(key: str, value: Any = None, *, client: Browser = at_desk, **fields: Any) -> HttpResponse:
        body = {"base_version": 0, "device": DEVICE, "seq": 1, "person": person_key(desk.work()), **fields}
        if value is not None:
            body["value"] = value
        return client.put(desk.url("verified-save", key), json.dumps(body), "application/json")

    return send
