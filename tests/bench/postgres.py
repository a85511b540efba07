"""A PostgreSQL cluster of our own in a temporary directory, on a private socket, gone at the end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote


@contextmanager
def cluster() -> Iterator[str | None]:
    """This function will give the DATABASE_URL of a new cluster, or None where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        yield None
        return
    programs = found[-1].parent
    folder = Path(tempfile.mkdtemp(prefix="fourfold-bench-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    try:
        _run(folder, programs / "initdb", "-D", folder / "data", "-U", "fourfold", "-A", "trust", "-E", "UTF8")
        options = f"-c listen_addresses='' -k {folder}"
        _run(folder, programs / "pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w", "-o", options, "start")
        yield f"postgresql://fourfold@{quote(str(folder), safe='')}/postgres"
    finally:
        _run(folder, programs / "pg_ctl", "-D", folder / "data", "-m", "fast", "stop", check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path, *command: object, check: bool = True) -> None:
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    words = as_user + [str(word) for word in command]
    subprocess.run(words, cwd=folder, stdout=subprocess.DEVNULL, check=check)
