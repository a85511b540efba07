"""A small world with content: an assessment being answered, a submitted one, and another enterprise's."""

import os

from django.conf import settings
from django.core.management import call_command
from django.test import Client as Browser
from django.urls import get_resolver, reverse

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Enterprise, GrantLevel, Invitation, User, Workspace, WorkspaceRole
from assessment.accounts.tokens import hash_token, make_token
from assessment.accounts.workspaces.actions import invite_to_workspace
from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.config.shipped_content import BANK, CONTENT, SAMPLES
from assessment.responses.tokens import COOKIE_NAME
from recommendations.catalogue.imports.actions import keep_draft
from recommendations.studio.access import EDIT, workshop_for
from recommendations.studio.files.kept import keep_file
from recommendations.studio.impact.actions import go_on, start_replay
from recommendations.studio.models import Basis, Replay
from tests.permissions import MEMBERS, Of, Role, Row
from tests.world_places import make_ask, make_edition, make_evidence, make_open, make_submitted, sent_key
from tests.world_reports import shared_and_ordered


def load_content() -> Release:
    """This function will load and release what Fourfold ships with, and return the bank's release."""
    with open(os.devnull, "w", encoding="utf-8") as silence:
        for file in CONTENT:
            call_command(file.command, "load", str(settings.BASE_DIR / file.path), stdout=silence)
            if file.releases:
                call_command(file.command, "release", file.releases, stdout=silence)
    release = current_release(BANK)
    assert release is not None
    return release


def load_samples() -> None:
    """This function will load the sample providers, which need the content to be there."""
    with open(os.devnull, "w", encoding="utf-8") as silence:
        for file in SAMPLES:
            call_command(file.command, "load", str(settings.BASE_DIR / file.path), stdout=silence)


class World:
    def __init__(self) -> None:
        release = load_content()
        load_samples()
        self.places = {Of.OPEN: make_open(release), Of.SUBMITTED: make_submitted(release)}
        self.other = make_open(release)
        self.people = {
            Role.STRANGER: User.objects.create_user("stranger@example.org"),
            Role.ADMINISTRATOR: User.objects.create_superuser("administrator@example.org"),
        }
        for role in (Role.EDITOR, Role.PUBLISHER, Role.CATALOGUE, Role.AUDITOR):
            self.people[role] = User.objects.create_user(f"{role.value}@example.org")
            self.people[role].appointments.create(role=role.value)

        self.let_people_in()
        draft = keep_draft(content=b"provider,key\n", name="table.csv", by=self.people[Role.ADMINISTRATOR])
        replay = self.make_replay()
        shipped = (settings.BASE_DIR / "assessment/bank/content/four_barriers.yaml").read_bytes()
        file = keep_file(content=shipped, name="bank.yaml", by=self.people[Role.ADMINISTRATOR])
        for place in self.places.values():
            place.arguments["draft_id"] = draft.public_id
            place.arguments["file_id"] = file.public_id
            place.arguments["replay_id"] = replay.public_id
            place.arguments["person_id"] = self.people[Role.EDITOR].pk

    def let_people_in(self) -> None:
        """The enterprises of both places have one owner, who lets a colleague, a watcher and a workspace in."""
        for role in (Role.OWNER, Role.COLLEAGUE, Role.WATCHER, *MEMBERS, Role.RIVAL):
            self.people[role] = User.objects.create_user(f"{role.value}@example.org", name=role.value.capitalize())
        space = Workspace.objects.create(slug="gear-advisers", name="Gear Advisers")
        rivals = Workspace.objects.create(slug="rival-advisers", name="Rival Advisers")
        roles = dict(zip(MEMBERS, WorkspaceRole, strict=True))
        for role in MEMBERS:
            space.memberships.create(person=self.people[role], role=roles[role])
        invitation = invite_to_workspace(
            workspace=space,
            email="newcomer@example.org",
            role=WorkspaceRole.VIEWER,
            by=self.people[Role.LEAD],
        )
        token = make_token()
        Invitation.objects.filter(pk=invitation.pk).update(token_hash=hash_token(token))
        rivals.memberships.create(person=self.people[Role.RIVAL], role=WorkspaceRole.CONSULTANT)
        for place in self.places.values():
            enterprise = place.opened.assessment.enterprise
            Enterprise.objects.filter(pk=enterprise.pk).update(owner=self.people[Role.OWNER])
            enterprise.grants.create(person=self.people[Role.COLLEAGUE], level=GrantLevel.EDIT)
            watching = enterprise.grants.create(person=self.people[Role.WATCHER], level=GrantLevel.VIEW)
            place.arguments["grant_id"] = watching.public_id
            enterprise.grants.create(workspace=space, level=GrantLevel.EDIT)
            client = Client.objects.create(workspace=space, enterprise=enterprise)
            place.arguments["workspace_slug"] = space.slug
            place.arguments["member_id"] = self.people[Role.VIEWER].pk
            place.arguments.update(invitation_id=invitation.public_id, invitation_token=token)
            place.arguments["client_id"] = client.public_id
            place.arguments["evidence_id"] = make_evidence(place.opened, self.people[Role.CONSULTANT]).public_id
            place.arguments["enterprise_id"] = enterprise.public_id
            place.arguments["ask_id"] = make_ask(place.opened, space, self.people[Role.CONSULTANT]).public_id
        seat = Seat(self.people[Role.LEAD], space, WorkspaceRole.OWNER)
        reported = self.places[Of.SUBMITTED]
        reported.arguments["edition_id"] = make_edition(seat, reported.arguments["report_id"]).public_id
        files = shared_and_ordered(seat, client, reported.opened.assessment)
        table = keep_draft(content="企业名称\n".encode(), name="clients.csv", by=self.people[Role.CONSULTANT])
        files |= {"table_id": table.public_id, "quiet_key": sent_key(self.places[Of.OPEN], space, seat.person)}
        for place in self.places.values():
            place.arguments.update(files)

    def make_replay(self) -> Replay:
        """This function will begin a replay and finish it at once: how far one gets is not what the table asks."""
        workshop = workshop_for(self.people[Role.EDITOR], BANK, EDIT)
        replay = start_replay(workshop=workshop, basis=Basis.STORED)
        return go_on(replay=replay)

    def client(self, role: Role, of: Of) -> Browser:
        client = Browser(raise_request_exception=False)
        if role in self.people:
            client.force_login(self.people[role])
        keys = {Role.RESPONDENT: self.places[of], Role.OTHER: self.other}
        if role in keys:
            client.cookies[COOKIE_NAME] = keys[role].opened.token
        return client

    def address(self, row: Row) -> str:
        namespace, _colon, name = row.name.rpartition(":")
        resolver = get_resolver()
        if namespace:
            resolver = resolver.namespace_dict[namespace][1]
        names = {argument for found in resolver.reverse_dict.getlist(name) for argument in found[0][0][1]}
        arguments = self.places[row.of].arguments
        return reverse(row.name, kwargs={argument: arguments[argument] for argument in names})
