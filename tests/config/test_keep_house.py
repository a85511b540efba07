import os
from datetime import UTC, date, datetime
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import OperationalError

from assessment.config.management.commands import keep_house
from assessment.mail.actions import post_letter
from assessment.mail.models import Letter

pytestmark = pytest.mark.django_db

BEFORE_EIGHT = datetime(2026, 11, 1, 23, 59, tzinfo=UTC)  # 07:59 in Shanghai
EIGHT = datetime(2026, 11, 2, 0, 0, tzinfo=UTC)
SECOND = date(2026, 11, 2)


@pytest.fixture
def letter() -> Letter:
    return post_letter(to="wang@example.org", subject="A request", body="Words")


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """The days on which house was kept."""
    days: list[date] = []
    monkeypatch.setattr(keep_house, "keep_house", lambda: days.append(keep_house.timezone.localdate()))
    return days


def test_housekeeping_does_everything_and_says_so(letter: Letter) -> None:
    out = StringIO()
    call_command("keep_house", stdout=out)
    assert out.getvalue() == (
        "Reminders posted: 0; reminders to clients: 0; letters sent: 1; not sent: 0; old letters removed: 0; expired requests emptied: 0; "
        "old replays removed: 0; files on trial removed: 0; keys of expired access ended: 0; "
        "reports drawn ahead and not asked for: 0\n"
    )
    assert [message.to for message in mail.outbox] == [["wang@example.org"]]


def test_housekeeping_ends_with_the_server_it_belongs_to(letter: Letter) -> None:
    call_command("keep_house", while_parent=os.getpid())  # not the parent of this process
    assert mail.outbox == []


def test_house_is_kept_once_a_day_from_eight_on(kept: list[date], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep_house, "close_old_connections", lambda: None)  # the test's own is still needed
    with time_machine.travel(BEFORE_EIGHT, tick=False):
        assert keep_house.do_what_is_due(None) is None
    with time_machine.travel(EIGHT, tick=False):
        assert keep_house.do_what_is_due(None) == SECOND
        assert keep_house.do_what_is_due(SECOND) == SECOND
        assert keep_house.do_what_is_due(date(2026, 11, 1)) == SECOND
    assert kept == [SECOND, SECOND]


def test_letters_are_sent_before_eight_as_well(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep_house, "close_old_connections", lambda: None)
    Letter.objects.update(next_try_at=BEFORE_EIGHT)
    with time_machine.travel(BEFORE_EIGHT, tick=False):
        keep_house.do_what_is_due(None)
    assert len(mail.outbox) == 1


def test_database_that_is_away_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def locked() -> str:
        raise OperationalError("database is locked")

    for name in ("keep_house", "send_due_letters"):
        monkeypatch.setattr(keep_house, name, locked)
    monkeypatch.setattr(keep_house, "close_old_connections", lambda: None)
    monkeypatch.setattr(keep_house.connections, "close_all", lambda: None)
    with time_machine.travel(EIGHT, tick=False):
        assert keep_house.do_what_is_due(None) is None
    assert caplog.messages == ["Housekeeping failed; it is tried again."]
