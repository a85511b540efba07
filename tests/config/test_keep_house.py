import os
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command

from assessment.mail.actions import post_letter

pytestmark = pytest.mark.django_db


def test_housekeeping_sends_what_waits_and_says_so() -> None:
    post_letter(to="wang@example.org", subject="A request", body="Words")
    out = StringIO()
    call_command("keep_house", stdout=out)
    assert out.getvalue() == "Letters sent: 1; not sent: 0; old letters removed: 0; expired requests emptied: 0\n"
    assert [message.to for message in mail.outbox] == [["wang@example.org"]]


def test_housekeeping_ends_with_the_server_it_belongs_to() -> None:
    post_letter(to="wang@example.org", subject="A request", body="Words")
    call_command("keep_house", while_parent=os.getpid())  # not the parent of this process
    assert mail.outbox == []
