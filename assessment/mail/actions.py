"""Posting a letter, and sending what is due. A mail server that is down is nobody's fault: it is tried again later."""

import logging
from datetime import datetime, timedelta
from functools import partial
from smtplib import SMTPException, SMTPResponseException

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from assessment.mail.addresses import can_be_written_to
from assessment.mail.models import SUBJECT_LENGTH, Letter
from assessment.scoring.texts import reject_unkept

# How long after each attempt the next one comes; after the last there is none. Together nearly five days, as RFC 5321,
# 4.5.4.1 has it: "the give-up time generally needs to be at least 4-5 days".
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720, 1440, 1440, 1440, 1440))
KEEP_SENT, KEEP_GIVEN_UP = timedelta(days=30), timedelta(days=60)

logger = logging.getLogger(__name__)


class UnusableLetter(ValueError):
    """The letter could never be sent as it was given: a fault of the caller."""


def post_letter(*, to: str, subject: str, body: str) -> Letter:
    """This function will store a letter in the caller's transaction and try to send it once that is committed.

    `to` is one address without a name; subject and body are plain text. Raises UnusableLetter where the address is none,
    the subject has more than one line, or something is empty. A mail server that is away raises nothing, here or later.
    """
    _refuse_unusable(to, subject, body)
    letter = Letter.objects.create(to=to, subject=subject, body=body, next_try_at=timezone.now())
    transaction.on_commit(partial(send_letter, letter_id=letter.pk), robust=True)
    return letter


def _refuse_unusable(to: str, subject: str, body: str) -> None:
    if not can_be_written_to(to):
        raise UnusableLetter("This is not the address of one person.")
    try:
        reject_unkept(subject + body)
    except ValueError as error:
        raise UnusableLetter("The text of a letter holds a character that cannot be stored.") from error
    if len(subject.splitlines()) != 1 or not subject.strip() or len(subject) > SUBJECT_LENGTH:
        raise UnusableLetter(f"The subject of a letter must be one line of at most {SUBJECT_LENGTH} characters.")
    if not body.strip():
        raise UnusableLetter("A letter must say something.")


def send_letter(*, letter_id: int, at: datetime | None = None) -> bool | None:
    """This function will try to send one letter if it is due, and say whether it went; None if it was not tried.

    Whoever counts the attempt first has the letter: of two processes, the other leaves it alone. The pause until the
    next attempt begins with this one, so that a process that is killed on the way loses nothing.
    """
    now = at or timezone.now()
    letter = Letter.objects.due(now).filter(pk=letter_id).first()
    if letter is None or not _claim(letter, now):
        return None
    error = _deliver(letter)
    if error:
        Letter.objects.filter(pk=letter.pk).update(last_error=error)
        return False
    Letter.objects.filter(pk=letter.pk).update(
        sent_at=timezone.now(), subject="", body="", next_try_at=None, last_error=""
    )
    return True


def _claim(letter: Letter, now: datetime) -> bool:
    pause = PAUSES[letter.tries] if letter.tries < len(PAUSES) else None
    mine = Letter.objects.due(now).filter(pk=letter.pk, tries=letter.tries)
    return mine.update(tries=F("tries") + 1, next_try_at=now + pause if pause else None) == 1


def _deliver(letter: Letter) -> str:
    """Returns "" or the kind of failure. Messages of mail servers quote addresses: they go nowhere."""
    message = EmailMessage(letter.subject, letter.body, to=[letter.to], headers={"Auto-Submitted": "auto-generated"})
    try:
        message.send()
    except (SMTPException, OSError, ValueError) as error:
        kind = type(error).__name__
        kind = f"{kind} {error.smtp_code}" if isinstance(error, SMTPResponseException) else kind
        logger.warning("Letter %s was not sent: %s", letter.pk, kind)
        return kind
    return ""


def send_due_letters() -> tuple[int, int]:
    """This function will try every letter that is due, longest waiting first; returns how many went and how many not.

    What another process is sending counts there.
    """
    now = timezone.now()
    due = list(Letter.objects.due(now).order_by("next_try_at", "pk").values_list("pk", flat=True))
    outcomes = [send_letter(letter_id=letter_id, at=now) for letter_id in due]
    return outcomes.count(True), outcomes.count(False)


def try_given_up_again() -> int:
    """This function will make due again what was given up, from its first attempt on, and return how many that are."""
    return Letter.objects.given_up().update(tries=0, next_try_at=timezone.now())


def forget_old_letters() -> int:
    """This function will remove letters that were sent 30 days ago, or written 60 days ago and given up; returns how many.

    Given up ones still hold what they say.
    """
    now = timezone.now()
    sent, given_up = Letter.objects.filter(sent_at__lt=now - KEEP_SENT), Letter.objects.given_up()
    return sent.delete()[0] + given_up.filter(created_at__lt=now - KEEP_GIVEN_UP).delete()[0]
