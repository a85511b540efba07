"""What a drawing child may use, and how it ends. Small inputs can ask for hours and gigabytes: measured, and caged."""

import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, NoReturn

from recommendations.report.renderer.outcomes import Outcome

OPEN_FILES = 64  # the document, the PDF, the standard streams, and fonts that the library reads
Draw = Callable[[bytes, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one report may take. A report of 25 pages takes 2 s of processor, 350 MiB of addresses and 0.4 MiB of file.

    The fullest that may be entered, 70 pages, takes 7 s and 300 MiB. The clock is generous: on a machine with four times
    the work it can do, 30 s of it went by.
    """

    cpu_seconds: int = 20
    wall_seconds: int = 60
    memory_bytes: int = 1024**3
    file_bytes: int = 20 * 1024**2


def confine(limits: Limits) -> None:
    """This function will limit the calling process for good: processor, memory, file size, no core dump, no new time.

    It may hold few files at once and start no process; root is exempt from the last. Files that it made would be its own
    alone.
    """
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file_bytes, limits.file_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write past the limit then raises, and is named TOO_LARGE
    signal.alarm(limits.wall_seconds)


def draw_caged(draw: Draw, limits: Limits, source_fd: int, target_fd: int) -> NoReturn:
    """This function will draw the document in `source_fd` into `target_fd` and end the process with an `Outcome`.

    Whatever the library raises ends here: the exit code is REFUSED until the drawing is complete.
    """
    outcome = Outcome.REFUSED
    try:
        confine(limits)
        with os.fdopen(source_fd, "rb") as source, os.fdopen(target_fd, "wb") as target:
            source.seek(0)
            draw(source.read(), target)
        outcome = Outcome.DONE
    except MemoryError:
        outcome = Outcome.OUT_OF_MEMORY
    except OSError:
        outcome = Outcome.TOO_LARGE
    finally:
        if sys.exc_info()[0] is not None:
            sys.excepthook(*sys.exc_info())
        sys.stderr.flush()
        os._exit(outcome)
