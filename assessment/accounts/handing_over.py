"""Handing an enterprise over to its next owner, who accepts by a letter that is bound to their address."""

from datetime import timedelta
from enum import StrEnum

from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from assessment.accounts.models import Enterprise, HandOver, User
from assessment.accounts.tokens import hash_token, make_token
from assessment.accounts.workspaces.addresses import has_proven
from assessment.audit.actions import record_event
from assessment.mail.actions import post_letter
from assessment.mail.addresses import public_address

LIFETIME = timedelta(days=14)
DAY = timedelta(days=1)
MOST_A_DAY = 5  # by one person: letters go to strangers’ addresses


class Event(StrEnum):
    OFFERED = "enterprise.offered"
    OFFER_REVOKED = "enterprise.offer_revoked"
    HANDED_OVER = "enterprise.handed_over"


class TheirsAlready(Exception):
    """The address is that of the owner."""


class OfferedTooOften(Exception):
    """So many offers were sent today that another one has to wait."""


class OfferEnded(Exception):
    """It was revoked or accepted, has expired, or another person owns the enterprise by now."""


class OtherAddress(Exception):
    """It was offered to an address that this person has not proven."""


@transaction.atomic
def offer_enterprise(*, enterprise: Enterprise, email: str, by: User) -> HandOver:
    """This function will post an offer to own the enterprise, in the active language; an offer before it ends.

    Raises TheirsAlready, or OfferedTooOften.
    """
    locked = Enterprise.objects.select_for_update().get(pk=enterprise.pk)
    if has_proven(by, email):
        raise TheirsAlready
    now = timezone.now()
    if HandOver.objects.filter(offered_by=by, offered_at__gt=now - DAY).count() >= MOST_A_DAY:
        raise OfferedTooOften
    locked.hand_overs.filter(accepted_at__isnull=True, revoked_at__isnull=True).update(revoked_at=now)
    token = make_token()
    offer = HandOver.objects.create(
        enterprise=locked, email=email, token_hash=hash_token(token), offered_by=by, expires_at=now + LIFETIME
    )
    _post(offer, token)
    _record(Event.OFFERED, offer, by)
    return offer


def _post(offer: HandOver, token: str) -> None:
    names = {"person": offer.offered_by.get_full_name(), "enterprise": offer.enterprise.name, "days": LIFETIME.days}
    lines = [
        gettext("Good day,"),
        "",
        gettext("%(person)s wants to hand the enterprise “%(enterprise)s” on Fourfold over to you.") % names,
        gettext(
            "You would be its only owner: its answers, results, reports and plan would be yours to keep or delete."
        ),
        "",
        gettext("Look at it and accept here, within %(days)d days, signed in with this e-mail address:") % names,
        public_address(reverse("desk:hand-over-accept", kwargs={"token": token})),
        "",
        gettext("If you do not know who this is, do nothing: without your consent nothing happens."),
    ]
    post_letter(to=offer.email, subject=gettext("An enterprise is handed over to you"), body="\n".join(lines))


@transaction.atomic
def revoke_offer(*, offer: HandOver, by: User) -> None:
    """This function will end an offer. Raises OfferEnded where there is nothing to end."""
    open_ones = HandOver.objects.filter(pk=offer.pk, accepted_at__isnull=True, revoked_at__isnull=True)
    if not open_ones.update(revoked_at=timezone.now()):
        raise OfferEnded
    _record(Event.OFFER_REVOKED, offer, by)


def offer_behind(token: str) -> HandOver:
    """This function will return the waiting offer behind a token; used, revoked, expired and wrong look alike (404)."""
    offer = HandOver.objects.waiting().filter(token_hash=hash_token(token))
    found = offer.select_related("enterprise", "offered_by").first()
    if found is None:
        raise Http404
    return found


@transaction.atomic
def accept_offer(*, offer: HandOver, person: User) -> Enterprise:
    """This function will make a person the owner. Access of others stays, and is theirs to withdraw.

    Raises OfferEnded or OtherAddress.
    """
    enterprise = Enterprise.objects.select_for_update().get(pk=offer.enterprise_id)
    if not HandOver.objects.waiting().filter(pk=offer.pk).exists():
        raise OfferEnded
    if not has_proven(person, offer.email):
        raise OtherAddress
    now = timezone.now()
    HandOver.objects.filter(pk=offer.pk).update(accepted_at=now)
    enterprise.owner, enterprise.claimed_at = person, now
    enterprise.save(update_fields=["owner", "claimed_at"])
    enterprise.grants.filter(person=person, withdrawn_at__isnull=True).update(withdrawn_at=now, withdrawn_by=person)
    _record(Event.HANDED_OVER, offer, person)
    return enterprise


def _record(event: Event, offer: HandOver, by: User) -> None:
    """The address stays out of the record: the offer holds its own."""
    record_event(
        event=event,
        object_type="enterprise",
        object_id=offer.enterprise.public_id,
        actor=by,
        details={"offer": str(offer.public_id)},
        enterprise_id=offer.enterprise_id,
    )
