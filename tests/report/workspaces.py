"""A workspace with one client, for tests of what it makes of reports."""

from dataclasses import dataclass
from typing import Any

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Grant, GrantLevel, User, Workspace, WorkspaceRole
from assessment.responses.models import Assessment


@dataclass(frozen=True)
class Office:
    """`seat` is its consultant's, `client` its client, whose enterprise lets it edit by `grant`."""

    seat: Seat
    client: Client
    grant: Grant
    assessment: Assessment

    @property
    def arguments(self) -> dict[str, Any]:
        return {
            "workspace_slug": self.seat.workspace.slug,
            "client_id": self.client.public_id,
            "public_id": self.assessment.public_id,
        }


def open_office(person: User, assessment: Assessment, slug: str = "advisers") -> Office:
    """This function will give a person a workspace with the assessment's enterprise as its client."""
    workspace = Workspace.objects.create(slug=slug, name=slug.capitalize())
    workspace.memberships.create(person=person, role=WorkspaceRole.CONSULTANT)
    grant = Grant.objects.create(enterprise=assessment.enterprise, workspace=workspace, level=GrantLevel.EDIT)
    client = Client.objects.create(workspace=workspace, enterprise=assessment.enterprise)
    return Office(Seat(person, workspace, WorkspaceRole.CONSULTANT), client, grant, assessment)
