"""Every link and key that opens something of an enterprise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from assessment.accounts.models import Enterprise
from assessment.responses.models import ClientLink, Purpose, RespondentToken
from assessment.responses.tokens import LATEST_COOKIE_NAME, hash_token
from recommendations.catalogue.contact.queries import RequestRow, request_row
from recommendations.catalogue.models import ContactRequest
from recommendations.desk.mine.access import FINGERPRINT_LENGTH
from recommendations.report.models import ShareLink


@dataclass(frozen=True, slots=True)
class KeyRow:
    """`fingerprint` names the key without opening anything; `workspace` began the assessment, "" for the enterprise."""

    fingerprint: str
    kind: str
    workspace: str
    is_this_browser: bool
    began_at: datetime
    made_at: datetime
    used_at: datetime | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request to a provider, with the assessment in whose name it was sent."""

    assessment_id: UUID
    request: RequestRow


@dataclass(frozen=True, slots=True)
class LinkRows:
    """`shares` have `is_over` where they open nothing any more."""

    keys: Sequence[KeyRow]
    shares: Sequence[ShareLink]
    requests: Sequence[RequestLine]
    letters: Sequence[ClientLink]

    @property
    def has_other_keys(self) -> bool:
        return any(not key.is_this_browser for key in self.keys)


def this_browser(request: HttpRequest) -> str:
    """This function will return the hash of the key that this browser got last, or ""."""
    token = request.COOKIES.get(LATEST_COOKIE_NAME, "")
    return hash_token(token) if token else ""


def link_rows(enterprise: Enterprise, locale: str, own_hash: str) -> LinkRows:
    """This function will return what opens something of an enterprise, newest first. Four queries."""
    keys = (
        RespondentToken.objects.usable()
        .filter(assessment__enterprise=enterprise)
        .select_related("assessment__workspace")
    )
    shares = ShareLink.objects.usable().filter(report__result__assessment__enterprise=enterprise)
    requests = ContactRequest.objects.filter(assessment__enterprise=enterprise, revoked_at__isnull=True)
    letters = ClientLink.objects.filter(assessment__enterprise=enterprise, stopped_at__isnull=True)
    return LinkRows(
        [_key(key, own_hash) for key in keys.select_related("assessment__workspace").order_by("-created_at", "-pk")],
        list(
            shares.select_related("report", "workspace", "made_by")
            .defer("report__pdf", "report__content")
            .order_by("-made_at", "-pk")
        ),
        [
            RequestLine(each.assessment.public_id, request_row(each, locale))
            for each in requests.filter(expires_at__gt=timezone.now())
            .select_related("assessment", "offering__provider")
            .order_by("-created_at", "-pk")
        ],
        list(letters.select_related("sent_by").order_by("-sent_at", "-pk")),
    )


def _key(key: RespondentToken, own_hash: str) -> KeyRow:
    return KeyRow(
        fingerprint=key.hash[:FINGERPRINT_LENGTH],
        kind=gettext("A browser") if key.purpose == Purpose.COOKIE else key.get_purpose_display(),
        workspace=str(key.assessment.workspace or ""),
        is_this_browser=key.hash == own_hash,
        began_at=key.assessment.started_at,
        made_at=key.created_at,
        used_at=key.last_used_at,
        expires_at=key.expires_at,
    )
