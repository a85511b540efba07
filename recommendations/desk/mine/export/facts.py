"""What the JSON files hold: everything about an enterprise but keys, and what workspaces keep for themselves."""

from collections.abc import Iterable
from typing import Any

from assessment.accounts.models import Enterprise, Grant, Invitation
from assessment.responses.models import Answer, Assessment, ClientLink, Perspective, RespondentToken, Result
from recommendations.catalogue.models import ContactRequest
from recommendations.desk.mine.export.checking import checking_facts
from recommendations.desk.mine.record_page import event_rows, events_of
from recommendations.plan.models import AdviceRun, Plan, PlanItem
from recommendations.report.models import ShareLink

ENTERPRISE_FORMAT = "fourfold-enterprise/1"
ASSESSMENT_FORMAT = "fourfold-assessment/1"

PLAN_FIELDS = ("budget", "days_per_quarter", "begins_on", "language", "reminder_email", "created_at")
ITEM_FIELDS = [
    "public_id",
    "action_key",
    "title",
    "note",
    "promised",
    "responsible",
    "quarter",
    "due_on",
    "status",
    "declined_because",
    "budget",
    "spent",
    "created_at",
    "done_on",
]
REQUEST_FIELDS = [
    "public_id",
    "action_key",
    "region",
    "person",
    "email",
    "phone",
    "message",
    "shared",
    "language",
    "created_at",
    "expires_at",
    "opened_at",
    "answered_at",
    "reply",
    "reply_note",
    "revoked_at",
]


def enterprise_facts(enterprise: Enterprise) -> dict[str, Any]:
    """This function will return what there is beside the assessments, ready to be written as JSON."""
    return {
        "format": ENTERPRISE_FORMAT,
        "enterprise": _picked(enterprise, ("public_id", "name", "credit_code", "created_at", "claimed_at")),
        "plan": _plan(enterprise),
        "access": [_grant(each) for each in _grants(enterprise)],
        "invitations": [
            _picked(
                each, ("email", "level", "grant_expires_at", "invited_at", "expires_at", "accepted_at", "revoked_at")
            )
            for each in Invitation.objects.filter(enterprise=enterprise).order_by("invited_at", "pk")
        ],
        "keys": [
            _picked(each, ("purpose", "created_at", "expires_at", "revoked_at", "last_used_at"))
            | {"assessment": each.assessment.public_id}
            for each in RespondentToken.objects.filter(assessment__enterprise=enterprise)
            .select_related("assessment")
            .order_by("pk")
        ],
        "report_links": [
            _picked(each, ("label", "made_at", "expires_at", "view_count", "last_viewed_at", "revoked_at"))
            | {
                "report": each.report.number,
                "workspace": str(each.workspace or ""),
                "has_password": bool(each.password),
            }
            for each in ShareLink.objects.filter(report__result__assessment__enterprise=enterprise)
            .select_related("report", "workspace")
            .defer("report__pdf", "report__content")
            .order_by("pk")
        ],
        "report_checking": checking_facts(enterprise),
        "requests_to_providers": [
            _picked(each, REQUEST_FIELDS) | {"offering": each.offering.title, "provider": each.offering.provider.name}
            for each in ContactRequest.objects.filter(assessment__enterprise=enterprise)
            .select_related("offering__provider")
            .order_by("pk")
        ],
        "record": [
            {"at": row.at, "what": row.what, "about": row.about, "who": row.who}
            for row in event_rows(enterprise, events_of(enterprise).select_related("actor"), is_copy=True)
        ],
    }


def _grants(enterprise: Enterprise) -> Iterable[Grant]:
    grants = Grant.objects.filter(enterprise=enterprise).select_related("workspace", "person", "given_by")
    return grants.order_by("given_at", "pk")


def _grant(grant: Grant) -> dict[str, Any]:
    to = {"workspace": grant.workspace.name} if grant.workspace else {"person": str(grant.person)}
    given = {"given_by": str(grant.given_by or "")}
    return to | given | _picked(grant, ("level", "given_at", "expires_at", "withdrawn_at"))


