"""The server goes on while somebody's line is slow and when a process is killed, and leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.conf import settings

PATIENCE_SECONDS = 90  # machines that run tests are shared
STALLED = (
    b"POST /verify/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500000\r\n"
    b"Content-Type: multipart/form-data; boundary=x\r\nCookie: csrftoken=0123456789abcdef0123456789abcdef\r\n\r\n--x"
)


def wait_until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end, "It did not happen in time."
        time.sleep(0.1)


def children_of(pid: int) -> dict[int, str]:
    """Process numbers and command lines of those whose parent is `pid`."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == pid:
                found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue  # it has ended meanwhile
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Served:
    """A server with two workers, in processes of its own."""

    def __init__(self, data_dir: Path) -> None:
        self.port = free_port()
        environment = {
            "PATH": os.environ["PATH"],
            "FOURFOLD_DATA_DIR": str(data_dir),
            "FOURFOLD_PORT": str(self.port),
            "FOURFOLD_REPORT_WORKERS": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "serve"]
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(self.answers)
        wait_until(lambda: len(self.workers()) == 2)

    def workers(self) -> list[int]:
        return [pid for pid, command in children_of(self.process.pid).items() if "keep_house" not in command]

    def answers(self) -> bool:
        try:
            connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False

    def holds_port(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    server = Served(tmp_path)
    yield server
    server.process.terminate()
    server.process.wait(PATIENCE_SECONDS)


def test_slow_lines_keep_nobody_waiting(served: Served) -> None:
    with ExitStack() as lines:
        for _ in range(4):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", served.port)))
            line.sendall(STALLED)
        assert [served.answers() for _ in range(6)] == [True] * 6


def test_killed_worker_comes_back(served: Served) -> None:
    before = served.workers()
    os.kill(before[0], signal.SIGKILL)
    wait_until(lambda: len(served.workers()) == 2 and before[0] not in served.workers())
    wait_until(served.answers)
    assert served.process.poll() is None


def test_workers_end_with_their_server(served: Served) -> None:
    served.process.kill()
    served.process.wait(PATIENCE_SECONDS)
    wait_until(lambda: not served.holds_port())
