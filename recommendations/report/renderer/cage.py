"""What a drawing child may use, and how it ends. Small inputs can ask for hours and gigabytes: measured, and caged."""

import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO, NoReturn

from recommendations.report.renderer.outcomes import Outcome

CPU_SECONDS = 10
WALL_SECONDS = 30
MEMORY_BYTES = 1024**3
FILE_BYTES = 20 * 1024**2

Draw = Callable[[bytes, BinaryIO], None]


def confine() -> None:
    """This function will limit the calling process for good: processor, memory, file size, no core dump, no new time."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write past the limit then raises, and is named TOO_LARGE
    signal.alarm(WALL_SECONDS)


def draw_caged(draw: Draw, source_fd: int, target_fd: int) -> NoReturn:
    """This function will draw the document in `source_fd` into `target_fd` and end the process with an `Outcome`.

    Whatever the library raises ends here: the exit code is REFUSED until the drawing is complete.
    """
    outcome = Outcome.REFUSED
    try:
        confine()
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
