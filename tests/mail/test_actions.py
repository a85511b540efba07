from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from smtplib import SMTPDataError, SMTPServerDisconnected

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction

from assessment.mail.actions import (
    PAUSES,
    UnusableLetter,
    forget_old_letters,
    post_letter,
    send_due_letters,
    send_letter,
    try_given_up_again,
)
from assessment.mail.models import Letter

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def post(**changes: str) -> Letter:
    words = {"to": "wang@example.org", "subject": "A request", "body": "Read it at https://example.org/contact/secret/"}
    return post_letter(**(words | changes))


@pytest.fixture
def server_is_away(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    def away(error: Exception) -> None:
        def refuse(message: EmailMessage) -> int:
            raise error

        monkeypatch.setattr(EmailMessage, "send", refuse)

    return away


def test_letter_is_sent_after_the_commit_and_emptied(django_capture_on_commit_callbacks: Callable) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        letter = post()
        assert mail.outbox == []
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["wang@example.org"], "A request")
    assert message.body == "Read it at https://example.org/contact/secret/"
    assert message.message()["Auto-Submitted"] == "auto-generated"
    letter.refresh_from_db()
    assert (letter.subject, letter.body, letter.tries, letter.next_try_at) == ("", "", 1, None)
    assert letter.sent_at is not None


def test_letter_of_a_rolled_back_transaction_never_was(django_capture_on_commit_callbacks: Callable) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        with pytest.raises(RuntimeError), transaction.atomic():
            post()
            raise RuntimeError
    assert (mail.outbox, Letter.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"to": "wang@example.org\nBcc: li@example.org"}, "This is not the address of one person."),
        ({"to": "wang@example.org, li@example.org"}, "This is not the address of one person."),
        ({"to": "nobody"}, "This is not the address of one person."),
        ({"body": "a\x00b"}, "The text of a letter holds a character that cannot be stored."),
        (
            {"subject": "Hello\nBcc: li@example.org"},
            "The subject of a letter must be one line of at most 200 characters.",
        ),
        ({"subject": "Hello\u2028there"}, "The subject of a letter must be one line of at most 200 characters."),
        ({"subject": " "}, "The subject of a letter must be one line of at most 200 characters."),
        ({"subject": "x" * 201}, "The subject of a letter must be one line of at most 200 characters."),
        ({"body": "\n"}, "A letter must say something."),
    ],
)
def test_what_could_never_be_sent_is_refused(changes: dict[str, str], reason: str) -> None:
    with pytest.raises(UnusableLetter) as caught:
        post(**changes)
    assert (str(caught.value), Letter.objects.count()) == (reason, 0)


def test_mail_server_that_is_away_is_asked_again(
    server_is_away: Callable, django_capture_on_commit_callbacks: Callable, caplog: pytest.LogCaptureFixture
) -> None:
    server_is_away(SMTPServerDisconnected("wang@example.org went away"))
    with time_machine.travel(NOON, tick=False), django_capture_on_commit_callbacks(execute=True):
        letter = post()
    letter.refresh_from_db()
    assert (letter.tries, letter.last_error, letter.sent_at) == (1, "SMTPServerDisconnected", None)
    assert letter.next_try_at == NOON + timedelta(minutes=5)
    assert letter.body == "Read it at https://example.org/contact/secret/"
    assert caplog.messages == [f"Letter {letter.pk} was not sent: SMTPServerDisconnected"]


def test_refusal_is_kept_with_its_code_and_without_the_address(server_is_away: Callable) -> None:
    server_is_away(SMTPDataError(554, b"wang@example.org is unknown"))
    letter = post()
    assert send_letter(letter_id=letter.pk) is False
    letter.refresh_from_db()
    assert letter.last_error == "SMTPDataError 554"


def test_pauses_grow_and_after_the_last_attempt_it_is_given_up(server_is_away: Callable) -> None:
    server_is_away(ConnectionRefusedError())
    with time_machine.travel(NOON, tick=False):
        letter = post()
    at, pauses = NOON, []
    while True:
        assert send_letter(letter_id=letter.pk, at=at) is False
        letter.refresh_from_db()
        if letter.next_try_at is None:
            break
        pauses.append(letter.next_try_at - at)
        at = letter.next_try_at
    assert (tuple(pauses), letter.tries) == (PAUSES, 10)
    assert sum(pauses, timedelta()) == timedelta(days=4, hours=17, minutes=20)
    assert list(Letter.objects.given_up()) == [letter]
    assert send_letter(letter_id=letter.pk, at=at + timedelta(days=9)) is None
    assert try_given_up_again() == 1
    letter.refresh_from_db()
    assert (letter.tries, Letter.objects.given_up().count()) == (0, 0)


def test_letter_that_another_process_is_sending_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = post()
    inner = []

    def send_and_let_another_try(message: EmailMessage) -> int:
        inner.append(send_letter(letter_id=letter.pk))
        return 1

    monkeypatch.setattr(EmailMessage, "send", send_and_let_another_try)
    assert send_letter(letter_id=letter.pk) is True
    assert inner == [None]


def test_letter_that_another_process_counted_in_between_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = post()
    seen = Letter.objects.get(pk=letter.pk)
    Letter.objects.filter(pk=letter.pk).update(tries=1)
    monkeypatch.setattr("django.db.models.query.QuerySet.first", lambda _rows: seen)
    assert send_letter(letter_id=letter.pk) is None
    assert mail.outbox == []


def test_due_letters_go_longest_waiting_first() -> None:
    with time_machine.travel(NOON, tick=False):
        post(subject="first")
    with time_machine.travel(NOON + timedelta(minutes=1), tick=False):
        post(subject="second")
        assert send_due_letters() == (2, 0)
        assert send_due_letters() == (0, 0)
    assert [message.subject for message in mail.outbox] == ["first", "second"]


def test_sent_letters_are_forgotten_after_thirty_days() -> None:
    with time_machine.travel(NOON, tick=False):
        old, waiting = post(), post()
        send_letter(letter_id=old.pk)
    with time_machine.travel(NOON + timedelta(days=30), tick=False):
        assert forget_old_letters() == 0
    with time_machine.travel(NOON + timedelta(days=30, seconds=1), tick=False):
        assert forget_old_letters() == 1
    assert list(Letter.objects.all()) == [waiting]


def test_given_up_letters_are_forgotten_after_sixty_days() -> None:
    with time_machine.travel(NOON, tick=False):
        given_up, waiting = post(), post()
    Letter.objects.filter(pk=given_up.pk).update(tries=10, next_try_at=None)
    with time_machine.travel(NOON + timedelta(days=60), tick=False):
        assert forget_old_letters() == 0
    with time_machine.travel(NOON + timedelta(days=60, seconds=1), tick=False):
        assert forget_old_letters() == 1
    assert list(Letter.objects.all()) == [waiting]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"to": ""}, "letter_has_an_address"),
        ({"body": ""}, "unsent_letter_has_words"),
        ({"sent_at": NOON}, "sent_letter_is_empty_and_done"),
        ({"sent_at": NOON, "subject": "", "body": "", "next_try_at": None}, "sent_letter_was_tried"),
    ],
)
def test_rules_of_a_letter_are_kept_by_the_database(changes: dict[str, object], rule: str) -> None:
    letter = post()
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(**changes)
