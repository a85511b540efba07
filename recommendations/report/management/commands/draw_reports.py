"""manage.py draw_reports: draws the reports that were ordered, until none waits."""

import logging
import os
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand
from django.db import DatabaseError, close_old_connections, connections

from recommendations.report.ahead import draw_ahead
from recommendations.report.queue.drawing import draw_all, draw_next
from recommendations.report.renderer.client import renderer

PAUSE_SECONDS = 2

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Draws the reports that workspaces ordered, until none waits. The web server keeps FOURFOLD_REPORT_WORKERS of "
        "these running; any number may run at once. Beside the server they also draw the report on what has just been "
        "submitted, so that nobody waits for it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--while-parent", type=int, metavar="PID", help="go on while PID is the parent process")

    def handle(self, *args: Any, while_parent: int | None, **options: Any) -> None:
        if while_parent is None:
            self.stdout.write(f"Reports taken up: {draw_all()}")
            renderer.close()
            return
        while os.getppid() == while_parent:
            if not _draw_one():
                time.sleep(PAUSE_SECONDS)
        renderer.close()


def _draw_one() -> bool:
    """Orders go first. A database that is away now is asked again after a pause."""
    close_old_connections()
    try:
        return draw_next() or draw_ahead()
    except DatabaseError:
        logger.exception("Drawing a report failed; it is tried again.")
        connections.close_all()
        return False
