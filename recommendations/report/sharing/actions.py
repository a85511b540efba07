"""Making, opening and revoking links that show one report to whoever has them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from assessment.accounts.models import User, Workspace
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment
from assessment.responses.tokens import hash_token, make_token
from recommendations.report.models import Report, ShareLink

MOST_LINKS = 50  # standing ones for one report: more were made by a script


class Event(StrEnum):
    SHARED = "report.shared"
    OPENED = "report.share_opened"
    REVOKED = "report.share_revoked"


class TooManyLinks(Exception):
    """The report has as many standing links as it may have."""


class WrongPassword(Exception):
    """The link asks for a password, and this is another."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a link promises: for whom (a word to remember it by), until when, behind which password ("" for none)."""

    label: str
    expires_at: datetime
    password: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """`token` is shown once; only its hash is kept."""

    link: ShareLink
    token: str


@transaction.atomic
def share_report(
    *,
    assessment: Assessment,
    report: Report,
    terms: Terms,
    by: User | None = None,
    workspace: Workspace | None = None,
) -> Shared:
    """This function will make a link to a report of the assessment. Raises TooManyLinks.

    `workspace` is None where the enterprise itself shares, `by` where that is somebody without an account.
    """
    Report.objects.without_documents().select_for_update().get(pk=report.pk)
    if ShareLink.objects.usable().filter(report=report).count() >= MOST_LINKS:
        raise TooManyLinks
    token = make_token()
    link = ShareLink.objects.create(
        report=report,
        workspace=workspace,
        token_hash=hash_token(token),
        label=terms.label,
        password=make_password(terms.password) if terms.password else "",
        made_by=by,
        expires_at=terms.expires_at,
    )
    details = {"workspace": None if workspace is None else workspace.slug, "has_password": bool(terms.password)}
    _record(Event.SHARED, link, assessment.enterprise_id, by, **details)
    return Shared(link, token)


@transaction.atomic
def open_shared(*, link: ShareLink, password: str) -> None:
    """This function will count a view by somebody who has the link and its password. Raises WrongPassword."""
    if link.password and not check_password(password, link.password):
        raise WrongPassword
    ShareLink.objects.filter(pk=link.pk).update(view_count=F("view_count") + 1, last_viewed_at=timezone.now())
    _record(Event.OPENED, link, link.report.result.assessment.enterprise_id, None)


@transaction.atomic
def revoke_share_link(*, link: ShareLink, by: User | None) -> None:
    """This function will end a link at once, for good. Ending it again changes nothing."""
    standing = ShareLink.objects.filter(pk=link.pk, revoked_at__isnull=True)
    if standing.update(revoked_at=timezone.now()):
        _record(Event.REVOKED, link, link.report.result.assessment.enterprise_id, by)


@transaction.atomic
def revoke_links_of(*, workspace: Workspace, enterprise_id: int, by: User | None) -> int:
    """This function will end every link that a workspace made to reports of an enterprise, and return how many.

    They would open nothing while it has no access; ended for good they do not come back with it.
    """
    links = ShareLink.objects.filter(workspace=workspace, report__result__assessment__enterprise=enterprise_id)
    standing = list(
        links.filter(revoked_at__isnull=True).select_related("report").defer("report__pdf", "report__content")
    )
    ShareLink.objects.filter(pk__in=[link.pk for link in standing]).update(revoked_at=timezone.now())
    for link in standing:
        _record(Event.REVOKED, link, enterprise_id, by)
    return len(standing)


def _record(event: Event, link: ShareLink, enterprise_id: int, actor: User | None, **details: object) -> None:
    record_event(
        event=event,
        object_type="report.share",
        object_id=link.public_id,
        actor=actor,
        details={"report": link.report.number, **details},
        enterprise_id=enterprise_id,
    )
