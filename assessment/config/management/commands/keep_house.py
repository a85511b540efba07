"""manage.py keep_house: what has to be done from time to time, whether or not somebody visits."""

import logging
import os
import time
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management import BaseCommand
from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone

from assessment.mail.actions import forget_old_letters, send_due_letters
from assessment.responses.closing import end_keys_of_expired_access
from recommendations.catalogue.contact.actions import forget_expired_requests
from recommendations.desk.sending.reminders import send_client_reminders
from recommendations.plan.reminders import send_reminders
from recommendations.report.ahead import forget_old_drawings
from recommendations.studio.files.kept import forget_old_files
from recommendations.studio.impact.actions import forget_old_replays

PAUSE_SECONDS = 60
MORNING = 8  # o'clock, in the time zone of the installation: nobody wants a reminder at night

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Posts the reminders of the day, sends letters that are waiting and forgets what is kept no longer. "
        "The web server does this every day from 8 o'clock on, and sends letters once a minute."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--while-parent", type=int, metavar="PID", help="go on while PID is the parent process")

    def handle(self, *args: Any, while_parent: int | None, **options: Any) -> None:
        if while_parent is None:
            self.stdout.write(keep_house())
            return
        done_on = None
        while os.getppid() == while_parent:
            done_on = do_what_is_due(done_on)
            time.sleep(PAUSE_SECONDS)


def keep_house() -> str:
    """This function will do all that is done once a day, and return one line about it."""
    reminders, to_clients = send_reminders(on=timezone.localdate()), send_client_reminders()
    sent, failed = send_due_letters()
    letters, requests = forget_old_letters(), forget_expired_requests()
    replays, files, keys = forget_old_replays(), forget_old_files(), end_keys_of_expired_access()
    drawings = forget_old_drawings()
    return (
        f"Reminders posted: {reminders}; reminders to clients: {to_clients}; letters sent: {sent}; not sent: {failed}; "
        f"old letters removed: {letters}; expired requests emptied: {requests}; old replays removed: {replays}; "
        f"files on trial removed: {files}; keys of expired access ended: {keys}; "
        f"reports drawn ahead and not asked for: {drawings}"
    )


def do_what_is_due(done_on: date | None) -> date | None:
    """This function will send letters, and keep house if it is morning and `done_on` is another day; returns the last day.

    A database that is away now is asked again in a minute.
    """
    now = timezone.localtime()
    close_old_connections()
    try:
        if now.hour >= MORNING and now.date() != done_on:
            keep_house()
            return now.date()
        send_due_letters()
    except DatabaseError:
        logger.exception("Housekeeping failed; it is tried again.")
        connections.close_all()
    return done_on
