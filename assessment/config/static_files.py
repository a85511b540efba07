"""Collects the static files, but only when one of them has changed since: hashing and compressing takes seconds."""

import json
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

# The report embeds the fonts from their own folder; no page asks for 15 MB of them.
LEFT_OUT = ["fonts"]


def collect_static_files(root: Path) -> bool:
    """This function will fill `root` and return True, or return False where nothing has changed."""
    stamp = root / "collected.sha256"
    digest = _digest_of_sources()
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=LEFT_OUT)
    stamp.write_text(digest, encoding="ascii")
    return True


def _digest_of_sources() -> str:
    found = [
        [path, stat.st_size, stat.st_mtime_ns]
        for finder in get_finders()
        for path, storage in finder.list(LEFT_OUT)
        for stat in [Path(storage.path(path)).stat()]
    ]
    return sha256(json.dumps(sorted(found)).encode()).hexdigest()
