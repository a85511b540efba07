"""manage.py serve: the web server, with the address and size that the settings say."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

# Requests that a worker has in hand at once. One would be the quickest where all of them arrive whole; but whoever sends
# a file over a slow line would keep everybody else waiting.
THREADS = min(16, 2 * (os.cpu_count() or 1) + 1)
STOP_SECONDS = 10  # for what workers have in hand; one that is just starting may not hear that it should stop


class Command(BaseCommand):
    help = "Serves Fourfold. See FOURFOLD_HOST, FOURFOLD_PORT, FOURFOLD_WORKERS and FOURFOLD_REPORT_WORKERS."

    def handle(self, *args: Any, **options: Any) -> None:
        self._refuse_taken_port()
        self.stdout.write(f"Fourfold is at http://{settings.HOST}:{settings.PORT}/ (stop with Ctrl+C)")
        with _beside("keep_house"), ExitStack() as drawers:
            for _number in range(settings.REPORT_WORKERS):
                drawers.enter_context(_beside("draw_reports"))
            Granian(
                "assessment.config.served:application",
                address=settings.HOST,
                port=settings.PORT,
                interface=Interfaces.WSGI,
                workers=settings.WORKERS,
                blocking_threads=THREADS,
                respawn_failed_workers=True,
                workers_kill_timeout=STOP_SECONDS,
                websockets=False,
                log_level=LogLevels.warning,
            ).serve()

    def _refuse_taken_port(self) -> None:
        """Granian's workers share the port, so a second start beside a first would not fail by itself."""
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((settings.HOST, settings.PORT))
            except OSError as error:
                raise CommandError(
                    f"{settings.HOST}:{settings.PORT} cannot be used: {error.strerror}. "
                    f"Choose another port: FOURFOLD_PORT={settings.PORT + 1} ./run"
                ) from error


@contextmanager
def _beside(command: str) -> Iterator[None]:
    """A process, not a thread: the server forks its workers, and ends by itself if this one is killed."""
    arguments = [sys.executable, str(settings.BASE_DIR / "manage.py"), command, "--while-parent", str(os.getpid())]
    process = subprocess.Popen(arguments)
    try:
        yield
    finally:
        process.terminate()
        process.wait()
