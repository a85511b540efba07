"""A server of our own on a free port of this machine, and a load of 16 connections from wrk."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

CONNECTIONS = 16
START_SECONDS = 30
WORKERS = "2"
MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


class LoadFailed(RuntimeError):
    """The load generator is missing, or the server answered with errors: there is no figure to print."""


@dataclass(frozen=True)
class Load:
    requests_per_second: float
    p99_milliseconds: float
    errors: int


@contextmanager
def served(settings: str, environment: Mapping[str, str]) -> Iterator[str]:
    """This function will serve the project with the settings module and give its address until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", WORKERS, "--blocking-threads", "1"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--no-ws", "--log-level", "error"]
    full_environment = os.environ | dict(environment) | {"DJANGO_SETTINGS_MODULE": settings}
    server = subprocess.Popen([*command, "assessment.config.wsgi:application"], env=full_environment)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urlopen(f"{address}/healthz", timeout=5).close()
        except HTTPError:
            return
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise LoadFailed(f"no server came up at {address}")


def load(url: str, seconds: int, script: Path | None = None, *arguments: str, header: str = "") -> Load:
    """This function will return what `CONNECTIONS` connections got through in `seconds`, errors counted."""
    if shutil.which("wrk") is None:
        raise LoadFailed("wrk is missing; install it with: sudo apt-get install -y wrk")
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    command += ["-s", str(script)] if script else []
    command += ["-H", header] if header else []
    finished = subprocess.run([*command, url, *arguments], capture_output=True, text=True, check=True)
    return _read(finished.stdout)


def _read(report: str) -> Load:
    rate = re.search(r"Requests/sec:\s+([\d.]+)", report)
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", report)
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", report)
    sockets = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", report)
    if rate is None or p99 is None:
        raise LoadFailed(f"wrk said nothing to read:\n{report}")
    errors = int(failed.group(1)) if failed else 0
    errors += sum(int(number) for number in sockets.groups()) if sockets else 0
    return Load(float(rate.group(1)), float(p99.group(1)) * MILLISECONDS[p99.group(2)], errors)
