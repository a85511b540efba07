"""What the addresses of the permission table name: two assessments, and what hangs on them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import User, Workspace
from assessment.bank.models import Release
from assessment.config.demo import answer_sample
from assessment.config.shipped_content import BANK
from assessment.responses.actions import Opened, make_resume_keys, start_assessment
from assessment.responses.evidence import add_evidence
from assessment.responses.models import AskBack, Assessment, ClientLink, EvidenceFile
from assessment.scoring.scorecard import Scope
from recommendations.catalogue.contact.actions import Person, Sent, send_request
from recommendations.catalogue.models import Offering
from recommendations.desk.sending.keys import quiet_key
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.planning import add_own_item
from recommendations.plan.reminder_keys import reminder_key
from recommendations.plan.reminders import ask_for_reminders
from recommendations.report.actions import create_report
from recommendations.report.models import Report


@dataclass(frozen=True)
class Place:
    """One assessment with the key to it and what else its addresses name."""

    opened: Opened
    arguments: dict[str, Any]


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


def make_ask(opened: Opened, space: Workspace, by: User) -> AskBack:
    return AskBack.objects.create(
        assessment=opened.assessment, workspace=space, question_key="EQ05", text="Since when?", asked_by=by
    )


def make_evidence(opened: Opened, by: User) -> EvidenceFile:
    return add_evidence(
        assessment=opened.assessment,
        question_key="EQ05",
        upload=SimpleUploadedFile("machines.txt", b"ten of twelve"),
        by=by,
        workspace=None,
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


def sent_key(place: Place, space: Workspace, by: User) -> str:
    """This function will let the workspace have sent the assessment, and return the key that ends its letters."""
    Assessment.objects.filter(pk=place.opened.assessment.pk).update(workspace=space)
    link = ClientLink.objects.create(
        assessment=place.opened.assessment, email="li@firm.example", language="en", sent_by=by, sent_at=timezone.now()
    )
    return quiet_key(link)
