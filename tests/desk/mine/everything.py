"""One of everything that any room keeps of an enterprise, and how to find what that is."""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, Model
from django.utils import timezone

from assessment.accounts.models import Client, Enterprise, GrantLevel, HandOver, Invitation, User, Workspace
from assessment.responses.models import (
    AnswerImport,
    AskBack,
    Assessment,
    ClientLink,
    EvidenceFile,
    Mode,
    Perspective,
    PrivateNote,
    Result,
    Verification,
)
from recommendations.catalogue.models import ContactRequest, Offering
from recommendations.plan.models import AdviceRun, OverlayChange
from recommendations.plan.planning import add_own_item
from recommendations.report.models import Batch, BatchItem, BatchState, Confirmation, DrawnAhead, Report, ShareLink


def kept_models() -> list[type[Model]]:
    """This function will return every model whose rows lead to an enterprise by foreign keys, by name."""
    found: set[type[Model]] = {Enterprise}
    while more := {model for model in apps.get_models() if model not in found and _leads_into(model, found)}:
        found |= more
    return sorted(found, key=lambda model: model._meta.label)


def _leads_into(model: type[Model], found: set[type[Model]]) -> bool:
    keys = [field for field in model._meta.get_fields() if isinstance(field, ForeignKey)]
    return any(field.related_model in found for field in keys)


def rows() -> dict[str, set[Any]]:
    """This function will return the primary keys of all that is kept, by model."""
    return {
        model._meta.label: set(model._default_manager.order_by("pk").values_list("pk", flat=True))
        for model in kept_models()
    }


def make_everything(assessment: Assessment, space: Workspace, person: User, offering: Offering) -> None:
    """This function will add what a submitted assessment does not have yet: one of each thing, and a merged enterprise.

    `assessment` has answers, a result with advice, and a key.
    """
    enterprise, soon = assessment.enterprise, timezone.now() + timedelta(days=9)
    mark = str(enterprise.public_id)
    Enterprise.objects.create(name="Merged Ltd", merged_into=enterprise)
    client = Client.objects.create(workspace=space, enterprise=enterprise, note="Call in May.")
    enterprise.grants.create(workspace=space, level=GrantLevel.EDIT)
    Invitation.objects.create(
        enterprise=enterprise,
        level=GrantLevel.VIEW,
        email="new@example.org",
        token_hash=f"i{mark}",
        invited_by=person,
        expires_at=soon,
    )
    HandOver.objects.create(
        enterprise=enterprise, email="next@example.org", token_hash=f"h{mark}", offered_by=person, expires_at=soon
    )
    Assessment.objects.create(
        enterprise=enterprise, release=assessment.release, scope="full", language="en", follows=assessment
    )
    add_own_item(assessment=assessment, title="Ask the bank", language="en")
    _make_casework(assessment, space, person)
    _make_reports(assessment, space, person, client)
    ContactRequest.objects.create(
        assessment=assessment,
        offering=offering,
        person="Li Wei",
        email="li.wei@firm.example",
        shared={"enterprise": "Gears"},
        language="en",
        token_hash=f"c{mark}",
        expires_at=soon,
    )


def _make_casework(assessment: Assessment, space: Workspace, person: User) -> None:
    about: dict[str, Any] = {"assessment": assessment, "question_key": "steps"}
    own = assessment.results.get()
    verified = Result.objects.create(
        assessment=assessment,
        perspective=Perspective.VERIFIED,
        release=own.release,
        scope=own.scope,
        scorecard=own.scorecard,
        answers=own.answers,
        content_hash="f" * 64,
        submitted_at=own.submitted_at,
    )
    Verification.objects.create(
        result=verified,
        workspace=space,
        verified_by=person,
        verifier_name="Con Sultant",
        has_conflict=False,
        verified_at=timezone.now(),
    )
    EvidenceFile.objects.create(
        **about,
        name="../photo <1>.png",
        media_type="image/png",
        size=4,
        sha256="a" * 64,
        content=b"\x89PNG",
        workspace=space,
        uploaded_by=person,
    )
    PrivateNote.objects.create(**about, workspace=space, text="Private words of the workspace", author=person)
    AskBack.objects.create(**about, workspace=space, text="Which machine?", asked_by=person)
    ClientLink.objects.create(
        assessment=assessment, email="boss@firm.example", language="en", sent_by=person, sent_at=timezone.now()
    )
    AnswerImport.objects.create(
        assessment=assessment, device="file-1", file_name="form.xlsx", sha256="b" * 64, taken=3, imported_by=person
    )
    OverlayChange.objects.create(
        advice_run=AdviceRun.objects.get(result=own),
        workspace=space,
        number=1,
        kind="hide",
        action_key="A",
        reason="Done last year",
        author=person,
    )
    assert assessment.mode == Mode.SELF


def _make_reports(assessment: Assessment, space: Workspace, person: User, client: Client) -> None:
    report = Report.objects.create(
        result=assessment.results.get(perspective=Perspective.SELF),
        language="en",
        number="F-1",
        content={"words": "of the report"},
        content_hash="d" * 64,
        pdf=b"%PDF-1.7 sample",
        pdf_hash="e" * 64,
        workspace=space,
        made_by=person,
    )
    ShareLink.objects.create(
        report=report,
        workspace=space,
        token_hash=f"s{assessment.public_id}",
        label="The bank",
        made_by=person,
        expires_at=timezone.now() + timedelta(days=30),
    )
    DrawnAhead.objects.create(result=report.result, language="en", html_hash="a" * 64, pdf=b"%PDF-")
    Confirmation.objects.create(report=report, allowed_by=person)
    batch, _new = Batch.objects.get_or_create(workspace=space, ordered_by=person)
    BatchItem.objects.create(
        batch=batch,
        number=batch.items.count() + 1,
        client=client,
        assessment=assessment,
        language="en",
        state=BatchState.DONE,
        report=report,
    )
