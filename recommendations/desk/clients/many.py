"""Sending links to many clients at once: each gets the assessment that is open, or a new one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Grant, GrantLevel
from assessment.responses.models import Assessment
from recommendations.desk.clients.beginning import Beginning, begin_assessment
from recommendations.desk.sending.actions import send_link
from recommendations.desk.sending.limits import WrittenTooOften

MOST = 200


class Hindrance(models.TextChoices):
    """Why a client gets no link."""

    NO_ACCESS = "no_access", _("the enterprise does not let you work for it")
    NO_ADDRESS = "no_address", _("no e-mail address")
    SENT = "sent", _("a link is out already")
    OFTEN = "often", _("enough letters went to this address today")


@dataclass(frozen=True, slots=True)
class Recipient:
    """`open_one` is the assessment of the workspace that is still to be answered, None where a new one is begun."""

    client: Client
    open_one: Assessment | None
    hindrance: Hindrance | None

    @property
    def why_not(self) -> str:
        return str(self.hindrance.label) if self.hindrance else ""


def recipients(seat: Seat, client_ids: Iterable[UUID]) -> list[Recipient]:
    """This function will return who of some clients of the workspace gets a link, by name. Three queries."""
    chosen = Client.objects.filter(workspace=seat.workspace, public_id__in=list(client_ids)[:MOST])
    clients = list(chosen.select_related("enterprise", "workspace").order_by("enterprise__name", "pk"))
    grants = Grant.objects.in_force().filter(workspace=seat.workspace, level=GrantLevel.EDIT)
    let_in = set(grants.order_by("pk").values_list("enterprise_id", flat=True))
    open_ones = Assessment.objects.open().filter(workspace=seat.workspace, enterprise__in=let_in)
    by_enterprise = {
        each.enterprise_id: each for each in open_ones.select_related("client_link").order_by("started_at", "pk")
    }
    return [_recipient(client, by_enterprise.get(client.enterprise_id), let_in) for client in clients]


def _recipient(client: Client, open_one: Assessment | None, let_in: set[int]) -> Recipient:
    hindrance = None
    if client.enterprise_id not in let_in:
        hindrance, open_one = Hindrance.NO_ACCESS, None
    elif not client.contact_email:
        hindrance = Hindrance.NO_ADDRESS
    elif open_one and hasattr(open_one, "client_link") and open_one.client_link.stopped_at is None:
        hindrance = Hindrance.SENT
    return Recipient(client, open_one, hindrance)


@dataclass(frozen=True, slots=True)
class SentOut:
    sent: int
    left_out: Sequence[Recipient]


@transaction.atomic
def send_links(*, seat: Seat, client_ids: Iterable[UUID], beginning: Beginning) -> SentOut:
    """This function will post a link to each client that can get one, and return who was left out."""
    sent, left_out = 0, []
    for recipient in recipients(seat, client_ids):
        hindrance = recipient.hindrance or _send(seat, recipient, beginning)
        if hindrance is None:
            sent += 1
        else:
            left_out.append(Recipient(recipient.client, recipient.open_one, hindrance))
    return SentOut(sent, left_out)


def _send(seat: Seat, recipient: Recipient, beginning: Beginning) -> Hindrance | None:
    try:
        if recipient.open_one is None:
            begin_assessment(seat=seat, client=recipient.client, beginning=beginning)
        else:
            send_link(
                seat=seat,
                client=recipient.client,
                assessment=recipient.open_one,
                message=beginning.message,
                reminders_wanted=beginning.reminders_wanted,
            )
    except WrittenTooOften:
        return Hindrance.OFTEN
    return None
