"""A consultancy with clients whose results come from the worked examples of the bank."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client as Browser
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, User, Workspace, WorkspaceRole
from assessment.bank.actions import load_bank, release_bank
from assessment.bank.documents import read_bank
from assessment.bank.models import Release
from assessment.bank.releases import scorer_of
from assessment.responses.freezing import make_result
from assessment.responses.models import Assessment, Perspective, Result
from assessment.scoring.answers import read_answer
from assessment.scoring.scorecard import Scope

AUTUMN = datetime(2026, 10, 5, 8, 0, tzinfo=UTC)
WINTER = datetime(2027, 1, 7, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Release]:
    path = settings.BASE_DIR / "assessment/bank/content/four_barriers.yaml"
    with django_db_blocker.unblock(), transaction.atomic():
        yield release_bank(bank=load_bank(document=read_bank(path.read_text(encoding="utf-8"), path.name)))
        transaction.set_rollback(True)


@pytest.fixture
def space(db: None, consultant: User) -> Workspace:
    made = Workspace.objects.create(slug="gear-advisers", name="Gear Advisers")
    made.memberships.create(person=consultant, role=WorkspaceRole.VIEWER)
    return made


@dataclass(frozen=True)
class World:
    release: Release
    space: Workspace

    def add(self, name: str, example: str = "", at: datetime = AUTUMN, **fields: object) -> Client:
        """This function will add a client that lets the workspace in, with a submitted example if one is named."""
        enterprise = Enterprise.objects.create(name=name)
        Grant.objects.create(enterprise=enterprise, workspace=self.space, level=GrantLevel.EDIT)
        client = Client.objects.create(workspace=self.space, enterprise=enterprise, **fields)
        if example:
            self.submit(client, example, at)
        return client

    def submit(self, client: Client, example: str, at: datetime, perspective: str = Perspective.SELF) -> Result:
        scorer = scorer_of(self.release.pk)
        answers, scope = answers_of(self.release, example)
        if perspective == Perspective.VERIFIED:
            assessment = Assessment.objects.get(enterprise=client.enterprise)
        else:
            assessment = Assessment.objects.create(
                enterprise=client.enterprise, release=self.release, scope=scope, language="en", submitted_at=at
            )
        result = make_result(assessment, scorer.score(answers, scope), answers, at)
        result.perspective = perspective
        result.save()
        return result


@cache
def _answers(release_id: object, example: str) -> tuple[dict, Scope]:
    scorer = scorer_of(release_id)
    found = next(each for each in scorer.document.examples if each.key == example)
    answers = {name: read_answer(scorer.index.questions[name], raw) for name, raw in found.answers.items()}
    return answers, Scope(found.scope)


def answers_of(release: Release, example: str) -> tuple[dict, Scope]:
    return _answers(release.pk, example)


@pytest.fixture
def world(loaded: Release, space: Workspace) -> World:
    return World(loaded, space)


@pytest.fixture
def show(consultant: User, space: Workspace) -> Callable[..., object]:
    """This fixture will return a function that opens the portfolio with wishes, signed in as somebody."""

    def open_page(person: User = consultant, **wishes: str) -> object:
        browser = Browser()
        browser.force_login(person)
        return browser.get(f"/w/{space.slug}/portfolio/", wishes)

    return open_page
