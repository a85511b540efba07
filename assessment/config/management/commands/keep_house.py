"""manage.py keep_house: what has to be done from time to time, whether or not somebody visits."""

import logging
import os
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand
from django.db import DatabaseError, close_old_connections, connections

from assessment.mail.actions import forget_old_letters, send_due_letters
from recommendations.catalogue.contact.actions import forget_expired_requests

PAUSE_SECONDS = 60

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Sends letters that are waiting and forgets what is kept no longer. The web server does this once a minute."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--while-parent", type=int, metavar="PID", help="repeat while PID is the parent process")

    def handle(self, *args: Any, while_parent: int | None, **options: Any) -> None:
        if while_parent is None:
            self.stdout.write(keep_house())
            return
        while os.getppid() == while_parent:
            _keep_house_or_log()
            time.sleep(PAUSE_SECONDS)


def keep_house() -> str:
    """This function will do all there is to do now, and return one line about it."""
    sent, failed = send_due_letters()
    letters, requests = forget_old_letters(), forget_expired_requests()
    return f"Letters sent: {sent}; not sent: {failed}; old letters removed: {letters}; expired requests emptied: {requests}"


def _keep_house_or_log() -> None:
    """A database that is away now is asked again in a minute."""
    close_old_connections()
    try:
        keep_house()
    except DatabaseError:
        logger.exception("Housekeeping failed; it is tried again.")
        connections.close_all()
