"""Reads for the enterprise's list of requests."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessment.responses.models import Assessment
from assessment.scoring.texts import localise
from recommendations.catalogue.models import ContactRequest, Offering, Reply


class State(models.TextChoices):
    SENT = "sent", _("sent, not read yet")
    READ = "read", _("read, not answered yet")
    ACCEPTED = "accepted", _("the provider will get in touch")
    DECLINED = "declined", _("the provider cannot help")
    EXPIRED = "expired", _("expired without an answer")
    WITHDRAWN = "withdrawn", _("withdrawn")


ANSWERS = {Reply.ACCEPTED: State.ACCEPTED, Reply.DECLINED: State.DECLINED}


def state_of(request: ContactRequest, now: datetime) -> State:
    """This function will return how far a request has come."""
    if request.revoked_at is not None:
        return State.WITHDRAWN
    if request.reply:
        return ANSWERS[Reply(request.reply)]
    if request.expires_at <= now:
        return State.EXPIRED
    return State.READ if request.opened_at else State.SENT


@dataclass(frozen=True, slots=True)
class RequestRow:
    """`link_ends_at` is None once the provider's link is dead."""

    public_id: UUID
    offering: str
    provider: str
    is_sample: bool
    state: State
    asked_at: datetime
    read_at: datetime | None
    answered_at: datetime | None
    note: str
    link_ends_at: datetime | None
    may_withdraw: bool


def request_row(request: ContactRequest, locale: str) -> RequestRow:
    """This function will return a request as its enterprise sees it; offering and provider must be loaded."""
    now, provider = timezone.now(), request.offering.provider
    is_alive = request.revoked_at is None and request.expires_at > now
    return RequestRow(
        public_id=request.public_id,
        offering=localise(request.offering.title, locale),
        provider=localise(provider.name, locale),
        is_sample=provider.is_sample,
        state=state_of(request, now),
        asked_at=request.created_at,
        read_at=request.opened_at,
        answered_at=request.answered_at,
        note=request.reply_note,
        link_ends_at=request.expires_at if is_alive else None,
        may_withdraw=request.revoked_at is None,
    )


def own_requests(assessment: Assessment, locale: str) -> list[RequestRow]:
    """This function will return the requests of an assessment, newest first. One query."""
    rows = ContactRequest.objects.filter(assessment=assessment).select_related("offering__provider")
    return [request_row(request, locale) for request in rows.order_by("-created_at", "-pk")]


def standing_request(assessment: Assessment, offering: Offering) -> ContactRequest | None:
    """This function will return the request about an offering that was not withdrawn, or None."""
    rows = ContactRequest.objects.filter(assessment=assessment, offering=offering, revoked_at__isnull=True)
    return rows.select_related("offering__provider").first()
