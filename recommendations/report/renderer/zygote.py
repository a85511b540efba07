"""The warm process: it loads the PDF library once, then forks one caged child for each report.

Run as `python -m recommendations.report.renderer.zygote KIND FD LIMITS…`, where KIND is a kind of PDF and FD a stream socket
to the web process. Each job is one byte with three descriptors: the document, the file for the PDF, and a socket that hears how it ended.
"""

import gc
import os
import select
import signal
import socket
import sys
from functools import partial

from recommendations.report import pdf
from recommendations.report.renderer.cage import Limits, draw_caged
from recommendations.report.renderer.outcomes import Outcome

TIME_SIGNALS = (signal.SIGXCPU, signal.SIGALRM)


class Zygote:
    def __init__(self, kind: str, control: socket.socket, limits: Limits) -> None:
        self._draw = partial(pdf.draw, kind)
        self._control = control
        self._limits = limits
        self._waiting: dict[int, socket.socket] = {}
        self._wake_read, self._wake_write = os.pipe()

    def serve(self) -> None:
        """This function will take jobs until the web process closes its end, and report the end of each child."""
        for end in (self._wake_read, self._wake_write):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._wake_write, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)
        while True:
            ends: list[socket.socket | int] = [self._control, self._wake_read]
            ready, _, _ = select.select(ends, [], [])
            if self._wake_read in ready:
                os.read(self._wake_read, 512)
                self._reap()
            if self._control in ready and not self._take_job():
                return

    def _take_job(self) -> bool:
        message, descriptors, _, _ = socket.recv_fds(self._control, 1, 3)
        if not message or len(descriptors) != 3:
            return False
        source, target, listener = descriptors
        child = os.fork()
        if child == 0:
            self._leave(listener)
            draw_caged(self._draw, self._limits, source, target)
        os.close(source)
        os.close(target)
        self._waiting[child] = socket.socket(fileno=listener)
        return True

    def _leave(self, listener: int) -> None:
        """A child must hold no socket, or nobody would notice the end of the zygote; nor its handlers."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self._control.close()
        os.close(listener)
        for listening in self._waiting.values():
            listening.close()

    def _reap(self) -> None:
        while self._waiting:
            child, status = os.waitpid(-1, os.WNOHANG)
            if child == 0:
                return
            with self._waiting.pop(child) as listener:
                _tell(listener, _outcome(status))


def _outcome(status: int) -> Outcome:
    if os.WIFSIGNALED(status):
        return Outcome.OUT_OF_TIME if os.WTERMSIG(status) in TIME_SIGNALS else Outcome.DIED
    code = os.WEXITSTATUS(status)
    return Outcome(code) if code in list(Outcome) else Outcome.DIED


def _tell(listener: socket.socket, outcome: Outcome) -> None:
    try:
        listener.sendall(bytes([outcome]))
    except BrokenPipeError:
        return  # nobody waits for this report any more


def main() -> None:
    kind = sys.argv[1]
    descriptor, *limits = map(int, sys.argv[2:])
    control = socket.socket(fileno=descriptor)
    pdf.warm_up(kind)
    gc.collect()
    gc.freeze()  # children share these pages with the zygote instead of copying them to count references
    gc.disable()  # a child draws one report and ends, so nothing it leaves behind can pile up
    Zygote(kind, control, Limits(*limits)).serve()


if __name__ == "__main__":
    main()
