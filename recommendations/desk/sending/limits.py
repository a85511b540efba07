"""How often a client is written to: no address is flooded, whoever asks."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models.functions import Lower
from django.utils import timezone

from assessment.mail.models import Letter
from assessment.responses.models import ClientLink

PAUSE = timedelta(hours=1)
DAY = timedelta(days=1)
MOST_A_DAY = 5  # to one address, whoever asks
MOST_REMINDERS = 3  # by itself and by hand together


class Limit(StrEnum):
    JUST_NOW = "just_now"
    REMINDERS = "reminders"
    ADDRESS = "address"


class WrittenTooOften(Exception):
    """Which limit is reached, and when it ends; None where it does not end by itself."""

    def __init__(self, limit: Limit, again_at: datetime | None) -> None:
        self.limit, self.again_at = limit, again_at
        super().__init__(limit)


def letters_today(emails: Collection[str]) -> Mapping[str, Sequence[datetime]]:
    """This function will return when each address, in small letters, was written to since yesterday, newest first."""
    recent = Letter.objects.filter(created_at__gt=timezone.now() - DAY).annotate(address=Lower("to"))
    found: dict[str, list[datetime]] = {}
    wanted = recent.filter(address__in={email.lower() for email in emails})
    for address, at in wanted.order_by("-created_at", "-pk").values_list("address", "created_at"):
        found.setdefault(address, []).append(at)
    return found


def flood_of(times: Sequence[datetime]) -> WrittenTooOften | None:
    """This function will return the limit that an address with these letters has reached, None where there is none."""
    return WrittenTooOften(Limit.ADDRESS, times[MOST_A_DAY - 1] + DAY) if len(times) >= MOST_A_DAY else None


def limit_of(link: ClientLink, times: Sequence[datetime]) -> WrittenTooOften | None:
    """This function will return why no reminder can go now, None where one can."""
    if link.reminder_count >= MOST_REMINDERS:
        return WrittenTooOften(Limit.REMINDERS, None)
    paused_until = (link.reminded_at or link.sent_at) + PAUSE
    if flood := flood_of(times):
        return WrittenTooOften(flood.limit, max(flood.again_at or paused_until, paused_until))
    return WrittenTooOften(Limit.JUST_NOW, paused_until) if paused_until > timezone.now() else None