def _plan(enterprise: Enterprise) -> dict[str, Any] | None:
    plan = Plan.objects.filter(enterprise=enterprise).first()
    if plan is None:
        return None
    items = PlanItem.objects.filter(plan=plan).select_related("offering__provider").order_by("pk")
    return _picked(plan, PLAN_FIELDS) | {
        "items": [
            _picked(item, ITEM_FIELDS) | {"offering": None if item.offering is None else item.offering.title}
            for item in items
        ]
    }


def assessment_facts(assessment: Assessment, evidence: dict[str, str]) -> dict[str, Any]:
    """This function will return all of one assessment; `evidence` is the public id of each file by its place."""
    release = assessment.release
    return {
        "format": ASSESSMENT_FORMAT,
        **_picked(assessment, ("public_id", "scope", "language", "mode", "started_at", "submitted_at")),
        "bank": {"slug": release.bank.slug, "release": release.version, "hash": release.content_hash},
        "opened_by_workspace": str(assessment.workspace or ""),
        "follows": assessment.follows.public_id if assessment.follows else None,
        "answers": [_answer(each, assessment.enterprise) for each in _answers(assessment)],
        "results": [_result(each) for each in _results(assessment)],
        "questions_asked_back": [
            _picked(each, ("question_key", "text", "asked_at", "reply", "replied_at", "closed_at"))
            | {"workspace": each.workspace.name}
            for each in assessment.asked_back.select_related("workspace").order_by("asked_at", "pk")
        ],
        "letters_with_a_link": [
            _picked(each, ("email", "language", "message", "sent_at", "opened_at", "reminded_at", "reminder_count"))
            for each in ClientLink.objects.filter(assessment=assessment).order_by("pk")
        ],
        "answers_read_from_files": [
            _picked(each, ("device", "file_name", "taken", "imported_at"))
            for each in assessment.answer_imports.order_by("imported_at", "pk")
        ],
        "evidence": [{"file": place, "id": public_id} for place, public_id in evidence.items()],
    }


def _answers(assessment: Assessment) -> Iterable[Answer]:
    return Answer.objects.filter(assessment=assessment).order_by("answered_at", "pk").iterator(chunk_size=500)


def _answer(answer: Answer, enterprise: Enterprise) -> dict[str, Any]:
    said = _picked(
        answer, ("question_key", "perspective", "version", "state", "value", "device", "answered_at", "reason")
    )
    return said | {"by": role_of(answer, enterprise)}


def role_of(answer: Answer, enterprise: Enterprise) -> str:
    """This function will return as what somebody answered: respondent, owner, colleague or consultant."""
    if answer.perspective == Perspective.VERIFIED:
        return "consultant"
    if answer.author_id is None:
        return "respondent"
    return "owner" if answer.author_id == enterprise.owner_id else "colleague"


def _results(assessment: Assessment) -> Iterable[Result]:
    return (
        assessment.results.select_related("verification__workspace", "advice_run__playbook_release__playbook")
        .defer("advice_run__playbook_release__document")
        .order_by("perspective")
    )


def _result(result: Result) -> dict[str, Any]:
    said = _picked(result, ("perspective", "scope", "submitted_at", "content_hash", "scorecard", "answers"))
    run = AdviceRun.objects.filter(result=result).select_related("playbook_release__playbook").first()
    verification = getattr(result, "verification", None)
    return said | {
        "verification": None
        if verification is None
        else _picked(verification, ("verifier_name", "has_conflict", "statement", "verified_at"))
        | {"workspace": verification.workspace.name},
        "advice": None if run is None else _advice(run),
    }


def _advice(run: AdviceRun) -> dict[str, Any]:
    release = run.playbook_release
    changes = run.overlay_changes.select_related("workspace").order_by("workspace", "number")
    return _picked(run, ("content_hash", "advice", "next_level", "created_at")) | {
        "playbook": {"slug": release.playbook.slug, "release": release.version},
        "changes_by_consultants": [
            _picked(each, ("number", "kind", "action_key", "data", "reason", "made_at"))
            | {"workspace": each.workspace.name}
            for each in changes
        ],
    }


def _picked(row: object, fields: Iterable[str]) -> dict[str, Any]:
    return {field: getattr(row, field) for field in fields}
