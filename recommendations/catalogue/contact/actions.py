"""What enterprises and providers do with requests for contact."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from assessment.audit.actions import record_event
from assessment.responses.models import Assessment
from assessment.responses.tokens import hash_token, make_token
from recommendations.catalogue.contact.letters import tell_enterprise, tell_provider, tell_provider_of_withdrawal
from recommendations.catalogue.models import ContactRequest, Offering, Reply

LIFETIME = timedelta(days=60)
MOST_OPEN = 10
MOST_A_DAY = 10
MOST_A_DAY_TO_ONE = 20  # to the address of one provider, from all enterprises together
MOST_LETTERS = 3  # to the enterprise, about the answers to one request

EMPTY: dict[str, Any] = {"person": "", "email": "", "phone": "", "message": "", "shared": {}}


class Event(StrEnum):
    ASKED = "contact.asked"
    OPENED = "contact.opened"
    ANSWERED = "contact.answered"
    WITHDRAWN = "contact.withdrawn"


class AlreadyAsked(Exception):
    """There is a request about this offering: `request`."""

    def __init__(self, request: ContactRequest) -> None:
        self.request = request


class TooManyRequests(Exception):
    """So many requests are open, or were sent today, that another one has to wait."""


class ProviderBusy(Exception):
    """The provider has got so many requests today that another one has to wait."""


class RequestClosed(Exception):
    """It was withdrawn or has expired in the meantime."""


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the provider should ask for, and how; `message` in the person's own words."""

    name: str
    email: str
    phone: str
    message: str


@dataclass(frozen=True, slots=True)
class Sent:
    """`token` opens the provider's page; it is not stored and can be had only now."""

    request: ContactRequest
    token: str


@transaction.atomic
def send_request(
    *,
    assessment: Assessment,
    offering: Offering,
    shared: Mapping[str, Any],
    person: Person,
    action_key: str,
    region: str,
    language: str,
) -> Sent:
    """This function will store a request with consent and write to the provider; a sample provider gets no letter.

    `shared` is the snapshot that the enterprise has looked at. Raises AlreadyAsked, TooManyRequests or ProviderBusy.
    """
    Assessment.objects.select_for_update().get(pk=assessment.pk)
    mine = ContactRequest.objects.filter(assessment=assessment)
    existing = mine.filter(offering=offering, revoked_at__isnull=True).first()
    if existing is not None:
        raise AlreadyAsked(existing)
    yesterday = timezone.now() - timedelta(days=1)
    if (
        mine.readable().filter(reply="").count() >= MOST_OPEN
        or mine.filter(created_at__gt=yesterday).count() >= MOST_A_DAY
    ):
        raise TooManyRequests
    if not offering.provider.is_sample and _has_enough(offering.provider.contact_email, since=yesterday):
        raise ProviderBusy
    token = make_token()
    request = ContactRequest.objects.create(
        assessment=assessment,
        offering=offering,
        action_key=action_key,
        region=region,
        person=person.name,
        email=person.email,
        phone=person.phone,
        message=person.message,
        shared=dict(shared),
        language=language,
        token_hash=hash_token(token),
        expires_at=timezone.now() + LIFETIME,
    )
    _record(Event.ASKED, request, is_sample=offering.provider.is_sample)
    if not offering.provider.is_sample:
        tell_provider(request, token)
    return Sent(request, token)


def _has_enough(address: str, since: datetime) -> bool:
    """Counted where requests are stored, so that every process counts the same; withdrawn ones were letters, too."""
    to_the_same = ContactRequest.objects.filter(
        offering__provider__contact_email__iexact=address, offering__provider__is_sample=False
    )
    return to_the_same.filter(created_at__gt=since).count() >= MOST_A_DAY_TO_ONE


@transaction.atomic
def open_request(*, request: ContactRequest) -> None:
    """This function will note when a provider first asked to see a request; a second time changes nothing."""
    unread = ContactRequest.objects.readable().filter(pk=request.pk, opened_at__isnull=True)
    if unread.update(opened_at=Now()):
        _record(Event.OPENED, request)


@transaction.atomic
def answer_request(*, request: ContactRequest, reply: Reply, note: str) -> ContactRequest:
    """This function will store the provider's answer and tell an enterprise that left an e-mail address.

    It is told of the first answer and of each other one, not of other notes, and never of what a sample provider says:
    anybody can make a sample request with a stranger's address, and answer it. The answer can be changed while the link works; saying the same again changes nothing. `answered_at` stays the time
    of the first answer. Raises RequestClosed.
    """
    locked = _locked(request)
    if locked is None:
        raise RequestClosed
    if (locked.reply, locked.reply_note) == (reply.value, note):
        return locked
    now, is_news = timezone.now(), locked.reply != reply.value
    locked.reply, locked.reply_note = reply.value, note
    locked.answered_at = locked.answered_at or now
    locked.opened_at = locked.opened_at or now
    is_told = is_news and _may_be_told(locked)
    locked.told_count += is_told
    locked.save(update_fields=["reply", "reply_note", "answered_at", "opened_at", "told_count"])
    _record(Event.ANSWERED, locked, reply=reply.value)
    if is_told:
        tell_enterprise(locked)
    return locked


def _may_be_told(request: ContactRequest) -> bool:
    return bool(request.email) and not request.offering.provider.is_sample and request.told_count < MOST_LETTERS


def _locked(request: ContactRequest) -> ContactRequest | None:
    rows = (
        ContactRequest.objects.readable()
        .select_related("assessment", "offering__provider")
        .select_for_update(of=("self",))
    )
    return rows.filter(pk=request.pk).first()


@transaction.atomic
def withdraw_request(*, request: ContactRequest) -> None:
    """This function will end the provider's link at once, empty what was shared and the person's details, and say so.

    Of a request that is withdrawn already nothing changes. An expired one is withdrawn without a letter.
    """
    was_readable = _locked(request)
    emptied = ContactRequest.objects.filter(pk=request.pk, revoked_at__isnull=True).update(revoked_at=Now(), **EMPTY)
    if not emptied:
        return
    _record(Event.WITHDRAWN, request)
    if was_readable is not None:
        tell_provider_of_withdrawal(was_readable)


@transaction.atomic
def forget_expired_requests() -> int:
    """This function will empty what was shared and the person's details of expired requests, and return how many."""
    expired = ContactRequest.objects.filter(expires_at__lte=Now(), revoked_at__isnull=True)
    return expired.exclude(Q(**EMPTY)).update(**EMPTY)


def _record(event: Event, request: ContactRequest, **details: object) -> None:
    record_event(
        event=event,
        object_type="catalogue.contact_request",
        object_id=request.public_id,
        details=dict(details),
        enterprise_id=request.assessment.enterprise_id,
    )
