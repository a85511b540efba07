import pytest

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, GrantLevel, User, Workspace, WorkspaceRole
from assessment.responses.models import Result
from assessment.responses.verifying import Declaration
from recommendations.plan.actions import verify_and_advise
from tests.conftest import make_user


@pytest.fixture
def space(db: None) -> Workspace:
    return Workspace.objects.create(slug="gear-advisers", name="Gear Advisers")


@pytest.fixture
def lead(space: Workspace) -> Seat:
    return sit(space, make_user("lead"), WorkspaceRole.OWNER)


@pytest.fixture
def seat(space: Workspace, consultant: User) -> Seat:
    return sit(space, consultant, WorkspaceRole.CONSULTANT)


@pytest.fixture
def client_file(space: Workspace, result: Result) -> Client:
    """The sample firm as a client of the workspace, which it lets edit."""
    enterprise = result.assessment.enterprise
    enterprise.grants.create(workspace=space, level=GrantLevel.EDIT)
    return Client.objects.create(workspace=space, enterprise=enterprise)


@pytest.fixture
def verified(result: Result, client_file: Client, seat: Seat) -> Result:
    return verify_and_advise(assessment=result.assessment, seat=seat, declaration=Declaration(False, ""))


def sit(space: Workspace, person: User, role: WorkspaceRole) -> Seat:
    space.memberships.create(person=person, role=role)
    return Seat(person, space, role)
