"""Sending an assessment to a client, reminding of it, and ending that."""

from enum import StrEnum

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, User
from assessment.mail.actions import post_letter
from assessment.responses.actions import give_token, make_resume_keys
from assessment.responses.events import record_assessment
from assessment.responses.models import Assessment, ClientLink, Mode, Purpose, RespondentToken
from assessment.responses.owning import hold_owned
from assessment.responses.tokens import make_token
from recommendations.desk.sending.letters import WayIn, by_account, by_key, link_letter, reminder_letter
from recommendations.desk.sending.limits import PAUSE, Limit, WrittenTooOften, flood_of, letters_today, limit_of


class Event(StrEnum):
    SENT = "link.sent"
    REMINDED = "link.reminded"
    STOPPED = "link.stopped"
    DECLINED = "link.declined"
    SHOWN = "link.shown"


class AlreadySubmitted(Exception):
    """There is nothing left to answer."""


class NoAddress(Exception):
    """The client has no e-mail address."""


class NotSent(Exception):
    """No link was sent, or its letters have ended."""


@transaction.atomic
def send_link(*, seat: Seat, client: Client, assessment: Assessment, message: str, reminders_wanted: bool) -> WayIn:
    """This function will post a way in to the client's contact and return it; links sent before stop working.

    It holds no key where the enterprise has an owner, whose own links go on working. From now on the enterprise answers
    by itself; a consultant may verify beside it. Raises AlreadySubmitted, NoAddress or WrittenTooOften.
    """
    is_owned = hold_owned(assessment)
    locked = Assessment.objects.select_for_update().get(pk=assessment.pk)
    if locked.is_submitted:
        raise AlreadySubmitted
    if not client.contact_email:
        raise NoAddress
    refuse_floods(client.contact_email)
    Assessment.objects.filter(pk=locked.pk).update(mode=Mode.SELF)
    known = ClientLink.objects.filter(assessment=locked).values_list("opened_at", flat=True).first()
    link, _is_new = ClientLink.objects.update_or_create(
        assessment=locked,
        defaults={
            "email": client.contact_email,
            "language": client.language,
            "message": message,
            "sent_by": seat.person,
            "sent_at": timezone.now(),
            "opened_at": known,
            "reminders_wanted": reminders_wanted,
            "reminded_at": None,
            "reminder_count": 0,
            "stopped_at": None,
        },
    )
    way = by_account(locked) if is_owned else by_key(make_resume_keys(assessment=locked, actor=seat.person).link_token)
    subject, body = link_letter(client, link, way)
    post_letter(to=link.email, subject=subject, body=body)
    record_assessment(Event.SENT, locked, seat.person)
    return way


def refuse_floods(email: str) -> None:
    """This function will raise WrittenTooOften where an address got enough letters today, whoever asked for them."""
    if flood := flood_of(letters_today([email]).get(email.lower(), ())):
        raise flood


@transaction.atomic
def remind(*, link: ClientLink, client: Client, by: User | None = None) -> None:
    """This function will post one reminder. Of two processes, the second finds that the first has reminded.

    It holds no key where the enterprise has an owner. Raises AlreadySubmitted, NotSent or WrittenTooOften.
    """
    if link.stopped_at is not None:
        raise NotSent
    if Assessment.objects.filter(pk=link.assessment_id, submitted_at__isnull=False).exists():
        raise AlreadySubmitted
    now = timezone.now()
    if limit := limit_of(link, letters_today([link.email]).get(link.email.lower(), ())):
        raise limit
    mine = ClientLink.objects.filter(pk=link.pk, reminder_count=link.reminder_count, stopped_at__isnull=True)
    if not mine.update(reminder_count=F("reminder_count") + 1, reminded_at=now):
        raise WrittenTooOften(Limit.JUST_NOW, now + PAUSE)
    subject, body = reminder_letter(client, link, _one_more_way(link.assessment))
    post_letter(to=link.email, subject=subject, body=body)
    record_assessment(Event.REMINDED, link.assessment, by)


@transaction.atomic
def stop_link(*, assessment: Assessment, by: User) -> None:
    """This function will end the letters and close the links and codes of an assessment; it goes on as an interview.

    A browser in which the client has begun keeps its own key. Raises NotSent.
    """
    now = timezone.now()
    if not ClientLink.objects.filter(assessment=assessment, stopped_at__isnull=True).update(stopped_at=now):
        raise NotSent
    keys = RespondentToken.objects.filter(assessment=assessment, purpose__in=[Purpose.LINK, Purpose.CODE])
    keys.filter(revoked_at__isnull=True).update(revoked_at=now)
    Assessment.objects.open().filter(pk=assessment.pk).update(mode=Mode.INTERVIEW)
    record_assessment(Event.STOPPED, assessment, by)


@transaction.atomic
def end_letters(*, link: ClientLink) -> None:
    """This function will end the letters because their reader wants none; once, however often it is asked.

    The link goes on working: who says no to letters may still want to answer.
    """
    if ClientLink.objects.filter(pk=link.pk, stopped_at__isnull=True).update(stopped_at=timezone.now()):
        record_assessment(Event.DECLINED, link.assessment, None)


@transaction.atomic
def show_link(*, assessment: Assessment, by: User) -> WayIn:
    """This function will return one more link, to be shown once; those in letters go on working.

    Where the enterprise has an owner it is the plain address. Raises AlreadySubmitted.
    """
    if assessment.is_submitted:
        raise AlreadySubmitted
    way = _one_more_way(assessment)
    if way.is_key:
        record_assessment(Event.SHOWN, assessment, by)
    return way


def _one_more_way(assessment: Assessment) -> WayIn:
    if hold_owned(assessment):
        return by_account(assessment)
    return by_key(give_token(assessment, Purpose.LINK, make_token()))
