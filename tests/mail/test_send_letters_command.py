from io import StringIO

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.utils import timezone

from assessment.mail.actions import PAUSES, post_letter
from assessment.mail.models import Letter

pytestmark = pytest.mark.django_db


def run(*options: str) -> str:
    out = StringIO()
    call_command("send_letters", *options, stdout=out)
    return out.getvalue()


def test_command_says_what_went() -> None:
    post_letter(to="wang@example.org", subject="A request", body="Words")
    assert run() == "Letters sent: 1; not sent, to be tried again: 0; given up: 0\n"
    assert run() == "Letters sent: 0; not sent, to be tried again: 0; given up: 0\n"
    assert len(mail.outbox) == 1


def test_command_says_what_was_given_up_and_tries_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(message: EmailMessage) -> int:
        raise ConnectionRefusedError

    letter = post_letter(to="wang@example.org", subject="A request", body="Words")
    Letter.objects.filter(pk=letter.pk).update(tries=len(PAUSES), next_try_at=timezone.now())
    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", refuse)
        assert run() == "Letters sent: 0; not sent, to be tried again: 1; given up: 1\n"
    assert run() == "Letters sent: 0; not sent, to be tried again: 0; given up: 1\n"
    assert run("--again") == "Letters sent: 1; not sent, to be tried again: 0; given up: 0\n"
