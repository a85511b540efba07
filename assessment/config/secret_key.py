"""The secret key of an installation that was given none: made once, kept in the data directory."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def kept_secret_key(data_dir: Path) -> str:
    """This function will return the key in `data_dir`, making it first where there is none; only its owner may read it."""
    path = data_dir / "secret_key"
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = data_dir / f"secret_key.{os.getpid()}"
    if not path.exists():
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(get_random_secret_key())
        _link_once(draft, path)
    return path.read_text(encoding="ascii").strip()


def _link_once(draft: Path, path: Path) -> None:
    """Two processes may start at once: the first link wins, and both then read the same whole key."""
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
