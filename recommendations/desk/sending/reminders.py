"""Reminders that go by themselves: five and twelve days after a link was sent, while nothing is submitted."""

import logging
from contextlib import suppress
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from assessment.accounts.models import Client, Grant, GrantLevel
from assessment.mail.actions import UnusableLetter
from assessment.responses.models import ClientLink
from recommendations.desk.sending.actions import AlreadySubmitted, NotSent, remind
from recommendations.desk.sending.limits import WrittenTooOften

AFTER = (timedelta(days=5), timedelta(days=12))
APART = timedelta(days=3)  # whoever was reminded by hand only just now is left alone

logger = logging.getLogger(__name__)


def send_client_reminders(at: datetime | None = None) -> int:
    """This function will post the reminders that are due, and count them. Asked again it finds nothing left to do.

    None goes where the enterprise lets the workspace in no more, or where the client was put away.
    """
    now = at or timezone.now()
    sent = 0
    for link in _waiting(now):
        if not is_due(link, now):
            continue
        client = _client_of(link)
        if client is None:
            continue
        with suppress(AlreadySubmitted, NotSent, WrittenTooOften):
            sent += _remind(link, client)
    return sent


def _remind(link: ClientLink, client: Client) -> int:
    """One letter that cannot be written holds up none of the others."""
    try:
        remind(link=link, client=client)
    except UnusableLetter:
        logger.exception("The reminder of link %s cannot be posted.", link.pk)
        return 0
    return 1


def is_due(link: ClientLink, now: datetime) -> bool:
    """This function will say whether a reminder goes now that nobody asked for by hand."""
    wanted = sum(link.sent_at + after <= now for after in AFTER)
    is_quiet = link.reminded_at is None or link.reminded_at <= now - APART
    return link.reminder_count < wanted and is_quiet


def _waiting(now: datetime) -> QuerySet[ClientLink]:
    grants = Grant.objects.in_force().filter(
        enterprise=OuterRef("assessment__enterprise"),
        workspace=OuterRef("assessment__workspace"),
        level=GrantLevel.EDIT,
    )
    open_links = ClientLink.objects.filter(
        Exists(grants), assessment__submitted_at__isnull=True, stopped_at__isnull=True, reminders_wanted=True
    )
    due = open_links.filter(sent_at__lte=now - AFTER[0])
    return due.select_related("assessment", "sent_by").order_by("sent_at", "pk")


def _client_of(link: ClientLink) -> Client | None:
    clients = Client.objects.kept().filter(
        workspace=link.assessment.workspace_id, enterprise=link.assessment.enterprise_id
    )
    return clients.select_related("workspace", "enterprise").first()
