"""The web process's side: it starts the zygote when the first report is asked for, and hands it documents."""

import logging
import os
import socket
import subprocess
import sys
import tempfile
import threading
from dataclasses import astuple
from pathlib import Path
from typing import IO

from django.conf import settings

from recommendations.report.renderer.cage import Limits
from recommendations.report.renderer.outcomes import FAILURES, DocumentRefused, Outcome, RendererDied, RenderFailed

logger = logging.getLogger(__name__)

PROJECT = Path(__file__).resolve().parents[3]
FONTS = PROJECT / "recommendations" / "report" / "fonts.conf"
ZYGOTE = "recommendations.report.renderer.zygote"
PATIENCE_SECONDS = 75  # twice this is less than the queue holds a report
HEAD, TAIL = b"%PDF-", b"%%EOF"


class Renderer:
    """One zygote for each web process, shared by its threads. `kind` is one of FOURFOLD_PDF, the installation's if None."""

    def __init__(self, limits: Limits | None = None, kind: str | None = None) -> None:
        self._limits = limits or Limits()
        self._kind = kind
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._owner = 0

    def render(self, html: str) -> bytes:
        """This function will return the whole PDF of `html`, or raise a `RenderFailed`. A killed child is tried again."""
        try:
            document = html.encode("utf-8")
        except UnicodeEncodeError as error:
            raise DocumentRefused(Outcome.REFUSED) from error
        try:
            return self._attempt(document)
        except RendererDied:
            return self._attempt(document)

    def start(self) -> int:
        """This function will start the zygote unless it runs, and return its process id."""
        with self._lock:
            if self._process is None or self._process.poll() is not None or self._owner != os.getpid():
                self._launch()
            assert self._process is not None
            return self._process.pid

    def close(self) -> None:
        """This function will let the zygote end, and wait until it has."""
        with self._lock:
            if self._control is not None:
                self._control.close()
            if self._process is not None and self._owner == os.getpid():
                self._process.wait(PATIENCE_SECONDS)
            self._process = self._control = None

    def _give_up(self) -> None:
        """A zygote that does not answer is ended, so that the next attempt starts another."""
        with self._lock:
            if self._process is not None and self._owner == os.getpid():
                self._process.kill()
                self._process.wait()
            self._process = None

    def _launch(self) -> None:
        if self._control is not None:
            self._control.close()
        ours, theirs = socket.socketpair()
        numbers = (theirs.fileno(), *astuple(self._limits))
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", ZYGOTE, self._kind or settings.PDF, *map(str, numbers)],
                cwd=PROJECT,
                env=_environment(),
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )
        self._control, self._owner = ours, os.getpid()

    def _attempt(self, document: bytes) -> bytes:
        self.start()
        with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as target:
            source.write(document)
            source.flush()
            outcome = self._hand_over(source, target)
            if outcome is Outcome.GONE:
                self._give_up()
            if outcome is not Outcome.DONE:
                raise _logged(FAILURES[outcome](outcome))
            target.seek(0)
            return _whole(target.read())

    def _hand_over(self, source: IO[bytes], target: IO[bytes]) -> Outcome:
        ours, theirs = socket.socketpair()
        with ours:
            try:
                with theirs, self._lock:
                    assert self._control is not None
                    socket.send_fds(self._control, [b"j"], [source.fileno(), target.fileno(), theirs.fileno()])
                ours.settimeout(PATIENCE_SECONDS)
                told = ours.recv(1)
            except OSError:
                return Outcome.GONE
        return Outcome(told[0]) if told else Outcome.GONE


def _logged(failure: RenderFailed) -> RenderFailed:
    logger.error("A report could not be drawn: %s", failure)
    return failure


def _whole(pdf: bytes) -> bytes:
    if pdf.startswith(HEAD) and pdf.rstrip().endswith(TAIL):
        return pdf
    raise _logged(RendererDied(Outcome.DIED))


def _environment() -> dict[str, str]:
    """The renderer needs no secret of the installation, and sees no font but ours."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "FONTCONFIG_FILE": str(FONTS),
        "PYTHONUNBUFFERED": "1",
    }


renderer = Renderer()
