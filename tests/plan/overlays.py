"""A workspace that advises the enterprise of a submitted assessment, and what its people send to the advice desk."""

from dataclasses import dataclass
from typing import Any

from django.test import Client as Browser
from django.urls import reverse

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, GrantLevel, User, Workspace, WorkspaceRole
from assessment.responses.models import Assessment
from recommendations.plan.models import AdviceRun
from recommendations.plan.overlay.queries import Overlay, overlay_of


@dataclass(frozen=True)
class Advisers:
    """`browser` is a consultant's, at work for the enterprise of `assessment`."""

    workspace: Workspace
    client: Client
    consultant: User
    assessment: Assessment
    browser: Browser

    @property
    def seat(self) -> Seat:
        return Seat(self.consultant, self.workspace, WorkspaceRole.CONSULTANT)

    @property
    def run(self) -> AdviceRun:
        return AdviceRun.objects.filter(result__assessment=self.assessment).order_by("created_at").last() or AdviceRun()

    @property
    def overlay(self) -> Overlay:
        return overlay_of(self.run, self.workspace)

    def address(self, name: str = "advice-desk", key: str = "") -> str:
        arguments = [self.workspace.slug, self.client.public_id, self.assessment.public_id]
        return reverse(f"plan:{name}", args=[*arguments, key] if key else arguments)

    def send(self, name: str, at: str = "", **data: Any) -> Any:
        sent = {"base": self.overlay.number, "reason": "It suits them better."} | data
        return self.browser.post(self.address(name, at), sent)

    def hide(self, key: str, **data: Any) -> Any:
        return self.send("advice-change", kind="hide", key=key, **data)

    def move(self, key: str, before: str, **data: Any) -> Any:
        return self.send("advice-move", move=f"{key},{before},up", **data)

    def shown(self) -> list[str]:
        return [item.key for item in self.overlay.shown]


def make_advisers(assessment: Assessment, consultant: User, slug: str = "gear-advisers") -> Advisers:
    """This function will make a workspace of one consultant that the enterprise lets edit."""
    workspace = Workspace.objects.create(slug=slug, name=slug.replace("-", " ").title())
    workspace.memberships.create(person=consultant, role=WorkspaceRole.CONSULTANT)
    assessment.enterprise.grants.create(workspace=workspace, level=GrantLevel.EDIT)
    client = Client.objects.create(workspace=workspace, enterprise=assessment.enterprise)
    browser = Browser()
    browser.force_login(consultant)
    return Advisers(workspace, client, consultant, assessment, browser)
