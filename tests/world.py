"""A small world with content: an assessment being answered, a submitted one, and another enterprise's."""

import os
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client as Browser
from django.urls import get_resolver, reverse
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Enterprise, GrantLevel, Invitation, User, Workspace, WorkspaceRole
from assessment.accounts.tokens import hash_token, make_token
from assessment.accounts.workspaces.actions import invite_to_workspace
from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.config.demo import answer_sample
from assessment.config.shipped_content import BANK, CONTENT, SAMPLES
from assessment.responses.actions import Opened, make_resume_keys, start_assessment
from assessment.responses.evidence import add_evidence
from assessment.responses.models import AskBack, Assessment, ClientLink, EvidenceFile
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from recommendations.catalogue.contact.actions import Person, Sent, send_request
from recommendations.catalogue.imports.actions import keep_draft
from recommendations.catalogue.models import Offering
from recommendations.desk.sending.keys import quiet_key
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.planning import add_own_item
from recommendations.plan.reminder_keys import reminder_key
from recommendations.plan.reminders import ask_for_reminders
from recommendations.report.actions import create_report
from recommendations.report.models import Report
from recommendations.studio.access import EDIT, workshop_for
from recommendations.studio.files.kept import keep_file
from recommendations.studio.impact.actions import go_on, start_replay
from recommendations.studio.models import Basis, Replay
from tests.permissions import MEMBERS, Of, Role, Row
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


@dataclass(frozen=True)
class Place:
    """One assessment with the key to it and what else its addresses name."""

    opened: Opened
    arguments: dict[str, Any]


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


def sent_key(place: Place, space: Workspace, by: User) -> str:
    """This function will let the workspace have sent the assessment, and return the key that ends its letters."""
    Assessment.objects.filter(pk=place.opened.assessment.pk).update(workspace=space)
    link = ClientLink.objects.create(
        assessment=place.opened.assessment, email="li@firm.example", language="en", sent_by=by, sent_at=timezone.now()
    )
    return quiet_key(link)


def make_ask(opened: Opened, space: Workspace, by: User) -> AskBack:
    return AskBack.objects.create(
        assessment=opened.assessment, workspace=space, question_key="EQ05", text="Since when?", asked_by=by
    )


def make_open(release: Release) -> Place:
    opened = start_assessment(enterprise_name="Open Gears Ltd", release=release, scope=Scope.QUICK, language="en")
    return Place(opened, arguments_of(opened) | {"token": make_resume_keys(assessment=opened.assessment).link_token})


def make_submitted(release: Release) -> Place:
    opened = answer_sample(release)
    result = submit_and_advise(assessment=opened.assessment)
    report = create_report(assessment=opened.assessment, result=result, language="en")
    asked = ask_provider(opened)
    item = add_own_item(assessment=opened.assessment, title="Ask the bank", language="en")
    plan = ask_for_reminders(assessment=opened.assessment, email="li.wei@firm.example", language="en")
    planned = {"item_id": item.public_id, "reminder_token": reminder_key(plan)}
    more = planned | {
        "report_id": report.public_id,
        "request_id": asked.request.public_id,
        "contact_token": asked.token,
    }
    return Place(opened, arguments_of(opened) | more)


def make_evidence(opened: Opened, by: User) -> EvidenceFile:
    return add_evidence(
        assessment=opened.assessment,
        question_key="EQ05",
        upload=SimpleUploadedFile("machines.txt", b"ten of twelve"),
        by=by,
        workspace=None,
    )


def ask_provider(opened: Opened) -> Sent:
    return send_request(
        assessment=opened.assessment,
        offering=Offering.objects.get(provider__key="gateway-workshop", key="gateway-lease"),
        shared={"enterprise": "Gears Ltd", "lines": []},
        person=Person("Li Wei", "li.wei@firm.example", "", ""),
        action_key="",
        region="",
        language="en",
    )


def make_edition(seat: Seat, report_id: UUID) -> Report:
    """This function will make what looks like a workspace's own report, without drawing one."""
    drawn = Report.objects.get(public_id=report_id)
    return Report.objects.create(
        result=drawn.result,
        language=drawn.language,
        number="FF-20261122-ED171011",
        content=drawn.content,
        content_hash="e" * 64,
        pdf=drawn.pdf,
        pdf_hash=drawn.pdf_hash,
        workspace=seat.workspace,
        made_by=seat.person,
    )


def arguments_of(opened: Opened) -> dict[str, Any]:
    keys = {"section_key": "equipment", "question_key": "EQ05", "category_key": "equipment_iot", "bank_slug": BANK}
    keys |= {"scheme_key": "zhongshan-level-2", "number": "9.9"}
    keys |= {"action_key": "A01", "rule_key": "R-A02-ready"}
    keys |= {"overlay_key": "A02"}
    keys |= {"pk": 1, "session_id": 1, "provider_id": "oidc"}
    keys |= {"node_key": "eq_data", "ladder_key": "levels", "level_key": "initial", "locale": "en"}
    keys |= {"family": "consistency", "part_key": "production_sector"}
    keys |= {"provider_key": "gateway-workshop", "offering_key": "five-machine-kit"}
    keys |= {"vocabulary": "deployment", "term_key": "onsite"}
    return keys | {"public_id": opened.assessment.public_id}
